"""Finishes a PDF: the first column's cells become row headers in the structure tree.

typst marks a table's header row but has no way to mark row headers; a screen reader needs
both to say what a figure belongs to. typst also lists each cell's column header by name, which
would hide the row's: without the list, headers are found by their scopes. The file stays
PDF/UA-1 and PDF/A-2a, and bears the date of publication and no other.
"""

import re
import zlib
from base64 import b64encode
from collections.abc import Iterator
from datetime import date
from hashlib import md5
from io import BytesIO
from pathlib import Path
from typing import Any

from sufficiency.engines.errors import EngineError

# As typst writes them.
_STANDARDS = {"PDF/UA-1": b"<pdfuaid:part>1<", "PDF/A-2a": b"<pdfaid:conformance>A<"}
_MOMENT = re.compile(rb"(?<=>)\d{4}-\d\d-\d\dT[\d:+Z.-]+(?=<)")


def finish_pdf(path: Path, *, published: date | None = None) -> int:
    """Marks row headers in place; returns how many cells were marked.

    ``published`` is the date that the file is to bear; without it that stays.

    Doing it twice changes nothing more.

    Raises:
        EngineError: If the file is not a tagged PDF, or of other standards than those promised.
    """
    import pikepdf

    # In memory, as qpdf ends the whole program where a disk is full.
    finished = BytesIO()
    with pikepdf.open(BytesIO(path.read_bytes())) as pdf:
        if "/StructTreeRoot" not in pdf.Root:
            raise EngineError(f"{path.name} has no structure for screen readers: it is untagged.")
        _refuse_other_standards(pdf, path.name)
        if published is not None:
            _bear_date(pdf, published)
        elements = list(_elements(pdf.Root.StructTreeRoot))
        marked = sum(_mark_table_body(body) for body in _bodies(elements))
        _drop_empty_titles(elements)
        _end_clear_of_line_ends(pdf)
        pdf.save(
            finished,
            deterministic_id=True,
            # Streams of objects could end as below, and their ends cannot be chosen.
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=True,
        )
    path.write_bytes(finished.getvalue())
    return marked


def _refuse_other_standards(pdf: Any, name: str) -> None:
    """Quarto drops a standard that its typst does not know, and goes on."""
    said = pdf.Root.Metadata.read_bytes() if "/Metadata" in pdf.Root else b""
    missing = [standard for standard, mark in _STANDARDS.items() if mark not in said]
    if missing:
        raise EngineError(f"{name} does not say that it is {' and '.join(missing)}.")


def _bear_date(pdf: Any, published: date) -> None:
    """Midnight of the day for every moment that the file names, where it names another.

    typst makes the name of this one file of its moment too.
    """
    import pikepdf

    day = published.strftime("D:%Y%m%d000000Z")
    if str(pdf.docinfo.get("/CreationDate")) == day:
        return
    pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = pikepdf.String(day)
    said = pdf.Root.Metadata.read_bytes()
    said = _MOMENT.sub(f"{published.isoformat()}T00:00:00+00:00".encode(), said)
    named = re.search(rb"<xmpMM:InstanceID>([^<]+)<", said)
    if named:
        new = b64encode(md5(said.replace(named[1], b""), usedforsecurity=False).digest())
        said = said.replace(named[1], new)
    pdf.Root.Metadata = pdf.make_stream(said, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)


def _end_clear_of_line_ends(pdf: Any) -> None:
    """Text streams whose last byte happens to be a carriage return get a space more.

    Strict readers take that byte and the line end behind it for one line end, and find the
    stream a byte shorter than it says (ISO 32000-1, 7.3.8.1).
    """
    import pikepdf

    for stream in pdf.objects:
        if not isinstance(stream, pikepdf.Stream) or not _is_text(stream):
            continue
        compressed, text = stream.read_raw_bytes(), None
        while compressed.endswith(b"\r"):
            text = (text or stream.read_bytes()) + b"\n"
            compressed = zlib.compress(text, 9)
        if text is not None:
            stream.write(compressed, filter=pikepdf.Name.FlateDecode)


def _is_text(stream: Any) -> bool:
    """Whether a stream is page content, which white space at its end does not change."""
    return stream.get("/Filter") == "/FlateDecode" and not any(
        key in stream for key in ("/Subtype", "/Type", "/Length1", "/N", "/FunctionType")
    )


def _children(element: Any) -> list[Any]:
    """The structure elements right below; marked content and references are left out."""
    import pikepdf

    below = element.get("/K")
    if below is None:
        return []
    listed = list(below) if isinstance(below, pikepdf.Array) else [below]
    return [child for child in listed if isinstance(child, pikepdf.Dictionary) and "/S" in child]


def _elements(root: Any) -> Iterator[Any]:
    """Every structure element, in no order that matters."""
    waiting = _children(root)
    while waiting:
        element = waiting.pop()
        waiting.extend(_children(element))
        yield element


def _bodies(elements: list[Any]) -> Iterator[Any]:
    """Every table's body; a table without one is its own body."""
    for element in elements:
        is_bare_table = element.S == "/Table" and any(
            child.S == "/TR" for child in _children(element)
        )
        if element.S == "/TBody" or is_bare_table:
            yield element


def _drop_empty_titles(elements: list[Any]) -> None:
    """typst gives a heading that is no bookmark an empty title, which some readers trip over."""
    for element in elements:
        if "/T" in element and not str(element.T):
            del element["/T"]


def _mark_table_body(body: Any) -> int:
    """Walks the rows, minding cells that a cell above covers, and marks column one."""
    marked = 0
    covered: dict[int, int] = {}  # column -> rows that a cell above still covers
    for row in _children(body):
        column = 0
        below: dict[int, int] = {}
        for cell in _children(row):
            while covered.get(column, 0) > 0:
                column += 1
            _drop_header_list(cell)
            if column == 0 and cell.S == "/TD":
                _mark_row_header(cell)
                marked += 1
            rows, columns = _attribute(cell, "/RowSpan"), _attribute(cell, "/ColSpan")
            for _ in range(columns):
                below[column] = rows - 1
                column += 1
        for left, rows in covered.items():
            below.setdefault(left, rows - 1)
        covered = below
    return marked


def _attribute_objects(cell: Any) -> list[Any]:
    import pikepdf

    attributes = cell.get("/A")
    if attributes is None:
        return []
    return list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]


def _attribute(cell: Any, name: str) -> int:
    for attributes in _attribute_objects(cell):
        if name in attributes:
            return int(attributes[name])
    return 1


def _drop_header_list(cell: Any) -> None:
    for attributes in _attribute_objects(cell):
        if "/Headers" in attributes:
            del attributes["/Headers"]


def _mark_row_header(cell: Any) -> None:
    import pikepdf

    cell.S = pikepdf.Name.TH
    existing = _attribute_objects(cell)
    for attributes in existing:
        if attributes.get("/O") == "/Table":
            attributes.Scope = pikepdf.Name.Row
            return
    scope = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
    cell.A = pikepdf.Array([*existing, scope])
