"""What the sources say: text as readers see it, and everything that a ledger printed."""

from pathlib import Path

from tests.audits.expected import expected_of, plain, printed


class TestPlain:
    def test_text_is_cut_at_expressions(self) -> None:
        assert plain("It costs {{ gap | amount }} a week less.") == ["It costs", "a week less"]

    def test_marks_and_spans_go_and_their_words_stay(self) -> None:
        assert plain("**See** them [every 6 weeks]{.commitment}") == ["See them every 6 weeks"]


class TestPrinted:
    def test_it_is_found_however_deep(self, tmp_path: Path) -> None:
        path = tmp_path / "manifest.json"
        path.write_text('{"a": [{"printed": "56%"}, {"b": {"printed": "312"}}]}', encoding="utf-8")
        assert list(printed(path)) == ["56%", "312"]


class TestExpectedOf:
    def test_needs_actions_and_measures_come_from_the_authors_files(self, tmp_path: Path) -> None:
        (tmp_path / "priorities").mkdir()
        (tmp_path / "needs.yml").write_text(
            "boxes: {carers: {needs: [{id: a, text: more carers}]}}", encoding="utf-8"
        )
        (tmp_path / "priorities" / "1.yml").write_text(
            "actions: [{text: Recruit}]\nsuccess_measures: [{text: More homes}]", encoding="utf-8"
        )
        expected = expected_of(tmp_path, tmp_path / "output")
        assert (expected.needs, expected.actions) == (["more carers"], ["Recruit"])
        assert (expected.measures, expected.facts) == (["More homes"], [])
