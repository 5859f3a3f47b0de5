"""What a project's files say and its data come to, before any text is bound to that.

Nothing here needs what binds, checks, composes or renders, so that a process beside the build
(`beside.py`) has soon imported all that it takes to release tables and to draw charts.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sufficiency.brand import Brand, settle_brand
from sufficiency.content import Content, Shelf, Strategy, read_content
from sufficiency.content.gaps import measures_of
from sufficiency.disclosure import release_tables
from sufficiency.facts import Difference, Fact, find_differences, resolve_facts, word_tables
from sufficiency.figures.charts import charts_of
from sufficiency.figures.plan import Planned, plan_figures
from sufficiency.outputs import Cache
from sufficiency.problems import Collected, Problem
from sufficiency.remember import Remember
from sufficiency.sources import Project, read_project, with_word_template
from sufficiency.tables import ReleasedTable

Tell = Callable[[str], None]
"""Told what the build is about to do."""


@dataclass(frozen=True)
class Gathered:
    """What a project's files say and what its data come to; no text is bound to that yet.

    ``tables`` are the ``released`` ones in the council's own terms, ``figures`` all that are
    defined.
    """

    project: Project
    content: Content
    strategy: Strategy
    brand: Brand
    released: Shelf[ReleasedTable]
    tables: Shelf[ReleasedTable]
    facts: Shelf[Fact]
    differences: tuple[Difference, ...]
    figures: Shelf[Planned]


def gather(
    root: Path,
    *,
    cache: Cache,
    instead: Mapping[str, bytes] | None = None,
    tell: Tell = lambda stage: None,
) -> tuple[Gathered | None, list[Problem]]:
    """Reads a project and works out what its data say; the problems as they are found.

    Nothing is gathered where strategy.yml cannot be used. ``instead`` is as ``understand`` of
    `model.py` has it.
    """
    found = Collected()
    tell("Reading the strategy")
    project, content = found.value(_read(root, instead))
    brand = found.value(settle_brand(content.brand, project.fonts))
    tell("Reading the extracts")
    released = found.value(_release(project, content, cache.remember))
    strategy = content.strategy
    if strategy is None:
        return None, found.problems
    tables = word_tables(released, strategy.terms)
    tell("Working out facts and figures")
    facts = found.value(resolve_facts(content.facts, tables, strategy, measures_of(content)))
    differences = found.value(find_differences(content.indicators, tables, strategy.as_at))
    figures = found.value(plan_figures(content.figures, tables, facts, strategy))
    gathered = Gathered(
        project, content, strategy, brand, released, tables, facts, differences, figures
    )
    return gathered, found.problems


def prepare(root: Path, cache: Cache) -> None:
    """Has the cache hold a project's released tables and its charts, wide ones first.

    A cache that keeps nothing is left alone: what it is given would have to be made again. A figure
    that no section shows is drawn for nothing; its author is told of it.
    """
    if not cache.keeps():
        return
    gathered, _ = gather(root, cache=cache)
    if gathered is None:
        return
    both = charts_of(gathered.figures, gathered.brand, cache.remember)
    keys = (key for charts in both for key in charts.keys_remembered)
    cache.beside.begin([key for key in keys if key not in cache])
    for charts in both:
        for file in charts:
            charts[file]


def _read(
    root: Path, instead: Mapping[str, bytes] | None
) -> tuple[tuple[Project, Content], list[Problem]]:
    """The files and what they say; the Word template that settings name is where engines look."""
    found = Collected()
    project = found.value(read_project(root, instead))
    content = found.value(read_content(project))
    name = (content.settings.format.docx.reference_doc or "").removeprefix("templates/")
    if name in project.templates:  # that it is not there has been told
        templates = found.value(with_word_template(project.templates, name))
        project = replace(project, templates=templates)
    return (project, content), found.problems


def _release(
    project: Project, content: Content, remember: Remember
) -> tuple[Shelf[ReleasedTable], list[Problem]]:
    return release_tables(
        content,
        project.tables,
        remember=remember,
        unread=project.unreadable,
        too_large=project.large_tables,
    )
