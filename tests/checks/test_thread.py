"""Loose ends, owners and unused extracts; the words stand in tests/problems_seen."""

from pathlib import Path

import pytest

from tests.a_project import SOUND, replaced
from tests.checks.finding import PRIORITY, codes

STRATEGY = "strategy/strategy.yml"


def owned_by(owner: str, *listed: str) -> dict[str, str | bytes | None]:
    governance = "".join(f"  - {name}\n" for name in listed)
    return {
        **replaced(PRIORITY, "owner: Head of Fostering", f"owner: {owner}"),
        **replaced(STRATEGY, "strands:\n", f"governance:\n{governance}strands:\n"),
    }


class TestLooseEnds:
    def test_a_misspelt_need_is_told_once(self, tmp_path: Path) -> None:
        changes = replaced(PRIORITY, "needs: [local_carers]", "needs: [local_carer]")
        assert codes(tmp_path, changes) == ["REF-NEED"]

    def test_a_misspelt_theme_is_told_once(self, tmp_path: Path) -> None:
        changes = {
            **replaced(STRATEGY, "strands:\n", "themes:\n  near: {label: Near}\nstrands:\n"),
            **replaced(PRIORITY, "number: 1\n", "number: 1\ntheme: neer\n"),
        }
        assert codes(tmp_path, changes) == ["REF-THEME"]

    def test_where_an_action_cannot_be_read_no_need_is_called_unanswered(
        self, tmp_path: Path
    ) -> None:
        changes = replaced(PRIORITY, "needs: [local_carers]", "needs: local_carers: x")
        assert "NEED-UNANSWERED" not in codes(tmp_path, changes)

    def test_a_reason_is_enough(self, tmp_path: Path) -> None:
        old = "text: Offer weekends.\n"
        changes = replaced(PRIORITY, old, f"{old}    without_need: Carers ask.\n  - text: More.\n")
        assert codes(tmp_path, changes) == []


class TestOwners:
    @pytest.mark.parametrize(
        "owner",
        [
            "Head of Fostering",
            "head of  fostering",
            "Head of Fostering; Homes and Places Board",
            "Head of Fostering and the Homes and Places Board",
            "Head of Fostering, with Homes and Places Board",
        ],
    )
    def test_those_of_the_list_are_known_alone_and_together(
        self, tmp_path: Path, owner: str
    ) -> None:
        changes = owned_by(owner, "Head of Fostering", "Homes and Places Board")
        assert codes(tmp_path, changes) == []

    def test_a_part_of_another_name_is_not_the_name(self, tmp_path: Path) -> None:
        assert codes(tmp_path, owned_by("Deputy Head of Fostering", "Head of Fostering")) == [
            "REF-OWNER"
        ]

    def test_without_a_list_anybody_may_own_an_action(self, tmp_path: Path) -> None:
        assert codes(tmp_path, replaced(PRIORITY, "Head of Fostering", "Whoever")) == []


class TestUnused:
    def test_an_extract_behind_a_measure_alone_is_used(self, tmp_path: Path) -> None:
        changes = {
            **replaced("data/catalogue.yml", "  costs:\n", f"{WAITING}  costs:\n"),
            **replaced("data/indicators.yml", "  weekly_cost:\n", f"{DAYS}  weekly_cost:\n"),
            "data/waiting.csv": "days\n12\n",
        }
        assert codes(tmp_path / "unused", changes) == ["EXTRACT-UNUSED"]
        on_it = "indicator: fostered\n  - text: Children wait less.\n    indicator: waiting"
        measured = replaced(PRIORITY, "indicator: fostered", on_it)
        assert codes(tmp_path / "used", {**changes, **measured}) == []

    def test_an_extract_that_a_number_is_quoted_from_is_used(self, tmp_path: Path) -> None:
        path = "strategy/sections/10-summary.md"
        changes: dict[str, str | bytes | None] = {
            **replaced("data/catalogue.yml", "  costs:\n", f"{WAITING}  costs:\n"),
            "data/waiting.csv": "days\n12\n",
            path: f'{SOUND[path]}\nThey waited [12 days]{{source="waiting"}}.\n',
        }
        assert codes(tmp_path, changes) == []


WAITING = """\
  waiting:
    file: waiting.csv
    title: Waiting times
    publisher: Ambleford Council
    licence: Open
    as_at: 31 March 2019
    release: published
    columns:
      days: {type: count}
"""
DAYS = """\
  waiting:
    label: Days waited
    unit: number
    extract: waiting
    value: days
    place: {always: Ambleford}
    period: {always: 31 March 2019, means: point}
"""
