"""The sheet for whoever makes the pages in a content-management system, opened by double click."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Picture:
    """A picture to upload: its file, its alternative text (blank for decoration), what follows."""

    file: str
    alt: str
    above: str


@dataclass(frozen=True)
class Page:
    """A page to make.

    ``links`` are those to other pages: the words that are linked, and the title of the page they
    lead to. ``documents`` are the files that it offers.
    """

    file: str
    title: str
    summary: str
    pictures: tuple[Picture, ...]
    links: tuple[tuple[str, str], ...]
    documents: tuple[str, ...]


def write_sheet(pages: Sequence[Page]) -> bytes:
    """The sheet as a web page of its own; the first page is that above all others."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        autoescape=True,
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("upload-sheet.html.j2").render(pages=pages).encode()
