"""Reads a project's trees into the whole content, collecting every problem on the way."""

import itertools
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from sufficiency.content.binding import (
    ID_TWICE,
    VALUE_TYPE,
    Shelf,
    bind,
    bind_shelf,
    bind_what_can_be,
    is_id,
)
from sufficiency.content.brand import BrandFile
from sufficiency.content.brand_logo import ID as LOGO
from sufficiency.content.brand_logo import brand_logo
from sufficiency.content.catalogue import ExtractEntry, IndicatorEntry
from sufficiency.content.facts import FactEntry
from sufficiency.content.figures import AnyFigureEntry
from sufficiency.content.lists import EvidenceGap, GlossaryEntry, NamedList
from sufficiency.content.pictures import PictureEntry
from sufficiency.content.plan import NeedBox, Priority
from sufficiency.content.references import Reference
from sufficiency.content.sections import Section, SectionFront
from sufficiency.content.settings import NO_SETTINGS, Settings
from sufficiency.content.strategy import Strategy
from sufficiency.problems import (
    Cause,
    Code,
    Collected,
    Location,
    Problem,
    Severity,
    nearest,
    suggestion,
)
from sufficiency.sources import MarkdownFile, Project, Text, YamlMapping
from sufficiency.sources.project import missing_file
from sufficiency.sources.shape import (
    BRAND,
    ENTRY_FILES,
    NEEDED,
    PRIORITIES,
    SECTIONS,
    SETTINGS,
    STRATEGY,
)
from sufficiency.sources.templates import WORD_TEMPLATE, documents_made

SECTION_ORDER = Code(
    "SECTION-ORDER",
    "Two sections have the same number",
    "The number at the beginning of a file's name says where the section stands.",
    "Rename one of the two files, with a number between those of its neighbours.",
    "strategy/sections/20-fostering.md\nstrategy/sections/20-costs.md",
    mended="strategy/sections/20-fostering.md\nstrategy/sections/25-costs.md",
)

DOCUMENT_NONE = Code(
    "DOCUMENT-NONE",
    "A document has no template",
    "A document is made from the template that is called as it is; without one it cannot be made.",
    "Delete it, or have a template made for it in the project's folder templates/documents, where "
    "a file is called as the document is: strategy.qmd.j2 makes `strategy`.",
    "documents:\n  stratgey:\n    title: Placement sufficiency strategy",
    mended="documents:\n  strategy:\n    title: Placement sufficiency strategy",
    cause=Cause.ENTRY,
)
TEMPLATE_TWO = Code(
    "TEMPLATE-TWO",
    "There are two Word templates, and one of them changes nothing",
    "Word documents are written from one template: the one that _quarto.yml names goes before the "
    "file templates/formats/docx/reference.docx.",
    "Delete the template that should not be used; or delete the line `reference-doc`, and the "
    "other is used.",
    "format:\n  docx:\n    reference-doc: templates/council.docx\n"
    "# and templates/formats/docx/reference.docx is there, too",
    mended="format:\n  docx:\n    reference-doc: templates/council.docx\n# and no other is there",
    severity=Severity.WARNING,
)


@dataclass(frozen=True)
class Content:
    """Everything the council says, typed.

    ``strategy`` is None where strategy.yml is unusable, ``brand`` where _brand.yml is.
    """

    strategy: Strategy | None
    priorities: Shelf[Priority]
    boxes: Shelf[NeedBox]
    sections: Shelf[Section]
    facts: Shelf[FactEntry]
    figures: Shelf[AnyFigureEntry]
    references: Shelf[Reference]
    extracts: Shelf[ExtractEntry]
    indicators: Shelf[IndicatorEntry]
    lists: Shelf[NamedList]
    glossary: Shelf[GlossaryEntry]
    evidence_gaps: Shelf[EvidenceGap]
    pictures: Shelf[PictureEntry]
    settings: Settings = NO_SETTINGS
    brand: BrandFile | None = None


@dataclass(frozen=True)
class ShelfFile:
    """A YAML file that holds entries of one kind below one key.

    ``in_part``: an entry of which a part is broken can be shown without it.
    """

    path: str
    key: str
    model: Any
    in_part: bool = False


SHELF_FILES: Mapping[str, ShelfFile] = {
    "boxes": ShelfFile(ENTRY_FILES["boxes"], "boxes", NeedBox, in_part=True),
    "facts": ShelfFile(ENTRY_FILES["facts"], "facts", FactEntry),
    "figures": ShelfFile(ENTRY_FILES["figures"], "figures", AnyFigureEntry),
    "references": ShelfFile(ENTRY_FILES["references"], "references", Reference),
    "lists": ShelfFile(ENTRY_FILES["lists"], "lists", NamedList, in_part=True),
    "glossary": ShelfFile(ENTRY_FILES["glossary"], "glossary", GlossaryEntry),
    "evidence_gaps": ShelfFile(ENTRY_FILES["evidence_gaps"], "gaps", EvidenceGap),
    "pictures": ShelfFile(ENTRY_FILES["pictures"], "pictures", PictureEntry),
    "extracts": ShelfFile(ENTRY_FILES["extracts"], "extracts", ExtractEntry),
    "indicators": ShelfFile(ENTRY_FILES["indicators"], "indicators", IndicatorEntry),
}
"""The files of entries, by the field of ``Content`` that holds what they say."""


