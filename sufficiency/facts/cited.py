"""Rows of extracts as people can find them: "data/homes.csv, lines 2, 5 to 9"."""

from collections.abc import Iterator, Sequence

from sufficiency.facts.fact import Fact
from sufficiency.tables import Extract


def cite_rows(fact: Fact) -> Iterator[str]:
    """Each extract behind a fact with the rows that were read."""
    for extract in dict.fromkeys(source.extract for source in fact.sources):
        lines = [source.row.line for source in fact.sources if source.extract == extract]
        yield cite_lines(extract, lines)


def cite_lines(extract: Extract, lines: Sequence[int]) -> str:
    """Lines of an extract's file: "data/homes.csv, lines 2, 5 to 9"; of a workbook, rows."""
    sheet = f"sheet {extract.sheet}, " if extract.sheet else ""
    word = f"{'row' if extract.sheet else 'line'}{'s' if len(set(lines)) > 1 else ''}"
    return f"{extract.file}, {sheet}{word} {say_runs(lines)}"


def say_runs(lines: Sequence[int]) -> str:
    """Numbers of lines, those that follow each other together: "2, 5 to 9"."""
    runs: list[list[int]] = []
    for line in sorted(set(lines)):
        if runs and line == runs[-1][-1] + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    shown = [f"{run[0]} to {run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    return ", ".join(shown)
