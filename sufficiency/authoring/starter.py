"""Makes a new project: a small one that a council can grow, or a copy of an example."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from sufficiency.authoring.answers import years_before
from sufficiency.authoring.folders import refuse_unsuitable
from sufficiency.authoring.refused import Refused
from sufficiency.authoring.texts import STARTER, starter_files
from sufficiency.content.schema import schemas
from sufficiency.outputs import OutputFailed, failure
from sufficiency.problems import suggestion
from sufficiency.sources import example_folder
from sufficiency.sources.litter import is_passed_over
from sufficiency.sources.shape import BRAND
from sufficiency.sources.templates import packaged_brand
from sufficiency.tables.period import print_date, read_date

EXAMPLES = ("barnet",)
HOME = (".vscode/extensions.json", ".vscode/settings.json", "Build.cmd", "Check.cmd", "_quarto.yml")
"""What makes a folder a home for authors, the same in every project."""

_OF_EXAMPLES = Path(__file__).parent / "examples"


def make_starter(folder: Path, answers: Mapping[str, str]) -> list[Path]:
    """Makes the small project, with the answers in it, and returns its files.

    Args:
        folder: New or empty.
        answers: One to each of ``answers.QUESTIONS``, sound by its rules.

    Raises:
        Refused: Where the folder cannot be used.
        OutputFailed: Where it cannot be written to; nothing is left in it then.
    """
    refuse_unsuitable(folder)
    return _write(folder, dict([*_starter(answers), *_home(), *_schemas()]))


def make_example(folder: Path, name: str) -> list[Path]:
    """Makes a copy of an example, as ``make_starter`` makes the small project.

    Raises:
        Refused: As there; or if there is no example of that name.
    """
    if name not in EXAMPLES:
        raise Refused(f'There is no example "{name}". {suggestion(name, EXAMPLES)}')
    refuse_unsuitable(folder)
    return _write(folder, dict([*_example(name), *_home()]))


def _starter(answers: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    as_at = read_date(answers["as_at"])
    assert as_at is not None
    days = [print_date(day) for day in years_before(as_at, 2)]
    yield from starter_files({**answers, "days": days})


def _example(name: str) -> Iterator[tuple[str, bytes]]:
    source = example_folder(name)
    for part in ("strategy", "data", "schemas"):
        for path in sorted((source / part).rglob("*")):
            inside = path.relative_to(source)
            if path.is_file() and not is_passed_over(inside):
                yield inside.as_posix(), path.read_bytes()
    yield BRAND, packaged_brand()  # the worked example's own, packaged once
    yield ".gitignore", (STARTER / ".gitignore").read_bytes()
    for path in sorted((_OF_EXAMPLES / name).iterdir()):
        yield path.name, path.read_bytes()


def _home() -> Iterator[tuple[str, bytes]]:
    for name in HOME:
        yield name, (example_folder() / name).read_bytes()


def _schemas() -> Iterator[tuple[str, bytes]]:
    for name, text in schemas().items():
        yield f"schemas/{name}", text.encode()


def _write(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Writes all files, or takes away what was written and says what stood in the way."""
    existed = folder.exists()
    made = {name: folder / name for name in sorted(files)}
    try:
        for name, path in made.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(files[name])
    except OSError as error:
        for path in folder.glob("*") if existed else [folder]:
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        raise OutputFailed(failure(error, folder)) from error
    return list(made.values())
