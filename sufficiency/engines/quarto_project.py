"""What Quarto is told of a composed document: its front matter, and the project around it.

Quarto reads the document, runs the filters and tools and writes the files. What the document says
and how a format shows it is settled by the same filters as for the embedded engine: they run
before Quarto's own, which see an empty document. What is printed of the front matter stands below
one key of its own, so that Quarto makes nothing of it: no dates in other forms, no authors parted.
"""

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from sufficiency.documents.composed import ComposedDocument
from sufficiency.engines.composed_files import FORMATS, write_composed
from sufficiency.engines.fonts import FOLDER, other_font_files
from sufficiency.engines.pandoc import READING
from sufficiency.engines.typst_pdf import STANDARDS
from sufficiency.remember import Remember
from sufficiency.sources.templates import WORD_TEMPLATE

QUARTO_FORMATS: Mapping[str, str] = {"html": "html", "pdf": "typst", "docx": "docx"}
"""What Quarto calls each format."""

_FILTERS = "templates/filters"
_FORMATS = "templates/formats"
_PARTIALS = ("typst-template.typ", "typst-show.typ")


def write_for_quarto(
    document: ComposedDocument,
    folder: Path,
    templates: Mapping[str, bytes],
    remember: Remember,
    *,
    formats: Collection[str] = FORMATS,
) -> Path:
    """Writes all that Quarto reads into ``folder`` and returns the .qmd's path.

    As ``write_composed``, with Quarto's front matter, and the fonts beside the document.
    """
    path = write_composed(document, folder, templates, remember, formats=formats)
    path.write_bytes(quarto_markdown(document, formats=formats).encode())
    # The brand's are there; Quarto has no folder but this to look in.
    for font in other_font_files():
        (folder / FOLDER / font.name).write_bytes(font.read_bytes())
    return path


def quarto_markdown(document: ComposedDocument, *, formats: Collection[str] = FORMATS) -> str:
    """The composed document with the front matter that Quarto needs to render ``formats``."""
    front, _, body = document.qmd.removeprefix("---\n").partition("\n---\n")
    printed = ["printed:", *(f"  {line}".rstrip() for line in front.splitlines())]
    told = _told(formats, _contents_depth(front))
    return "\n".join(["---", *printed, _as_yaml(told) + "---", body])


def _told(formats: Collection[str], depth: int) -> dict[str, Any]:
    """Quarto's settings of one document."""
    return {
        "engine": "markdown",
        "from": READING,
        # Numbers and references are the filters' work; with Quarto's own, pandoc numbers nothing.
        "crossref": False,
        "brand": False,
        "filters": [
            {"path": f"{_FILTERS}/strategy.lua", "at": "pre-ast"},
            {"path": f"{_FILTERS}/after-quarto.lua", "at": "post-finalize"},
        ],
        "format": {
            QUARTO_FORMATS[format]: _told_of_format(format, depth)
            for format in FORMATS
            if format in formats
        },
    }


def _told_of_format(format: str, depth: int) -> dict[str, Any]:
    """What templates/filters/render.lua tells pandoc, in Quarto's words; and what is Quarto's."""
    if format == "html":
        return {
            "template": f"{_FORMATS}/html/page.html",
            "css": [f"{_FORMATS}/html/{name}.css" for name in ("brand", "style")],
            "default-image-extension": "svg",
            "number-sections": True,
            "section-divs": True,
            "toc": True,
            "toc-depth": depth + 1,  # below the title, which is the page's one h1
            # No scripts, style sheets or page furniture of Quarto's.
            "minimal": True,
            "theme": "none",
        }
    if format == "pdf":
        return {
            "template": f"{_FORMATS}/typst/page.typ",
            "template-partials": [f"{_FORMATS}/typst/{name}" for name in _PARTIALS],
            "default-image-extension": "svg",
            "wrap": "none",
            "pdf-standard": list(STANDARDS),
            # Versions differ in whether they look from the document or from the project.
            "font-paths": [FOLDER, f"composed/{FOLDER}"],
        }
    return {
        "template": f"{_FORMATS}/docx/page.openxml",
        "reference-doc": f"templates/{WORD_TEMPLATE}",
        "default-image-extension": "png",
        "toc": True,
        "toc-depth": depth,
    }


def _contents_depth(front: str) -> int:
    """The heading levels that the contents list; 2 unless the front matter says."""
    named = re.search(r"^toc-depth: *([1-6]) *$", front, re.M)
    return int(named[1]) if named else 2


def _as_yaml(value: Mapping[str, Any]) -> str:
    import yaml

    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=1000)
