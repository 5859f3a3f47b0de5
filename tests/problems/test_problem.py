"""A problem as it is printed, and the order in which problems are read."""

from sufficiency.extracts.headed import TABLE_HEADER, TABLE_ROW
from sufficiency.problems import (
    Location,
    Problem,
    all_codes,
    count_problems,
    in_reading_order,
    refuses,
)
from tests.problems.made import ENTRY, WARNING, found

HERE = Location("data/children.csv", 3, 2)


class TestLocation:
    def test_it_prints_path_line_and_column(self) -> None:
        assert str(HERE) == "data/children.csv:3:2"
        assert HERE.in_words == "line 3"

    def test_of_a_workbook_it_prints_the_cell_as_excel_names_it(self) -> None:
        place = Location("data/a.xlsx", 5, 28, "Costs")
        assert str(place) == "data/a.xlsx:Costs!AB5"
        assert place.in_words == "cell AB5 of the sheet “Costs”"


class TestProblem:
    def test_it_says_where_what_and_how_to_mend_it(self) -> None:
        problem = Problem(TABLE_ROW, HERE, "the row is short.", "Fill it.")
        assert str(problem) == "data/children.csv:3:2 the row is short. Fill it."

    def test_without_a_mend_nothing_stands_behind_the_message(self) -> None:
        assert str(Problem(TABLE_ROW, HERE, "the row is short.")).endswith("short.")


class TestInReadingOrder:
    def test_files_come_in_order_then_lines_as_numbers_then_columns(self) -> None:
        places = [("b", 1, 1), ("a", 10, 1), ("a", 9, 2), ("a", 9, 1)]
        problems = [Problem(TABLE_ROW, Location(*place), "wrong.") for place in places]
        assert in_reading_order(problems) == problems[::-1]

    def test_each_is_told_once(self) -> None:
        problem = Problem(TABLE_ROW, HERE, "wrong.")
        assert in_reading_order([problem, problem]) == [problem]

    def test_two_codes_at_one_place_are_both_told(self) -> None:
        found = [Problem(TABLE_ROW, HERE, "wrong."), Problem(TABLE_HEADER, HERE, "wrong.")]
        assert in_reading_order(found) == found[::-1]


class TestRefuses:
    def test_any_problem_is_refused(self) -> None:
        assert refuses([found(WARNING, "a"), found(ENTRY, "a")])

    def test_warnings_alone_are_refused_only_where_that_is_asked_for(self) -> None:
        assert not refuses([found(WARNING, "a")])
        assert refuses([found(WARNING, "a")], strict=True)

    def test_nothing_is_not_refused(self) -> None:
        assert not refuses([], strict=True)


class TestCountProblems:
    def test_problems_and_warnings_are_counted_apart(self) -> None:
        problems = [found(ENTRY, "a"), found(WARNING, "a"), found(WARNING, "b")]
        assert count_problems(problems) == "1 problem and 2 warnings"

    def test_what_there_is_none_of_is_not_said(self) -> None:
        assert count_problems([found(ENTRY, "a"), found(ENTRY, "b")]) == "2 problems"
        assert count_problems([found(WARNING, "a")]) == "1 warning"
        assert count_problems([]) == "no problems"


class TestAllCodes:
    def test_they_stand_in_alphabetical_order(self) -> None:
        ids = list(all_codes())
        assert ids == sorted(ids)
        assert all_codes()["TABLE-ROW"] is TABLE_ROW
