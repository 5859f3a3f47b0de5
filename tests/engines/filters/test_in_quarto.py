"""What the filters leave to Quarto and what they do there."""

from pathlib import Path

from sufficiency.engines import write_composed
from sufficiency.engines.pandoc import READING, run_pandoc
from tests.engines.filters.test_figure_data import FIGURE_DATA
from tests.engines.rendering import BOX, FIGURE, ROOT, TABLE, TEMPLATES, composed, remember


class TestInQuarto:
    """Quarto is imitated by the global that it sets; what it does by itself is left alone."""

    @staticmethod
    def native(body: str, folder: Path, target: str, name: str = "strategy.lua") -> str:
        write_composed(composed(body), folder, TEMPLATES, remember, formats=["html"])
        script = (ROOT / "filters" / name).as_posix()
        wrapper = folder / "in-quarto.lua"
        wrapper.write_text(
            f'quarto = {{}}\nPANDOC_SCRIPT_FILE = "{script}"\nreturn dofile(PANDOC_SCRIPT_FILE)\n'
        )
        source = folder / "x.md"
        source.write_text(body, encoding="utf-8")
        arguments = [str(source), f"--from={READING}", f"--to={target}", "--wrap=none"]
        arguments.append(f"--lua-filter={wrapper}")
        printed = run_pandoc(arguments, making="a test", folder=folder)
        return printed.decode("utf-8")

    def test_references_and_captions_are_left_alone(self, tmp_path: Path) -> None:
        written = self.native(f"# A\n\n@fig-costs\n\n{FIGURE}", tmp_path, "html5")
        assert 'data-cites="fig-costs"' in written
        assert "caption-label" not in written

    def test_a_logo_without_an_ending_is_named_as_quartos_reader_left_it(
        self, tmp_path: Path
    ) -> None:
        body = '---\ncover-logo: "![Norton Council](pictures/logo){width=30mm}"\n---\n\n# A\n'
        written = self.native(body, tmp_path, "json")
        assert '"pictures/logo"' in written

    def test_boxes_are_ours(self, tmp_path: Path) -> None:
        written = self.native(f"# A\n\n{BOX}", tmp_path, "typst")
        assert '#we-need(level: 2, title: [We need…], id: "need-homes")[' in written

    def test_row_headers_are_ours(self, tmp_path: Path) -> None:
        assert '<th scope="row">In-house</th>' in self.native(
            f"# A\n\n{TABLE}", tmp_path, "html5"
        ).replace(' style="text-align: left;"', "")

    def test_alt_text_is_moved_to_where_word_finds_it(self, tmp_path: Path) -> None:
        written = self.native(FIGURE, tmp_path, "html5", name="after-quarto.lua")
        assert 'alt="Bar chart: £675."' in written

    def test_narrow_pictures_join_the_wide_ones_once_figures_are_laid_out(
        self, tmp_path: Path
    ) -> None:
        body = FIGURE.replace("}", ' narrow="figures/narrow/weekly-costs.svg"}')
        before = self.native(body, tmp_path, "html5")
        assert "<source" not in before
        after = self.native(body, tmp_path, "html5", name="after-quarto.lua")
        assert 'srcset="figures/narrow/weekly-costs.svg"' in after
        assert "data-narrow" not in after

    def test_the_data_of_figures_waits_behind_a_heading(self, tmp_path: Path) -> None:
        written = self.native(f"# A\n\n{FIGURE_DATA}", tmp_path, "html5")
        assert "<summary>Data and downloads of this figure</summary>" in written
        assert 'href="figures/weekly-costs.csv"' in written
        assert "In-house" not in self.native(f"# A\n\n{FIGURE_DATA}", tmp_path, "typst")
