""" "We need…" boxes."""

from pathlib import Path

import pytest

from tests.audits.anchors import names_in
from tests.engines.rendering import (
    BOX,
    page_of,
    rendered,
    text,
    typst_of,
    word_of,
    word_paragraphs,
)


class TestBoxes:
    @pytest.mark.parametrize(("above", "level"), [("# A", "h3"), ("# A\n\n## B", "h4")])
    def test_have_a_heading_of_the_level_where_they_stand(
        self, tmp_path: Path, above: str, level: str
    ) -> None:
        page = page_of(f"{above}\n\n{BOX}", tmp_path)
        (box,) = page.find_class("we-need")
        assert (box[0].tag, text(box[0]), box.get("id")) == (level, "We need…", "need-homes")
        assert "We need" not in text(page.find(".//nav"))

    def test_are_a_call_with_safe_text_in_typst(self, tmp_path: Path) -> None:
        body = "# A\n\n" + BOX.replace("We need…", "We need #x ] <b> $y$")
        written = typst_of(body, tmp_path)
        opening = r"#we-need(level: 2, title: [We need \#x \] \<b\> \$y\$], "
        assert opening + 'id: "need-homes")[' in written
        assert written.endswith("]")

    def test_stay_on_one_page_of_a_pdf_unless_they_are_long(self, tmp_path: Path) -> None:
        long = BOX.replace("- more homes\n", "- more homes nearby for them all\n" * 80)
        for name in ("short", "long"):
            (tmp_path / name).mkdir()
        assert "breakable" not in typst_of(f"# A\n\n{BOX}", tmp_path / "short")
        assert ", breakable: true)[" in typst_of(f"# A\n\n{long}", tmp_path / "long")

    def test_can_be_gone_to_by_name_in_a_pdf(self, tmp_path: Path) -> None:
        path = rendered(f"# A\n\n{BOX}", tmp_path, ["pdf"])["pdf"]
        assert "need-homes" in names_in(path)

    def test_are_paragraphs_of_their_own_styles_in_word(self, tmp_path: Path) -> None:
        document = word_of(f"# A\n\n## B\n\n{BOX}", tmp_path)
        assert word_paragraphs(document)[-3:] == [
            ("BoxHeading3", "We need…"),
            ("BoxBullet", "more homes"),
            ("BoxBullet", "nearer homes"),
        ]
