"""Rules of the extracts: what the catalogue says of a file must hold for the figures in it."""

from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from sufficiency.checks.far_dates import far_dates
from sufficiency.content import Content, ExtractEntry, IndicatorEntry, Shelf
from sufficiency.problems import Code, Location, Problem, Severity
from sufficiency.sources.shape import DATA
from sufficiency.tables import Period, ReleasedTable, Unit
from sufficiency.tables.period import print_date, year_before

EXTRACT_DATE = Code(
    "EXTRACT-DATE",
    "An extract's figures are not of its as-at date",
    "The evidence annex prints the date beside the figures. Last year's file under this year's "
    "name is easily missed, and so is a date that nobody has brought up to date.",
    "Put the right file in its place, or correct `as_at` in data/catalogue.yml: it is the date "
    "that the latest figures stand at.",
    "as_at: 31 March 2020     # the extract ends with 31 March 2019",
    Severity.WARNING,
    mended="as_at: 31 March 2019",
)
EXTRACT_UNLISTED = Code(
    "EXTRACT-UNLISTED",
    "A table stands in the folder data and data/catalogue.yml does not name it",
    "No figure comes from it; perhaps its entry was forgotten.",
    "List it in data/catalogue.yml, or move the file out of the folder data.",
    "data/stability.csv     # and nothing in catalogue.yml",
    Severity.WARNING,
    mended="extracts:\n  stability:\n    file: stability.csv\n    …",
)
AS_AT_OLD = Code(
    "AS-AT-OLD",
    "The strategy's as-at date is before the last figures of every extract",
    "Later figures are not seen. Where all extracts have some, the date was often left as it was "
    "last year, and the strategy prints last year's figures.",
    "Bring `as_at` in strategy/strategy.yml up to date; or leave it, if the strategy is to stand "
    "at that day.",
    "as_at: 31 March 2018     # every extract goes on to 31 March 2019",
    Severity.WARNING,
    mended="as_at: 31 March 2019",
)
COLUMN_KEY = Code(
    "COLUMN-KEY",
    "A key of a column says nothing of it",
    "Somebody meant to settle how its cells are read, and nothing is done about it.",
    "Delete the key, or correct the column's `type` in data/catalogue.yml or the `unit` of its "
    "indicator in data/indicators.yml.",
    "children: {type: count, fractions: shares}",
    Severity.WARNING,
    mended="percent: {type: percentage, fractions: shares}",
)
_MISTYPED = 10
"""Years that part no extract from its date unless one of the two is mistyped."""
_OF_PERCENTAGES = ("fractions", "above_100")
"""The keys of a column that are meant for percentages, or numbers that are taken as such."""


def check_extracts(
    content: Content, tables: Shelf[ReleasedTable], files: Collection[str]
) -> Iterator[Problem]:
    """What the catalogue says of extracts and their dates; which of ``files`` it does not name."""
    yield from _dates(content, tables)
    yield from _left_behind(content, tables)
    for id, entry in content.extracts.entries.items():
        yield from _idle_keys(entry)
        yield from _numbers_alone(id, entry, content.indicators)
    yield from _unlisted(content.extracts, files)


def _dates(content: Content, tables: Shelf[ReleasedTable]) -> Iterator[Problem]:
    """Each extract whose last period is a year or more before its as-at date, or begins after it.

    Less than a year is lawful: a quarter's file may hold the last whole year. So is a year that
    the as-at date is in the middle of.
    """
    for id, entry in content.extracts.entries.items():
        last = _last_period(id, content, tables)
        if last is None:
            continue
        if _is_earlier_years(last, entry):
            yield _problem(entry, last, "ends with", "Is it an earlier year's file?")
        elif last.start > entry.as_at:
            yield _problem(entry, last, "goes on to", "Has the date been left as it was?")


def _left_behind(content: Content, tables: Shelf[ReleasedTable]) -> Iterator[Problem]:
    """The strategy's as-at date, where the figures of every extract go on beyond it."""
    strategy, extracts = content.strategy, content.extracts
    if strategy is None or extracts.broken or not extracts.complete:
        return
    if "as_at" in far_dates(strategy):
        return
    lasts = [last.end for id in extracts.entries if (last := _last_period(id, content, tables))]
    if len(lasts) < len(extracts.entries) or not lasts or min(lasts) <= strategy.as_at:
        return
    day, common = print_date(strategy.as_at), print_date(min(lasts))
    message = (
        f"the strategy stands at {day}, and every extract goes on to {common} or later: none of "
        "those figures is seen."
    )
    mend = (
        f"If the date was left as it was, write `as_at: {common}`; if the strategy is to stand at "
        "that day, leave it."
    )
    yield Problem(AS_AT_OLD, strategy.location("as_at"), message, mend)


