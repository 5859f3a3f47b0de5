"""Released tables, and entries of figures.yml planned from them."""

from sufficiency.content import AnyFigureEntry, Shelf, Strategy
from sufficiency.content.binding import bind_shelf
from sufficiency.figures.plan import PlannedFigure, plan_figures
from sufficiency.figures.tables import FigureTable
from sufficiency.sources import parse_yaml
from sufficiency.tables import ReleasedTable, Status, Unit
from tests.released import a_strategy, row, table

PLACES = table(
    row("Ambleford", 2018, 50),
    row("Ambleford", 2019, 60),
    row("Ambleford", 2020, 99),
    row("Briarton", 2018, 80),
    row("Briarton", 2019, 70),
    row("Copseham", 2019, Status.SUPPRESSED),
)
HOMES = table(
    *(
        row("Ambleford", 2019, cost, 2, {"home": home})
        for home, cost in (("Own", 675), ("Agency", 936))
    ),
    unit=Unit.POUNDS_A_WEEK,
    breakdowns=["home"],
)
ALL = "places: [council, neighbours]"


def planned(
    rest: str, released: ReleasedTable = PLACES, strategy: Strategy | None = None
) -> tuple[PlannedFigure | None, list[str]]:
    """The figure of an entry with these lines, and its problems."""
    lines = "\n".join(f"    {line}" for line in rest.strip().splitlines())
    text = f"figures:\n  f:\n    headline: H\n    indicator: in_care\n{lines}\n"
    tree, problems = parse_yaml(text, "strategy/figures.yml")
    shelf, found = bind_shelf(tree, "figures", AnyFigureEntry)
    assert problems + found == []
    tables = Shelf({"in_care": released})
    figures, found = plan_figures(shelf, tables, Shelf({}), strategy or a_strategy())
    assert ("f" in figures.broken) == bool(found)
    figure = figures.entries.get("f")
    assert figure is None or isinstance(figure, PlannedFigure)
    return figure, [problem.message for problem in found]


def laid_out(rest: str, released: ReleasedTable = PLACES) -> FigureTable:
    figure, problems = planned(f"kind: table\n{rest}", released)
    assert problems == []
    assert figure is not None
    assert figure.table is not None
    assert figure.chart is None
    return figure.table
