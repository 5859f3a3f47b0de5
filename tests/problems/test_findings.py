"""What was found, in the order in which it is told, with the lines that may be shown."""

from sufficiency.problems import Findings
from tests.problems.made import ENTRY, FILE, MEANING, WARNING, found


class TestByFile:
    def test_what_is_most_basic_in_a_file_comes_first_then_its_lines(self) -> None:
        problems = [found(MEANING, "a", 10), found(MEANING, "a", 9), found(ENTRY, "a", 40)]
        (file,) = Findings(problems).by_file()
        assert [problem.at.line for problem in file.problems] == [40, 9, 10]

    def test_files_with_what_is_most_basic_come_first_then_by_name(self) -> None:
        problems = [found(MEANING, "a"), found(ENTRY, "c"), found(ENTRY, "b"), found(FILE, "d")]
        assert [file.path for file in Findings(problems).by_file()] == ["d", "b", "c", "a"]

    def test_warnings_come_behind_the_problems_of_a_file(self) -> None:
        (file,) = Findings([found(WARNING, "a", 1), found(MEANING, "a", 2)]).by_file()
        assert [problem.is_warning for problem in file.problems] == [False, True]

    def test_files_of_warnings_alone_come_last(self) -> None:
        problems = [found(WARNING, "a"), found(MEANING, "b")]
        assert [file.path for file in Findings(problems).by_file()] == ["b", "a"]

    def test_each_is_told_once(self) -> None:
        assert len(Findings([found(ENTRY, "a"), found(ENTRY, "a")]).in_order()) == 1

    def test_a_message_that_quotes_a_long_text_is_shortened_in_its_middle(self) -> None:
        quoted = f'"{"x" * 5000}" is not a date.'
        (problem,) = Findings([found(ENTRY, "a", message=quoted)]).in_order()
        assert len(problem.message) < 500
        assert problem.message.startswith('"xxx')
        assert problem.message.endswith('xxx" is not a date.')
        assert "x…x" in problem.message

    def test_the_order_of_finding_makes_no_difference(self) -> None:
        problems = [
            found(code, path, line) for code in (MEANING, FILE) for path in "ab" for line in (2, 1)
        ]
        assert Findings(problems).by_file() == Findings(problems[::-1]).by_file()


class TestExcerpt:
    findings = Findings([], {"a": ("first", "", "third word")})

    def test_it_is_the_line_with_its_place(self) -> None:
        excerpt = self.findings.excerpt(found(ENTRY, "a", 3, 7))
        assert excerpt is not None
        assert (excerpt.text, excerpt.marked) == ("third word", "word")

    def test_a_file_that_may_not_be_shown_has_none(self) -> None:
        assert self.findings.excerpt(found(ENTRY, "b", 1)) is None

    def test_a_blank_line_and_one_beyond_the_end_have_none(self) -> None:
        assert self.findings.excerpt(found(ENTRY, "a", 2)) is None
        assert self.findings.excerpt(found(ENTRY, "a", 4)) is None

    def test_what_is_wrong_with_a_whole_file_shows_no_line_of_it(self) -> None:
        assert self.findings.excerpt(found(FILE, "a")) is None
        assert self.findings.excerpt(found(FILE, "a", 3)) is not None
