"""Ends builds at random instants and looks at what is left.

python -m tests.kills ROUNDS
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.a_project import write_project
from tests.example import ROOT
from tests.machine import command_line, heed_signals, last_words
from tests.outputs.publishing import faults, standing_whole

ROUNDS = "SUFFICIENCY_KILLS"
"""The environment variable that names how many rounds the tests make: by hand 200, else few."""


def rounds(few: int) -> int:
    return int(os.environ.get(ROUNDS, few))


def kill_publishing(folder: Path, times: int, chance: random.Random) -> Counter[str]:
    """Kills a process that does nothing but publish, most often in the midst of a swap.

    Raises:
        AssertionError: If neither the output nor the previous is whole, or is older than what
            had been said to be in place.
    """
    met: Counter[str] = Counter()
    output = folder / "_output"
    last = 0
    for _ in range(times):
        program = [sys.executable, "-m", "tests.outputs.publishing", str(output), str(last + 1)]
        with subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            last = int(process.stdout.readline())
            time.sleep(chance.uniform(0, 0.3))
            process.kill()
            last = max([last, *(int(line) for line in process.stdout.read().split())])
        whole = standing_whole(output)
        number = int((whole / "number.txt").read_text(encoding="utf-8"))
        assert number in (last, last + 1), f"{last} was in place, {number} is"
        met[_beside(folder)] += 1
        last = number
    return met


def kill_builds(folder: Path, times: int, chance: random.Random) -> Counter[str]:
    """Kills whole builds at any moment, from their start to their end.

    Raises:
        AssertionError: If neither the output nor the previous is whole, or if a build that is
            left in peace in the end leaves anything but its outputs.
    """
    builds = _Builds(folder)
    met: Counter[str] = Counter()
    for _ in range(times):
        with builds.started() as process:
            time.sleep(chance.uniform(0, builds.seconds))
            process.kill()
        standing_whole(builds.project / "_output")
        met[_beside(builds.project)] += 1
    builds.is_done()
    builds.nothing_is_left()
    return met


def stop_builds(folder: Path, times: int, chance: random.Random) -> Counter[str]:
    """Presses Ctrl-C at any moment of a build, first as soon as it says anything.

    Raises:
        AssertionError: If it does not end with 130 and one plain line, or leaves anything.
    """
    builds = _Builds(folder)
    met: Counter[str] = Counter()
    for number in range(times):
        with builds.started() as process:
            assert process.stderr is not None
            process.stderr.readline()
            time.sleep(chance.uniform(0, builds.seconds) if number else 0)
            process.send_signal(signal.SIGINT)
            said = last_words(process.communicate()[1])
        if process.returncode != 0:  # it may have been done
            assert (process.returncode, said) == (130, "Stopped before it was finished.")
        builds.nothing_is_left()
        met[f"ended with {process.returncode}"] += 1
    return met


class _Builds:
    """Builds of a small project, with a place of their own for all that they write."""

    def __init__(self, folder: Path) -> None:
        self.project = write_project(folder / "project")
        self.scratch = folder / "scratch"
        self.scratch.mkdir()
        self.cache = folder / "cache"
        self.is_done()
        began = time.monotonic()
        self.is_done()
        self.seconds = time.monotonic() - began
        self.names = sorted(self.project.iterdir())

    def started(self) -> subprocess.Popen[str]:
        ours = {"TMPDIR": str(self.scratch), "SUFFICIENCY_CACHE": str(self.cache)}
        return subprocess.Popen(
            command_line("build", "--project", self.project),
            cwd=ROOT,
            env={**os.environ, **ours},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            preexec_fn=heed_signals,
        )

    def is_done(self) -> None:
        with self.started() as process:
            process.communicate()
        assert process.returncode == 0

    def nothing_is_left(self) -> None:
        assert faults(self.project / "_output") == []
        assert sorted(self.project.iterdir()) == self.names
        assert list(self.scratch.iterdir()) == []


def _beside(folder: Path) -> str:
    names = sorted(path.name for path in folder.iterdir() if "_output" in path.name)
    return " ".join(name.split("-")[0] for name in names)


def main(times: int) -> None:
    """All kinds, so many rounds each; prints what stood there when they had ended."""
    for kind in (kill_publishing, kill_builds, stop_builds):
        with tempfile.TemporaryDirectory() as scratch:
            print(kind.__name__, dict(kind(Path(scratch), times, random.Random())))  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]))
