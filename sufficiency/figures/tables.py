"""What a table figure shows: text in rows and columns, ready to print."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FigureTable:
    """A table's whole content.

    ``columns`` are the headings, the first over the row headers; each row has as many cells.
    ``highlight`` is the row header to bring out, if any. All columns but the first are figures.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    highlight: str | None = None
