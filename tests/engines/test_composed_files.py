"""A composed document's folder, written in steps of which some run beside others."""

from dataclasses import replace
from pathlib import Path

from sufficiency.engines.composed_files import FORMATS, ComposedFiles
from tests.engines.rendering import NARROW_CHARTS, TEMPLATES, composed, remember


class TestNarrowCharts:
    def test_one_that_the_pdf_takes_is_not_written_again_while_typst_may_read_it(
        self, tmp_path: Path
    ) -> None:
        (name,) = NARROW_CHARTS
        document = replace(composed("# A\n"), narrow_charts=NARROW_CHARTS, abreast=[name])
        files = ComposedFiles(document, FORMATS, tmp_path, TEMPLATES, remember)
        files.write_abreast()
        (tmp_path / name).write_bytes(b"being read")
        files.write_narrow_charts()
        assert (tmp_path / name).read_bytes() == b"being read"

    def test_without_a_pdf_the_web_page_has_it_all_the_same(self, tmp_path: Path) -> None:
        (name,) = NARROW_CHARTS
        document = replace(composed("# A\n"), narrow_charts=NARROW_CHARTS, abreast=[name])
        files = ComposedFiles(document, ["html"], tmp_path, TEMPLATES, remember)
        files.write_abreast()
        files.write_narrow_charts()
        assert (tmp_path / name).read_bytes() == NARROW_CHARTS[name]
