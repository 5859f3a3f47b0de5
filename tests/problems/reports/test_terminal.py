"""Problems on a terminal: places, words, codes, lines with a caret, counts; the same in a log."""

from pathlib import Path

from sufficiency.problems import Findings, Problem
from sufficiency.problems.reports import tell
from sufficiency.problems.reports.terminal import MOST_TOLD
from tests.problems.made import ENTRY, FILE, MEANING, WARNING, found
from tests.problems.reports.many import CHILD, find_many


def told(problems: list[Problem], lines: dict[str, list[str]] | None = None) -> str:
    return tell(Findings(problems, lines or {})).plain


class TestTell:
    def test_a_problem_has_its_place_its_words_its_code_and_its_line(self) -> None:
        assert told([found(ENTRY, "a.yml", 2, 2)], {"a.yml": ["title: A", "\tb: c"]}) == (
            "a.yml:2:2 this is wrong. [MADE-ENTRY]\n"
            "    2 |     b: c\n"
            "      |     ^\n"
            "\n"
            "1 problem found.\n"
            "`sufficiency explain MADE-ENTRY` says more about the first."
        )

    def test_how_to_mend_it_stands_behind_what_is_wrong(self) -> None:
        problem = Problem(ENTRY, found(ENTRY, "a").at, "this is wrong.", "Make it right.")
        assert told([problem]).startswith("a:1:1 this is wrong. Make it right. [MADE-ENTRY]\n")

    def test_a_warning_is_called_one(self) -> None:
        text = told([found(WARNING, "a")])
        assert text.startswith("a:1:1 warning: this is wrong. [MADE-WARNING]\n")
        assert "\n1 warning found.\n" in text

    def test_the_problems_of_a_file_stand_together_below_its_name(self) -> None:
        lines = told([found(MEANING, "b"), found(ENTRY, "a", 2), found(MEANING, "a", 1)])
        assert lines.splitlines()[:7] == [
            "a: 2 problems",
            "",
            "a:2:1 this is wrong. [MADE-ENTRY]",
            "",
            "a:1:1 this is wrong. [MADE-MEANING]",
            "",
            "b:1:1 this is wrong. [MADE-MEANING]",
        ]

    def test_a_file_that_cannot_be_read_comes_first(self) -> None:
        assert told([found(MEANING, "a"), found(FILE, "z")]).startswith("z:1:1 ")

    def test_what_follows_and_the_first_code_come_last(self) -> None:
        text = tell(
            Findings([found(ENTRY, "a"), found(MEANING, "a")]), conclusion="Nothing was built."
        ).plain
        assert text.endswith(
            "\n\n2 problems found. Nothing was built.\n"
            "`sufficiency explain MADE-ENTRY` says more about the first, and so it does for every "
            "code in square brackets."
        )

    def test_places_begin_at_the_folder_that_the_command_was_given_in(self) -> None:
        findings = Findings([found(ENTRY, "strategy/a.yml")], folder="councils/ambleford/")
        assert tell(findings).plain.startswith("councils/ambleford/strategy/a.yml:1:1 ")

    def test_a_message_over_several_lines_stands_on_one(self) -> None:
        text = told([found(ENTRY, "a", message='"one\ntwo\x1b[2J" is wrong.')])
        assert text.startswith('a:1:1 "one two\ufffd[2J" is wrong. [MADE-ENTRY]\n')


class TestMany:
    def test_as_many_as_can_be_read_are_all_told(self) -> None:
        text = told([found(ENTRY, "a", line) for line in range(1, MOST_TOLD + 1)])
        assert text.count("[MADE-ENTRY]") == MOST_TOLD
        assert "more in this file" not in text

    def test_of_more_each_file_tells_its_share_and_counts_the_rest(self) -> None:
        few = [found(ENTRY, "few", line) for line in range(1, 4)]
        many = [found(ENTRY, "many", line) for line in range(1, 79)]
        text = tell(Findings(many + few), tells_all="The page has all of them.").plain
        assert text.count("few:") == 1 + 3
        assert text.count("[MADE-ENTRY]") == MOST_TOLD
        assert "many: 78 problems\n\nmany:1:1 " in text
        assert "\nand 31 more in this file\n" in text
        assert "\n81 problems found.\nThe page has all of them.\n" in text

    def test_every_file_tells_one_however_many_there_are(self) -> None:
        text = told(
            [found(ENTRY, f"{number:03}", line) for number in range(200) for line in (1, 2)]
        )
        assert text.count("[MADE-ENTRY]") == 200
        assert text.count("and 1 more in this file") == 200

    def test_where_all_are_told_nothing_else_is_named_for_that(self) -> None:
        assert "The page" not in tell(Findings([found(ENTRY, "a")]), tells_all="The page.").plain


class TestColour:
    def test_the_words_are_the_same_with_and_without(self) -> None:
        from rich.console import Console

        findings = Findings([found(ENTRY, "a", 1, 3)], {"a": ["x" * 300]})
        text = tell(findings)
        narrow = Console(width=20, force_terminal=True, color_system="truecolor")
        with narrow.capture() as captured:
            narrow.print(text, soft_wrap=True)
        assert "\x1b[1;31m" in captured.get()
        plain = Console(width=20, color_system=None)
        with plain.capture() as captured:
            plain.print(text, soft_wrap=True)
        assert captured.get() == text.plain + "\n"

    def test_a_warnings_caret_is_of_another_colour_than_a_problems(self) -> None:
        lines = {"a": ["first", "second"]}
        text = tell(Findings([found(ENTRY, "a", 1), found(WARNING, "a", 2)], lines))
        carets = [
            str(span.style) for span in text.spans if "^" in text.plain[span.start : span.end]
        ]
        assert carets == ["bold red", "bold yellow"]


class TestProject:
    def test_nothing_that_may_be_about_a_child_is_told(self, tmp_path: Path) -> None:
        text = tell(find_many(tmp_path)).plain
        assert "a boy of nine" in CHILD
        assert "a boy of nine" not in text
        assert "RELEASE-PROTECT" in text

    def test_the_unreadable_file_comes_first_and_nothing_that_hangs_on_it(
        self, tmp_path: Path
    ) -> None:
        text = tell(find_many(tmp_path)).plain
        assert text.startswith("strategy/needs.yml:1:8 a quotation mark is opened")
        assert "local_carers" not in text
        assert "REF-NEED" not in text

    def test_a_cell_is_marked_where_it_begins(self, tmp_path: Path) -> None:
        text = tell(find_many(tmp_path)).plain
        line = 'Ambleford,31 March 2019,"fostered",many'
        assert f"    7 | {line}\n      | {' ' * line.index('many')}^\n" in text
        assert f"data/children.csv:7:{line.index('many') + 1} " in text
