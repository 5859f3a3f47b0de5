"""The council's own words, in what the tool says and nowhere else."""

from pathlib import Path

import pytest

from sufficiency.content import Shelf
from sufficiency.documents import Edition, compose
from sufficiency.facts.terms import in_own_words, says_term, word_tables
from sufficiency.prose.printed import without_marks
from tests.a_project import SOUND, replaced
from tests.documents.places import without_places
from tests.models import understood
from tests.released import row, table

TERMS = {"placement": "home", "placements": "homes", "home": "house", "UASC": "lone children"}
STRATEGY = "strategy/strategy.yml"


class TestInOwnWords:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("a placement", "a home"),
            ("Placements by kind of placement", "Homes by kind of home"),
            ("the placement's cost, (placement)", "the home's cost, (home)"),
            ("replacements and placementships", "replacements and placementships"),
            ("placement_kind", "placement_kind"),
            ("a placement at home", "a home at house"),
            ("UASC in placements", "Lone children in homes"),
            ("how many UASC", "how many lone children"),
            ("", ""),
        ],
    )
    def test_whole_words_are_said_as_the_council_says_them(self, text: str, said: str) -> None:
        assert in_own_words(text, TERMS) == said

    def test_the_longer_of_two_terms_holds_over_any_white_space(self) -> None:
        terms = {"foster care": "fostering", "foster": "F", "care": "C"}
        assert in_own_words("Foster  care, foster, care", terms) == "Fostering, F, C"

    def test_without_terms_nothing_changes(self) -> None:
        assert in_own_words("A placement", {}) == "A placement"

    @pytest.mark.parametrize("text", ["İn care", "pla.ement", "a+b"])
    def test_signs_of_patterns_and_rare_letters_have_no_meaning(self, text: str) -> None:
        assert in_own_words(text, {"in": "x", "pla.ement": "y", "a+b": "z"}) in (text, "y", "z")

    def test_a_term_is_found_as_a_whole_word(self) -> None:
        assert says_term("Kinds of Placement", "placement")
        assert not says_term("replacements", "placement")


class TestWordTables:
    def test_label_and_noun_are_worded_and_no_category(self) -> None:
        held = table(row("A", 2019, 1, breakdown={"kind": "children"}), breakdowns=["kind"])
        shelf = word_tables(Shelf({"a": held}, frozenset({"b"})), {"children": "young people"})
        worded = shelf.entries["a"]
        assert worded.label == "Young people in care"
        assert worded.noun is not None
        assert (worded.noun.one, worded.noun.many) == ("child", "young people")
        assert worded.rows == held.rows
        assert shelf.broken == {"b"}


class TestInADocument:
    def test_terms_are_in_all_that_is_made_and_in_nothing_that_is_written(
        self, tmp_path: Path
    ) -> None:
        terms = {
            "children": "young people",
            "home": "place",
            "gap": "distance",
            "confidentiality": "privacy",
            "agency": "independent",
            "strand": "kind",
            "source": "origin",
            "promise": "vow",
            "measures": "signs",
        }
        lines = "".join(f"  {found}: {said}\n" for found, said in terms.items())
        changes = replaced(STRATEGY, "strands:\n", f"terms:\n{lines}strands:\n")
        changes["strategy/sections/10-summary.md"] = (
            SOUND["strategy/sections/10-summary.md"] + "\nOur children, at home, in the source.\n"
        )
        model = understood(tmp_path, changes)
        composed = compose(Edition(model.bound, model.project.templates), "strategy")
        qmd = without_marks(without_places(composed.qmd))
        for made in (
            "We look after 60 young people; the number",  # a noun behind a fact
            "Bar chart: Young people in care (number)",  # a chart's measure
            "hidden to protect young people's privacy [c]: Copseham",  # in alt text
            "means hidden to protect young people's privacy.",  # in a note
            "| Place | Weekly cost of a place |",  # a table's headings
            "| Independent carers | £936 |",  # a category of an extract
            "| Change in young people in care, Ambleford",
            "| cost distance, Ambleford",  # a name for want of a label
            "| Vow | The council |",
            "Origin: Children in care, Department of Examples.",  # and its title as it is
            "- - Kind\n  - What we will do",
            "- Young people in foster homes",
            "a baseline for all signs",
        ):
            assert made.removeprefix("- ") in qmd
        for written in (
            "\nOur children, at home, in the source.\n",
            "![We look after 60 children]",  # a headline with a plain fact
            "\nOur own carers cost least\n",
            "What carers say",
            "Recruit carers for the 60 young people.",
            "- more carers near home",
        ):
            assert written in qmd
