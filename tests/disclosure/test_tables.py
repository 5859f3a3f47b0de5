"""From extracts to released tables: what is refused, what is remembered."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sufficiency.content import Content, read_content
from sufficiency.disclosure import release_tables
from sufficiency.sources import read_project
from sufficiency.tables import Status, Unit
from tests.a_project import replaced, write_project
from tests.versions import set_version


class Memory:
    """Remembers in a dictionary, and counts what had to be made."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.made = 0

    def remember(self, key: str, make: Callable[[], bytes]) -> bytes:
        if key not in self.kept:
            self.kept[key] = make()
            self.made += 1
        return self.kept[key]


def contents(
    folder: Path, changes: dict[str, str | bytes | None] | None = None
) -> tuple[Content, dict[str, bytes]]:
    project, _ = read_project(write_project(folder, changes))
    return read_content(project)[0], dict(project.tables)


@pytest.fixture
def memory() -> Memory:
    return Memory()


class TestReleaseTables:
    def test_each_indicator_has_its_table_with_lines_and_symbols(
        self, tmp_path: Path, memory: Memory
    ) -> None:
        tables, problems = release_tables(*contents(tmp_path), remember=memory.remember)
        assert problems == []
        assert tables.entries.keys() == {"children_in_care", "fostered", "weekly_cost"}
        children = tables.entries["children_in_care"]
        assert [row.source.line for row in children.rows] == [2, 3, 4, 5, 6]
        assert children.rows[-1].status is Status.SUPPRESSED
        assert children.rows[-1].value is None
        assert tables.entries["weekly_cost"].unit is Unit.POUNDS_A_WEEK
        assert tables.entries["weekly_cost"].rows[0].breakdown == {"home": "Own carers"}

    def test_what_is_remembered_is_what_was_made(self, tmp_path: Path, memory: Memory) -> None:
        made = [release_tables(*contents(tmp_path), remember=memory.remember)[0] for _ in range(2)]
        assert made[0] == made[1]
        assert memory.made == 1

    @pytest.mark.parametrize(
        ("path", "old", "new"),
        [
            ("data/costs.csv", "675", "676"),
            ("data/catalogue.yml", "Costs of homes", "Costs"),
            ("data/indicators.yml", "means: point", "means: year to 31 March"),
            ("data/indicators.yml", "fostered:", "foster:"),
        ],
    )
    def test_any_change_makes_them_anew(
        self, tmp_path: Path, memory: Memory, path: str, old: str, new: str
    ) -> None:
        for name, changes in (("a", {}), ("b", replaced(path, old, new))):
            release_tables(*contents(tmp_path / name, changes), remember=memory.remember)
        assert memory.made == 2

    @pytest.mark.parametrize("package", ["pandas", "openpyxl", "numpy", "pydantic"])
    def test_another_version_of_what_computes_them_makes_them_anew(
        self, tmp_path: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch, package: str
    ) -> None:
        read = contents(tmp_path)
        release_tables(*read, remember=memory.remember)
        set_version(monkeypatch, package, "99")
        release_tables(*read, remember=memory.remember)
        assert memory.made == 2

    def test_with_a_problem_nothing_is_remembered(self, tmp_path: Path, memory: Memory) -> None:
        changes = replaced("data/costs.csv", "675", "lots")
        tables, problems = release_tables(*contents(tmp_path, changes), remember=memory.remember)
        assert [problem.code.id for problem in problems] == ["CELL-TYPE"]
        assert tables.broken == {"weekly_cost"}
        assert tables.entries.keys() == {"children_in_care", "fostered"}
        assert memory.kept == {}

    def test_nothing_of_a_protected_extract_is_released_or_remembered(
        self, tmp_path: Path, memory: Memory
    ) -> None:
        changes = replaced("data/catalogue.yml", "release: published", "release: protect")
        tables, problems = release_tables(*contents(tmp_path, changes), remember=memory.remember)
        assert [problem.code.id for problem in problems] == ["RELEASE-PROTECT"]
        assert tables.entries.keys() == {"weekly_cost"}
        assert memory.kept == {}

    def test_a_protected_extract_is_not_even_read(self, tmp_path: Path, memory: Memory) -> None:
        changes = replaced("data/catalogue.yml", "release: published", "release: protect")
        changes |= replaced("data/children.csv", "in care,58", "in care,Jo Bloggs")
        _, problems = release_tables(*contents(tmp_path, changes), remember=memory.remember)
        assert [problem.code.id for problem in problems] == ["RELEASE-PROTECT"]

    def test_an_indicator_of_a_broken_entry_is_broken_not_unknown(
        self, tmp_path: Path, memory: Memory
    ) -> None:
        changes = replaced("data/catalogue.yml", "as_at: 31 March 2020", "as_at: spring")
        tables, problems = release_tables(*contents(tmp_path, changes), remember=memory.remember)
        assert problems == []
        assert tables.broken == {"children_in_care", "fostered"}
