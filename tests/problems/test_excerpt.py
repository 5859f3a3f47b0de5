"""A line as a message shows it: the place marked, cut where it is long, harmless."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sufficiency.problems.excerpt import WIDEST, cut_line, harmless


class TestCutLine:
    def test_the_word_at_the_place_is_marked(self) -> None:
        excerpt = cut_line("  - strand: operatonal", 13)
        assert (excerpt.before, excerpt.marked, excerpt.after) == ("  - strand: ", "operatonal", "")
        assert excerpt.indent == 12

    def test_a_hyphen_within_a_word_belongs_to_it(self) -> None:
        assert cut_line("parent: in-house-fostering, no", 9).marked == "in-house-fostering"

    def test_a_repeated_sign_is_marked_whole(self) -> None:
        assert cut_line("We have {{ cic }} children", 9).marked == "{{"

    @pytest.mark.parametrize("column", [6, 7, 900])
    def test_beyond_the_end_the_end_is_marked(self, column: int) -> None:
        excerpt = cut_line("title", column)
        assert (excerpt.before, excerpt.marked, excerpt.text) == ("title", " ", "title")

    def test_tabs_keep_the_caret_under_the_place(self) -> None:
        excerpt = cut_line("\t\tkey: value", 3)
        assert excerpt.text == "        key: value"
        assert excerpt.indent == 8

    def test_wide_characters_take_two_columns_and_accents_none(self) -> None:
        assert cut_line("日本 x", 4).indent == 5
        assert cut_line("cafe\u0301 x", 7).indent == 5

    def test_a_line_that_fits_is_not_cut(self) -> None:
        assert cut_line("x" * WIDEST, 1).text == "x" * WIDEST

    def test_a_long_line_is_cut_round_the_place(self) -> None:
        excerpt = cut_line("before " * 50 + "HERE" + " behind" * 50, 351)
        assert excerpt.marked == "HERE"
        assert excerpt.text.startswith("…")
        assert excerpt.text.endswith("…")
        assert len(excerpt.text) == WIDEST

    def test_the_beginning_is_kept_where_the_place_is_near_it(self) -> None:
        excerpt = cut_line("    formula: own_week * " + "1" * 100, 14)
        assert excerpt.before == "    formula: "
        assert excerpt.text.endswith("1…")

    def test_the_end_is_kept_where_the_place_is_near_it(self) -> None:
        excerpt = cut_line("1" * 100 + " end", 102)
        assert excerpt.text.endswith("1 end")
        assert len(excerpt.text) >= WIDEST - 2

    @given(st.text(max_size=400), st.integers(1, 500))
    def test_whatever_the_line_it_fits_and_can_be_printed(self, line: str, column: int) -> None:
        excerpt = cut_line(line, column)
        shown = excerpt.before + excerpt.marked + excerpt.after
        assert shown.isprintable()
        assert 0 <= excerpt.indent <= WIDEST
        assert len(excerpt.marked) > 0


class TestHarmless:
    def test_signs_that_a_terminal_obeys_are_replaced(self) -> None:
        assert harmless("\x1b[31mred\x07") == "\ufffd[31mred\ufffd"

    def test_signs_that_turn_the_direction_of_writing_are_replaced(self) -> None:
        assert harmless("a\u202eb") == "a\ufffdb"

    def test_line_ends_and_hard_spaces_become_spaces(self) -> None:
        assert harmless("one\ntwo\u00a0three") == "one two three"

    def test_what_can_be_printed_stays(self) -> None:
        assert harmless("£60 – “café” 日本") == "£60 – “café” 日本"
