"""The single page in its pieces, with and without sections around its chapters."""

import pytest

from sufficiency.engines import EngineError
from sufficiency.engines.web.single import Single, take_apart
from sufficiency.engines.web.tree import words_of
from tests.engines.web.a_page import single_page

FLAT = """<h2 data-number="1" id="sec-a">1 A</h2><p>a<a href="#fn2" role="doc-noteref">2</a></p>
<h2 id="sec-b">B</h2><p>b</p>"""
SECTIONS = """<section id="sec-a" class="level2"><h2 data-number="1">1 A</h2>
<p>a<a href="#fn2" role="doc-noteref">2</a></p></section>
<section id="sec-b" class="level2"><h2>B</h2><p>b</p></section>"""
WRAPPED = f"<div>{SECTIONS}</div>"
NOTES = (
    """<section role="doc-endnotes"><ol><li id="fn1">One</li><li id="fn2">Two</li></ol></section>"""
)


def apart(body: str, notes: str = NOTES) -> Single:
    page = f"""<!DOCTYPE html><html lang="en-GB"><head><title>T</title>
<meta name="description" content="What
it is"><style>p {{ color: red }}</style><script>1</script></head>
<body><h1>T</h1><main><p>front</p>{body}{notes}</main></body></html>"""
    return take_apart(page.encode(), lambda name: None)


class TestTakeApart:
    @pytest.mark.parametrize("body", [FLAT, SECTIONS, WRAPPED])
    def test_chapters_are_found_whatever_is_around_them(self, body: str) -> None:
        single = apart(body)
        assert [(one.id, one.title) for one in single.chapters] == [
            ("sec-a", "1. A"),
            ("sec-b", "B"),
        ]
        assert [[words_of(block) for block in one.blocks] for one in single.chapters] == [
            ["a", "Two"],
            ["b"],
        ]
        assert [words_of(block) for block in single.front] == ["front"]

    def test_each_chapter_has_its_own_notes_with_the_numbers_that_they_had(self) -> None:
        (notes,) = (block for block in apart(FLAT).chapters[0].blocks if block.tag == "section")
        assert [(note.get("id"), note.get("value")) for note in notes.iter("li")] == [("fn2", "2")]

    def test_a_list_within_a_note_stays_whole_and_is_not_counted(self) -> None:
        listing = "<ul><li>One</li><li>Three</li></ul>"
        page = apart(FLAT, NOTES.replace("One</li>", f"{listing}</li>").replace("Two", listing))
        (notes,) = (block for block in page.chapters[0].blocks if block.tag == "section")
        assert [note.get("value") for note in notes.iter("li")] == ["2", None, None]
        assert words_of(notes) == "OneThree"

    def test_what_stands_before_the_first_chapter_has_its_own_notes_too(self) -> None:
        single = apart(f'<p>a<a href="#fn1" role="doc-noteref">1</a></p>{FLAT}')
        assert [words_of(block) for block in single.front] == ["front", "a", "One"]

    def test_a_section_is_remembered_by_its_classes(self) -> None:
        (chapter, _) = apart(SECTIONS).chapters
        assert chapter.classes == "level2"

    def test_style_script_and_policy_are_taken_out(self) -> None:
        single = take_apart(single_page(), lambda name: None)
        assert "--brand" in single.style
        assert "contents" in single.script
        assert list(single.shell.iter("style")) == []
        # What search engines read is no script.
        assert {one.get("type") for one in single.shell.iter("script")} <= {"application/ld+json"}
        assert not [meta for meta in single.shell.iter("meta") if meta.get("http-equiv")]

    def test_the_description_is_one_line(self) -> None:
        assert apart(FLAT).description == "What it is"

    def test_a_page_without_chapters_is_refused(self) -> None:
        with pytest.raises(EngineError, match="has no chapter"):
            apart("<p>b</p>")

    def test_a_page_without_a_main_part_is_refused(self) -> None:
        with pytest.raises(EngineError, match="has no main part"):
            take_apart(b"<h1>A</h1>", lambda name: None)
