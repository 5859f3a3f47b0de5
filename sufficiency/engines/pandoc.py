"""Runs pandoc: where it is, how the composed document is read, and what its complaints mean.

It is asked for one thing and answers, or converses: it says what it has done and is answered.

The document is read without pandoc's raw HTML, TeX and typst, so that whatever is raw in an
output was written by this project's filter and never by an author.
"""

import errno
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError
from importlib.util import find_spec
from pathlib import Path

from sufficiency.engines.errors import EngineError, ToolMissing
from sufficiency.remember import versions

READING = "markdown" + "".join(
    f"-{extension}"
    for extension in (
        # Only the filter writes raw pieces of a format.
        "raw_html raw_tex raw_attribute native_divs native_spans markdown_in_html_blocks "
        # Pounds and dollars are money, not mathematics.
        "tex_math_dollars latex_macros "
        # "(@fig-x)" at a line's start is a cross-reference, "[x]" says "not available", and a
        # heading is linked to by its id alone. The filter names those that have none.
        "example_lists task_lists implicit_header_references auto_identifiers"
    ).split()
)

# A footnote that nothing points to changes nothing that is printed; of two headings, figures,
# tables or boxes of one name numbering.lua tells.
_HARMLESS_WARNINGS = re.compile(r"defined .*but not used|Duplicate identifier")
# What authors write is read in seconds; what nobody foresaw may not bring the computer to a halt.
# With so much room for what is new pandoc copies the document a dozen times rather than hundreds,
# which is an eighth of its time.
_LIMITS = ("+RTS", "-M2G", "-A256m", "-RTS")
_LONGEST = 600  # seconds
# Where programs look for the folder of temporary files, on each system.
_TEMPORARY = ("TMPDIR", "TMP", "TEMP")
_SAID_NOTHING = (
    "said nothing. Most often the memory or the disk is full then: close other programs or make "
    "room on the disk, and build again."
)
_DISK_FULL = "resource exhausted"  # on each system, before what that system calls it


@cache
def find_pandoc() -> Path:
    """The pandoc of the pypandoc-binary package, or else the one on the PATH.

    Raises:
        ToolMissing: If there is neither.
    """
    package = find_spec("pypandoc")
    if package is not None and package.origin is not None:
        name = "pandoc.exe" if sys.platform == "win32" else "pandoc"
        packaged = Path(package.origin).parent / "files" / name
        if packaged.is_file():
            return packaged
    on_path = shutil.which("pandoc")
    if on_path is None:
        raise ToolMissing("pandoc was not found. Install it with: pip install pypandoc-binary")
    return Path(on_path)


@cache
def pandoc_version() -> str:
    """A text that changes when pandoc does, for cache keys; cheap where pandoc is packaged."""
    try:
        return versions("pypandoc-binary")
    except PackageNotFoundError:
        return run_pandoc(["--version"], making="its version").decode("utf-8").splitlines()[0]


def run_pandoc(
    arguments: Sequence[str],
    *,
    making: str,
    folder: Path | None = None,
) -> bytes:
    """What pandoc prints when run in ``folder``.

    ``making`` names the product for messages: "the Word document".

    Raises:
        EngineError: If pandoc fails, or warns of something that would be missing in print.
        ToolMissing: If there is no pandoc.
        OSError: If the disk is full.
    """
    try:
        finished = subprocess.run(
            _command(arguments),
            cwd=folder,
            env=_environment(),
            capture_output=True,
            timeout=_LONGEST,
        )
    except subprocess.TimeoutExpired:
        raise _took_too_long(making) from None
    _judge(finished.returncode, finished.stderr, making)
    return finished.stdout


def converse_with_pandoc(
    arguments: Sequence[str],
    *,
    answer: Callable[[str], str | None],
    making: Callable[[], str],
    folder: Path,
) -> None:
    """Runs pandoc in ``folder`` and hands each line that it prints to ``answer``.

    What that returns is handed to pandoc as a line; nothing where it is None. ``making`` names
    what pandoc is at, for messages. If ``answer`` raises, pandoc is stopped. Its temporary files,
    which it would leave behind then, are in ``folder`` too.

    Raises as ``run_pandoc`` does.
    """
    with tempfile.TemporaryFile(dir=folder) as complaints:
        running = subprocess.Popen(
            _command(arguments),
            cwd=folder,
            env=_environment() | dict.fromkeys(_TEMPORARY, str(folder.resolve())),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
            encoding="utf-8",
        )
        watch = _Watch(running)
        try:
            _answer_each_line(running, answer, watch)
        except BaseException:
            running.kill()
            raise
        finally:
            watch.pause()
            running.wait()
        if watch.has_ended_it:
            raise _took_too_long(making())
        complaints.seek(0)
        _judge(running.returncode, complaints.read(), making())


class _Watch:
    """Ends a program that works for too long; paused while it waits for an answer."""

    def __init__(self, running: subprocess.Popen[str]) -> None:
        self._running = running
        self.has_ended_it = False
        self.go_on()

    def go_on(self) -> None:
        self._timer = threading.Timer(_LONGEST, self._end)
        self._timer.daemon = True
        self._timer.start()

    def pause(self) -> None:
        self._timer.cancel()

    def _end(self) -> None:
        self.has_ended_it = True
        self._running.kill()


def _answer_each_line(
    running: subprocess.Popen[str], answer: Callable[[str], str | None], watch: _Watch
) -> None:
    assert running.stdin is not None
    assert running.stdout is not None
    # One that has ended hears nothing; what it complained of says more.
    with suppress(BrokenPipeError), running.stdin, running.stdout:
        for line in running.stdout:
            watch.pause()
            said = answer(line.rstrip("\n"))
            if said is not None:
                running.stdin.write(f"{said}\n")
                running.stdin.flush()
            watch.go_on()


def _command(arguments: Sequence[str]) -> list[str]:
    return [str(find_pandoc()), *_LIMITS, *arguments]


def _environment() -> dict[str, str]:
    return {**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def _took_too_long(making: str) -> EngineError:
    return EngineError(f"pandoc could not make {making} in {_LONGEST // 60} minutes.")


def _judge(returned: int, complained: bytes, making: str) -> None:
    """Raises where pandoc failed, or warned of something that would be missing in print."""
    complaints = complained.decode("utf-8", errors="replace")
    if returned != 0:
        if _DISK_FULL in complaints:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        said = plain_complaints(complaints) or f"it ended with {returned} and {_SAID_NOTHING}"
        if -returned in (signal.SIGINT, signal.SIGTERM):
            said = "somebody stopped it."
        raise EngineError(f"pandoc could not make {making}: {said}")
    warnings = _serious_warnings(complaints)
    if warnings:
        raise EngineError(f"pandoc could not make {making} whole: {' '.join(warnings)}")


def plain_complaints(complaints: str) -> str:
    """The filter's own list of what is wrong where there is one, else pandoc's words."""
    listed = re.search(r"The composed document cannot be rendered:\n(.*?)\n\.", complaints, re.S)
    without_trace = complaints.partition("HasCallStack backtrace:")[0]
    return (listed.group(1) if listed else without_trace).strip()


def _serious_warnings(complaints: str) -> list[str]:
    warnings = re.findall(r"^\[WARNING\] (.+(?:\n  .+)*)", complaints, re.M)
    return [
        re.sub(r"\s+", " ", warning)
        for warning in warnings
        if not _HARMLESS_WARNINGS.search(warning)
    ]
