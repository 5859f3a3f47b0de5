"""Programs that audit file after file: to start one takes longer than most audits.

Each answers a path, a line of its standard input, with some lines and one that says "END".
"""

import atexit
import subprocess
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from threading import Timer

SECONDS = 120  # for one file


@cache
def _started(command: tuple[str, ...]) -> tuple["subprocess.Popen[str]", Path]:
    """One process for each worker of the tests, which ends with it; and what it complains of."""
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

    Raises:
        RuntimeError: If it ended before it had answered, or took longer than ``SECONDS``.
    """
    program, complaints = _started(tuple(map(str, command)))
    assert program.stdin is not None
    assert program.stdout is not None
    limit = Timer(SECONDS, program.kill)
    limit.start()
    answer: list[str] = []
    try:
        print(path.resolve(), file=program.stdin, flush=True)
        for line in program.stdout:
            if line == "END\n":
                return answer
            answer.append(line.removesuffix("\n"))
    except BrokenPipeError:
        pass
    finally:
        limit.cancel()
    program.kill()
    _started.cache_clear()  # another file gets another program
    raise RuntimeError(f"there is no answer on {path.name}: {complaints.read_text('utf-8')}")
