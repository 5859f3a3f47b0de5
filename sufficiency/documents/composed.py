"""A composed document: everything an engine needs, and nothing of the strategy's model."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ComposedDocument:
    """One deliverable as Quarto Markdown with its pictures.

    ``file_stem`` is the published files' name without its ending. ``pictures`` maps a path
    relative to the document ("figures/weekly-costs.svg") to SVG bytes. ``published`` is the
    date that every output carries.
    """

    id: str
    file_stem: str
    qmd: str
    pictures: Mapping[str, bytes]
    published: date
