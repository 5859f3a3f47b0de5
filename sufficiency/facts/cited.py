"""Rows of extracts as people can find them: "data/homes.csv, lines 2, 5 to 9"."""

from collections.abc import Iterator, Sequence

from sufficiency.facts.fact import Fact
from sufficiency.tables import Extract


def cite(extract: Extract) -> str:
    """An extract as a reader can find it: title and publisher."""
    return f"{extract.title}, {extract.publisher}"


def cite_rows(fact: Fact) -> Iterator[str]:
    """Each extract behind a fact with the rows that were read."""
    for extract in dict.fromkeys(source.extract for source in fact.sources):
        lines = [source.row.line for source in fact.sources if source.extract == extract]
        yield cite_lines(extract, lines)


def cite_lines(extract: Extract, lines: Sequence[int]) -> str:
    """Lines of an extract's file: "data/homes.csv, lines 2, 5 to 9"; of a workbook, rows."""
    word, runs = say_lines(extract, lines)
    return f"{cite_file(extract)}, {word} {runs}"


def cite_file(extract: Extract) -> str:
    """An extract's file, of a workbook with the sheet: "data/homes.xlsx, sheet Homes"."""
    return f"{extract.file}, sheet {extract.sheet}" if extract.sheet else str(extract.file)


def say_lines(extract: Extract, lines: Sequence[int]) -> tuple[str, str]:
    """Lines of a file or rows of a workbook, and which: "lines" and "2, 5 to 9"."""
    word = "row" if extract.sheet else "line"
    return word + ("s" if len(set(lines)) > 1 else ""), say_runs(lines)


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
