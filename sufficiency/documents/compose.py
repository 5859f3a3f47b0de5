"""Fills a document's template with the bound strategy."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import jinja2

from sufficiency.documents.composed import ComposedDocument
from sufficiency.documents.draft import Draft
from sufficiency.documents.evidence import cite, gather_evidence, used_extracts
from sufficiency.problems import Location
from sufficiency.prose import (
    BoundBox,
    BoundFigure,
    BoundList,
    BoundMissing,
    BoundStrategy,
    BoundTiles,
    Markdown,
    escape_markdown,
)
from sufficiency.tables.period import print_date

# What stands where a figure cannot be shown: a grey frame, as wide as a chart.
_NOT_SHOWN = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="453.6pt" height="120pt" '
    b'viewBox="0 0 453.6 120"><rect x="1" y="1" width="451.6" height="118" fill="#f3f2f1" '
    b'stroke="#505a5f" stroke-width="2" stroke-dasharray="6 4"/></svg>\n'
)


class TemplateFault(Exception):
    """A document's template is not there or cannot be used; the argument says so in words."""


def _fault(name: str, line: int | None, error: Exception) -> str:
    where = f"templates/{name}:{line}" if line else f"templates/{name}"
    return f"{where} cannot be used: {error}"


def compose(
    bound: BoundStrategy,
    document: str,
    *,
    templates: Mapping[str, bytes],
    pictures: Mapping[str, bytes],
    draft: Draft | None = None,
) -> ComposedDocument:
    """The document ``templates/documents/<document>.qmd.j2`` makes of the strategy.

    ``pictures`` are the charts as SVG by figure id; ``draft`` holds a draft's problems, None for
    a final. Raises TemplateFault.
    """
    environment = _environment(templates)
    name = f"documents/{document}.qmd.j2"
    try:
        template = environment.get_template(name)
    except jinja2.TemplateNotFound:
        raise TemplateFault(f"There is no template {name}.") from None
    except jinja2.TemplateSyntaxError as error:
        raise TemplateFault(_fault(error.name or name, error.lineno, error)) from error
    strategy = bound.strategy
    values = {
        "strategy": strategy,
        "is_draft": draft is not None,
        "draft": draft or Draft(),
        "draft_mark": _draft_mark(draft) if draft else "",
        "title": strategy.document_title(document),
        "sections": bound.sections,
        "priorities": bound.priorities,
        "gaps": bound.gaps,
        "glossary": bound.glossary,
        "evidence_gaps": bound.evidence_gaps,
        "evidence": gather_evidence(bound),
        "extracts": used_extracts(bound),
    }
    try:
        qmd = template.render(values)
    except jinja2.TemplateError as error:
        raise TemplateFault(_fault(name, getattr(error, "lineno", None), error)) from error
    return ComposedDocument(
        id=document,
        file_stem=strategy.file_stem(document),
        qmd=draft.fill(qmd) if draft else qmd,
        pictures={
            "figures/not-shown.svg": _NOT_SHOWN,
            **{f"figures/{id}.svg": picture for id, picture in pictures.items()},
        }
        if draft
        else {f"figures/{id}.svg": picture for id, picture in pictures.items()},
        published=strategy.published,
    )


def _draft_mark(draft: Draft) -> str:
    mark = "DRAFT, not for publication."
    if not draft.listed:
        return mark
    return f"{mark} It has {draft.count}, listed at its end."


def _environment(templates: Mapping[str, bytes]) -> jinja2.Environment:
    texts = {name: data.decode() for name, data in templates.items() if name.endswith(".j2")}
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
        "cite": cite,
        "date": print_date,
        "join_cells": _join_cells,
        "join_markdown": _join_markdown,
        "json": _json,
        "kind": _kind,
        "markdown": Markdown,
        "metadata": _metadata,
        "source": _source,
        "strand": _strand,
    }
    return environment


def _escape(value: Any) -> Any:
    """Plain text is escaped where it is printed; Markdown and numbers are not."""
    if isinstance(value, Markdown | int) or not isinstance(value, str):
        return value
    return escape_markdown(value)


def _json(value: Any) -> Markdown:
    """A value for front matter or an attribute, in quotation marks, taken as it is."""
    return Markdown(json.dumps(value, ensure_ascii=False, default=str))


def _metadata(value: str) -> Markdown:
    """A text for front matter, which pandoc reads as Markdown: escaped, in quotation marks."""
    return _json(str(escape_markdown(value)))


def _join_cells(cells: Sequence[str], *, strong: bool = False) -> Markdown:
    """A pipe table's row without its outer bars; ``strong`` brings out the first cell."""
    shown = [str(_escape(cell)) for cell in cells]
    if strong:
        shown[0] = f"**{shown[0]}**"
    return Markdown(" | ".join(shown))


def _join_markdown(parts: Sequence[Markdown]) -> Markdown:
    """Details in one bracket, each Markdown already."""
    return Markdown("; ".join(parts))


def _source(at: Location) -> Markdown:
    """Where a block came from, as the attribute that the filters read."""
    return _json(f"{at.path}:{at.line}")


def _kind(content: object) -> str:
    """Which partial prints a block of a section."""
    kinds = {
        BoundBox: "box",
        BoundFigure: "figure",
        BoundTiles: "tiles",
        BoundList: "list",
        BoundMissing: "missing",
    }
    return next((kind for type, kind in kinds.items() if isinstance(content, type)), "text")


def _strand(label: str | None) -> Markdown:
    """The heading of a strand's actions; an empty one where the actions have no strand."""
    return Markdown(f"**{escape_markdown(label)}**" if label else "[]{}")
