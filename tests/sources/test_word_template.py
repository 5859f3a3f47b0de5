"""Which Word templates can be used."""

from pathlib import Path

from sufficiency.sources.templates import WORD_TEMPLATE, resolve_templates, with_word_template
from sufficiency.sources.word_template import check_word_template
from tests.council_template import council_template


class TestCheckWordTemplate:
    def test_a_sound_one_has_no_problem(self) -> None:
        assert list(check_word_template(council_template(), "templates/own.docx")) == []

    def test_one_of_another_name_is_told(self) -> None:
        (problem,) = check_word_template(council_template(), "templates/own.dotx")
        assert "must end in .docx" in problem.message


class TestWithWordTemplate:
    def test_one_of_any_name_is_taken(self) -> None:
        own = council_template()
        templates, problems = with_word_template({"own.docx": own}, "own.docx")
        assert (templates[WORD_TEMPLATE], problems) == (own, [])

    def test_one_that_cannot_be_used_leaves_none(self, tmp_path: Path) -> None:
        place = tmp_path / "templates" / WORD_TEMPLATE
        place.parent.mkdir(parents=True)
        place.write_bytes(b"Dear all")
        templates, problems = resolve_templates(tmp_path)
        assert WORD_TEMPLATE not in templates
        assert [problem.at.path for problem in problems] == [f"templates/{WORD_TEMPLATE}"]
