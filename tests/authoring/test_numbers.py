"""Adding facts and figures."""

from pathlib import Path
from typing import Any

import pytest

from sufficiency import pipeline
from sufficiency.authoring import Refused, add_fact, add_figure
from sufficiency.outputs import Cache, cache_folder
from tests.a_project import SOUND
from tests.authoring.a_desk import desk_in, text_of

FACTS, FIGURES = "strategy/facts.yml", "strategy/figures.yml"


def added_to(before: str, after: str) -> str:
    assert after.startswith(before)
    return after.removeprefix(before)


class TestFact:
    def test_it_is_written_with_the_keys_that_it_may_have(self, tmp_path: Path) -> None:
        desk = desk_in(tmp_path)
        given: Any = {
            "indicator": "weekly_cost",
            "where": {"home": "Own carers"},
            "label": "Cost: own",
        }
        _, step = add_fact(desk, "own", given)
        assert added_to(SOUND[FACTS], text_of(desk, FACTS)) == (
            "  own:\n"
            "    indicator: weekly_cost\n"
            "    where: {home: Own carers}\n"
            '    label: "Cost: own"\n'
            "    # You may add these keys:\n"
            "    # place: The place; the council if left out.\n"
            "    # decimals: Digits after the point.\n"
            "    # period: The period as printed (31 March 2019), or latest.\n"
        )
        assert step.startswith("It prints £675 a week. Write {{ own }} in a section.")

    @pytest.mark.parametrize(
        ("given", "said"),
        [
            (
                {"change": "children_in_care", "from": "31 March 2018"},
                "showed no clear change, from 58 to 60",
            ),
            ({"rank": "children_in_care", "among": "neighbours"}, "second"),
            ({"share": "fostered_now", "of": "cic_now"}, "75%"),
            ({"formula": "agency_week - own_week"}, "£261 a week"),
            ({"indicator": "children_in_care", "period": "31 March 2018"}, "58"),
        ],
        ids=lambda value: next(iter(value)) if isinstance(value, dict) else None,
    )
    def test_of_each_kind_it_says_what_it_prints(
        self, tmp_path: Path, given: dict[str, Any], said: str
    ) -> None:
        _, step = add_fact(desk_in(tmp_path), "new", given)
        assert step.startswith(f"It prints {said}")

    def test_where_the_project_has_problems_it_still_says_what_to_do(self, tmp_path: Path) -> None:
        desk = desk_in(tmp_path, {"strategy/glossary.yml": "glossary: ["})
        _, step = add_fact(desk, "new", {"indicator": "fostered"})
        assert "Write {{ new }} in a section." in step

    @pytest.mark.parametrize(
        ("name", "given", "words"),
        [
            ("cic_now", {"indicator": "fostered"}, 'There is a fact "cic_now" already'),
            ("a-b", {"indicator": "fostered"}, "cannot be written between {{ and }}"),
            ("a", {}, "Say what the fact is made from"),
            ("a", {"indicator": "fostered", "rank": "fostered"}, "Say what the fact is made from"),
            ("a", {"change": "fostered"}, 'the key "from" is missing'),
            (
                "a",
                {"indicator": "fostered", "from": "31 March 2018"},
                'the key "from" is not known',
            ),
            ("a", {"indicator": "fostered", "period": "31 March 1999"}, "has no figure for"),
            ("a", {"indicator": "weekly_cost"}, "has several figures here"),
            ("a", {"indicator": "fostered", "where": {"hom": "x"}}, "hom"),
            ("a", {"share": "fostered_now", "of": "cic_noww"}, 'Did you mean "cic_now"?'),
            ("a", {"formula": "cic_now +"}, "the formula cannot be read"),
            ("a", {"indicator": "fostered", "decimals": "two"}, "should be a whole number"),
        ],
    )
    def test_what_would_be_a_problem_is_refused(
        self, tmp_path: Path, name: str, given: dict[str, Any], words: str
    ) -> None:
        desk = desk_in(tmp_path)
        with pytest.raises(Refused) as refusal:
            add_fact(desk, name, given)
        assert words in str(refusal.value)
        assert text_of(desk, FACTS) == SOUND[FACTS]


