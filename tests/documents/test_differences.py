"""The annex's table of differences: only of what the document prints."""

from pathlib import Path

from sufficiency.documents.differences import printed_differences
from tests.a_project import SOUND, replaced
from tests.models import understood

SUMMARY = "strategy/sections/10-summary.md"
NO_BREAK = "\N{NO-BREAK SPACE}"
SAME = """\
    same_as:
      - indicator: in_care_again
        prefer: this
        because: The second count came later.
  in_care_again:
    label: Children in care, counted again
    unit: count
    extract: again
    value: children
    place: {always: Ambleford}
    period: {column: date, means: point}
"""
CATALOGUE = """\
  again:
    file: again.csv
    title: Children in care, counted again
    publisher: Ambleford Council
    licence: Open
    as_at: 31 March 2019
    release: published
    columns: {date: {type: text}, children: {type: count}}
"""


def changes(again: str) -> dict[str, str | bytes | None]:
    where = "    where: {measure: in care}\n"
    indicators = SOUND["data/indicators.yml"].replace(where, where + SAME)
    return {
        "data/indicators.yml": indicators,
        "data/catalogue.yml": SOUND["data/catalogue.yml"] + CATALOGUE,
        "data/again.csv": f"date,children\n{again}\n",
    }


class TestPrintedDifferences:
    def test_a_row_names_the_figure_that_counts_and_the_other_with_why(
        self, tmp_path: Path
    ) -> None:
        model = understood(tmp_path, changes("31 March 2019,62"))
        (row,) = printed_differences(model.differences, model.bound)
        assert row.thing == "Children in care, Ambleford, 31 March 2019"
        assert row.counts == f"60 ([Source{NO_BREAK}1](#source-children), line{NO_BREAK}3)"
        assert row.other == "62 (data/again.csv, line 2). The second count came later."

    def test_a_source_of_what_is_printed_goes_by_its_number(self, tmp_path: Path) -> None:
        quoted = '[62 children]{source="again"}'
        cites = replaced(SUMMARY, '[12 enquiries]{source="register"}', quoted)
        model = understood(tmp_path, changes("31 March 2019,62") | cites)
        (row,) = printed_differences(model.differences, model.bound)
        assert row.other.startswith(f"62 ([Source{NO_BREAK}3](#publication-again), line")

    def test_there_is_none_of_what_is_printed_nowhere(self, tmp_path: Path) -> None:
        model = understood(tmp_path, changes("31 March 2019,60"))
        assert model.differences == ()
        nowhere = model.bound.__class__(**{**vars(model.bound), "ledger": (), "figures": ()})
        model = understood(tmp_path / "b", changes("31 March 2019,62"))
        assert printed_differences(model.differences, nowhere) == ()
