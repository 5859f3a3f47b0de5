"""A program that audits file after file: started once, and never taken to have found nothing."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NoReturn

import pytest

from tests.audits import lasting

ECHO = """
import os, sys
for line in sys.stdin:
    path = line.strip()
    if path.endswith("deadly"):
        sys.exit("it was too much")
    if path.endswith("endless"):
        sys.stdin.read()
    about = "another" if path.endswith("stray") else path
    print(os.getpid(), path, f"END\\t{about}", sep="\\n", flush=True)
"""
COMMAND = [sys.executable, "-c", ECHO]
OTHER = [sys.executable, "-c", ECHO, "other"]


@pytest.fixture(autouse=True)
def anew() -> Iterator[None]:
    lasting._running.clear()
    yield
    lasting._running.clear()


def test_one_process_answers_for_each_file() -> None:
    (one, first), (other, second) = (lasting.ask(COMMAND, Path(name)) for name in ("a", "b"))
    assert one == other
    assert (first, second) == (str(Path("a").resolve()), str(Path("b").resolve()))


def test_what_ends_without_an_answer_is_an_error_and_not_a_pass() -> None:
    with pytest.raises(RuntimeError, match="no answer on deadly: it was too much"):
        lasting.ask(COMMAND, Path("deadly"))


def test_so_is_what_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lasting, "SECONDS", 0.5)
    with pytest.raises(RuntimeError, match="no answer on endless"):
        lasting.ask(COMMAND, Path("endless"))


def test_the_next_file_has_an_answer_all_the_same() -> None:
    with pytest.raises(RuntimeError):
        lasting.ask(COMMAND, Path("deadly"))
    assert lasting.ask(COMMAND, Path("a"))[1] == str(Path("a").resolve())


def test_an_interrupted_file_does_not_answer_for_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    def ask_and_stop(path: Path, *, file: IO[str], flush: bool) -> NoReturn:
        file.write(f"{path}\n")
        file.flush()
        raise KeyboardInterrupt

    first, _ = lasting.ask(COMMAND, Path("a"))
    with monkeypatch.context() as interrupted, pytest.raises(KeyboardInterrupt):
        interrupted.setattr(lasting, "print", ask_and_stop, raising=False)
        lasting.ask(COMMAND, Path("b"))
    second, about = lasting.ask(COMMAND, Path("c"))
    assert about == str(Path("c").resolve())
    assert second != first


def test_an_answer_on_another_file_is_an_error() -> None:
    with pytest.raises(RuntimeError, match="should be on stray is an answer on another"):
        lasting.ask(COMMAND, Path("stray"))


def test_one_that_failed_takes_no_other_with_it() -> None:
    first, _ = lasting.ask(OTHER, Path("a"))
    with pytest.raises(RuntimeError):
        lasting.ask(COMMAND, Path("deadly"))
    second, _ = lasting.ask(OTHER, Path("b"))
    assert first == second