def read_content(project: Project) -> tuple[Content, list[Problem]]:
    """All models of the project; a file or entry that cannot be bound is left out and reported."""
    found = Collected()
    strategy = found.value(_read_strategy(project))
    priorities = found.value(_read_priorities(project))
    sections = found.value(_read_sections(project))
    shelves: dict[str, Shelf[Any]] = {
        field: found.value(_read_shelf(project, file)) for field, file in SHELF_FILES.items()
    }
    settings = found.value(_read_settings(project))
    brand = found.value(_read_brand(project))
    if brand is not None and brand.logo is not None and strategy is not None:
        logo = found.value(brand_logo(brand.logo, project.pictures))
        if logo is not None:
            strategy, shelves["pictures"] = _with_logo(strategy, shelves["pictures"], logo)
    content = Content(
        strategy, priorities, sections=sections, settings=settings, brand=brand, **shelves
    )
    return content, found.problems


def entry_at(project: Project, at: Location) -> tuple[str, str] | None:
    """The file and the id of the entry that a place stands in, None in files of other kinds."""
    file = next((file for file in SHELF_FILES.values() if file.path == at.path), None)
    below = project.yaml[at.path].get(file.key) if file and at.path in project.yaml else None
    if not isinstance(below, YamlMapping):
        return None
    above = [id for id, place in below.keys_at.items() if place.line <= at.line]
    return (at.path, above[-1]) if above else None


def _read_shelf(project: Project, file: ShelfFile) -> tuple[Shelf[Any], list[Problem]]:
    if file.path not in project.yaml and file.path not in project.unreadable:
        # Of a file that is needed the absence has been reported.
        return Shelf({}, complete=file.path not in NEEDED), []
    tree = project.yaml.get(file.path)
    return bind_shelf(tree, file.key, file.model, in_part=file.in_part)


def _read_strategy(project: Project) -> tuple[Strategy | None, list[Problem]]:
    """The strategy with those of its documents that can be made; None where there is none."""
    tree = project.yaml.get(STRATEGY)
    strategy, problems = bind(tree, Strategy) if tree is not None else (None, [])
    if strategy is None or tree is None:
        return None, problems
    known = documents_made(project.templates)
    made = {id: entry for id, entry in strategy.documents.items() if id in known}
    for id in strategy.documents:
        if id in known:
            continue
        message = f'there is no template to make the document "{id}" from.'
        mend = suggestion(id, known) if nearest(id, known) else DOCUMENT_NONE.mend
        problems.append(Problem(DOCUMENT_NONE, tree["documents"].keys_at[id], message, mend))
    return (strategy.model_copy(update={"documents": made}) if made else None), problems


def _read_settings(project: Project) -> tuple[Settings, list[Problem]]:
    """What both engines are told; where nothing can be read of it, what they do unless told."""
    tree = project.yaml.get(SETTINGS)
    if tree is None:
        return NO_SETTINGS, []
    settings, _, problems = bind_what_can_be(tree, Settings)
    reference = settings.format.docx.reference_doc if settings else None
    if reference is not None:
        problems += _word_template(reference, project.templates)
    return settings or NO_SETTINGS, problems


def _word_template(named: Text, templates: Collection[str]) -> Iterator[Problem]:
    """Whether the Word template that the settings name is there, and no other beside it."""
    name = named.removeprefix("templates/")
    if name not in templates:
        there = [f"templates/{one}" for one in templates if one.lower().endswith(".docx")]
        yield missing_file(named.at, str(named), there)
    elif name != WORD_TEMPLATE and WORD_TEMPLATE in templates:
        message = (
            f'Word documents are made with "{named}"; "templates/{WORD_TEMPLATE}", which is there, '
            "too, changes nothing."
        )
        yield Problem(TEMPLATE_TWO, named.at, message, TEMPLATE_TWO.mend)


def _read_brand(project: Project) -> tuple[BrandFile | None, list[Problem]]:
    """The brand as far as it can be read."""
    if BRAND not in project.yaml:
        return None, []
    brand, _, problems = bind_what_can_be(project.yaml[BRAND], BrandFile)
    return brand, problems


