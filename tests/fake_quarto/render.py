"""``quarto render`` and ``quarto --version``, as far as this tool hangs on them."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from sufficiency.engines.pandoc import find_pandoc

CHAIN = Path(__file__).with_name("chain.lua")
DEPENDENCIES = "<!-- htmldependencies:E3FAD763 -->"
FORMATS = {"html": "html", "typst": "pdf", "docx": "docx"}
# What Quarto keeps to itself; the rest of a format's keys are pandoc's.
QUARTOS_OWN = ("minimal", "theme", "template-partials", "pdf-standard", "font-paths")


class Failed(Exception):
    """The render ends with 1; what was wrong has been printed."""


def main(arguments: list[str]) -> int:
    """Runs as the program would and returns its exit code."""
    if arguments == ["--version"]:
        sys.stdout.write(os.environ.get("FAKE_QUARTO_VERSION", "1.10.18") + "\n")
        return 0
    project = Path.cwd()
    settings = yaml.safe_load((project / "_quarto.yml").read_text("utf-8"))["project"]
    only = arguments[2].split(",") if arguments[1:2] == ["--to"] else list(FORMATS)
    try:
        _hook(settings.get("pre-render"), project, {})
        outputs = [
            _move(output, project, settings.get("output-dir"))
            for pattern in settings["render"]
            for document in sorted(project.glob(pattern))
            for output in _render(document, project, only)
        ]
        listed = "\n".join(path.relative_to(project).as_posix() for path in outputs)
        _hook(settings.get("post-render"), project, {"QUARTO_PROJECT_OUTPUT_FILES": listed})
    except Failed:
        return 1
    return 0


def _hook(command: str | None, project: Path, more: Mapping[str, str]) -> None:
    """A hook that fails ends the render, without a word of Quarto's own."""
    if command is None:
        return
    environment = {**os.environ, "QUARTO_PROJECT_DIR": str(project), **more}
    if subprocess.run(shlex.split(command), cwd=project, env=environment).returncode != 0:
        raise Failed


def _render(document: Path, project: Path, only: list[str]) -> list[Path]:
    front, _, body = document.read_text("utf-8").removeprefix("---\n").partition("\n---\n")
    told = yaml.safe_load(front)
    made = []
    for format, options in told["format"].items():
        if format in only:
            with tempfile.TemporaryDirectory() as scratch:
                metadata = {key: value for key, value in told.items() if key != "format"}
                made.append(_pandoc(document, body, metadata, format, options, Path(scratch)))
                if format == "typst":
                    made[-1] = _typst(made[-1], options, project)
                elif format == "html":
                    _through_a_tree(made[-1])
    return made


def _pandoc(
    document: Path,
    body: str,
    metadata: Mapping[str, Any],
    format: str,
    options: Mapping[str, Any],
    scratch: Path,
) -> Path:
    output = document.with_suffix(".typ" if format == "typst" else f".{FORMATS[format]}")
    (scratch / "input.md").write_text(body, "utf-8")
    (scratch / "metadata.yml").write_text(yaml.safe_dump(dict(metadata), sort_keys=False), "utf-8")
    told = {key: value for key, value in options.items() if key not in QUARTOS_OWN}
    if format == "typst":
        told["template"] = _stage(document.parent, options, scratch)
    if metadata.get("crossref") is not False:
        told.pop("number-sections", None)
    filters = "\n".join(f"{filter['at']} {filter['path']}" for filter in metadata["filters"])
    finished = subprocess.run(
        [
            str(find_pandoc()),
            str(scratch / "input.md"),
            f"--from={metadata.get('from', 'markdown')}",
            f"--to={format}",
            f"--metadata-file={scratch / 'metadata.yml'}",
            "--metadata=pagetitle:strategy",
            f"--lua-filter={CHAIN}",
            "--standalone",
            f"--output={output.name}",
            *(argument for key, value in told.items() for argument in _arguments(key, value)),
        ],
        cwd=document.parent,
        env={**os.environ, "FAKE_QUARTO_FILTERS": filters},
        stderr=subprocess.PIPE,
    )
    sys.stderr.write(finished.stderr.decode())
    if finished.returncode != 0:
        raise Failed
    return output


def _arguments(key: str, value: Any) -> list[str]:
    if isinstance(value, bool):
        return [f"--{key}"] if value else []
    return [f"--{key}={each}" for each in (value if isinstance(value, list) else [value])]


def _stage(folder: Path, options: Mapping[str, Any], scratch: Path) -> str:
    """A template and its partials, side by side in a folder of their own."""
    for partial in options["template-partials"]:
        shutil.copy(folder / partial, scratch)
    shutil.copy(folder / options["template"], scratch / "template.patched")
    return str(scratch / "template.patched")


def _typst(source: Path, options: Mapping[str, Any], project: Path) -> Path:
    import typst

    moment = int(os.environ.get("SOURCE_DATE_EPOCH", time.time_ns() // 10**9))
    output = source.with_suffix(".pdf")
    fonts = [str(source.parent / path) for path in options["font-paths"]]
    try:
        typst.compile(
            str(source),
            output=str(output),
            root=str(project),
            font_paths=typst.Fonts(include_system_fonts=False, font_paths=fonts),
            pdf_standards=options["pdf-standard"],
            timestamp=moment,
        )
    except typst.TypstError as error:
        sys.stderr.write(f"error: {error}\nERROR: Typst compilation failed\n")
        raise Failed from None
    source.unlink()
    return output


def _through_a_tree(page: Path) -> None:
    """What Quarto's own tree of a page does to it, as it was seen."""
    text = page.read_text("utf-8")
    assert text.startswith("<!DOCTYPE html>"), "Quarto finds no document type"
    assert DEPENDENCIES in text, "Quarto would take the first thing out of the head"
    page.write_text(text.replace(DEPENDENCIES + "\n", "").replace("\u00a0", "&nbsp;"), "utf-8")


def _move(output: Path, project: Path, folder: str | None) -> Path:
    if folder is None:
        return output
    place = project / folder / output.relative_to(project)
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(output, place)
    return place
