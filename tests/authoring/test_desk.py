"""Writing into a project: read by its rules first, whole or not at all, as the author left it."""

import stat
from pathlib import Path

import pytest

from sufficiency.authoring import Refused
from sufficiency.authoring.insert import NewEntry
from sufficiency.outputs import OutputFailed
from tests.a_project import SOUND, replaced
from tests.authoring.a_desk import desk_in, text_of
from tests.authoring.test_starter import files_of_at_most

FACTS = "strategy/facts.yml"
FACT = NewEntry("then", {"indicator": "fostered", "label": "Fostered: all"})
LINES = '  then:\n    indicator: fostered\n    label: "Fostered: all"\n'


class TestAddEntry:
    def test_the_file_has_its_lines_and_no_other_change(self, tmp_path: Path) -> None:
        desk = desk_in(tmp_path)
        added = desk.add_entry(FACTS, ["facts"], FACT)
        assert text_of(desk, FACTS) == SOUND[FACTS] + LINES
        assert added.path == FACTS
        first = added.lines.start
        assert text_of(desk, FACTS).splitlines()[first - 1] == "  then:"

    def test_what_an_editor_saved_while_the_project_was_read_is_kept(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        desk = desk_in(tmp_path)
        edited = SOUND[FACTS] + "  # mine\n"

        def edit_and_understand(*args: object, **settings: object) -> object:
            (tmp_path / FACTS).write_text(edited, "utf-8", newline="")
            return None, []

        monkeypatch.setattr("sufficiency.pipeline.understand", edit_and_understand)
        with pytest.raises(Refused, match="was changed while you were being asked"):
            desk.add_entry(FACTS, ["facts"], FACT)
        assert text_of(desk, FACTS) == edited

    def test_line_ends_and_byte_order_mark_stay(self, tmp_path: Path) -> None:
        before = b"\xef\xbb\xbf" + SOUND[FACTS].replace("\n", "\r\n").encode()
        desk = desk_in(tmp_path, {FACTS: before})
        desk.add_entry(FACTS, ["facts"], FACT)
        assert (tmp_path / FACTS).read_bytes() == before + LINES.replace("\n", "\r\n").encode()

    def test_a_file_that_is_not_there_is_made(self, tmp_path: Path) -> None:
        desk = desk_in(
            tmp_path, {"strategy/needs.yml": None, "strategy/sections/30-carers.md": None}
        )
        need = {"id": "local_carers", "text": "more carers near home"}
        desk.add_entry("strategy/needs.yml", ["boxes"], NewEntry("carers", {"needs": [need]}))
        assert text_of(desk, "strategy/needs.yml") == (
            "# yaml-language-server: $schema=../schemas/needs.schema.json\n"
            "boxes:\n"
            "  carers:\n"
            "    needs:\n"
            "      - id: local_carers\n"
            "        text: more carers near home\n"
        )

    def test_problems_in_other_files_do_not_stand_in_the_way(self, tmp_path: Path) -> None:
        desk = desk_in(tmp_path, replaced("strategy/figures.yml", "kind: bar", "kind: bra"))
        added = desk.add_entry(FACTS, ["facts"], FACT)
        assert text_of(desk, FACTS).endswith(LINES)
        assert added.lines

    @pytest.mark.parametrize(
        ("old", "new"),
        [("formula:", "formla:"), ("facts:", "facts:\n\t"), ("  cost_gap", "   cost_gap")],
        ids=["unknown key", "tab", "indentation"],
    )
    def test_a_file_with_problems_is_not_written_to(
        self, tmp_path: Path, old: str, new: str
    ) -> None:
        desk = desk_in(tmp_path, replaced(FACTS, old, new))
        before = text_of(desk, FACTS)
        with pytest.raises(Refused, match="has a problem, so nothing was written to it") as refusal:
            desk.add_entry(FACTS, ["facts"], FACT)
        assert refusal.value.is_problem
        assert f"\n{FACTS}:" in str(refusal.value)
        assert text_of(desk, FACTS) == before

    def test_an_entry_that_would_be_a_problem_is_not_written(self, tmp_path: Path) -> None:
        desk = desk_in(tmp_path)
        with pytest.raises(Refused) as refusal:
            desk.add_entry(FACTS, ["facts"], NewEntry("a", {"indicator": "fosterd"}))
        assert str(refusal.value) == (
            'Nothing was written:\n- indicator "fosterd" is not defined. Did you mean "fostered"?'
        )
        assert text_of(desk, FACTS) == SOUND[FACTS]

    @pytest.mark.parametrize("name", ["A", "a b", "a: b", "", "1st", "../a"])
    def test_a_name_that_is_no_id_is_refused(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(Refused, match="is not an id"):
            desk_in(tmp_path).add_entry(FACTS, ["facts"], NewEntry(name, {"indicator": "fostered"}))

    def test_where_nothing_can_be_added_safely_the_lines_are_told(self, tmp_path: Path) -> None:
        desk = desk_in(tmp_path, {FACTS: "facts: {\n}\n"})
        with pytest.raises(Refused) as refusal:
            desk.add_entry(FACTS, ["facts"], FACT)
        assert "then:\n  indicator: fostered" in str(refusal.value)
        assert text_of(desk, FACTS) == "facts: {\n}\n"


class TestWriting:
    def test_a_full_disk_leaves_the_file_as_it_was(self, tmp_path: Path) -> None:
        desk = desk_in(tmp_path)
        before = sorted(tmp_path.rglob("*"))
        told = r'^"facts\.yml" could not be written: the disk does not take a file of this size\. '
        with files_of_at_most(100), pytest.raises(OutputFailed, match=told):
            desk.add_entry(FACTS, ["facts"], FACT)
        assert text_of(desk, FACTS) == SOUND[FACTS]
        assert sorted(tmp_path.rglob("*")) == before

    def test_who_may_read_and_write_it_stays(self, tmp_path: Path) -> None:
        desk = desk_in(tmp_path)
        (tmp_path / FACTS).chmod(0o640)
        desk.add_entry(FACTS, ["facts"], FACT)
        assert stat.S_IMODE((tmp_path / FACTS).stat().st_mode) == 0o640
