"""Claims of a section's front matter; the messages stand in ``tests/problems_seen``."""

from pathlib import Path

import pytest

from sufficiency.content import Claim, Section, SectionFront
from sufficiency.content.strategy import LittleChange
from sufficiency.problems import Location
from sufficiency.prose.claims import check_claims
from sufficiency.sources import Text
from tests.a_project import replaced
from tests.checks.finding import Changes, problems_of
from tests.prose.printing import a_printer

FOSTERING = "strategy/sections/20-fostering.md"
BODY = "We care for {{ now }}\nchildren. An **agency** costs more, [all]{source='register'} say."


def codes(sentence: str, must_hold: str, body: str = BODY) -> list[str]:
    claim = Claim(sentence=Text(sentence), must_hold=Text(must_hold))
    front = SectionFront(title=Text("S"), claims=[claim])
    section = Section("s", 10, front, Text(body, Location("s.md", 4)), "s.md")
    found = check_claims(
        section, a_printer().facts, LittleChange(), ["Costs are lowest in {{ now }} homes"]
    )
    return [problem.code.id for problem in found]


class TestCheckClaims:
    @pytest.mark.parametrize(
        "sentence",
        ["care for 60 children", "care for {{ now }} children", "an AGENCY costs", "all say."],
    )
    def test_the_words_are_found_as_they_are_typed_or_printed(self, sentence: str) -> None:
        assert codes(sentence, "cost_b > cost_a") == []

    @pytest.mark.parametrize(
        ("must_hold", "found"),
        [
            ("cost_b > cost_a", []),
            ("gap == 261 and now >= 60", []),
            ("cost_b < cost_a", ["CLAIM-BROKEN"]),
            ("hidden < now", ["CLAIM-BROKEN"]),
            ("hidden < now or now > 1", []),
            ("now > cost_a", ["CLAIM-SHAPE"]),
            ("now", ["CLAIM-SHAPE"]),
            ("now > ", ["CLAIM-SHAPE"]),
            ("1 < 2", ["CLAIM-SHAPE"]),
            ("now >= 0", ["CLAIM-SHAPE"]),
            ("now == now", ["CLAIM-SHAPE"]),
            ("noww > 1 and hiden < 1", ["NAME-UNKNOWN", "NAME-UNKNOWN"]),
        ],
    )
    def test_it_has_to_hold(self, must_hold: str, found: list[str]) -> None:
        assert codes("costs more", must_hold) == found

    def test_the_words_may_stand_in_the_headline_of_a_figure(self) -> None:
        assert codes("lowest in 60 homes", "cost_b > cost_a") == []
        assert codes("lowest in 60 homes", "cost_b < cost_a") == ["CLAIM-BROKEN"]

    @pytest.mark.parametrize(
        "broken",
        [
            {"data/costs.csv": "home,pounds\n"},
            replaced("strategy/figures.yml", "headline: Our own", "headlin: Our own"),
        ],
    )
    def test_words_of_a_headline_are_not_missed_while_its_figure_is_broken(
        self, tmp_path: Path, broken: Changes
    ) -> None:
        claim = "claims:\n  - {sentence: Our own carers cost least, must_hold: cost_gap < 0}\n---\n"
        front = replaced(FOSTERING, "---\n@fig", f"{claim}@fig")
        found = [
            {one.code.id for one in problems_of(tmp_path / name, changes)}
            for name, changes in {"whole": front, "broken": front | broken}.items()
        ]
        assert found[0] == {"CLAIM-BROKEN"}
        assert found[1]
        assert "CLAIM-SENTENCE" not in found[1]

    def test_what_is_not_there_is_told_beside_what_does_not_hold(self) -> None:
        assert codes("costs less", "cost_b < cost_a") == ["CLAIM-SENTENCE", "CLAIM-BROKEN"]
