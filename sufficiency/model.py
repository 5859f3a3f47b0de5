"""A project understood: read, bound to its facts and checked, with nothing rendered yet.

Each stage gives a value and the problems that it found; the next goes on with what is sound.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sufficiency.brand import COLOUR_CONTRAST, Brand, default_brand
from sufficiency.checks import check
from sufficiency.checks.characters import check_characters
from sufficiency.checks.extracts import check_extracts
from sufficiency.checks.terms import check_terms
from sufficiency.content import Content, Shelf, Strategy
from sufficiency.content.brand_logo import logo_files
from sufficiency.content.settings import NO_SETTINGS, Settings
from sufficiency.documents import OwnBrand
from sufficiency.engines import drawable_characters
from sufficiency.facts import Difference, Fact
from sufficiency.figures.plan import Planned
from sufficiency.gathering import Gathered, Tell, gather
from sufficiency.outputs import Cache
from sufficiency.pictures import Picture, prepare_pictures
from sufficiency.problems import Collected, Problem, few_enough, in_reading_order
from sufficiency.prose import BoundFigure, BoundStrategy, BoundTiles, bind_strategy
from sufficiency.prose.withheld import pass_over_withheld
from sufficiency.remember import Remember
from sufficiency.sources import Project, own_headings
from sufficiency.sources.shape import BRAND
from sufficiency.tables import ReleasedTable


@dataclass(frozen=True)
class Model:
    """A project understood: bound, checked, with nothing rendered yet.

    ``figures`` are those that some section shows; ``problems`` are all that were found, in reading
    order; ``differences`` are of figures for one thing of which it is declared what counts.
    """

    project: Project
    bound: BoundStrategy
    tables: Shelf[ReleasedTable]
    facts: Shelf[Fact]
    figures: Shelf[Planned]
    brand: Brand
    problems: tuple[Problem, ...] = ()
    settings: Settings = NO_SETTINGS
    differences: tuple[Difference, ...] = ()

    @property
    def own_brand(self) -> OwnBrand | None:
        """What was found of its colours; None where it has the brand that was audited."""
        if self.brand == default_brand():
            return None
        is_refused = any(one.code is COLOUR_CONTRAST for one in self.problems)
        return "refused" if is_refused else "readable"

    @property
    def leaves_open(self) -> str:
        """The fields of the plan that nobody has filled, in a sentence; blank if there are none.

        The document lists loose ends besides; they are warnings, and told as such.
        """
        unfilled = [each.gap.words for each in self.bound.gaps if not each.gap.loose]
        return f"The plan leaves open: {'; '.join(unfilled)}." if unfilled else ""

    def is_final(self, asked: bool = False) -> bool:
        """Whether the strategy is built as final: its status says so, or it is asked for."""
        return asked or self.bound.strategy.status == "final"

    def as_final(self) -> "Model":
        """The same with that status."""
        strategy = self.bound.strategy.model_copy(update={"status": "final"})
        return replace(self, bound=replace(self.bound, strategy=strategy))


def understand(
    root: Path,
    *,
    cache: Cache,
    instead: Mapping[str, bytes] | None = None,
    tell: Tell = lambda stage: None,
) -> tuple[Model | None, list[Problem]]:
    """Reads, binds and checks a project: the model and every problem found, in reading order.

    The model is None only where strategy.yml cannot be used: without the council, its dates and
    its documents there is nothing to build. ``instead`` are files as they would be, by path, read
    in the place of those on disk.
    """
    found = Collected()
    gathered = found.value(gather(root, cache=cache, instead=instead, tell=tell))
    if gathered is None:
        return None, in_reading_order(few_enough(found.problems))
    bound = found.value(_bind(gathered, cache.remember, tell))
    told = _as_told(found.problems, gathered.content)
    model = Model(
        gathered.project,
        bound,
        gathered.tables,
        gathered.facts,
        _placed(gathered.figures, bound),
        gathered.brand,
        tuple(told),
        gathered.content.settings,
        gathered.differences,
    )
    return model, told


def _bind(
    gathered: Gathered, remember: Remember, tell: Tell
) -> tuple[BoundStrategy, list[Problem]]:
    """The strategy bound to what was gathered, and what is wrong with either."""
    found = Collected()
    found.problems += _check_data(gathered)
    project, content, strategy = gathered.project, gathered.content, gathered.strategy
    tables, facts, figures = gathered.tables, gathered.facts, gathered.figures
    tell("Reading the pictures")
    pictures = found.value(_prepare_pictures(project, content, remember))
    tell("Binding the text to the facts")
    places = _places_of(tables, strategy)
    bound = found.value(bind_strategy(content, strategy, facts, figures, pictures, places))
    found.problems += check(content, bound, tables, own_headings(project.templates))
    drawable = drawable_characters(gathered.brand, remember)
    found.problems += check_characters(project.texts, tables.entries, drawable)
    return bound, found.problems


def _check_data(gathered: Gathered) -> Iterator[Problem]:
    """What is wrong with the extracts, and with the terms that their tables are worded in."""
    project, content, released = gathered.project, gathered.content, gathered.released
    yield from check_extracts(content, released, [*project.tables, *project.large_tables])
    yield from check_terms(content, released, project.templates)


def _places_of(tables: Shelf[ReleasedTable], strategy: Strategy) -> frozenset[str]:
    """The places that there are figures of, and those that the council compares itself with."""
    figured = {row.place for table in tables.entries.values() for row in table.rows}
    compared = {str(each) for group in strategy.comparators.values() for each in group.places}
    return frozenset(figured | compared)


def _prepare_pictures(
    project: Project, content: Content, remember: Remember
) -> tuple[Shelf[Picture], list[Problem]]:
    return prepare_pictures(
        content.pictures,
        project.pictures,
        project.unreadable,
        remember,
        project.large_pictures,
        logo_files(project.yaml.get(BRAND), project.pictures),
    )


def _as_told(found: list[Problem], content: Content) -> list[Problem]:
    """The problems that may be told, in reading order and not too many."""
    told = pass_over_withheld(found, content.sections.entries.values())
    return in_reading_order(few_enough(told))


def _placed(figures: Shelf[Planned], bound: BoundStrategy) -> Shelf[Planned]:
    """The figures that some section shows: no other is drawn, or has its data beside it."""
    shown = {
        block.content.planned.id
        for section in bound.sections
        for block in section.blocks
        if isinstance(block.content, BoundFigure | BoundTiles)
    }
    kept = {id: figure for id, figure in figures.entries.items() if id in shown}
    return replace(figures, entries=kept)
