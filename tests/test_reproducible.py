"""Two builds that share nothing but the sources give the same bytes.

Each has its own copy of the project in another folder, an empty cache, and another time zone,
locale, hash seed and clock for tools that ask ``SOURCE_DATE_EPOCH``.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.example import ROOT

NOT_SOURCES = ("_output*", "venv", "pictures", "node_modules", "__pycache__", "tests", "docs", ".*")
KIRITIMATI = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
NEWFOUNDLAND = {
    "TZ": "America/St_Johns",
    "LC_ALL": "C.UTF-8",
    "PYTHONHASHSEED": "4242",
    "SOURCE_DATE_EPOCH": "86400",
}


def not_copied(folder: str, names: list[str]) -> set[str]:
    """What of a folder is no source; a room of the code may have the name of an output."""
    patterns = NOT_SOURCES if Path(folder) == ROOT else ("__pycache__",)
    return shutil.ignore_patterns(*patterns)(folder, names)


def built_in(folder: Path, surroundings: dict[str, str]) -> Path:
    """The output of a build of a copy of the project in ``folder``, with a cold cache."""
    project = folder / "project"
    shutil.copytree(ROOT, project, ignore=not_copied)
    environment = {**os.environ, **surroundings, "SUFFICIENCY_CACHE": str(folder / "cache")}
    said = subprocess.run(
        [sys.executable, "build.py", "--output", str(folder / "output")],
        cwd=project,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert said.returncode == 0, f"{said.stdout}\n{said.stderr}"
    return folder / "output"


def contents(folder: Path) -> dict[str, bytes]:
    """Every file's bytes by its path within the folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def differences(one: Path, other: Path) -> list[str]:
    """The files that only one of the folders has, and those whose bytes differ, with where."""
    first, second = contents(one), contents(other)
    faults = [f"only one build made {name}" for name in sorted(first.keys() ^ second.keys())]
    for name in sorted(first.keys() & second.keys()):
        if first[name] != second[name]:
            pairs = enumerate(zip(first[name], second[name], strict=False))
            shorter = min(len(first[name]), len(second[name]))
            at = next((place for place, (a, b) in pairs if a != b), shorter)
            faults.append(f"{name} differs from byte {at}")
    return faults


class TestDifferences:
    def test_equal_folders_have_none(self, tmp_path: Path) -> None:
        for folder in (tmp_path / "a", tmp_path / "b"):
            folder.mkdir()
            (folder / "page.html").write_bytes(b"same")
        assert differences(tmp_path / "a", tmp_path / "b") == []

    def test_each_file_that_differs_is_named(self, tmp_path: Path) -> None:
        for folder, last in ((tmp_path / "a", b"e"), (tmp_path / "b", b"es")):
            folder.mkdir()
            (folder / "page.html").write_bytes(b"sam" + last)
            (folder / last.decode()).touch()
        assert differences(tmp_path / "a", tmp_path / "b") == [
            "only one build made e",
            "only one build made es",
            "page.html differs from byte 4",
        ]


@pytest.mark.xdist_group("reproducible")
def test_two_cold_builds_give_the_same_bytes(tmp_path: Path) -> None:
    one = built_in(tmp_path / "one", KIRITIMATI)
    other = built_in(tmp_path / "another, deeper" / "földer", NEWFOUNDLAND)
    assert len(contents(one)) >= 4
    assert differences(one, other) == []
