"""Programs that audit file after file: to start one takes longer than most audits.

Each answers a path, a line of its standard input, with some lines and one that says "END", a tab
and the path.
"""

import atexit
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from threading import Timer

SECONDS = 120  # for one file
Program = tuple["subprocess.Popen[str]", Path]
"""A program that runs, and the file of what it complains of."""
_running: dict[tuple[str, ...], Program] = {}


def _start(command: tuple[str, ...]) -> Program:
    """One process for each worker of the tests, which ends with it."""
    complaints = tempfile.NamedTemporaryFile()  # noqa: SIM115 (it lasts as long as the program)
    program = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=complaints,
        encoding="utf-8",
    )
    atexit.register(complaints.close)
    atexit.register(program.communicate)
    return program, Path(complaints.name)


def ask(command: Iterable[str | Path], path: Path) -> list[str]:
    """What the program answers to the path, without the last line.

    A program whose answer was not read to its end, for whatever reason, is ended and forgotten:
    the next file would get what is left of it. Others go on.

    Raises:
        RuntimeError: If it ended before it had answered, took longer than ``SECONDS``, or
            answered for another file.
    """
    key = tuple(map(str, command))
    program, complaints = _running.get(key) or _start(key)
    _running[key] = program, complaints
    try:
        return _answer(program, path, complaints)
    except BaseException:
        del _running[key]
        program.kill()
        program.communicate()
        raise


def _answer(program: "subprocess.Popen[str]", path: Path, complaints: Path) -> list[str]:
    assert program.stdin is not None
    assert program.stdout is not None
    limit = Timer(SECONDS, program.kill)
    limit.start()
    answer: list[str] = []
    try:
        print(path.resolve(), file=program.stdin, flush=True)
        for line in program.stdout:
            if line.startswith("END\t"):
                about = line.removeprefix("END\t").removesuffix("\n")
                if about != str(path.resolve()):
                    raise RuntimeError(f"what should be on {path.name} is an answer on {about}")
                return answer
            answer.append(line.removesuffix("\n"))
    except BrokenPipeError:
        pass
    finally:
        limit.cancel()
    program.wait()
    raise RuntimeError(f"there is no answer on {path.name}: {complaints.read_text('utf-8')}")
