"""What the PDF standards let pass and a reader still needs: header cells, alt text, bookmarks.

PDF/UA-1 asks that header cells be tagged where a table has them; it does not ask that a table
have any. Here every table has a header row and a header in the first column of every row.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary

ROW_GROUPS = ("/THead", "/TBody", "/TFoot")


@dataclass(frozen=True)
class Cell:
    """A cell where it stands in the table's grid, from 0."""

    row: int
    column: int
    rows: int
    columns: int
    is_header: bool
    scope: str


def audit(path: Path) -> list[str]:
    """Faults in the structure tree, in reading order, then in the bookmarks."""
    with pikepdf.open(path) as pdf:
        if "/StructTreeRoot" not in pdf.Root:
            return ["the PDF has no structure tree: it is not tagged"]
        elements = list(_descendants(pdf.Root.StructTreeRoot))
        figures = [element for element in elements if _role(element) == "/Figure"]
        tables = [element for element in elements if _role(element) == "/Table"]
        faults = [
            f"figure {number} of {len(figures)} has no alternative text"
            for number, figure in enumerate(figures, start=1)
            if not _has_alternative(figure)
        ]
        for number, table in enumerate(tables, start=1):
            faults += [f"table {number} of {len(tables)}, {fault}" for fault in _table(table)]
        return faults + _bookmarks(pdf)


def _children(element: pikepdf.Object) -> list[Dictionary]:
    kids = element.get("/K")
    if kids is None:
        return []
    listed = list(kids) if isinstance(kids, Array) else [kids]
    return [kid for kid in listed if isinstance(kid, Dictionary) and "/S" in kid]


def _descendants(element: pikepdf.Object) -> Iterator[Dictionary]:
    for child in _children(element):
        yield child
        yield from _descendants(child)


def _role(element: Dictionary) -> str:
    return str(element.get("/S"))


def _has_alternative(figure: Dictionary) -> bool:
    return any(str(figure.get(key, "")).strip() for key in ("/Alt", "/ActualText"))


def _attribute(element: Dictionary, key: str) -> object | None:
    given = element.get("/A")
    listed = list(given) if isinstance(given, Array) else [given]
    for attributes in listed:
        if isinstance(attributes, Dictionary) and key in attributes:
            return attributes[key]
    return None


def _span(element: Dictionary, key: str) -> int:
    value = _attribute(element, key)
    return 1 if value is None else int(str(value))


def _rows(table: Dictionary) -> list[Dictionary]:
    """The table's own rows, not those of a table inside one of its cells."""
    rows = []
    for child in _children(table):
        if _role(child) == "/TR":
            rows.append(child)
        elif _role(child) in ROW_GROUPS:
            rows += [row for row in _children(child) if _role(row) == "/TR"]
    return rows


def _cells(table: Dictionary) -> list[list[Cell]]:
    """The grid's cells by row; a cell that spans rows stands in the row where it begins."""
    taken: set[tuple[int, int]] = set()
    grid = []
    for row_number, row in enumerate(_rows(table)):
        cells: list[Cell] = []
        column = 0
        for child in _children(row):
            while (row_number, column) in taken:
                column += 1
            cell = Cell(
                row=row_number,
                column=column,
                rows=_span(child, "/RowSpan"),
                columns=_span(child, "/ColSpan"),
                is_header=_role(child) == "/TH",
                scope=str(_attribute(child, "/Scope") or ""),
            )
            cells.append(cell)
            taken |= {
                (row_number + down, column + across)
                for down in range(cell.rows)
                for across in range(cell.columns)
            }
            column += cell.columns
        grid.append(cells)
    return grid


def _table(table: Dictionary) -> list[str]:
    grid = _cells(table)
    if not grid or not grid[0]:
        return ["has no rows"]
    heads = _head_rows(table)
    faults = [
        f"row {cell.row + 1}, column {cell.column + 1}: {fault}"
        for row in grid[:heads]
        for cell in row
        if (fault := _header_fault(cell, "column header", ("/Column", "/Both")))
    ]
    # A first cell that spans rows heads each of them, so only the row where it begins is asked.
    faults += [
        f"row {cell.row + 1}: {fault}"
        for row in grid[heads:]
        for cell in row
        if cell.column == 0 and (fault := _header_fault(cell, "row header", ("/Row", "/Both")))
    ]
    return faults


def _head_rows(table: Dictionary) -> int:
    """How many rows the table's head has; the first row is one whether it says so or not."""
    heads = [child for child in _children(table) if _role(child) == "/THead"]
    return max(1, sum(len(_children(head)) for head in heads))


def _header_fault(cell: Cell, wanted: str, scopes: tuple[str, ...]) -> str:
    if not cell.is_header:
        return f"the cell is not a {wanted}"
    if cell.scope not in scopes:
        return f"the {wanted} has no scope that says so"
    return ""


def _bookmarks(pdf: pikepdf.Pdf) -> list[str]:
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    if not titles:
        return ["the PDF has no bookmarks"]
    return ["a bookmark has no title" for title in titles if not str(title).strip()]
