"""Figures beside a year or date that is not theirs."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sufficiency.content import Shelf
from sufficiency.facts import Fact
from sufficiency.model import understand
from sufficiency.outputs import Cache
from sufficiency.problems import Location
from sufficiency.prose.periods import tell_periods
from sufficiency.tables import PeriodKind
from tests.a_project import replaced
from tests.checks.finding import problems_of
from tests.example import ROOT
from tests.prose.labelled import SEEDS, read_labels
from tests.released import resolved, row, table

FACTS = """
now: {indicator: in_care}
rate: {indicator: in_care, place: Briarton}
then: {indicator: in_care, period: 31 March 2018}
rise: {change: in_care, from: 31 March 2017, to: 31 March 2019}
left: {indicator: leaving}
"""
COUNTS = [row("Ambleford", year, 60 + year % 10) for year in (2017, 2018, 2019)]
LEAVING = row("Ambleford", 2019, 12, kind=PeriodKind.YEAR_TO_31_MARCH)


@pytest.fixture(scope="module")
def facts() -> Shelf[Fact]:
    """Counts on 31 March of 2018 and 2019, the change from 2017, and those who left in a year."""
    counts = table(*COUNTS, row("Briarton", 2019, 50))
    found, problems = resolved(FACTS, counts, table(LEAVING, id="leaving"))
    assert problems == []
    return found


def named(text: str, facts: Shelf[Fact]) -> list[str]:
    """The times that are told, as the messages quote them."""
    place = Location("a.md", 1)
    return [one.message.split('"')[1] for one in tell_periods(text, facts, lambda *_: place)]


class TestAFigureOfAnotherTime:
    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("In 2024 we looked after {{ now }} children.", "In 2024"),
            ("On 31 March 2018 we looked after {{ now }} children.", "On 31 March 2018"),
            ("As at 31 March 2018, {{ now }} children lived here.", "As at 31 March 2018"),
            ("In the year 2017/18, {{ now }} children came.", "In the year 2017/18"),
            ("In 2017-18 there were {{ now }}.", "In 2017-18"),
            ("There were {{ now }} children in April 2019.", "in April 2019"),
            ("The 2018 figure was {{ now }}.", "2018"),
            ("There were {{ now }} children (2018).", "2018"),
            ("- 2018: {{ now }} children", "2018"),
            ("Children in care, 2018: **{{ now }}**", "2018"),
            ("By our count, in 2018, we looked after {{ now }}.", "in 2018"),
            (
                "Of the children whom we knew, {{ now }} were here, as at 1 May 2018.",
                "as at 1 May 2018",
            ),
            ("In 2018 we had {{ now }} children, or {{ now | amount }} in all.", "In 2018"),
            ("In 2018 we had {{ now }}, or {{ rate }} for each.", "In 2018"),
            ("In 2018 {{ left }} children left.", ""),
            ("In 2017 {{ left }} children left.", "In 2017"),
            ("In the year to 31 March 2018 {{ left }} left.", "In the year to 31 March 2018"),
            ("Year to March 2018: {{ left }}", "Year to March 2018"),
            ("By the end of 2018 there were {{ now }}.", "By the end of 2018"),
            ("At 31/03/2018 there were {{ now }}.", "At 31/03/2018"),
            ("As at 31.03.2018 there were {{ now }}.", "As at 31.03.2018"),
            ("On 2018-03-31 there were {{ now }}.", "On 2018-03-31"),
            ("Children in care (2018): {{ now }}", "2018"),
            ("{{ now }} homes began in 2018.", "in 2018"),
            ("In 2018 the number that we looked after was {{ now }}.", "In 2018"),
            ("There were {{ now }}, in 2018, as we said that day.", "in 2018"),
            ("| Children in care (31 March 2018) | {{ now }} |", "31 March 2018"),
        ],
    )
    def test_is_told_with_the_time_that_is_named(
        self, facts: Shelf[Fact], text: str, told: str
    ) -> None:
        assert named(text, facts) == [told] * bool(told)

    @pytest.mark.parametrize(
        "text",
        [
            "In 2019 we looked after {{ now }} children.",
            "In March 2019 we looked after {{ now }} children.",
            "In 2018/19 we looked after {{ now }} children.",
            "In the years 2017 to 2021 we looked after {{ now }} children.",
            "By 2030 we want to look after fewer than {{ now }} children.",
            "By the end of 2030 there are to be {{ now }} children.",
            "At 31/03/2019 there were {{ now }} children.",
            "Children in care (31/03/2019): {{ now }}",
            "The report (2018) was about {{ now }} children.",
            "The report (Smith, 2018): {{ now }} children",
            "Last year there were {{ then }} children.",
            "In 2030 we will look after no more than {{ now }}.",
            "Since 2015 we have grown: {{ now }} children live here.",
            "There are {{ now }} children, more than in 2018.",
            "There are {{ now }} children, as in 2018.",
            "Under the Children Act 1989 we look after {{ now }} children.",
            "The home that opened in 2015 has {{ now }} children.",
            "In 2015 we opened a home, where {{ now }} children live.",
            "In 2018 Ofsted asked us to publish that {{ now }} children live here.",
            "In 2018 our panel agreed that {{ now }} children are to move.",
            "In 2018 the court told us to look after {{ now }}.",
            "Research (Smith, 2015) is about {{ now }} children.",
            'In [2015, 12]{source="register"} of {{ now }} children moved.',
            "{## in 2015 ##}We look after {{ now }} children.",
            "In 2015 we wrote a plan. We look after {{ now }} children.",
            "In 2018 there were {{ then }} children and {{ now }} today.",
            "There were {{ now }} children, and {{ then }} in 2018.",
            "It was {{ then }} in 2018 and {{ now }} in 2019.",
            "`In 2015 {{ now }}`",
            "In 2015 we look after children.",
        ],
    )
    def test_other_sentences_are_let_be(self, facts: Shelf[Fact], text: str) -> None:
        assert named(text, facts) == []

    def test_where_both_are_meant_the_figures_own_time_says_so(self, facts: Shelf[Fact]) -> None:
        home = "A home for mothers that we had in 2015 had {{ now }} children"
        assert named(f"{home}.", facts) == ["in 2015"]
        assert named(f"{home} on 31 March 2019.", facts) == []


class TestAChange:
    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("Between 2017 and 2019 the number {{ rise }}.", []),
            ("Since 31 March 2017 the number {{ rise }}.", []),
            ("Over the two years to 31 March 2019 it {{ rise }}.", []),
            ("In 2018 the number {{ rise }}.", []),
            ("Between 2016 and 2018 the number {{ rise }}.", ["2016", "2018"]),
            ("From 31 March 2017 to 31 March 2018 it {{ rise }}.", ["31 March 2018"]),
            ("Since 2018 the number {{ rise }}.", ["2018"]),
            ("Over the year to 31 March 2020 it {{ rise }}.", ["Over the year to 31 March 2020"]),
        ],
    )
    def test_goes_from_its_first_period_to_its_last(
        self, facts: Shelf[Fact], text: str, told: list[str]
    ) -> None:
        assert named(text, facts) == told


class TestLastYear:
    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("Last year there were {{ then }} children.", ["Last year"]),
            ("Last year, {{ then }} children came.", ["Last year"]),
            ("There are {{ then }} this year.", ["this year"]),
            ("Last year there were {{ now }} children.", []),
            ("There are {{ now }}, more than last year.", []),
            ("Over the last year {{ then }} came.", []),
            ("In their last year of school {{ then }} moved.", []),
            ("Last year {{ then }} came and {{ now }} stayed.", []),
        ],
    )
    def test_is_told_of_a_figure_that_is_older(
        self, facts: Shelf[Fact], text: str, told: list[str]
    ) -> None:
        place, as_at = Location("a.md", 1), date(2020, 3, 31)
        found = tell_periods(text, facts, lambda *_: place, as_at)
        assert [one.message.split('"')[1] for one in found] == told

    def test_is_read_by_the_day_at_which_the_strategy_stands(self, tmp_path: Path) -> None:
        summary = "strategy/sections/10-summary.md"
        change = replaced(summary, "We look after", "Last year we looked after")
        assert problems_of(tmp_path, change) == []
        later = replaced("strategy/strategy.yml", "as_at: 31 March 2019", "as_at: 31 March 2022")
        told = problems_of(tmp_path / "later", change | later)
        assert "FACT-PERIOD" in {one.code.id for one in told}


def test_it_is_a_warning_where_the_year_stands(tmp_path: Path) -> None:
    summary = "strategy/sections/10-summary.md"
    change = replaced(summary, "We look after", "In 2024 we looked after")
    (told,) = problems_of(tmp_path, change)
    assert str(told).startswith(
        f'{summary}:5:1 "In 2024" stands beside {{{{ cic_now }}}}, "60 children", which is of '
    )
    assert told.is_warning


def test_a_text_of_the_plan_is_read_too(tmp_path: Path) -> None:
    change = replaced("strategy/priorities/1-fostering.yml", "Recruit carers", "In 2015 find some")
    (told,) = problems_of(tmp_path, change)
    assert told.code.id == "FACT-PERIOD"


@pytest.fixture(scope="module")
def of_example(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Fact]:
    """Every fact of the example."""
    model, _ = understand(ROOT, cache=Cache(tmp_path_factory.mktemp("cache")))
    assert model is not None
    return model.facts.entries


class TestTheExample:
    """Its figures moved on by some years beneath its sentences, as those of a project may be."""

    @pytest.mark.parametrize(("years", "least"), [(0, 0), (1, 40), (-1, 40), (5, 40)])
    def test_each_sentence_that_names_its_time_is_told(
        self, of_example: Mapping[str, Fact], years: int, least: int
    ) -> None:
        moved = Shelf({name: _moved(fact, years) for name, fact in of_example.items()})
        sections = sorted((ROOT / "strategy").glob("sections/*.md"))
        paragraphs = [text for path in sections for text in path.read_text("utf-8").split("\n\n")]
        told = [one for text in paragraphs for one in named(text, moved)]
        assert len(told) >= least
        assert bool(told) == bool(years)


def _moved(fact: Fact, years: int) -> Fact:
    def move(day: date) -> date:
        return day.replace(year=day.year + years)

    periods = (replace(one, start=move(one.start), end=move(one.end)) for one in fact.periods)
    return replace(fact, periods=tuple(periods))


@pytest.mark.seeds
class TestPublishedTexts:
    """Each labelled figure of a text as a fact of the day that the strategy stands at."""

    @pytest.mark.parametrize(("name", "told"), [("barnet_2019", 5), ("barnet_2023", 0)])
    def test_are_told_no_more_than_the_page_says(
        self, facts: Shelf[Fact], seeds: Path, name: str, told: int
    ) -> None:
        lines = (seeds / SEEDS[name]).read_text("utf-8").split("\n")
        figures = [label.place for label in read_labels(name) if label.kind in ("figure", "word")]
        for line, column, length in sorted(figures, reverse=True):
            text = lines[line - 1]
            lines[line - 1] = text[: column - 1] + "{{ now }}" + text[column - 1 + length :]
        paragraphs = "\n".join(lines).split("\n\n")
        assert sum(len(named(text, facts)) for text in paragraphs) == told
