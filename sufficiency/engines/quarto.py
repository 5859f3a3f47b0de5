"""The engine for those who have Quarto: it renders the composed document in a scratch project.

Quarto runs its own pandoc and typst, with the filters, page templates, reference document and
options of the embedded engine; `finish` does the rest in both.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

from sufficiency.documents.composed import ComposedDocument
from sufficiency.engines.composed_files import FORMATS
from sufficiency.engines.errors import EngineError, ToolMissing
from sufficiency.engines.finish import finish
from sufficiency.engines.pandoc import plain_complaints
from sufficiency.engines.quarto_project import write_for_quarto
from sufficiency.engines.typst_pdf import timestamp
from sufficiency.remember import Remember

OLDEST = (1, 9)
_PROJECT = 'project:\n  type: default\n  render: ["*.qmd"]\n'
_LONGEST = 1200  # seconds
_TO_ANSWER = 60  # seconds, to say its version
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
# The web page comes last: it may name the other two.
_ORDER = ("pdf", "docx", "html")
_INSTALL = (
    "Install it from quarto.org, or where that download is allowed with: "
    "pip install 'sufficiency[quarto]'. The default engine needs nothing of it: leave out "
    "--engine quarto."
)
# What pandoc or typst leave out, though they go on.
_LEFT_OUT = re.compile(
    r"Could not (?:fetch|find|load|convert)|unknown font family|not supported by Typst"
    r"|Unable to resolve crossref",
)


@cache
def find_quarto() -> Path:
    """The program of Quarto, of a version that can be used.

    Raises:
        ToolMissing: If there is none, or an older one.
    """
    beside_python = str(Path(sys.executable).parent)
    path = os.pathsep.join([beside_python, os.environ.get("PATH", os.defpath)])
    found = shutil.which("quarto", path=path)
    if found is None:
        raise ToolMissing(f"Quarto was not found. {_INSTALL}")
    version = _version(Path(found))
    numbers = re.match(r"(\d+)\.(\d+)", version)
    if numbers is None:
        raise ToolMissing(f'"{found}" does not say its version as Quarto does. {_INSTALL}')
    if (int(numbers[1]), int(numbers[2])) < OLDEST:
        oldest = ".".join(map(str, OLDEST))
        raise ToolMissing(
            f"Quarto {version} is too old: {oldest} or a later one is needed. {_INSTALL}"
        )
    return Path(found)


def quarto_version() -> str:
    """The version of the Quarto that is used, as it says it. Raises ToolMissing."""
    return _version(find_quarto())


@cache
def _version(program: Path) -> str:
    try:
        said = subprocess.run(
            [str(program), "--version"], capture_output=True, timeout=_TO_ANSWER, check=False
        )
    except subprocess.TimeoutExpired:
        raise ToolMissing(
            f'"{program}" did not say its version within {_TO_ANSWER} seconds. Try `quarto '
            f"--version` yourself. {_INSTALL}"
        ) from None
    except OSError as error:
        raise ToolMissing(f'"{program}" could not be started. {_INSTALL}') from error
    return said.stdout.decode("utf-8", errors="replace").strip()


def render_in_quarto(
    document: ComposedDocument,
    *,
    formats: Collection[str] = FORMATS,
    folder: Path,
    templates: Mapping[str, bytes],
    remember: Remember,
) -> dict[str, Path]:
    """Renders the document in a project of its own and returns each format's finished file.

    Takes, gives and raises what the embedded engine's ``render`` does.
    """
    unknown = sorted(set(formats) - set(FORMATS))
    if unknown:
        raise ValueError(f"unknown formats: {', '.join(unknown)}")
    path = write_for_quarto(document, folder, templates, remember, formats=formats)
    (folder / "_quarto.yml").write_text(_PROJECT, encoding="utf-8")
    _run(folder, document)
    rendered = {format: path.with_suffix(f".{format}") for format in formats}
    return finish_all(rendered, document, folder)


def finish_all(
    rendered: Mapping[str, Path], document: ComposedDocument, folder: Path
) -> dict[str, Path]:
    """Finishes what Quarto has rendered, in ``folder``, where all stands that the page names.

    Raises EngineError where a file is missing or is not what it should be.
    """
    finished: dict[str, Path] = {}
    for format in (format for format in _ORDER if format in rendered):
        if not rendered[format].is_file():
            raise EngineError(f"Quarto made no {format} of {document.id}, and did not say why.")
        finished[format] = folder / f"{document.file_stem}.{format}"
        shutil.move(rendered[format], finished[format])
        finish(finished[format], published=document.published)
    return {format: finished[format] for format in FORMATS if format in finished}


def _run(folder: Path, document: ComposedDocument) -> None:
    environment = {
        **{name: value for name, value in os.environ.items() if name != "QUARTO_PROFILE"},
        "LC_ALL": "C.UTF-8",
        "NO_COLOR": "1",
        "SOURCE_DATE_EPOCH": str(timestamp(document.published)),
        "TZ": "UTC",
        "TYPST_FONT_PATHS": str(folder / "fonts"),
        "TYPST_IGNORE_SYSTEM_FONTS": "true",
    }
    try:
        finished = subprocess.run(
            [str(find_quarto()), "render"],
            cwd=folder,
            env=environment,
            capture_output=True,
            timeout=_LONGEST,
        )
    except subprocess.TimeoutExpired:
        raise EngineError(
            f"Quarto could not make {document.id} in {_LONGEST // 60} minutes."
        ) from None
    said = b"\n".join([finished.stdout, finished.stderr]).decode("utf-8", errors="replace")
    said = _COLOURS.sub("", said).replace(str(folder), "")
    if finished.returncode != 0:
        raise EngineError(f"Quarto could not make {document.id}: {_told(said)}")
    left_out = [line.strip() for line in said.splitlines() if _LEFT_OUT.search(line)]
    if left_out:
        raise EngineError(f"Quarto could not make {document.id} whole: {' '.join(left_out)}")


def _told(said: str) -> str:
    """What was wrong: the filters' own list where there is one, else Quarto's last words."""
    plain = plain_complaints(said)
    if plain != said.strip():
        return plain
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    first = next((at for at, line in enumerate(lines) if re.match(r"ERROR|error:", line)), -5)
    return "\n".join(lines[first:][:12]) or "it said nothing."
