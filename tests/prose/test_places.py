"""Figures beside the name of a place that is not theirs."""

from dataclasses import replace
from pathlib import Path

import pytest

from sufficiency.content import Shelf
from sufficiency.facts import Fact
from sufficiency.model import Model, understand
from sufficiency.outputs import Cache
from sufficiency.problems import Location
from sufficiency.prose.places import Places, tell_places
from sufficiency.tables import Unit
from tests.a_project import replaced
from tests.checks.finding import problems_of
from tests.example import ROOT
from tests.prose.labelled import SEEDS, read_labels
from tests.released import resolved, row, table

FACTS = """
ours: {indicator: in_care}
theirs: {indicator: in_care, place: Briarton}
england: {indicator: in_care, place: England}
gap: {formula: england - ours}
there: {indicator: in_care, label: Children placed in Briarton}
rate: {indicator: rates}
rate_england: {indicator: rates, place: England}
cost: {indicator: costs}
"""
PLACES = Places(frozenset({"Ambleford", "Briarton", "England", "Corve, County of"}), "Ambleford")


@pytest.fixture(scope="module")
def facts() -> Shelf[Fact]:
    """Figures of the council, Ambleford, of Briarton and of England."""
    rows = [row(place, 2019, 60) for place in ("Ambleford", "Briarton", "England")]
    rates = table(*rows, id="rates", unit=Unit.RATE_PER_10000)
    costs = table(*rows, id="costs", unit=Unit.POUNDS_A_WEEK)
    found, problems = resolved(FACTS, table(*rows), rates, costs)
    assert problems == []
    return found


def named(text: str, facts: Shelf[Fact], places: Places = PLACES) -> list[str]:
    """The places that are told, as the messages quote them."""
    at = Location("a.md", 1)
    return [one.message.split('"')[1] for one in tell_places(text, facts, places, lambda *_: at)]


class TestAFigureOfAnotherPlace:
    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("In England {{ ours }} children are in care.", "In England"),
            ("In England, {{ ours }} children are in care.", "In England"),
            ("It fell here. Across **England** the number was {{ ours }}.", "Across England"),
            ("The rate in England was {{ ours }}.", "in England"),
            ("Briarton's rate was {{ england }}.", "Briarton"),
            ("Briarton’s highest number was {{ england }}.", "Briarton"),
            ("Briarton had {{ ours }} children in care.", "Briarton"),
            ("It is low, but England has about {{ ours }} children in care.", "England"),
            ("There were {{ england }} in Briarton.", "in Briarton"),
            ("There were {{ ours }} in England, as before.", "in England"),
            ("The rate was {{ england }} in Briarton and {{ theirs }} in England.", "in Briarton"),
            ("In Corve {{ ours }} children came.", "In Corve"),
            ("We have a rate of {{ rate_england }}.", "We"),
            ("We look after {{ england }} children.", "We"),
            ("Our rate is {{ rate_england }}, and theirs is higher.", "Our"),
            ("In 2019 our average rate of care was about {{ rate_england }}.", "our"),
            ("It is lower, and England's **{{ rate }}**.", "England"),
            ("England has a high rate of {{ rate }}.", "England"),
            ("The national rate is {{ rate }}.", "national"),
            ("It is high ({{ rate }}) and the national average is {{ cost }}.", "national"),
            ("- Children in care: {{ ours }} (England)", "England"),
            ("The rate was {{ rate }} in Briarton.", "in Briarton"),
            ("Briarton's cost was {{ cost }}.", "Briarton"),
            ("In England a week costs {{ cost }}.", "In England"),
            ("It was {{ cost }} in Briarton and {{ england }} in England.", "in Briarton"),
        ],
    )
    def test_is_told_with_the_place_that_is_named(
        self, facts: Shelf[Fact], text: str, told: str
    ) -> None:
        assert named(text, facts)[:1] == [told]

    def test_two_that_were_mixed_up_are_both_told(self, facts: Shelf[Fact]) -> None:
        mixed_up = "The rate was {{ england }} in Briarton and {{ theirs }} in England."
        assert named(mixed_up, facts) == ["in Briarton", "in England"]

    def test_each_of_two_owners_answers_for_its_own_figure(self, facts: Shelf[Fact]) -> None:
        mixed_up = "Our rate is {{ rate_england }}, and England's {{ rate }}."
        assert named(mixed_up, facts) == ["Our", "England"]
        one_of_them = "Our rate is {{ rate }}, and England's {{ rate }}."
        assert named(one_of_them, facts) == ["England"]

    def test_national_is_let_be_where_it_may_be_another_country(self, facts: Shelf[Fact]) -> None:
        more = Places(PLACES.names | {"United Kingdom"}, "Ambleford")
        assert named("The national rate is {{ rate }}.", facts, more) == []

    @pytest.mark.parametrize(
        "text",
        [
            "In England {{ england }} children are in care.",
            "In Ambleford {{ ours }} children are in care.",
            "The rate is higher than in England, at {{ ours }}.",
            "Our rate is higher than England's: {{ ours }}.",
            "In England the rate is higher than our {{ ours }}.",
            "England's rate is above {{ ours }}.",
            "In Briarton we placed {{ ours }} children.",
            "In Briarton {{ ours }} children live with foster carers.",
            "{{ ours }} of them live in Briarton.",
            "There are {{ ours }} in Briarton, placed with carers.",
            "In England and Wales {{ ours }} children came.",
            "Briarton Council has {{ ours }} homes.",
            "Briarton's carers look after {{ ours }}.",
            "Compared with England {{ ours }} is low.",
            "In Briarton {{ there }} children came.",
            "In England the number was {{ gap }}.",
            "Ambleford has {{ ours }}, England {{ england }}.",
            "In Englandshire {{ ours }} children came.",
            "`In England {{ ours }}`",
            "In England there are councils. {{ ours }} children are in care.",
            "In Briarton a week costs {{ cost }}.",
            "The cost in Briarton is {{ cost }}.",
            "Briarton's homes cost {{ cost }} a week.",
            "We look after {{ ours }}; in Briarton {{ ours }}.",
            "Our average of councils nearby is {{ rate_england }}.",
            "There were {{ ours }} in Briarton.",
            "We look after {{ ours }}: {{ ours }} here and, in Briarton, {{ ours }}.",
            "There were {{ theirs }} in England and Wales.",
            "Our rate is below {{ rate_england }}.",
            "If our rate was {{ rate_england }}, we would need more homes.",
            "Our peers' rate is {{ rate_england }}.",
            "Our target rate is {{ rate_england }}.",
            "Our figures show that {{ england }} came.",
            "We have {{ england }} homes to choose from.",
            "We look after {{ england }} in England.",
            "Nationally we look after {{ england }}.",
            "The national rate is {{ rate_england }}.",
            "The rate is near the national average: {{ rate }}.",
            "We have a rate of {{ rate }} (England: {{ rate_england }}).",
            "{{ ours }} children came from another country (England).",
            "Children: {{ ours }} (Briarton)",
            "Ambleford's rate was {{ rate }}, England's {{ rate_england }}.",
        ],
    )
    def test_other_sentences_are_let_be(self, facts: Shelf[Fact], text: str) -> None:
        assert named(text, facts) == []

    def test_nothing_is_told_where_no_place_is_known(self, facts: Shelf[Fact]) -> None:
        assert named("In England {{ ours }} children came.", facts, Places()) == []


