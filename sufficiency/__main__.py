"""``python -m sufficiency`` is ``sufficiency``: starts the command line and ends it plainly.

Whoever stops it (Ctrl-C, a closed window, a shutdown) gets one line and 128 plus the signal's
number, 130 for Ctrl-C. What it was at is cleared up on the way out, as after any error. Nothing
heavy is imported before it listens, so that the wait for imports can be stopped as well.
"""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from types import FrameType

# Those that a system has: Ctrl-C, a shutdown, a closed window, and Ctrl-Break on Windows.
_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class Stopped(BaseException):
    """Somebody stops the program; the argument is the signal's number.

    Not a KeyboardInterrupt: libraries have their own ways with that.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and exits."""
    try:
        try:
            _listen()
            _have_streams()
            from sufficiency.cli import main as run

            run(arguments)
        finally:
            _answer_with(_pass_over)
            # Python lets its own answers go while it ends, and a signal would kill it then.
            _answer_with(signal.SIG_IGN)
    except Stopped as stopped:
        _say("Stopped before it was finished.")
        sys.exit(128 + int(stopped.args[0]))
    except OSError as error:
        # Commands tell their own; what is left is a screen or log that takes no more words.
        from sufficiency.outputs import failure

        _say(failure(error))
        _leave_unsaid()
        sys.exit(3)


def _listen() -> None:
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        # Who started this program may have asked that a signal be ignored, as nohup does.
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def _stop(number: int, frame: FrameType | None) -> None:
    # Once is enough: a second Ctrl-C would only stop the clearing up.
    _answer_with(_pass_over)
    raise Stopped(number)


def _have_streams() -> None:
    """Where a stream is closed, or there never was one, what is said goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w"))


def _pass_over(number: int, frame: FrameType | None) -> None: ...


def _answer_with(answer: Callable[[int, FrameType | None], None] | signal.Handlers) -> None:
    """Has each signal that this program listens to answered so from now on."""
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) in (_stop, _pass_over):
            signal.signal(number, answer)


def _say(line: str) -> None:
    with suppress(OSError, ValueError):
        print(line, file=sys.stderr, flush=True)  # noqa: T201


def _leave_unsaid() -> None:
    """Lets go of what could not be printed, so that Python does not try again while it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


if __name__ == "__main__":
    main()
