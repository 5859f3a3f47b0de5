"""From all extracts and indicators to all released tables, computed once and then remembered."""

import hashlib
from collections.abc import Collection, Mapping
from types import MappingProxyType

from pydantic import TypeAdapter

from sufficiency.content import Content, Shelf
from sufficiency.disclosure.release import refuse_protected, release
from sufficiency.extracts import ExtractFrame, read_extract, refuse_other_kinds
from sufficiency.indicators import (
    compute_indicator,
    far_periods,
    latest_period,
    two_spellings,
    unlikely_values,
)
from sufficiency.problems import Code, Problem, suggestion
from sufficiency.remember import Remember, versions
from sufficiency.sources.project import missing_file
from sufficiency.tables import ReleasedTable

REF_EXTRACT = Code(
    "REF-EXTRACT",
    "An indicator names an extract that the catalogue does not hold",
    "The indicator has no file to be computed from.",
    "Correct the id, or add the extract to data/catalogue.yml.",
    "extract: childern",
    mended="extract: children",
)

_COMPUTED_BY = ("numpy", "openpyxl", "pandas", "pydantic")
_TABLES: TypeAdapter[dict[str, ReleasedTable]] = TypeAdapter(dict[str, ReleasedTable])


class _NotReleased(Exception):
    """Stops a table with problems from being remembered."""

    def __init__(self, tables: Shelf[ReleasedTable], problems: list[Problem]) -> None:
        super().__init__("problems were found")
        self.tables, self.problems = tables, problems


def release_tables(
    content: Content,
    files: Mapping[str, bytes],
    *,
    remember: Remember,
    unread: Collection[str] = (),
    too_large: Mapping[str, Problem] = MappingProxyType({}),
) -> tuple[Shelf[ReleasedTable], list[Problem]]:
    """Every indicator's released table by id; those that cannot be made are ``broken``.

    ``files`` are the extracts' bytes by project path. Tables without a problem are remembered
    under a hash of all they are made from, so that unchanged extracts cost no frames. ``unread``
    are files that stand there and could not be read, which has been told but of those that are
    ``too_large``: each is a problem where the catalogue names it.
    """

    def make() -> bytes:
        tables, problems = _compute(content, files, unread, too_large)
        if problems:
            raise _NotReleased(tables, problems)
        return _TABLES.dump_json(dict(tables.entries))

    try:
        remembered = remember(f"tables-{_fingerprint(content, files, unread)}", make)
    except _NotReleased as found:
        return found.tables, found.problems
    tables = _TABLES.validate_json(remembered)
    # An indicator whose extract's entry is broken has no table and, said already, no problem.
    broken = content.indicators.broken | (content.indicators.entries.keys() - tables.keys())
    return Shelf(tables, frozenset(broken), content.indicators.complete), []


def _fingerprint(content: Content, files: Mapping[str, bytes], unread: Collection[str]) -> str:
    digest = hashlib.sha256(f"{versions(*_COMPUTED_BY)} {sorted(unread)!r}".encode())
    for shelf in (content.extracts, content.indicators):
        for id, entry in shelf.entries.items():
            digest.update(f"\0{id}\0{entry.model_dump_json()}".encode())
        digest.update(repr(sorted(shelf.broken)).encode())
    for entry in content.extracts.entries.values():
        digest.update(hashlib.sha256(files.get(f"data/{entry.file}", b"")).digest())
    return digest.hexdigest()


def _compute(
    content: Content,
    files: Mapping[str, bytes],
    unread: Collection[str],
    too_large: Mapping[str, Problem],
) -> tuple[Shelf[ReleasedTable], list[Problem]]:
    frames, problems = _read_extracts(content, files, unread, too_large)
    tables: dict[str, ReleasedTable] = {}
    broken = set(content.indicators.broken)
    for id, entry in content.indicators.entries.items():
        frame = frames.entries.get(entry.extract)
        if frame is None:
            broken.add(id)
            if not frames.may_hold(entry.extract):
                message = f'the extract "{entry.extract}" is not in data/catalogue.yml.'
                mend = suggestion(entry.extract, frames.names, REF_EXTRACT.mend)
                problems.append(Problem(REF_EXTRACT, entry.extract.at, message, mend))
            continue
        table, found = compute_indicator(entry, frame)
        problems += found
        if table is None:
            broken.add(id)
        else:
            problems += unlikely_values(entry, frame, table)
            last = latest_period(entry, frame)
            tables[id] = release(id, entry, frame.extract, table, last)
    for id, frame in frames.entries.items():
        made = [content.indicators.entries[name] for name in tables]
        made = [entry for entry in made if entry.extract == id]
        problems += two_spellings(made, frame)
        problems += far_periods(made, frame)
    return Shelf(tables, frozenset(broken), content.indicators.complete), problems


def _read_extracts(
    content: Content,
    files: Mapping[str, bytes],
    unread: Collection[str],
    too_large: Mapping[str, Problem],
) -> tuple[Shelf[ExtractFrame], list[Problem]]:
    problems: list[Problem] = []
    frames: dict[str, ExtractFrame] = {}
    broken = set(content.extracts.broken)
    for id, entry in content.extracts.entries.items():
        path = f"data/{entry.file}"
        found = refuse_other_kinds(entry)
        if not found and path in too_large:
            found = [too_large[path]]
        elif not found and path not in files and path not in unread:
            found = [missing_file(entry.file.at, path, files)]
        found = refuse_protected(id, entry) + found
        frame = None
        if not found and path in files:
            frame, found = read_extract(id, entry, files[path])
        problems += found
        if frame is None:
            broken.add(id)
        else:
            frames[id] = frame
    return Shelf(frames, frozenset(broken), content.extracts.complete), problems
