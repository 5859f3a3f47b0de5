"""Putting other words in a file: those alone, whatever YAML asks of a text that holds them."""

import pytest

from sufficiency.authoring.rewrite import CannotRewrite, rewrite
from sufficiency.problems import Location

FACT, STATED = "{{ now }}", '[12]{source="register"}'


def rewritten(text: str, path: str, line: int, column: int, new: str, old: str = "12") -> str:
    data = rewrite(text.encode(), Location(path, line, column), old, new)
    return data.decode()


class TestMarkdown:
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_nothing_else_changes_and_line_ends_stay(self, end: str) -> None:
        lines = ["---", "title: Homes", "---", "All 12", "of 12 *homes*  ", "", "é 12", ""]
        after = [*lines[:4], f"of {FACT} *homes*  ", *lines[5:]]
        assert rewritten(end.join(lines), "s.md", 5, 4, FACT) == end.join(after)

    def test_a_byte_order_mark_stays(self) -> None:
        text = "\ufeff---\ntitle: A\n---\nAll 12\n"
        assert rewritten(text, "s.md", 4, 5, STATED) == text.replace("12", STATED)

    def test_words_that_are_not_there_are_refused(self) -> None:
        with pytest.raises(CannotRewrite):
            rewritten("---\ntitle: A\n---\nAll 13\n", "s.md", 4, 5, FACT)

    def test_front_matter_is_yaml(self) -> None:
        after = rewritten("---\ntitle: 12 homes\n---\n", "s.md", 2, 8, FACT)
        assert after == "---\ntitle: '{{ now }} homes'\n---\n"


class TestYaml:
    @pytest.mark.parametrize(
        ("before", "new", "after"),
        [
            ("text: All 12 homes\n", FACT, "text: All {{ now }} homes\n"),
            ("text: All 12 homes\n", STATED, 'text: All [12]{source="register"} homes\n'),
            ("text: 12 homes\n", FACT, "text: '{{ now }} homes'\n"),
            ("text: 12 homes\n", STATED, "text: '[12]{source=\"register\"} homes'\n"),
            ("text: 12 of Ann's\n", STATED, 'text: "[12]{source=\\"register\\"} of Ann\'s"\n'),
            ('text: "All 12: homes"\n', STATED, 'text: "All [12]{source=\\"register\\"}: homes"\n'),
            ("text: 'All 12: homes'\n", FACT, "text: 'All {{ now }}: homes'\n"),
            ("text: >-\n  All\n  12 homes\n", STATED, f"text: >-\n  All\n  {STATED} homes\n"),
            ("a: {text: All 12 homes}\n", FACT, "a: {text: 'All {{ now }} homes'}\n"),
            ("- x\n- All 12  # a remark\n", FACT, None),
            ("a:\n  - All 12  # a remark\n", FACT, "a:\n  - All {{ now }}  # a remark\n"),
            ("a: All\n  12 homes\nb: 12\n", FACT, "a: All\n  {{ now }} homes\nb: 12\n"),
        ],
    )
    def test_marks_are_added_where_yaml_needs_them(
        self, before: str, new: str, after: str | None
    ) -> None:
        line = before[: before.index("12")].count("\n") + 1
        column = before.index("12") - before.rfind("\n", 0, before.index("12"))
        if after is None:
            with pytest.raises(CannotRewrite):
                rewritten(before, "a.yml", line, column, new)
        else:
            assert rewritten(before, "a.yml", line, column, new) == after

    def test_a_key_is_no_text(self) -> None:
        with pytest.raises(CannotRewrite):
            rewritten("a 12: b\n", "a.yml", 1, 3, FACT)

    def test_line_ends_of_windows_stay(self) -> None:
        before = "a: x\r\ntext: >-\r\n  12 of\r\n  12 homes\r\n"
        after = rewritten(before, "a.yml", 4, 3, FACT)
        assert after == "a: x\r\ntext: >-\r\n  12 of\r\n  {{ now }} homes\r\n"
