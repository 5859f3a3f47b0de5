"""The plan as tables: which columns there are, which rows, and when a list will do."""

from sufficiency.content import SuccessMeasure
from sufficiency.documents.plan_tables import (
    PlanTable,
    lay_out_actions,
    lay_out_measures,
    list_rows,
)
from sufficiency.problems import Location
from sufficiency.prose import Markdown
from sufficiency.prose.bind import BoundText
from sufficiency.prose.bound import BoundAction, BoundMeasure, BoundPriority, BoundStrand
from sufficiency.sources import Text


def action(text: str, *, owner: str = "", due: str = "", start: str = "") -> BoundAction:
    return BoundAction(
        id=text,
        text=BoundText(Markdown(text)),
        start=start or None,
        owner=Markdown(owner) if owner else None,
        due=Markdown(due) if due else None,
    )


def measure(text: str, *, by: str = "", baseline: str = "", target: str = "") -> BoundMeasure:
    return BoundMeasure(
        id=text,
        entry=SuccessMeasure(text=Text(text)),
        text=BoundText(Markdown(text)),
        shown_by=Markdown(by) if by else None,
        baseline=Markdown(baseline) if baseline else None,
        target=Markdown(target) if target else None,
    )


def actions_of(*strands: tuple[str | None, list[BoundAction]]) -> PlanTable:
    bound = tuple(BoundStrand(label, tuple(actions)) for label, actions in strands)
    name = Markdown("Priority 1")
    return lay_out_actions(
        BoundPriority("a", Location("strategy/priorities/1-a.yml"), name, name, None, bound, ()), {}
    )


class TestLayOutActions:
    def test_without_owners_and_dates_a_strand_is_a_row(self) -> None:
        table = actions_of(("Strategic", [action("A"), action("B")]), ("Other one", [action("C")]))
        assert table.headings == ("Strand", "What we will do")
        assert table.rows == ((("Strategic",), ("A", "B")), (("Other one",), ("C",)))

    def test_a_column_is_there_where_one_action_fills_it_and_says_what_is_missing(self) -> None:
        table = actions_of(("S", [action("A", owner="Head"), action("B")]))
        assert table.headings == ("Strand", "What we will do", "Owner")
        assert table.rows == (
            (("S",), ("A",), ("Head",)),
            (("S",), ("B",), ("To be agreed",)),
        )

    def test_neighbours_with_one_owner_and_one_date_share_a_row(self) -> None:
        given = [action(text, owner="Head", due=due) for text, due in ("A1", "B1", "C2", "D1")]
        table = actions_of((None, given))
        assert table.headings == ("What we will do", "Owner", "By when")
        assert [(texts, due) for texts, _, (due,) in table.rows] == [
            (("A", "B"), "1"),
            (("C",), "2"),
            (("D",), "1"),
        ]

    def test_without_a_strand_too_it_is_a_list(self) -> None:
        table = actions_of((None, [action("A"), action("B", start="1 April 2019")]))
        assert table.is_list
        assert table.entries == ("A", "B (starts 1 April 2019)")

    def test_an_action_without_a_strand_among_others_stands_under_other(self) -> None:
        table = actions_of(("S", [action("A")]), (None, [action("B")]))
        assert [row[0] for row in table.rows] == [("S",), ("Other",)]


class TestLayOutMeasures:
    def test_columns_are_those_that_some_measure_fills(self) -> None:
        table = lay_out_measures([measure("A", by="X", target="5"), measure("B", by="Y")], {})
        assert table.headings == ("What will have changed", "Shown by", "Target")
        assert table.rows[1] == (("B",), ("Y",), ("To be agreed",))

    def test_measures_alone_are_a_list(self) -> None:
        assert lay_out_measures([measure("A"), measure("B")], {}).entries == ("A", "B")

    def test_headings_and_what_is_missing_are_in_the_councils_words(self) -> None:
        terms = {"baseline": "starting point", "to be agreed": "open"}
        table = lay_out_measures([measure("A", baseline="5"), measure("B")], terms)
        assert table.headings == ("What will have changed", "Starting point")
        assert table.rows[1] == (("B",), ("Open",))


class TestListRows:
    def test_a_column_has_bullets_where_some_cell_holds_several(self) -> None:
        table = actions_of(("S", [action("A"), action("B")]), ("T", [action("C")]))
        assert list_rows(table).splitlines() == [
            "- - Strand",
            "  - What we will do",
            "- - S",
            "  - - A",
            "    - B",
            "- - T",
            "  - - C",
        ]

    def test_bullets_may_stand_in_the_first_column(self) -> None:
        table = actions_of((None, [action("A", owner="O"), action("B", owner="O")]))
        assert list_rows(table).splitlines()[2:] == ["- - - A", "    - B", "  - O"]

    def test_row_headers_that_are_sentences_are_known(self) -> None:
        assert actions_of((None, [action("A", owner="O")])).is_headed_by_sentences
        assert not actions_of(("S", [action("A")])).is_headed_by_sentences
