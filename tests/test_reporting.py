"""What a person sees on a real terminal: colours only there, the same words on every width."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.a_project import replaced, write_project

pty = pytest.importorskip("pty", reason="a pseudo-terminal is needed")

ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def seen_on_a_terminal(project: Path, **environment: str) -> str:
    """What `sufficiency check` writes to a terminal, its line ends made plain."""
    outer, inner = pty.openpty()
    command = [sys.executable, "-m", "sufficiency", "check", "--project", str(project)]
    given = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", **environment}
    for name in ("NO_COLOR", "FORCE_COLOR", "CI"):
        if name not in environment:
            given.pop(name, None)
    with subprocess.Popen(command, stderr=inner, stdout=subprocess.DEVNULL, env=given):
        os.close(inner)
        seen = b""
        while True:
            try:
                more = os.read(outer, 65536)
            except OSError:  # the other end is closed
                break
            if not more:
                break
            seen += more
    os.close(outer)
    return seen.decode().replace("\r\n", "\n")


def words(seen: str) -> str:
    """From the first place on, without what only colours and moves the cursor."""
    plain = ESCAPES.sub("", seen)
    return plain[plain.index("strategy/facts.yml:") :]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(
        tmp_path, replaced("strategy/facts.yml", "fostered_now\n", "fostered_no\n")
    )


class TestTerminal:
    def test_there_are_colours_and_a_caret(self, project: Path) -> None:
        seen = seen_on_a_terminal(project)
        assert "\x1b[1;31m" in seen
        assert "      |            ^\n" in words(seen)

    def test_the_words_are_the_same_however_wide_it_is(self, project: Path) -> None:
        narrow = words(seen_on_a_terminal(project, COLUMNS="40"))
        assert narrow == words(seen_on_a_terminal(project, COLUMNS="200"))
        assert max(map(len, narrow.splitlines())) > 80

    @pytest.mark.parametrize("given", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
    def test_whoever_wants_none_gets_plain_text(self, project: Path, given: dict[str, str]) -> None:
        seen = seen_on_a_terminal(project, **given)
        told = seen[seen.index("strategy/facts.yml:") :]
        assert ESCAPES.findall(told) == []
