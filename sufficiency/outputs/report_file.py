"""Writes a report of problems where the command line asks for it, and over nothing else."""

from pathlib import Path

from sufficiency.outputs.errors import OutputRefused, failure
from sufficiency.outputs.manifest import MANIFEST
from sufficiency.outputs.replaced import replace_file
from sufficiency.problems.reports import is_report

_INPUTS = ("strategy", "data", "templates")


def refuse_report_file(file: Path, *, project: Path) -> None:
    """Raises OutputRefused where a report would stand in the way or replace somebody's work."""
    place = file.resolve()
    if place.is_dir():
        raise OutputRefused(f'"{file.name}" is a folder. Name a file with --report-file.')
    if not place.parent.is_dir():
        raise OutputRefused(f'There is no folder "{file.parent.as_posix()}" for the report.')
    if any(place.is_relative_to((project / folder).resolve()) for folder in _INPUTS):
        raise OutputRefused(
            f'"{file.name}" would stand among the files of the strategy. Name another folder '
            "with --report-file."
        )
    if (place.parent / MANIFEST).exists():
        raise OutputRefused(
            f'"{place.parent.name}" holds the documents and nothing else. Name another folder with '
            "--report-file."
        )
    if place.exists() and not _is_ours(place):
        raise OutputRefused(
            f'"{file.name}" is not a report of this tool and would be lost. Name another file '
            "with --report-file."
        )


def write_report_file(report: bytes, file: Path) -> None:
    """Writes the report whole or not at all. Raises OutputRefused where it cannot be written."""
    try:
        replace_file(file, report)
    except OSError as error:
        raise OutputRefused(
            f"{failure(error, file)} Or name another file with --report-file."
        ) from error


def _is_ours(file: Path) -> bool:
    try:
        data = file.read_bytes()
    except OSError:
        return False
    return not data or is_report(data)
