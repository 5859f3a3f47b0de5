"""The finished web page: pictures without words are no pictures with empty names."""

from pathlib import Path

from sufficiency.engines import finish
from tests.engines.rendering import PUBLISHED


def finished(folder: Path, page: str) -> str:
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8")
    finish(path, published=PUBLISHED)
    once = path.read_text(encoding="utf-8")
    finish(path, published=PUBLISHED)
    assert path.read_text(encoding="utf-8") == once
    return once


class TestFinishHtml:
    def test_a_picture_without_a_name_has_no_role(self, tmp_path: Path) -> None:
        page = '<p><img role="img" aria-label src="data:," alt /></p>'
        assert finished(tmp_path, page) == '<p><img src="data:," alt /></p>'
        page = '<p><img role="img" aria-label="" src="data:," alt="" /></p>'
        assert finished(tmp_path, page) == '<p><img src="data:," alt="" /></p>'

    def test_a_picture_with_a_name_keeps_it(self, tmp_path: Path) -> None:
        page = '<img role="img" aria-label="A house" src="data:," alt="A house" />'
        assert finished(tmp_path, page) == page
