"""One indicator over the rows of an extract."""

from dataclasses import replace
from decimal import Decimal

from sufficiency.content.catalogue import Column
from sufficiency.indicators import COLUMNS, compute_indicator, latest_period
from sufficiency.indicators.compute import ROW_TWICE
from sufficiency.tables import PeriodKind, Status
from tests.extracts.entries import INDICATOR, frame, indicator_entry

ROWS = 'A,2018,own,"£1,000"\nA,2019,own,5\nA,2019,agency,c\nB,2019,own,7\n'


def told(text: str, rows: str = ROWS) -> list[str]:
    table, problems = compute_indicator(indicator_entry(text), frame(rows))
    assert (table is None) == bool(problems)
    return [problem.message for problem in problems]


class TestComputeIndicator:
    def test_it_has_a_row_for_each_period_place_and_breakdown(self) -> None:
        table, _ = compute_indicator(indicator_entry(), frame(ROWS))
        assert table is not None
        assert list(table.columns) == [*COLUMNS, "home"]
        assert [period.label for period in table["period"][:2]] == [
            "31 March 2018",
            "31 March 2019",
        ]
        assert list(table["value"]) == [Decimal(1000), Decimal(5), None, Decimal(7)]
        assert list(table["status"])[2] is Status.SUPPRESSED
        assert list(table["line"]) == [2, 3, 4, 5]

    def test_where_keeps_the_rows_it_names(self) -> None:
        table, _ = compute_indicator(
            indicator_entry(INDICATOR + "where: {place: B}\n"), frame(ROWS)
        )
        assert table is not None
        assert list(table["line"]) == [5]

    def test_one_place_and_one_period_may_hold_for_all_rows(self) -> None:
        text = INDICATOR.replace("place: place", "place: {always: Ambleford}").replace(
            "{column: year, means: point}", "{always: 2018-19, means: financial year}"
        )
        table, _ = compute_indicator(
            indicator_entry(text), frame("A,2018,own,1\nA,2018,agency,2\n")
        )
        assert table is not None
        assert set(table["place"]) == {"Ambleford"}
        assert {(p.label, p.kind) for p in table["period"]} == {
            ("2018 to 2019", PeriodKind.FINANCIAL_YEAR)
        }

    def test_every_unknown_column_is_told(self) -> None:
        text = "label: A\nunit: £\nextract: homes\nvalue: costs\nplace: plaice\n"
        text += "period: {column: yaer, means: point}\nbreakdowns: [hoem]\nwhere: {town: A}\n"
        names = ["costs", "hoem", "plaice", "yaer", "town"]
        assert told(text) == [f'the extract "homes" has no column "{name}".' for name in names]

    def test_two_rows_for_one_figure_are_told_at_the_second(self) -> None:
        rows = ROWS + "A,31 March 2019,own,6\nA,2019,own,8\n"
        _, problems = compute_indicator(indicator_entry(), frame(rows))
        assert [str(problem.at) for problem in problems] == [
            "data/homes.csv:6:4",
            "data/homes.csv:7:4",
        ]
        assert [problem.message for problem in problems] == [
            f'row 3 gives another figure for A, own, 31 March 2019: "5" there, "{here}" here.'
            for here in (6, 8)
        ]

    def test_of_two_rows_that_are_alike_it_is_said(self) -> None:
        (problem,) = compute_indicator(indicator_entry(), frame(f"{ROWS}A,2019,own,£5.00\n"))[1]
        assert problem.message == 'row 3 gives the same figure, "5", for A, own, 31 March 2019.'
        assert problem.mend.startswith("Delete one of the two")

    def test_a_figure_and_a_symbol_are_not_alike(self) -> None:
        (message,) = told(INDICATOR, f"{ROWS}A,2019,agency,7\n")
        assert message.endswith('A, agency, 31 March 2019: "c" there, "7" here.')

    def test_whether_figures_differ_that_are_not_public_is_not_said(self) -> None:
        for cost in (1, 2):
            hidden = replace(frame(f"Jo,2019,own,1\nJo,2019,own,{cost}\n"), is_quoted=False)
            (problem,) = compute_indicator(indicator_entry(), hidden)[1]
            assert problem.message == "row 2 gives a figure for the same thing."
            assert problem.mend == ROW_TWICE.mend

    def test_nothing_of_an_extract_that_is_not_public_is_quoted(self) -> None:
        for rows in ("Jo,2019,own,1\nJo,2019,own,2\n", "A,Jo,own,1\n"):
            hidden = replace(frame(rows), is_quoted=False)
            (problem,) = compute_indicator(indicator_entry(), hidden)[1]
            assert "Jo" not in str(problem)

    def test_every_unreadable_period_is_told(self) -> None:
        rows = "A,spring,own,1\nA,2019,own,2\nA,autumn,own,3\n"
        assert told(INDICATOR, rows) == [
            f'"{text}" under "year" is not a day.' for text in ("spring", "autumn")
        ]

    def test_the_number_that_excel_keeps_for_a_day_is_known(self) -> None:
        found = compute_indicator(indicator_entry(), frame("A,43555,own,1\nA,435,own,2\n"))[1]
        assert ["date format" in str(problem.mend) for problem in found] == [True, False]

    def test_a_day_with_a_time_is_that_day(self) -> None:
        table, problems = compute_indicator(
            indicator_entry(), frame("A,2019-03-31 00:00:00,own,1\n")
        )
        assert problems == []
        assert table is not None
        assert table["period"][0].label == "31 March 2019"

    def test_a_selection_without_rows_is_told(self) -> None:
        assert told(INDICATOR + "where: {place: C}\n") == ["no row matches."]

    def test_text_is_no_value(self) -> None:
        assert told(INDICATOR.replace("value: cost", "value: home")) == [
            'the column "home" holds text, not figures.'
        ]


