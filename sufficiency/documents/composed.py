"""A composed document: everything an engine needs, and nothing of the strategy's model."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class ComposedDocument:
    """One deliverable as Quarto Markdown with its pictures.

    ``file_stem`` is the published files' name without its ending. ``pictures`` maps a path
    relative to the document ("figures/weekly-costs.svg", "pictures/town.jpg") to the bytes of an
    SVG, PNG or JPEG. ``published`` is the date that every output carries. ``web_files`` are those
    that only the web page takes, by such a path: the charts drawn for narrow screens, and their
    data as CSV.
    """

    id: str
    file_stem: str
    qmd: str
    pictures: Mapping[str, bytes]
    published: date
    web_files: Mapping[str, bytes] = field(default_factory=dict)
