"""``docs/wording.md`` tells every form, guard, fraction and threshold that there is."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from sufficiency.content.strategy import LittleChange
from sufficiency.facts import wording
from sufficiency.facts.changes import Way, say_in_forms, settle_way
from sufficiency.facts.guards import COMPARES, GUARDS
from sufficiency.facts.ratio import FRACTIONS, JUST, NEARLY, ratio_forms, say_fraction
from sufficiency.tables import ReleasedRow, Unit
from tests.released import row

RULE = LittleChange()
ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/wording.md").read_text(encoding="utf-8")
OF_HALF = re.findall(r"(\d+\.?\d?)%(?: is)? \"([^\"]+)\"", PAGE)


class TestForms:
    def test_every_form_of_a_change_and_of_a_share_is_named(self) -> None:
        forms = set(ratio_forms(Decimal(50), 0))
        for after in (Decimal(1), Decimal(900)):
            forms |= set(say_in_forms(Decimal(400), after, Unit.COUNT, 0, Way.ROSE)[1])
        assert [form for form in sorted(forms) if f"`{form}`" not in PAGE] == []


class TestGuards:
    @pytest.mark.parametrize("guard", sorted(GUARDS))
    def test_it_is_in_the_table(self, guard: str) -> None:
        assert f"`{guard}(…)`" in PAGE if guard in COMPARES else f"`{guard}`" in PAGE

    def test_no_other_is(self) -> None:
        assert set(re.findall(r"must_(?!hold)\w+", PAGE)) <= GUARDS


class TestShares:
    def test_every_fraction_is_in_the_table(self) -> None:
        rows = [f"| {part} | {' | '.join(names)} |" for part, names in FRACTIONS.items()]
        assert [row for row in rows if row not in PAGE] == []

    def test_the_borders_are_those_of_the_code(self) -> None:
        assert f"by {JUST} point or less" in PAGE
        assert f"below it by {NEARLY} points or less" in PAGE
        assert f"{100 - NEARLY}% or more" in PAGE

    @pytest.mark.parametrize(("share", "said"), [one for one in OF_HALF if "1 in" not in one[1]])
    def test_its_examples_are_true(self, share: str, said: str) -> None:
        assert say_fraction(Decimal(share)) == said


def count(value: int) -> ReleasedRow:
    return row("Ambleford", 2019, value)


class TestNoise:
    def test_the_settings_shown_are_the_defaults(self) -> None:
        shown = dict(re.findall(r"^  (\w+): (\d+)  +#", PAGE, re.MULTILINE))
        assert shown == {key: str(value) for key, value in LittleChange().model_dump().items()}

    def test_the_table_of_rises_is_that_of_the_rule(self) -> None:
        rows = re.findall(r"^\| (\d+) \| (\d+)(?:,[^|]*)? \|$", PAGE, re.MULTILINE)
        assert len(rows) == 6
        for smaller, rise in rows:
            ways = [
                settle_way(count(int(smaller)), count(int(smaller) + size), Unit.COUNT, RULE)[0]
                for size in (int(rise), int(rise) + 1)
            ]
            assert (ways[0].is_noise, ways[1]) == (True, Way.ROSE)

    def test_the_example_s_margin_is_that_of_the_formula(self) -> None:
        margin = Decimal("1.96") * Decimal(73).sqrt()
        assert f"√73 = {wording.say_number(margin, Unit.NUMBER, 1)}" in PAGE
