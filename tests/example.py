"""The worked example, built once for all tests that read finished documents."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
FORMATS = ("html", "pdf", "docx")
SECONDS_TO_BUILD = 180


@dataclass(frozen=True)
class ExampleOutputs:
    """Where the worked example's outputs are: the folder, and one file for each format."""

    folder: Path
    html: Path
    pdf: Path
    docx: Path

    @property
    def manifest(self) -> Path:
        return self.folder / "manifest.json"

    @property
    def by_format(self) -> dict[str, Path]:
        return {"html": self.html, "pdf": self.pdf, "docx": self.docx}


def build_once(shared: Path) -> ExampleOutputs:
    """Builds the example into ``shared``, unless another worker has done so or is doing it.

    Args:
        shared: A folder that all workers of one test run see. Making ``build`` within it is
            the lock; ``built`` or ``failed`` within that says how it ended.

    Raises:
        AssertionError: If the build failed, here or in the worker that ran it; with its words.
    """
    lock = shared / "build"
    try:
        lock.mkdir(parents=True)
    except FileExistsError:
        _wait_for(lock)
    else:
        _build(lock)
    failed = lock / "failed"
    assert not failed.exists(), failed.read_text(encoding="utf-8")
    return outputs_in(lock / "output")


def outputs_in(folder: Path) -> ExampleOutputs:
    """The strategy's file in each format, found by its ending.

    Raises:
        AssertionError: If there is not one of each.
    """
    found = {kind: sorted(folder.glob(f"*strategy*.{kind}")) for kind in FORMATS}
    assert all(len(files) == 1 for files in found.values()), found
    return ExampleOutputs(folder, **{kind: files[0] for kind, files in found.items()})


def _build(lock: Path) -> None:
    command = [sys.executable, "build.py", "--output", str(lock / "output")]
    environment = {**os.environ, "SUFFICIENCY_CACHE": str(lock / "cache")}
    said = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    words = f"`python build.py` ended with {said.returncode}:\n{said.stdout}\n{said.stderr}"
    (lock / ("failed" if said.returncode else "built")).write_text(words, encoding="utf-8")


def _wait_for(lock: Path) -> None:
    until = time.monotonic() + SECONDS_TO_BUILD
    while not any((lock / end).exists() for end in ("built", "failed")):
        assert time.monotonic() < until, "another worker has not finished building the example"
        time.sleep(0.2)
