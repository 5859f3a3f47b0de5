"""A problem as it is printed, and the order in which problems are read."""

from sufficiency.problems import Location, Problem, all_codes, in_reading_order
from sufficiency.sources.csv_rows import CSV_HEADER, CSV_ROW

HERE = Location("data/children.csv", 3, 2)


class TestLocation:
    def test_it_prints_path_line_and_column(self) -> None:
        assert str(HERE) == "data/children.csv:3:2"


class TestProblem:
    def test_it_says_where_what_and_how_to_mend_it(self) -> None:
        problem = Problem(CSV_ROW, HERE, "the row is short.", "Fill it.")
        assert str(problem) == "data/children.csv:3:2 the row is short. Fill it."

    def test_without_a_mend_nothing_stands_behind_the_message(self) -> None:
        assert str(Problem(CSV_ROW, HERE, "the row is short.")).endswith("short.")


class TestInReadingOrder:
    def test_files_come_in_order_then_lines_as_numbers_then_columns(self) -> None:
        places = [("b", 1, 1), ("a", 10, 1), ("a", 9, 2), ("a", 9, 1)]
        problems = [Problem(CSV_ROW, Location(*place), "wrong.") for place in places]
        assert in_reading_order(problems) == problems[::-1]

    def test_each_is_told_once(self) -> None:
        problem = Problem(CSV_ROW, HERE, "wrong.")
        assert in_reading_order([problem, problem]) == [problem]

    def test_two_codes_at_one_place_are_both_told(self) -> None:
        found = [Problem(CSV_ROW, HERE, "wrong."), Problem(CSV_HEADER, HERE, "wrong.")]
        assert in_reading_order(found) == found[::-1]


class TestAllCodes:
    def test_they_stand_in_alphabetical_order(self) -> None:
        ids = list(all_codes())
        assert ids == sorted(ids)
        assert all_codes()["CSV-ROW"] is CSV_ROW
