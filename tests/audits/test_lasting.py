"""A program that audits file after file: started once, and never taken to have found nothing."""

import sys
from collections.abc import Iterator
from pathlib import Path

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
    print(os.getpid(), path, "END", sep="\\n", flush=True)
"""
COMMAND = [sys.executable, "-c", ECHO]


@pytest.fixture(autouse=True)
def anew() -> Iterator[None]:
    lasting._started.cache_clear()
    yield
    lasting._started.cache_clear()


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
