"""What no section shows is told, once, and only where nothing else explains it."""

import re
from pathlib import Path

import pytest

from tests.a_project import SOUND, replaced
from tests.checks.finding import told

CARERS = "strategy/sections/30-carers.md"
PLACED = '{{ we_need("carers") }}'
NOWHERE = 'no section shows the box "carers".'


class TestCheckPlaced:
    def test_what_is_shown_nowhere_is_told(self, tmp_path: Path) -> None:
        assert told(tmp_path, replaced(CARERS, PLACED, "")) == [NOWHERE]

    def test_a_name_in_the_text_does_not_place_it(self, tmp_path: Path) -> None:
        assert told(tmp_path, replaced(CARERS, PLACED, 'Our "carers" (carers).')) == [NOWHERE]

    @pytest.mark.parametrize(
        "tried",
        [
            '{{ we_need("carer") }}',
            "{{ we_need(carers) }}",
            '{{ we_ned("carers") }}',
            'It is {{ we_need("carers") }} here.',
            '{{ figure("carers") }}',
        ],
    )
    def test_one_that_is_placed_wrongly_is_told_only_so(self, tmp_path: Path, tried: str) -> None:
        messages = told(tmp_path, replaced(CARERS, PLACED, tried))
        assert messages
        assert NOWHERE not in messages

    @pytest.mark.parametrize("id", ["care", "cic_now"])
    def test_the_end_of_another_id_or_a_facts_name_does_not_place_it(
        self, tmp_path: Path, id: str
    ) -> None:
        figures = "strategy/figures.yml"
        (block,) = re.findall(r"\n  in-care:\n(?:    .*\n)+", SOUND[figures])
        another = block.replace("in-care", id)
        changes = replaced(figures, block, block + another.removeprefix("\n"))
        assert f'no section shows the figure "{id}".' in told(tmp_path, changes)

    def test_none_is_told_where_a_section_cannot_be_read(self, tmp_path: Path) -> None:
        assert NOWHERE not in told(tmp_path, {CARERS: "No front matter."})