def test_a_place_that_the_council_only_compares_itself_with_is_known(tmp_path: Path) -> None:
    others = "comparators:\n  others: {label: others, places: [Dunmere]}"
    change = replaced("strategy/strategy.yml", "comparators:", others)
    summary = "strategy/sections/10-summary.md"
    change |= replaced(summary, "We look after", "In Dunmere there are")
    (told,) = problems_of(tmp_path, change)
    assert told.message.startswith('"In Dunmere" stands beside {{ cic_now }}')


def test_of_the_council_s_own_figure_nobody_is_told_to_write_a_place(facts: Shelf[Fact]) -> None:
    at = Location("a.md", 1)
    (told,) = tell_places("Our rate is {{ rate_england }}.", facts, PLACES, lambda *_: at)
    assert told.mend.startswith("Write a fact of Ambleford, one without the line `place:` in")


def test_it_is_a_warning_where_the_name_stands(tmp_path: Path) -> None:
    summary = "strategy/sections/10-summary.md"
    change = replaced(summary, "We look after", "In Briarton there are")
    (told,) = problems_of(tmp_path, change)
    assert str(told).startswith(
        f'{summary}:5:1 "In Briarton" stands beside {{{{ cic_now }}}}, "60 children", which is of '
    )
    assert told.is_warning


@pytest.fixture(scope="module")
def of_example(tmp_path_factory: pytest.TempPathFactory) -> Model:
    """The example, understood."""
    model, _ = understand(ROOT, cache=Cache(tmp_path_factory.mktemp("cache")))
    assert model is not None
    return model


class TestTheExample:
    """Its figures taken for another place's beneath its sentences, as a slip would have it."""

    @pytest.mark.parametrize(
        ("place", "other", "least"),
        [
            ("Barnet", "Barnet", 0),
            ("Barnet", "England", 4),
            ("Barnet", "London", 4),
            ("England", "Barnet", 5),
            ("England", "London", 4),
            ("London", "Barnet", 4),
            ("London", "England", 4),
        ],
    )
    def test_each_sentence_that_plainly_names_the_place_is_told(
        self, of_example: Model, place: str, other: str, least: int
    ) -> None:
        taken = {name: _of(other, fact, place) for name, fact in of_example.facts.entries.items()}
        tables = of_example.tables.entries.values()
        places = Places(frozenset(row.place for table in tables for row in table.rows), "Barnet")
        sections = sorted((ROOT / "strategy").glob("sections/*.md"))
        paragraphs = [text for path in sections for text in path.read_text("utf-8").split("\n\n")]
        told = [one for text in paragraphs for one in named(text, Shelf(taken), places)]
        assert len(told) >= least
        assert bool(told) == (place != other)


def _of(other: str, fact: Fact, place: str) -> Fact:
    if fact.places != {place}:
        return fact
    label = fact.label.replace(place, other)
    return replace(fact, places=frozenset({other}), place=other, label=label)


@pytest.mark.seeds
class TestPublishedTexts:
    """Each labelled figure of a text as a fact of its own council, or of the country."""

    @pytest.mark.parametrize(("of", "told"), [("Barnet", 4), ("England", 5)])
    def test_are_told_no_more_than_the_page_says(self, seeds: Path, of: str, told: int) -> None:
        facts, _ = resolved(f"now: {{indicator: in_care, place: {of}}}", table(row(of, 2019, 60)))
        names = {"Barnet", "England", "London", "Ealing", "Hillingdon", "Bromley", "Enfield"}
        places = Places(frozenset(names), "Barnet")
        lines = (seeds / SEEDS["barnet_2019"]).read_text("utf-8").split("\n")
        labels = read_labels("barnet_2019")
        figures = [label.place for label in labels if label.kind in ("figure", "word")]
        for line, column, length in sorted(figures, reverse=True):
            text = lines[line - 1]
            lines[line - 1] = text[: column - 1] + "{{ now }}" + text[column - 1 + length :]
        paragraphs = "\n".join(lines).split("\n\n")
        assert sum(len(named(text, facts, places)) for text in paragraphs) == told