class TestFigure:
    def test_what_is_left_out_is_taken_from_the_indicator(self, tmp_path: Path) -> None:
        desk = desk_in(tmp_path)
        add_figure(desk, "new", {"kind": "line", "indicator": "children_in_care"})
        added = added_to(SOUND[FIGURES], text_of(desk, FIGURES))
        assert added.startswith(
            "  new:\n"
            "    kind: line\n"
            "    headline: Children in care\n"
            "    indicator: children_in_care\n"
            "    across: period\n"
            "    # You may add these keys:\n"
            "    # series: "
        )

    @pytest.mark.parametrize(
        ("kind", "lines"),
        [
            ("bar", "    across: home\n    periods: latest\n"),
            ("table", "    across: home\n    periods: latest\n"),
            ("grouped bar", "    across: period\n    series: home\n"),
        ],
    )
    def test_an_indicator_with_categories_is_shown_by_them(
        self, tmp_path: Path, kind: str, lines: str
    ) -> None:
        desk = desk_in(tmp_path)
        add_figure(desk, "new", {"kind": kind, "indicator": "weekly_cost"})
        assert lines in added_to(SOUND[FIGURES], text_of(desk, FIGURES))

    @pytest.mark.parametrize(
        ("kind", "call"),
        [("bar", '{{ figure("new") }}'), ("table", '{{ table("new") }}')],
    )
    def test_placed_as_it_says_it_is_in_the_document(
        self, tmp_path: Path, kind: str, call: str
    ) -> None:
        desk = desk_in(tmp_path)
        _, step = add_figure(desk, "new", {"kind": kind, "indicator": "weekly_cost"})
        assert call in step
        section = tmp_path / "strategy/sections/30-carers.md"
        section.write_text(f"{section.read_text('utf-8')}\n{call}\n", "utf-8")
        model, problems = pipeline.understand(tmp_path, cache=Cache(cache_folder()))
        assert problems == []
        assert model is not None
        assert "new" in model.figures.entries

    def test_tiles_show_facts(self, tmp_path: Path) -> None:
        desk = desk_in(tmp_path)
        add_figure(desk, "new", {"kind": "tiles", "facts": ["cic_now", "fostered_share"]})
        assert "    facts: [cic_now, fostered_share]\n    headline: At a glance\n" in added_to(
            SOUND[FIGURES], text_of(desk, FIGURES)
        )

    @pytest.mark.parametrize(
        ("id", "given", "words"),
        [
            (
                "costs",
                {"kind": "bar", "indicator": "fostered"},
                'There is a figure "costs" already',
            ),
            ("new", {"kind": "pie", "indicator": "fostered"}, '"pie" is not one of: line, bar'),
            ("new", {"kind": "bar", "indicator": "fosterd"}, 'Did you mean "fostered"?'),
            ("new", {"kind": "bar"}, "with --indicator"),
            ("new", {"kind": "tiles"}, "with --fact"),
            ("new", {"kind": "tiles", "facts": ["cic_noww"]}, 'Did you mean "cic_now"?'),
            (
                "new",
                {"kind": "bar", "indicator": "fostered", "across": "plac"},
                'Did you mean "place"?',
            ),
            (
                "new",
                {"kind": "dumbbell", "indicator": "weekly_cost", "across": "home"},
                "`kind: dumbbell` needs 2 series",
            ),
            ("New", {"kind": "bar", "indicator": "fostered"}, "is not an id"),
        ],
    )
    def test_what_would_be_a_problem_is_refused(
        self, tmp_path: Path, id: str, given: dict[str, Any], words: str
    ) -> None:
        desk = desk_in(tmp_path)
        with pytest.raises(Refused) as refusal:
            add_figure(desk, id, given)
        assert words in str(refusal.value)
        assert text_of(desk, FIGURES) == SOUND[FIGURES]
