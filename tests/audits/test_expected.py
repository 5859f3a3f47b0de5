"""What the sources say: text as readers see it, each number as the ledger printed it."""

import json
from pathlib import Path

from tests.audits.expected import expected_of, narrative, plain


class TestPlain:
    def test_text_is_cut_at_expressions(self) -> None:
        assert plain("It costs {{ gap | amount }} a week less.") == ["It costs", "a week less"]

    def test_marks_and_spans_go_and_their_words_stay(self) -> None:
        assert plain("**See** them [every 6 weeks]{.commitment}") == ["See them every 6 weeks"]

    def test_text_is_cut_at_what_the_engine_writes(self) -> None:
        assert plain("More live here.[^1] See @fig-homes for all.") == [
            "More live here",
            "See",
            "for all",
        ]


class TestNarrative:
    def test_each_number_stands_as_it_was_printed_for_its_place(self, tmp_path: Path) -> None:
        section = tmp_path / "10-homes.md"
        section.write_text(
            "---\ntitle: Homes\n---\n## Who\n\nWe had {{ homes }} in {{ where }}.\n",
            encoding="utf-8",
        )
        ledger = {("10-homes.md", 6, 8): "12 homes"}
        assert narrative(section, section.name, ledger) == ["Who", "We had 12 homes in"]


class TestExpectedOf:
    def test_it_reads_the_authors_files_and_the_ledger(self, tmp_path: Path) -> None:
        strategy, evidence = tmp_path / "strategy", tmp_path / "output" / "evidence"
        (strategy / "priorities").mkdir(parents=True)
        evidence.mkdir(parents=True)
        (strategy / "needs.yml").write_text(
            "boxes: {carers: {needs: [{id: a, text: more carers}]}}", encoding="utf-8"
        )
        (strategy / "priorities" / "1.yml").write_text(
            "actions: [{text: Recruit}]\nsuccess_measures: [{text: More homes}]", encoding="utf-8"
        )
        entries = [{"printed": "56%", "at": "strategy/sections/10-homes.md:5:7"}]
        (evidence / "ledger.json").write_text(json.dumps({"entries": entries}), encoding="utf-8")
        expected = expected_of(tmp_path, tmp_path / "output")
        assert (expected.needs, expected.actions) == (["more carers"], ["Recruit"])
        assert (expected.measures, expected.facts) == (["More homes"], ["56%"])
