"""The environment of document templates, which authors never reach: it escapes every value."""

import json
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import jinja2

from sufficiency.documents.evidence import cite_with_link
from sufficiency.documents.plan_tables import lay_out_actions, lay_out_measures, list_rows
from sufficiency.documents.sourced import source_attribute, sourced
from sufficiency.facts.cited import cite
from sufficiency.facts.terms import Terms, in_own_words
from sufficiency.figures.scale import measure_label
from sufficiency.prose import (
    BoundBox,
    BoundFigure,
    BoundList,
    BoundMissing,
    BoundPicture,
    BoundTiles,
    BoundVoice,
    Markdown,
    escape_markdown,
)
from sufficiency.tables.period import print_date

_LOGO_WIDTH, _LOGO_HEIGHT = 60, 18  # millimetres that the picture on the cover may take


class TemplateFault(Exception):
    """A document's template is not there or cannot be used; the argument says so in words."""


def template_environment(templates: Mapping[str, bytes], terms: Terms) -> jinja2.Environment:
    """What reads templates, with the filters that they may use. Raises TemplateFault."""
    texts = {name: _text(name, data) for name, data in templates.items() if name.endswith(".j2")}
    environment = jinja2.Environment(
        loader=jinja2.DictLoader(texts),
        undefined=jinja2.StrictUndefined,
        finalize=_escape,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        comment_start_string="{##",
        comment_end_string="##}",
    )
    environment.filters |= {
        "attribute": _attribute,
        "actions_table": partial(lay_out_actions, terms=terms),
        "cite": cite,
        "cited": cite_with_link,
        "date": print_date,
        "hashes": _hashes,
        "join_cells": _join_cells,
        "json": _json,
        "kind": _kind,
        "logo": _logo,
        "list_rows": list_rows,
        "markdown": Markdown,
        "measure": measure_label,
        "measures_table": partial(lay_out_measures, terms=terms),
        "metadata": _metadata,
        "source": source_attribute,
        "sourced": sourced,
        "worded": partial(in_own_words, terms=terms),
    }
    return environment


def _text(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        fault = "the line holds a character that is not UTF-8. Save the file as UTF-8."
        raise TemplateFault(f"templates/{name}:{line} cannot be used: {fault}") from None


def _escape(value: Any) -> Any:
    """Plain text is escaped where it is printed; Markdown and numbers are not."""
    if isinstance(value, Markdown | int) or not isinstance(value, str):
        return value
    return escape_markdown(value)


def _logo(logo: BoundPicture) -> Markdown:
    """The picture on the cover for front matter: Markdown, in quotation marks."""
    picture = logo.picture
    width = min(_LOGO_WIDTH, _LOGO_HEIGHT * picture.width / picture.height)
    mark = ".decorative " if picture.entry.decorative else ""
    attributes = f'{{{mark}width="{width:.1f}mm"}}'
    return _json(f"![{escape_markdown(logo.alt)}]({picture.source}){attributes}")


def _json(value: Any) -> Markdown:
    """A value for front matter, in quotation marks, taken as it is."""
    return Markdown(json.dumps(value, ensure_ascii=False, default=str))


def _attribute(value: str) -> Markdown:
    """A text for an attribute, in which pandoc reads "&lt;" as the sign that it stands for."""
    return Markdown(_json(value).replace("&", "&amp;"))


def _metadata(value: str) -> Markdown:
    """A text for front matter, which pandoc reads as Markdown: escaped, in quotation marks."""
    return _json(str(escape_markdown(value)))


def _join_cells(cells: Sequence[str], *, strong: bool = False) -> Markdown:
    """A pipe table's row without its outer bars; ``strong`` brings out the first cell."""
    shown = [str(_escape(cell)) for cell in cells]
    if strong:
        shown[0] = f"**{shown[0]}**"
    return Markdown(" | ".join(shown))


def _kind(content: object) -> str:
    """Which partial prints a block of a section."""
    kinds = {
        BoundBox: "box",
        BoundFigure: "figure",
        BoundTiles: "tiles",
        BoundPicture: "picture",
        BoundVoice: "voice",
        BoundList: "list",
        BoundMissing: "missing",
    }
    return next((kind for type, kind in kinds.items() if isinstance(content, type)), "text")


def _hashes(level: int) -> Markdown:
    """What begins a heading of that level."""
    return Markdown("#" * level)
