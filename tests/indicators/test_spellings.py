"""One name in two spellings in a column that rows are selected by."""

from dataclasses import replace

import pytest

from sufficiency.indicators import two_spellings
from tests.extracts.entries import INDICATOR, frame, indicator_entry

WHERE = INDICATOR + "where: {home: own}\n"


class TestTwoSpellings:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("All homes", "all homes"),
            ("Children's home", "Children\N{RIGHT SINGLE QUOTATION MARK}s home"),
            ("Semi-independent", "Semi \N{EN DASH} independent"),
            ("Foster care", "Foster  care"),
            ("Foster care", "Foster\N{NO-BREAK SPACE}care"),
        ],
        ids=["capitals", "apostrophes", "dashes", "spaces", "no-break spaces"],
    )
    def test_are_told_once_at_the_first_cell_of_the_second(self, one: str, other: str) -> None:
        rows = f"A,2017,{one},1\nA,2018,{other},2\nA,2019,{other},3\n"
        (problem,) = two_spellings(indicator_entry(WHERE), frame(rows))
        assert (problem.at.line, problem.at.column) == (3, 3)
        assert f'"{other}" under "home" is "{one}" above' in problem.message

    @pytest.mark.parametrize("other", ["Girl", "Boys", "Girls 1"])
    def test_names_that_differ_by_a_letter_are_two(self, other: str) -> None:
        rows = f"A,2017,Girls,1\nA,2018,{other},2\n"
        assert not list(two_spellings(indicator_entry(WHERE), frame(rows)))

    def test_what_is_not_public_is_not_quoted(self) -> None:
        private = replace(frame("A,2017,Own,1\nA,2018,own,2\n"), is_quoted=False)
        (problem,) = two_spellings(indicator_entry(WHERE), private)
        assert "own" not in problem.message.casefold()