class TestLatestPeriod:
    def test_rows_count_that_the_indicator_does_not_use(self) -> None:
        entry = indicator_entry(INDICATOR + "where: {place: B}\n")
        last = latest_period(entry, frame("A,2020,own,1\nB,2019,own,1\nC,n/a,own,1\n"))
        assert last is not None
        assert last.label == "31 March 2020"

    def test_one_period_for_all_rows_is_the_last(self) -> None:
        text = INDICATOR.replace("column: year", "always: 2018")
        last = latest_period(indicator_entry(text), frame("A,2020,own,1\n"))
        assert last is not None
        assert last.label == "31 March 2018"

    def test_without_a_period_that_can_be_read_there_is_none(self) -> None:
        assert latest_period(indicator_entry(), frame("A,spring,own,1\n")) is None


class TestPercentages:
    """Of an indicator of percentages whose column is one of numbers."""

    TEXT = INDICATOR.replace("£ a week", "percentage")
    ROWS = "A,2019,own,0.62\nB,2019,own,67%\nC,2019,own,c\n"

    def values(self, column: Column, text: str = TEXT) -> tuple[list[object], list[str]]:
        extract = replace(frame(self.ROWS.replace("67%", "0.5")), columns={"cost": column})
        extract.frame["cost"] = [row.split(",")[3] for row in self.ROWS.split()]
        table, problems = compute_indicator(indicator_entry(text), extract)
        read = [] if table is None else list(table["value"])
        return read, [problem.code.id for problem in problems]

    def test_shares_are_asked_about(self) -> None:
        assert self.values(Column(type="number")) == ([], ["PERCENT-SCALE"])

    def test_the_catalogue_says_which_they_are(self) -> None:
        shares = Column(type="number", fractions="shares")
        assert self.values(shares) == ([Decimal(62), Decimal(67), None], [])
        as_they_stand = Column(type="number", fractions="percentages")
        assert self.values(as_they_stand) == ([Decimal("0.62"), Decimal(67), None], [])

    def test_other_units_are_read_as_they_stand(self) -> None:
        shares = Column(type="number", fractions="shares")
        text = INDICATOR.replace("£ a week", "number")
        assert self.values(shares, text) == ([Decimal("0.62"), Decimal(67), None], [])


class TestQuotients:
    ENTRY = INDICATOR + "quotient: {numerator: cost, denominator: cost}\n"

    def test_numerator_and_denominator_stand_beside_the_figure(self) -> None:
        table, _ = compute_indicator(indicator_entry(self.ENTRY), frame(ROWS))
        assert table is not None
        assert list(table["numerator"]) == [Decimal(1000), Decimal(5), None, Decimal(7)]
        assert list(table["denominator"]) == list(table["numerator"])

    def test_their_columns_must_be_there_and_hold_figures(self) -> None:
        assert told(self.ENTRY.replace("denominator: cost", "denominator: csot")) == [
            'the extract "homes" has no column "csot".'
        ]
        assert told(self.ENTRY.replace("denominator: cost", "denominator: place")) == [
            'the column "place" holds text, not figures.'
        ]
