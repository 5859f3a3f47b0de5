"""Fills a document's template with the bound strategy."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Literal

import jinja2

from sufficiency.brand import Brand, default_brand
from sufficiency.content.settings import NO_SETTINGS, Settings
from sufficiency.documents.composed import ComposedDocument
from sufficiency.documents.draft import Draft
from sufficiency.documents.evidence import cite, gather_evidence, used_extracts
from sufficiency.documents.plan_tables import lay_out_actions, lay_out_measures, list_rows
from sufficiency.documents.sourced import source_attribute, sourced
from sufficiency.facts.terms import Terms, in_own_words
from sufficiency.figures.scale import measure_label
from sufficiency.prose import (
    BoundBox,
    BoundFigure,
    BoundList,
    BoundMissing,
    BoundPicture,
    BoundStrategy,
    BoundTiles,
    BoundVoice,
    Markdown,
    escape_markdown,
)
from sufficiency.sources import Record
from sufficiency.tables.period import print_date

# What stands where a figure cannot be shown: a grey frame, as wide as a chart.
_NOT_SHOWN = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="453.6pt" height="120pt" '
    b'viewBox="0 0 453.6 120"><rect x="1" y="1" width="451.6" height="118" fill="#f3f2f1" '
    b'stroke="#505a5f" stroke-width="2" stroke-dasharray="6 4"/></svg>\n'
)
_NOT_SHOWN_PATH = "figures/not-shown.svg"
_LOGO_WIDTH, _LOGO_HEIGHT = 60, 18  # millimetres that the picture on the cover may take

OwnBrand = Literal["readable", "refused"]
"""What a build finds of the colours of a brand that was never audited."""


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
    charts: Mapping[str, bytes] | None = None,
    narrow_charts: Mapping[str, bytes] | None = None,
    data_files: Mapping[str, bytes] | None = None,
    draft: Draft | None = None,
    audited: Record | None = None,
    own_brand: OwnBrand | None = None,
    settings: Settings = NO_SETTINGS,
    brand: Brand | None = None,
) -> ComposedDocument:
    """The document ``templates/documents/<document>.qmd.j2`` makes of the strategy.

    ``charts`` and ``narrow_charts`` are SVG, ``data_files`` CSV, each by its place beside the
    document; authors' own pictures come with what is bound. ``draft`` holds a draft's problems,
    None for a final; ``audited`` is what is recorded of these templates, None where nothing is;
    ``own_brand`` what the build found of other colours or fonts than those that it is of;
    ``settings`` say what both engines are told, ``brand`` is the default one where none is given.
    Raises TemplateFault.
    """
    environment = _environment(templates, bound.strategy.terms)
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
        "settings": settings,
        "is_draft": draft is not None,
        "draft": draft or Draft(),
        "draft_mark": _draft_mark(draft) if draft else "",
        "control": bound.control,
        "logo": bound.logo,
        "notice": bound.notice,
        "title": strategy.document_title(document),
        "file_stem": strategy.file_stem(document),
        "web_address": strategy.documents[document].web_address,
        "sections": bound.sections,
        "themes": bound.themes,
        "gaps": bound.gaps,
        "glossary": bound.glossary,
        "evidence_gaps": bound.evidence_gaps,
        "evidence": gather_evidence(bound),
        "extracts": used_extracts(bound),
        "audited": audited,
        "own_brand": own_brand,
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
            **({_NOT_SHOWN_PATH: _NOT_SHOWN} if draft else {}),
            **{shown.picture.path: shown.picture.data for shown in _pictures(bound)},
        },
        published=strategy.published,
        charts=charts or {},
        narrow_charts=narrow_charts or {},
        abreast=[f"figures/narrow/{id}.svg" for id in _half_figures(bound)],
        data_files=data_files or {},
        brand=brand or default_brand(),
    )


def _draft_mark(draft: Draft) -> str:
    mark = "DRAFT, not for publication."
    if not draft.listed:
        return mark
    return f"{mark} It has {draft.count}, listed at its end."


def _pictures(bound: BoundStrategy) -> Iterator[BoundPicture]:
    """The authors' pictures that are shown, the logo first."""
    if bound.logo is not None:
        yield bound.logo
    for section in bound.sections:
        for block in section.blocks:
            if isinstance(block.content, BoundPicture):
                yield block.content


def _half_figures(bound: BoundStrategy) -> Iterator[str]:
    """The ids of the charts that may stand beside each other."""
    for section in bound.sections:
        for block in section.blocks:
            if isinstance(block.content, BoundFigure):
                planned = block.content.planned
                if planned.chart is not None and planned.entry.width == "half":
                    yield planned.id


def _environment(templates: Mapping[str, bytes], terms: Terms) -> jinja2.Environment:
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
