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
        (problem,) = two_spellings([indicator_entry(WHERE)], frame(rows))
        assert (problem.at.line, problem.at.column) == (3, 3)
        assert f'"{other}" under "home" is "{one}" above' in problem.message

    def test_what_is_not_public_is_not_quoted(self) -> None:
        private = replace(frame("A,2017,Own,1\nA,2018,own,2\n"), is_quoted=False)
        (problem,) = two_spellings([indicator_entry(WHERE)], private)
        assert "own" not in problem.message.casefold()


class TestAMisspeltName:
    """Barnet and Barnett: one slip parts them, and never do both have a figure for one thing."""

    @pytest.mark.parametrize(
        "slip",
        ["Barnett", "Barne", "Barmet", "Banret", "barnett", "Bar net"],
        ids=["added", "left out", "another", "turned", "and a capital", "parted"],
    )
    def test_is_told_at_its_cell_where_the_other_has_a_gap(self, slip: str) -> None:
        rows = f"Barnet,2017,own,1\n{slip},2018,own,2\nBarnet,2019,own,3\n"
        (problem,) = two_spellings([indicator_entry()], frame(rows))
        assert (problem.at.line, problem.at.column) == (3, 1)
        assert problem.mend.startswith('Did you mean "Barnet"?')
        assert f"`spelt_so: [{slip}]`" in problem.mend

    def test_is_told_once_of_all_its_rows(self) -> None:
        rows = "".join(
            f"A,{2010 + n},{'foster cre' if n < 2 else 'foster care'},1\n" for n in range(9)
        )
        (problem,) = two_spellings([indicator_entry()], frame(rows))
        assert '"foster cre" under "home" stands in 2 rows, "foster care" in 7' in problem.message

    def test_of_a_category_that_one_place_has_is_told_by_how_rare_it_is(self) -> None:
        rows = "A,2019,foster cre,1\nB,2019,foster care,1\nC,2019,foster care,1\n"
        assert not list(two_spellings([indicator_entry()], frame(rows)))
        (problem,) = two_spellings([indicator_entry()], frame(f"{rows}D,2019,foster care,1\n"))
        assert problem.at.line == 2

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Mother", "Other"),
            ("Aged 10 to 15", "Aged 10 to 16"),
            ("Band A", "Band B"),
            ("Male", "Female"),
            ("White British", "White Irish"),
        ],
    )
    def test_names_of_two_things_are_let_be(self, one: str, other: str) -> None:
        rows = "".join(f"A,{year},{name},1\n" for year in (2017, 2018) for name in (one, other))
        rows += f"A,2019,{one},1\nA,2020,{one},1\n"
        assert not list(two_spellings([indicator_entry()], frame(rows)))

    @pytest.mark.parametrize(("one", "other"), [("Band A", "Band B"), ("Aged 15", "Aged 16")])
    def test_names_that_only_a_number_or_a_letter_tells_apart_are_let_be(
        self, one: str, other: str
    ) -> None:
        rows = f"A,2018,{one},1\nA,2019,{other},1\n"
        assert not list(two_spellings([indicator_entry()], frame(rows)))

    def test_a_name_that_the_catalogue_says_is_spelt_so_is_let_be(self) -> None:
        found = frame("Oak House,2018,own,1\nOaks House,2019,own,2\n")
        column = found.columns["place"].model_copy(update={"spelt_so": ["Oaks House"]})
        columns = {**found.columns, "place": column}
        assert list(two_spellings([indicator_entry()], found))
        assert not list(two_spellings([indicator_entry()], replace(found, columns=columns)))

    def test_what_is_not_public_is_not_quoted(self) -> None:
        private = replace(frame("Barnet,2017,own,1\nBarnett,2018,own,2\n"), is_quoted=False)
        (problem,) = two_spellings([indicator_entry()], private)
        assert "Barnet" not in f"{problem.message} {problem.mend}"
