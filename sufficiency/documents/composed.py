"""A composed document: everything an engine needs, and nothing of the strategy's model."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from sufficiency.brand import Brand, default_brand


@dataclass(frozen=True)
class ComposedDocument:
    """One deliverable as Quarto Markdown with its pictures.

    ``file_stem`` is the published files' name without its ending. ``published`` is the date that
    every output carries, ``brand`` what gives all of them their colours.

    Files stand by a path relative to the document. ``pictures`` are the authors' own, as SVG, PNG
    or JPEG ("pictures/town.jpg"); ``charts`` are SVG ("evidence/figures/weekly-costs.svg"), which
    may be drawn only when they are asked for. Only the web page takes ``narrow_charts``, drawn for
    small screens ("figures/narrow/weekly-costs.svg"), and ``data_files``
    ("evidence/figures/weekly-costs.csv"); the narrow charts that ``abreast`` names the PDF takes
    too, to set two beside each other.
    """

    id: str
    file_stem: str
    qmd: str
    published: date
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    charts: Mapping[str, bytes] = field(default_factory=dict)
    narrow_charts: Mapping[str, bytes] = field(default_factory=dict)
    abreast: Collection[str] = ()
    data_files: Mapping[str, bytes] = field(default_factory=dict)
    brand: Brand = field(default_factory=default_brand)
