"""A project's trees as typed content: orders, ids, and what a mistake leaves standing."""

from datetime import date
from pathlib import Path

import pytest

from sufficiency.content import Content, Shelf, read_content
from sufficiency.content.strategy import DocumentEntry
from sufficiency.problems import Location, Problem
from sufficiency.sources import Text, read_project
from tests.a_project import replaced, write_project
from tests.released import a_strategy

ACTION = "actions:\n  - text: Act.\n"


def content_of(
    folder: Path, changes: dict[str, str | bytes | None]
) -> tuple[Content, list[Problem]]:
    return read_content(read_project(write_project(folder, changes))[0])


class TestReadContent:
    def test_the_sound_project_is_read_whole(self, tmp_path: Path) -> None:
        content, problems = content_of(tmp_path, {})
        assert problems == []
        assert content.strategy is not None
        assert content.strategy.as_at == date(2019, 3, 31)
        assert [section.order for section in content.sections.entries.values()] == [10, 20, 30]
        assert content.priorities.entries.keys() == {"fostering"}

    def test_sections_stand_in_the_order_of_their_numbers(self, tmp_path: Path) -> None:
        extra = {
            f"strategy/sections/{name}.md": "---\ntitle: A\n---\n" for name in ("9-a", "100-b")
        }
        content, _ = content_of(tmp_path, {**extra})
        assert list(content.sections.entries) == ["a", "summary", "fostering", "carers", "b"]

    def test_priorities_stand_in_the_order_of_their_files_numbers(self, tmp_path: Path) -> None:
        extra: dict[str, str | bytes | None] = {
            "strategy/priorities/10-a.yml": f"number: 1a\ntitle: A\n{ACTION}",
            "strategy/priorities/2-b.yml": f"id: named\nnumber: Z\ntitle: B\n{ACTION}",
            "strategy/priorities/2-a2.yml": f"title: C\n{ACTION}",
        }
        content, problems = content_of(tmp_path, extra)
        assert problems == []
        assert list(content.priorities.entries) == ["fostering", "a2", "named", "a"]
        numbers = [priority.number for priority in content.priorities.entries.values()]
        assert numbers == ["1", None, "Z", "1a"]

    @pytest.mark.parametrize(
        ("name", "id", "message"),
        [
            ("fostering", "id: own", 'the file name "fostering.yml" has no number at its start.'),
            ("2-Our Plans", "", 'the file name "2-Our Plans.yml" gives no id for the priority.'),
            ("2-Our Plans", "id: own", None),
        ],
    )
    def test_a_prioritys_file_gives_its_place_and_may_give_its_id(
        self, tmp_path: Path, name: str, id: str, message: str | None
    ) -> None:
        extra: dict[str, str | bytes | None] = {
            f"strategy/priorities/{name}.yml": f"{id}\ntitle: A\n{ACTION}".lstrip()
        }
        _, problems = content_of(tmp_path, extra)
        assert [problem.message for problem in problems] == ([message] if message else [])

    def test_a_broken_entry_costs_no_other(self, tmp_path: Path) -> None:
        changes = replaced(
            "strategy/facts.yml", "change: children_in_care\n    from", "change: a\n    form"
        )
        content, problems = content_of(tmp_path, changes)
        assert [problem.code.id for problem in problems] == ["KEY-UNKNOWN"]
        assert content.facts.broken == {"cic_change"}
        assert "cic_now" in content.facts.entries

    def test_an_unreadable_file_leaves_every_name_possible(self, tmp_path: Path) -> None:
        content, _ = content_of(tmp_path, {"strategy/facts.yml": "facts: '"})
        assert content.facts.may_hold("anything")

    def test_a_file_that_is_not_there_holds_no_names(self, tmp_path: Path) -> None:
        content, problems = content_of(tmp_path, {"strategy/references.yml": None})
        assert problems == []
        assert not content.references.may_hold("register")

    def test_a_model_knows_where_its_values_stand(self, tmp_path: Path) -> None:
        content, _ = content_of(tmp_path, {})
        extract = content.extracts.entries["costs"]
        assert extract.location("release") == Location("data/catalogue.yml", 20, 14)
        assert extract.location() == Location("data/catalogue.yml", 15, 5)
        assert extract.location("url") == extract.location()


class TestShelf:
    def test_names_are_all_that_is_written_down(self) -> None:
        assert Shelf({"a": 1}, frozenset({"b"})).names == {"a", "b"}

    @pytest.mark.parametrize(("id", "may"), [("a", True), ("b", True), ("c", False)])
    def test_a_broken_entry_may_be_held(self, id: str, may: bool) -> None:
        assert Shelf({"a": 1}, frozenset({"b"})).may_hold(id) is may


class TestStrategy:
    def test_files_are_named_by_council_title_and_years(self) -> None:
        stem = "ambleford-placement-sufficiency-strategy-2019-2022"
        assert a_strategy().file_stem("strategy") == stem

    @pytest.mark.parametrize(
        ("council", "title", "stem"),
        [
            ("Cyngor Sir Ŵyddgrug", "Plan", "cyngor-sir-wyddgrug-plan-2019-2022"),
            ("مجلس أمبلفورد", "Plan", "plan-2019-2022"),
            ("مجلس أمبلفورد", "خطة", "strategy-2019-2022"),
        ],
    )
    def test_no_name_of_files_loses_letters_or_is_nothing(
        self, council: str, title: str, stem: str
    ) -> None:
        documents = {"strategy": DocumentEntry(title=Text(title))}
        change = {"council": Text(council), "documents": documents}
        assert a_strategy().model_copy(update=change).file_stem("strategy") == stem

    def test_no_two_documents_have_one_name(self) -> None:
        title = DocumentEntry(title=a_strategy().title)
        named = dict.fromkeys(("strategy", "summary", "plan"), title)
        strategy = a_strategy().model_copy(update={"documents": named})
        stem = "ambleford-placement-sufficiency-strategy-2019-2022"
        stems = [strategy.file_stem(id) for id in named]
        assert stems == [stem, f"{stem}-summary", f"{stem}-plan"]