def _with_logo(
    strategy: Strategy, pictures: Shelf[PictureEntry], logo: PictureEntry
) -> tuple[Strategy, Shelf[PictureEntry]]:
    """The brand's logo among the pictures, and on the cover unless strategy.yml names another."""
    entries = {**pictures.entries, LOGO: logo}
    if strategy.logo is None:
        strategy = strategy.model_copy(update={"logo": Text(LOGO, logo.location())})
    return strategy, replace(pictures, entries=entries)


def _read_priorities(project: Project) -> tuple[Shelf[Priority], list[Problem]]:
    """The priorities by id, in the order of their files' numbers."""
    problems: list[Problem] = []
    read: dict[str, Priority] = {}
    places: dict[str, int] = {}
    broken: set[str] = set()
    for path in sorted(path for path in project.yaml if path.startswith(PRIORITIES)):
        tree = project.yaml[path]
        given = tree.get("id")
        order, id = _split_name(path)
        misnamed = _misnamed(path, "priority", "2-fostering.yml", has_id=isinstance(given, str))
        id = str(given) if isinstance(given, str) else id
        places.setdefault(id, order or 0)
        priority, is_whole, found = bind_what_can_be(tree, Priority)
        problems += found
        if misnamed is not None:
            problems.append(misnamed)
        if id in read:
            problems.append(_twice("priority", id, tree.values_at.get("id", tree.at)))
            continue
        if not is_whole:
            broken.add(id)
        if priority is not None:
            read[id] = priority
    complete = not any(path.startswith(PRIORITIES) for path in project.unreadable)
    in_order = dict(sorted(read.items(), key=lambda item: (places[item[0]], item[0])))
    return Shelf(in_order, frozenset(broken), complete), problems


def _read_sections(project: Project) -> tuple[Shelf[Section], list[Problem]]:
    """The sections by id, in the order of their files' numbers."""
    problems: list[Problem] = []
    read: dict[str, Section] = {}
    broken: set[str] = set()
    for path, file in sorted(project.markdown.items()):
        if not path.startswith(SECTIONS):
            continue
        section, found = _read_section(path, file)
        problems += found
        misnamed = _misnamed(path, "section", "20-in-house-fostering.md")
        _, id = _split_name(path)
        if misnamed is not None:
            problems.append(misnamed)
        elif id in read:
            problems.append(_twice("section", id, Location(path)))
        else:
            read[id] = section
            if not file.is_whole:
                broken.add(id)
    in_order = dict(sorted(read.items(), key=lambda item: (item[1].order, item[0])))
    problems += _orders_given_twice(in_order)
    return Shelf(in_order, frozenset(broken)), problems


def _orders_given_twice(sections: Mapping[str, Section]) -> Iterator[Problem]:
    """A number that two files begin with: which comes first would be chance to their author."""
    listed = list(sections.values())
    for earlier, section in itertools.pairwise(listed):
        if section.order == earlier.order:
            name = PurePosixPath(earlier.path).name
            message = f'the file "{name}" begins with the number {section.order} too.'
            mend = "Give one of the two a number between those of its neighbours."
            yield Problem(SECTION_ORDER, section.at, message, mend)


def _read_section(path: str, file: MarkdownFile) -> tuple[Section, list[Problem]]:
    """The section, with what its front matter says as far as that can be read.

    A section keeps its place in a draft even where its title is unreadable: it bears its id.
    """
    order, id = _split_name(path)
    front, _, problems = bind_what_can_be(file.front, SectionFront)
    if not file.is_whole:
        problems = []  # what is missing was told where the front matter was read
    if front is None:
        title = Text(id.replace("-", " ").capitalize(), Location(path))
        file.front["title"] = title
        front, _, _ = bind_what_can_be(file.front, SectionFront)
    assert front is not None
    return Section(id, order or 0, front, file.body, path), problems


def _split_name(path: str) -> tuple[int | None, str]:
    """``20-in-house-fostering.md`` as 20 and "in-house-fostering"."""
    found = re.fullmatch(r"(?:(\d+)-)?(.+)", PurePosixPath(path).stem)
    if found is None or not found[1]:
        return None, PurePosixPath(path).stem
    return int(found[1]), found[2]


def _misnamed(path: str, what: str, example: str, *, has_id: bool = False) -> Problem | None:
    """What is wrong with the name of a file that has a place and, unless given in it, an id."""
    order, id = _split_name(path)
    name = PurePosixPath(path).name
    if not has_id and not is_id(id):
        message = f'the file name "{name}" gives no id for the {what}.'
        mend = f"Name it like {example}: small letters, digits and hyphens."
    elif order is None:
        message = f'the file name "{name}" has no number at its start.'
        mend = f"Name it like {example}: the number gives the order, the rest the id."
    else:
        return None
    return Problem(VALUE_TYPE, Location(path), message, mend)


def _twice(what: str, id: str, at: Location) -> Problem:
    return Problem(ID_TWICE, at, f'another {what} has the id "{id}" already.', ID_TWICE.mend)
