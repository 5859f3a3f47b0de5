"""Fills a document's template with an edition: what it may print, and what stands beside it."""

from collections.abc import Iterator
from typing import Any

import jinja2

from sufficiency.documents.composed import ComposedDocument
from sufficiency.documents.differences import printed_differences
from sufficiency.documents.draft import Draft
from sufficiency.documents.edition import Edition
from sufficiency.documents.environment import TemplateFault, template_environment
from sufficiency.documents.evidence import gather_evidence
from sufficiency.documents.numbered import lead_back
from sufficiency.documents.thread_tables import tabulate_thread
from sufficiency.prose import BoundFigure, BoundPicture, BoundStrategy
from sufficiency.prose.printed import value_of

# What stands where a figure cannot be shown: a grey frame, as wide as a chart.
_NOT_SHOWN = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="453.6pt" height="120pt" '
    b'viewBox="0 0 453.6 120"><rect x="1" y="1" width="451.6" height="118" fill="#f3f2f1" '
    b'stroke="#505a5f" stroke-width="2" stroke-dasharray="6 4"/></svg>\n'
)
_NOT_SHOWN_PATH = "figures/not-shown.svg"


def compose(edition: Edition, document: str) -> ComposedDocument:
    """The document that ``templates/documents/<document>.qmd.j2`` makes of the edition.

    Authors' own pictures come with what is bound. Raises TemplateFault.
    """
    bound, draft = edition.bound, edition.draft
    qmd = lead_back(_fill_template(edition, document))
    return ComposedDocument(
        id=document,
        file_stem=bound.strategy.file_stem(document),
        qmd=draft.fill(qmd) if draft else qmd,
        pictures={
            **({_NOT_SHOWN_PATH: _NOT_SHOWN} if draft else {}),
            **{shown.picture.path: shown.picture.data for shown in _pictures(bound)},
        },
        published=bound.strategy.published,
        charts=edition.charts,
        narrow_charts=edition.narrow_charts,
        abreast=[f"figures/narrow/{id}.svg" for id in _half_figures(bound)],
        data_files=edition.data_files,
        brand=edition.brand,
    )


def _fill_template(edition: Edition, document: str) -> str:
    name = f"documents/{document}.qmd.j2"
    if name not in edition.templates:
        raise TemplateFault(f"There is no template {name}.")
    environment = template_environment(edition.templates, edition.bound.strategy.terms)
    try:
        return environment.get_template(name).render(_values(edition, document))
    except jinja2.TemplateSyntaxError as error:
        place = f"templates/{error.name or name}:{error.lineno}"  # of the partial, if it is one's
        raise TemplateFault(f"{place} cannot be used: {error}") from error
    except jinja2.TemplateError as error:
        raise TemplateFault(f"templates/{name} cannot be used: {error}") from error


def _values(edition: Edition, document: str) -> dict[str, Any]:
    """What a template may print, by name."""
    bound, draft = edition.bound, edition.draft
    strategy = bound.strategy
    shows_thread = bound.shows_thread and strategy.documents[document].golden_thread
    return {
        "strategy": strategy,
        "settings": edition.settings,
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
        "thread": tabulate_thread(bound) if shows_thread else None,
        "evidence": gather_evidence(bound),
        "extracts": bound.extracts,
        "publications": bound.publications,
        "ledger_values": "|".join(value.replace("|", " ") for value in map(value_of, bound.ledger)),
        "differences": printed_differences(edition.differences, bound),
        "audited": edition.audited,
        "own_brand": edition.own_brand,
    }


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