def wrongly_dated(content: Content, tables: Shelf[ReleasedTable]) -> set[str]:
    """The extracts that are told to end long before their as-at date."""
    last = {id: _last_period(id, content, tables) for id in content.extracts.entries}
    return {
        id
        for id, entry in content.extracts.entries.items()
        if (period := last[id]) is not None and _is_earlier_years(period, entry)
    }


def _is_earlier_years(last: Period, entry: ExtractEntry) -> bool:
    return last.end <= year_before(entry.as_at)


def _last_period(id: str, content: Content, tables: Shelf[ReleasedTable]) -> Period | None:
    """The last period of an extract, or None where some of its indicators cannot be computed."""
    names = [name for name, entry in content.indicators.entries.items() if entry.extract == id]
    read = [tables.entries.get(name) for name in names]
    if not all(read):
        return None
    return max((table.extract_to for table in read if table and table.extract_to), default=None)


def _problem(entry: ExtractEntry, last: Period, what: str, question: str) -> Problem:
    day = print_date(entry.as_at)
    message = f'`as_at` is {day}, but "{entry.file}" {what} {last.label}.'
    mend = f"Put the right file in its place, or write `as_at: {print_date(last.end)}`."
    years = abs(entry.as_at.year - last.end.year)
    if years > _MISTYPED:
        question = f"They are {years} years apart: is a year mistyped?"
        mend = f"Correct it: `as_at: {print_date(last.end)}`, or the period in the file."
    return Problem(EXTRACT_DATE, entry.location("as_at"), f"{message} {question}", mend)


def _idle_keys(entry: ExtractEntry) -> Iterator[Problem]:
    """Keys of columns of types that they are not meant for."""
    for name, column in entry.columns.items():
        for key in _OF_PERCENTAGES:
            is_meant = column.type in ("percentage", "number")
            if key in column.model_fields_set and not is_meant:
                message = f'`{key}` says nothing of "{name}", whose type is {column.type}.'
                mend = "Delete it, or write `type: percentage` or `type: number` if the column "
                mend += "holds percentages."
                yield Problem(COLUMN_KEY, column.location(key), message, mend)


def _numbers_alone(
    id: str, entry: ExtractEntry, indicators: Shelf[IndicatorEntry]
) -> Iterator[Problem]:
    """Columns of numbers with keys for percentages that no indicator takes as such."""
    if indicators.broken or not indicators.complete:
        return
    percentages = {
        str(indicator.value)
        for indicator in indicators.entries.values()
        if indicator.extract == id and indicator.unit is Unit.PERCENTAGE
    }
    for name, column in entry.columns.items():
        is_alone = column.type == "number" and name not in percentages
        for key in _OF_PERCENTAGES:
            if is_alone and key in column.model_fields_set:
                message = f'`{key}` says nothing of "{name}": no indicator takes it as percentages.'
                mend = "Delete it; or, if the column holds percentages, write `type: percentage` "
                mend += "here and `unit: percentage` in the indicator."
                yield Problem(COLUMN_KEY, column.location(key), message, mend)


def _unlisted(extracts: Shelf[ExtractEntry], files: Collection[str]) -> Iterator[Problem]:
    """The tables that no entry names; none where one is broken or misnames its file.

    A workbook beside the CSV that was saved from it, or the other way round, is let be.
    """
    named = {f"{DATA}{entry.file}" for entry in extracts.entries.values()}
    if extracts.broken or not extracts.complete or not named <= set(files):
        return
    stems = {PurePosixPath(path).with_suffix("") for path in named}
    for path in files:
        if PurePosixPath(path).with_suffix("") not in stems:
            message = "no entry of data/catalogue.yml names this table, and nothing is made of it."
            yield Problem(EXTRACT_UNLISTED, Location(path), message, EXTRACT_UNLISTED.mend)
