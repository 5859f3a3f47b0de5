"""What a typed number may be bound to, and what is written then."""

from pathlib import Path

import pytest

from sufficiency.authoring import Refused
from sufficiency.authoring.bind import Bench, open_bench, promised, stated
from sufficiency.outputs import Cache, cache_folder
from tests.a_project import write_project

MORE = "strategy/sections/20-more.md"
FRONT = "---\r\ntitle: More\r\n---\r\n"


def bench_with(folder: Path, text: str) -> Bench:
    project = write_project(folder, {MORE: (FRONT + text).encode()})
    return open_bench(project, Cache(cache_folder()))


def written(bench: Bench) -> str:
    return (bench.root / MORE).read_bytes().decode().removeprefix(FRONT)


class TestOffers:
    def test_numbers_come_in_reading_order_and_words_may_be_passed_over(
        self, tmp_path: Path
    ) -> None:
        bench = bench_with(tmp_path, "Two homes for 60 children, and 45 more.\r\n")
        first = bench.next(None)
        assert first is not None
        assert first.number == "Two"
        digits = bench.next(None, digits_only=True)
        assert digits is not None
        assert digits.number == "60"

    def test_the_sentence_is_shown_on_one_line(self, tmp_path: Path) -> None:
        bench = bench_with(tmp_path, "It is so. We look after\r\n60 children. They left.\r\n")
        assert bench.sentence(bench.unbound[0]) == "We look after 60 children."

    def test_facts_of_that_value_are_offered(self, tmp_path: Path) -> None:
        bench = bench_with(tmp_path, "We look after 60 children.\r\n")
        assert bench.facts_for(bench.unbound[0]) == [("cic_now", "60", "Children in care")]

    def test_figures_of_released_tables_are_offered_with_where_they_stand(
        self, tmp_path: Path
    ) -> None:
        bench = bench_with(tmp_path, "We looked after 58 children.\r\n")
        (cell,) = bench.cells_for(bench.unbound[0])
        assert cell.label.startswith(
            "Children in care, Ambleford, 31 March 2018 (data/children.csv,"
        )


class TestWrite:
    def test_a_fact_takes_the_unit_with_it_that_it_prints(self, tmp_path: Path) -> None:
        bench = bench_with(tmp_path, "It costs £675 a week at most.\r\n")
        bench.write_fact(bench.unbound[0], "own_week", "£675 a week")
        assert written(bench) == "It costs {{ own_week }} at most.\r\n"

    def test_a_figure_becomes_a_fact_and_the_number_its_name(self, tmp_path: Path) -> None:
        bench = bench_with(tmp_path, "We looked after 58 children.\r\n")
        (cell,) = bench.cells_for(bench.unbound[0])
        after = bench.write_cell(bench.unbound[0], cell, bench.name_for(cell))
        assert written(after) == "We looked after {{ children_in_care_2018 }} children.\r\n"
        assert after.model.facts.entries["children_in_care_2018"].said == "58"
        assert after.unbound == []

    def test_a_stated_figure_names_its_publication(self, tmp_path: Path) -> None:
        bench = bench_with(tmp_path, "We had 196 enquiries.\r\n")
        after = bench.write(bench.unbound[0], stated("196", "register"))
        assert written(after) == 'We had [196]{source="register"} enquiries.\r\n'

    def test_a_promise_is_marked(self, tmp_path: Path) -> None:
        bench = bench_with(tmp_path, "We visit every 6 weeks.\r\n")
        after = bench.write(bench.unbound[0], promised("6"))
        assert written(after) == "We visit every [6]{.commitment} weeks.\r\n"

    def test_what_would_be_a_problem_is_not_written(self, tmp_path: Path) -> None:
        bench = bench_with(tmp_path, "We had 196 enquiries.\r\n")
        with pytest.raises(Refused, match='the source "registr" is not listed'):
            bench.write(bench.unbound[0], stated("196", "registr"))
        assert written(bench) == "We had 196 enquiries.\r\n"

    def test_no_fact_is_left_behind_where_its_name_cannot_be_written(self, tmp_path: Path) -> None:
        bench = bench_with(tmp_path, "We looked after 58 children.\r\n")
        (cell,) = bench.cells_for(bench.unbound[0])
        facts = (bench.root / "strategy/facts.yml").read_bytes()
        with pytest.raises(Refused):
            bench.write_cell(bench.unbound[0], cell, "cic_now")
        assert (bench.root / "strategy/facts.yml").read_bytes() == facts

    def test_what_was_edited_since_it_was_read_is_kept(self, tmp_path: Path) -> None:
        bench = bench_with(tmp_path, "We looked after 58 children.\r\n")
        (number,) = bench.unbound
        (cell,) = bench.cells_for(number)
        edited = FRONT + "We looked after 58 children.\r\nAnd more.\r\n"
        (bench.root / MORE).write_bytes(edited.encode())
        facts = (bench.root / "strategy/facts.yml").read_bytes()
        with pytest.raises(Refused, match="was changed while you were being asked"):
            bench.write(number, promised("58"))
        with pytest.raises(Refused, match="was changed while you were being asked"):
            bench.write_cell(number, cell, "old")
        assert (bench.root / MORE).read_bytes() == edited.encode()
        assert (bench.root / "strategy/facts.yml").read_bytes() == facts

    def test_what_is_edited_while_the_project_is_read_again_is_kept(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        bench = bench_with(tmp_path, "We visit every 6 weeks.\r\n")

        def edit_and_understand(*args: object, **settings: object) -> object:
            (bench.root / MORE).write_bytes(b"Mine")
            return bench.model, []

        monkeypatch.setattr("sufficiency.authoring.bind.understand", edit_and_understand)
        with pytest.raises(Refused, match="was changed while you were being asked"):
            bench.write(bench.unbound[0], promised("6"))
        assert (bench.root / MORE).read_bytes() == b"Mine"
