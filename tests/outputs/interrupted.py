"""A program that publishes, and is cut short or refused before one step after another.

Python tells an audit hook of each file that is to be written, renamed or deleted. The hook here
counts them and acts before one, so that every instant between two of them is met once, on a real
file system.

    python -m tests.outputs.interrupted FOLDER START ACT

For each step it makes FOLDER/1, FOLDER/2, … with an output folder in the state START in it,
publishes there in a process of its own, and prints how that ended.
"""

import errno
import gc
import os
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from sufficiency.__main__ import Stopped
from sufficiency.outputs import OutputFailed, OutputHeld, places, publish
from tests.outputs.publishing import outputs

CHANGES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod")
WRITES = os.O_WRONLY | os.O_RDWR
WHOLE, FAILED, HELD, STOPPED = 0, 10, 11, 12


def put_first(parent: Path) -> None:
    """The first build, and nothing else."""
    publish(outputs("first"), parent / "_output")


def put_nothing(parent: Path) -> None:
    """No build has been here."""


def put_halfway(parent: Path) -> None:
    """The second build is staged and the first put aside: killed between two renames."""
    publish(outputs("second"), parent / "other")
    (parent / "other").rename(parent / "._output.new")
    publish(outputs("first"), parent / "_output.previous")


def put_beside(parent: Path) -> None:
    """The first build, with the second beside it as the folder was held open."""
    put_first(parent)
    publish(outputs("second"), parent / "_output.new")


STARTS = {"first": put_first, "nothing": put_nothing, "halfway": put_halfway, "beside": put_beside}


def kill(event: str, arguments: Any) -> None:
    """Ends the process as a power cut would, at once."""
    os.kill(os.getpid(), signal.SIGKILL)


def stop(event: str, arguments: Any) -> None:
    """Does what a Ctrl-C does when it comes at this moment."""
    raise Stopped(signal.SIGINT)


def refuse(event: str, arguments: Any) -> None:
    """Says once that this may not be done."""
    raise PermissionError(errno.EACCES, "refused")


def full(event: str, arguments: Any) -> None:
    """Says of all that would need room that the disk is full."""
    if event in ("os.mkdir", "open"):
        raise OSError(errno.ENOSPC, "full")


ACTS: dict[str, Callable[[str, Any], None]] = {
    "kill": kill,
    "stop": stop,
    "refuse": refuse,
    "full": full,
}
LASTING = ("full",)
ALSO_READING = ("refuse",)


def act_at(step: int, act: str) -> Callable[[], int]:
    """Has ``act`` done before the ``step``-th operation; returns how many there have been."""
    seen = 0

    def hook(event: str, arguments: Any) -> None:
        nonlocal seen
        is_write = event in CHANGES or (event == "open" and bool((arguments[2] or 0) & WRITES))
        is_read = event in ("open", "os.scandir") and act in ALSO_READING
        if (event == "open" and isinstance(arguments[0], int)) or not (is_write or is_read):
            return
        seen += 1
        if seen == step or (seen > step and act in LASTING):
            ACTS[act](event, arguments)

    sys.addaudithook(hook)
    return lambda: seen


def publish_interrupted(parent: Path, step: int, act: str) -> int:
    """Publishes the third build; how it ended, or 1 where there are fewer steps than that."""
    done = act_at(step, act)
    try:
        publish(outputs("third"), parent / "_output")
    except OutputHeld:
        return HELD
    except OutputFailed:
        return FAILED
    except Stopped:
        return STOPPED
    return WHOLE if done() >= step else 1


def main(folder: Path, start: str, act: str) -> None:
    """One folder and one process for each step, until there are no more."""
    gc.disable()
    places._WAITS = ()
    os.fsync = lambda fd: None  # no power is cut here, and it takes long
    for step in count(1):
        parent = folder / str(step)
        parent.mkdir()
        STARTS[start](parent)
        child = os.fork()
        if child == 0:
            os._exit(publish_interrupted(parent, step, act))
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if ended == 1:
            return
        print(step, ended, flush=True)  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
