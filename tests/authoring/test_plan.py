"""Adding needs and priorities."""

from pathlib import Path

import pytest

from sufficiency.authoring import Refused, add_need, add_priority
from sufficiency.content import Action, Priority, SuccessMeasure
from sufficiency.sources import parse_yaml
from tests.a_project import SOUND, replaced
from tests.authoring.a_desk import desk_in, text_of

NEEDS = "strategy/needs.yml"


class TestNeed:
    def test_it_is_the_last_of_its_box(self, tmp_path: Path) -> None:
        desk = desk_in(tmp_path)
        _, step = add_need(desk, "carers", "carers for {{ cic_now }} children: all year")
        assert text_of(desk, NEEDS) == SOUND[NEEDS] + (
            "      - id: carers_children_all_year\n"
            '        text: "carers for {{ cic_now }} children: all year"\n'
        )
        assert step == (
            "Let an action answer it: `needs: [carers_children_all_year]` in a file of "
            "strategy/priorities."
        )

    def test_an_id_is_made_that_is_not_taken(self, tmp_path: Path) -> None:
        desk = desk_in(tmp_path)
        add_need(desk, "carers", "the weekend carers")
        assert "- id: weekend_carers_2\n" in text_of(desk, NEEDS)

    def test_an_id_that_is_taken_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(Refused, match='Another need has the id "local_carers"'):
            add_need(desk_in(tmp_path), "carers", "more", id="local_carers")

    def test_a_new_box_is_begun_where_it_is_asked_for(self, tmp_path: Path) -> None:
        desk = desk_in(tmp_path)
        _, step = add_need(desk, "homes", "more homes", id="more_homes", is_new_box=True)
        assert text_of(desk, NEEDS) == SOUND[NEEDS] + (
            "  homes:\n    needs:\n      - id: more_homes\n        text: more homes\n"
        )
        assert step.startswith('Place the box in a section with {{ we_need("homes") }} on a line')

    def test_a_box_that_is_there_is_not_begun_again(self, tmp_path: Path) -> None:
        with pytest.raises(Refused, match='There is a box "carers" already'):
            add_need(desk_in(tmp_path), "carers", "more", is_new_box=True)

    @pytest.mark.parametrize("text", ["", "  ", "{{ cic_noww }} homes", "a picture ![](x.png) 😀"])
    def test_a_text_that_cannot_be_printed_is_refused(self, tmp_path: Path, text: str) -> None:
        desk = desk_in(tmp_path)
        with pytest.raises(Refused):
            add_need(desk, "carers", text)
        assert text_of(desk, NEEDS) == SOUND[NEEDS]


class TestPriority:
    def test_it_has_the_next_number_and_remarks_on_every_key(self, tmp_path: Path) -> None:
        desk = desk_in(tmp_path)
        added, _ = add_priority(desk, 'Homes: "near" & good')
        assert added.path == "strategy/priorities/2-homes-near-good.yml"
        text = text_of(desk, added.path)
        tree, problems = parse_yaml(text, added.path)
        assert problems == []
        assert tree is not None
        assert tree["number"] == "2"
        assert tree["title"] == 'Homes: "near" & good'
        assert tree["why"] == "[Say why it is a priority]{.todo}"
        for model in (Priority, Action, SuccessMeasure):
            for key in model.model_fields.keys() - {"id"}:
                assert f"{key}: " in text or f"{key}:\n" in text, key

    def test_its_remarks_are_sound_yaml_once_the_hash_is_gone(self, tmp_path: Path) -> None:
        desk = desk_in(tmp_path)
        added, _ = add_priority(desk, "Homes")
        text = text_of(desk, added.path).replace("    # You may add these keys to an action:\n", "")
        lines = [
            line.replace("# ", "", 1) if ": " in line or line.endswith(":") else line
            for line in text.splitlines()[1:]
            if "Delete the #" not in line and "still to be done" not in line
        ]
        tree, problems = parse_yaml("\n".join(lines), added.path)
        assert problems == []
        assert tree is not None
        assert tree["actions"][0].keys() == Action.model_fields.keys()
        assert tree["success_measures"][0].keys() == SuccessMeasure.model_fields.keys() - {"id"}

    @pytest.mark.parametrize("other", ["number: 7", "number: seven"])
    def test_neither_a_number_nor_a_files_number_is_used_twice(
        self, tmp_path: Path, other: str
    ) -> None:
        path = "strategy/priorities/1-fostering.yml"
        changes = {
            **replaced(path, "number: 1", other),
            "strategy/priorities/4-x.yml": "number: [",
        }
        added, _ = add_priority(desk_in(tmp_path, changes), "Homes")
        number = 8 if other == "number: 7" else 5
        assert added.path == f"strategy/priorities/{number}-homes.yml"
