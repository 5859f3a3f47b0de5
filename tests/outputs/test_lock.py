"""One build at a time: who holds the lock is told, and who is dead holds none."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sufficiency.outputs.lock import Locked, locked
from tests.example import ROOT

HOLD = """
import sys
from pathlib import Path
from sufficiency.outputs.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_process_holding(path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that holds the lock until its input ends."""
    command = [sys.executable, "-c", HOLD, str(path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "._output.lock"


class TestLocked:
    def test_a_second_one_is_told_who_holds_it(self, path: Path) -> None:
        with another_process_holding(path) as other, pytest.raises(Locked) as told, locked(path):
            pass
        assert re.fullmatch(rf"\S.* on .+ \(process {other.pid}\)", str(told.value))

    def test_even_in_the_same_process(self, path: Path) -> None:
        with locked(path), pytest.raises(Locked), locked(path):
            pass

    def test_when_it_is_let_go_the_next_has_it_and_nothing_is_left(self, path: Path) -> None:
        for _ in range(2):
            with locked(path):
                assert path.is_file()
            assert not path.exists()

    def test_a_process_that_was_killed_holds_it_no_longer(self, path: Path) -> None:
        with another_process_holding(path) as other:
            other.send_signal(signal.SIGKILL)
            other.wait()
        assert path.exists()
        with locked(path):
            assert f"process {os.getpid()}" in path.read_text(encoding="utf-8")
        assert not path.exists()

    def test_who_waits_at_a_file_that_is_deleted_takes_a_new_one(self, path: Path) -> None:
        """Between opening the file and locking it, its last holder may have deleted it."""
        path.touch()
        deleted = False

        def delete_it(event: str, arguments: object) -> None:
            nonlocal deleted
            if event == "fcntl.flock" and not deleted:
                deleted = True
                path.unlink()

        sys.addaudithook(delete_it)  # stays, and does nothing more
        with locked(path):
            assert deleted
            assert path.exists()
            with pytest.raises(Locked), locked(path):
                pass

    def test_what_raises_within_lets_it_go(self, path: Path) -> None:
        with pytest.raises(ZeroDivisionError), locked(path):
            raise ZeroDivisionError
        assert not path.exists()
