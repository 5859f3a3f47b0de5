"""Lists, glossary and evidence gaps: read, placed, printed, and refused where they are unclear."""

from pathlib import Path

import pytest

from sufficiency.documents import Edition, compose
from sufficiency.outputs import Cache
from sufficiency.pipeline import understand
from sufficiency.prose import BoundList
from tests.a_project import replaced, write_project
from tests.documents.places import without_places
from tests.models import understood

PLEDGES = """\
lists:
  pledges:
    groups:
      - id: you
        title: Who you are
        items:
          - {id: voice, text: "We will listen to all {{ cic_now }} of you."}
          - {id: culture, title: Culture, text: We will keep you close to it.}
  principles:
    items:
      - {text: Children first.}
"""
PLACED = '{{ list("pledges") }}\n\n{{ list("principles") }}\n\n{{ figure("in-care") }}'
GLOSSARY = """\
glossary:
  foyer: {term: Foyer, meaning: A building with rooms.}
  advocate: {term: Advocate, meaning: Someone who speaks for a child.}
"""
GAPS = """\
gaps:
  by_month: {title: Care leavers by month, why: Nobody counted them.}
"""


def with_lists(pledges: str = PLEDGES, served: str = "") -> dict[str, str | bytes | None]:
    changes: dict[str, str | bytes | None] = {
        "strategy/lists.yml": pledges,
        "strategy/glossary.yml": GLOSSARY,
        "strategy/gaps.yml": GAPS,
    }
    changes |= replaced("strategy/sections/20-fostering.md", '{{ figure("in-care") }}', PLACED)
    return changes | replaced(
        "strategy/priorities/1-fostering.yml", "number: 1\n", f"number: 1\n{served}"
    )


def messages(folder: Path, changes: dict[str, str | bytes | None]) -> list[str]:
    _, problems = understand(write_project(folder / "p", changes), cache=Cache(folder / "c"))
    return [f"{problem.message} {problem.code.id}" for problem in problems]


class TestLists:
    def test_they_are_bound_where_they_are_placed(self, tmp_path: Path) -> None:
        fostering = understood(tmp_path, with_lists()).bound.sections[1]
        pledges, principles = [
            block.content for block in fostering.blocks if isinstance(block.content, BoundList)
        ]
        (group,) = pledges.groups
        assert group.title is not None
        assert group.title.plain == "Who you are"
        assert [item.text.plain for item in group.items] == [
            "We will listen to all 60 of you.",
            "We will keep you close to it.",
        ]
        assert [group.title for group in principles.groups] == [None]

    def test_a_number_in_a_list_is_in_the_ledger(self, tmp_path: Path) -> None:
        ledger = understood(tmp_path, with_lists()).bound.ledger
        (entry,) = [entry for entry in ledger if entry.at.path == "strategy/lists.yml"]
        assert (entry.printed, entry.section) == ("60", "fostering")

    def test_groups_are_headings_below_their_sections_and_items_bullets(
        self, tmp_path: Path
    ) -> None:
        model = understood(tmp_path, with_lists())
        qmd = compose(Edition(model.bound, model.project.templates), "strategy").qmd
        assert "\n## Who you are {.unnumbered .unlisted #list-you}\n" in qmd
        assert "\n- **Culture.** We will keep you close to it.\n" in without_places(qmd)

    def test_a_priority_may_serve_a_group_or_an_item(self, tmp_path: Path) -> None:
        assert messages(tmp_path, with_lists(served="outcomes: [you, voice]\n")) == []

    def test_an_outcome_that_no_list_has_is_told_with_the_near_miss(self, tmp_path: Path) -> None:
        found = messages(tmp_path, with_lists(served="outcomes: [voices]\n"))
        assert found == ['outcome "voices" is not defined. REF-OUTCOME']

    @pytest.mark.parametrize(
        ("old", "new", "message"),
        [
            ("id: culture", "id: voice", 'another list item has the id "voice"'),
            ("  principles:\n", "  other:\n", 'list "principles" is not defined. REF-PLACED'),
            (
                "    items:\n      - {text: Children first.}\n",
                "    items: []\n",
                "this needs one of the keys items and groups, and not both. VALUE-TYPE",
            ),
        ],
    )
    def test_what_is_unclear_is_told(
        self, tmp_path: Path, old: str, new: str, message: str
    ) -> None:
        assert old in PLEDGES
        found = messages(tmp_path, with_lists(PLEDGES.replace(old, new)))
        assert len(found) == 1
        assert found[0].startswith(message)

    def test_one_placed_twice_is_told(self, tmp_path: Path) -> None:
        changes = with_lists()
        section = changes["strategy/sections/20-fostering.md"]
        assert isinstance(section, str)
        changes["strategy/sections/20-fostering.md"] = f'{section}\n{{{{ list("pledges") }}}}\n'
        assert messages(tmp_path, changes) == [
            'the list "pledges" is placed above already. PLACED-TWICE'
        ]


class TestGlossary:
    def test_it_is_in_the_order_of_the_alphabet(self, tmp_path: Path) -> None:
        glossary = understood(tmp_path, with_lists()).bound.glossary
        assert [entry.title.plain for entry in glossary] == ["Advocate", "Foyer"]

    def test_a_project_without_one_prints_none(self, tmp_path: Path) -> None:
        model = understood(tmp_path)
        qmd = compose(Edition(model.bound, model.project.templates), "strategy").qmd
        assert "sec-glossary" not in qmd
        assert "sec-evidence-gaps" not in qmd


class TestEvidenceGaps:
    def test_each_says_what_is_missing_and_why(self, tmp_path: Path) -> None:
        model = understood(tmp_path, with_lists())
        qmd = compose(Edition(model.bound, model.project.templates), "strategy").qmd
        assert "\n- **Care leavers by month.** Nobody counted them.\n" in without_places(qmd)
