"""Commands run on a machine that is in the way: a full disk, no permission, one that stops them."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pytest

from tests.example import ROOT

# What root may do and nobody else: pass over permissions, and move what others own.
_PRIVILEGES = "-dac_override,-dac_read_search,-fowner"


def without_privileges(command: Sequence[str]) -> list[str]:
    """The command, as for an ordinary user whose files these are; root would pass over all."""
    if os.geteuid() != 0:
        return list(command)
    if shutil.which("setpriv") is None:
        unable("setpriv (Debian: util-linux)")
    return ["setpriv", f"--bounding-set={_PRIVILEGES}", "--inh-caps=-all", *command]


def on_a_small_disk(command: Sequence[str], folder: Path, kilobytes: int) -> list[str]:
    """The command, with ``folder`` a disk of its own of that size; nobody else sees it."""
    return _with_mount(command, folder, f'mount -t tmpfs -o size={kilobytes}k none "$0"')


def on_a_read_only_disk(command: Sequence[str], folder: Path) -> list[str]:
    """The command, with ``folder`` on a disk that cannot be written to."""
    return _with_mount(command, folder, 'mount -B "$0" "$0" && mount -o remount,bind,ro "$0"')


def _with_mount(command: Sequence[str], folder: Path, mount: str) -> list[str]:
    alone = ["unshare", "--map-root-user", "--mount", "sh", "-c", f'{mount} && exec "$@"', folder]
    wrapped = [str(part) for part in alone]
    if shutil.which("unshare") is None or _fails([*wrapped, "true"]):
        unable("leave to mount a disk (unshare)")
    return [*wrapped, *command]


def _fails(command: Sequence[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode != 0


def unable(what: str) -> NoReturn:
    """Skips a test where the system does not let us set the scene, as in most containers."""
    pytest.skip(f"needs {what}, which is not allowed or not there")


def run(command: Sequence[str], **surroundings: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs a command with more environment variables; whatever happens, no stack trace."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **{name: str(value) for name, value in surroundings.items()}},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    no_trace(done.stderr)
    return done


def heed_signals() -> None:
    """As at a terminal, though whoever started the tests in the background had them ignored."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def no_trace(said: str) -> None:
    for trace in ("Traceback", "Exception ignored", "backtrace", "terminate called"):
        assert trace not in said, said


def command_line(*arguments: str | Path) -> list[str]:
    """The command line of this tool in a process of its own."""
    return [sys.executable, "-m", "sufficiency", *(str(argument) for argument in arguments)]


def last_words(said: str) -> str:
    """What was said in the end, without the stages that were told while at work."""
    return "\n".join(line for line in said.splitlines() if not line.endswith(" …"))
