"""``python -m sufficiency`` is ``sufficiency``: starts the command line and ends it plainly.

Whoever stops it (Ctrl-C, a closed window, a shutdown) gets one line and 128 plus the signal's
number, 130 for Ctrl-C. What it was at is cleared up on the way out, as after any error. Nothing
heavy is imported before it listens, so that the wait for imports can be stopped between them.

What stops it is an exception out of whatever it is at. Some cannot be left so: an import, whose
lock would stay locked or whose library would end the program; what has just taken a lock; and what
Python lets no exception out of, such as the end of an object. There it is raised a moment later.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from types import FrameType

# Those that a system has: Ctrl-C, a shutdown, a closed window, and Ctrl-Break on Windows.
_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
_MAIN_THREAD = threading.main_thread().ident or 0
_MOMENT = 0.01  # seconds
_put_off: list[int] = []  # signals that were heard, and have not been raised yet


class Stopped(BaseException):
    """Somebody stops the program; the argument is the signal's number.

    Not a KeyboardInterrupt: libraries have their own ways with that.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and exits."""
    before = sys.unraisablehook
    try:
        try:
            _listen()
            _have_streams()
            from sufficiency.cli import main as run

            run(arguments)
        except (OSError, SystemExit) as ended:
            # What ended for the same reason, pandoc or a closed window, was heard of first.
            if _put_off and (isinstance(ended, OSError) or ended.code):
                raise Stopped(_put_off[-1]) from None
            raise
        finally:
            _answer_with(_pass_over)
            sys.unraisablehook = before
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
    _put_off.clear()
    sys.unraisablehook = partial(_pass_over_all_but_stopping, sys.unraisablehook)
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        # Who started this program may have asked that a signal be ignored, as nohup does.
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def _stop(number: int, frame: FrameType | None) -> None:
    if _cannot_be_left(frame):
        _put_off.append(number)
        _stop_in_a_moment(number)
        return
    _put_off.clear()
    # Once is enough: a second Ctrl-C would only stop the clearing up.
    _answer_with(_pass_over)
    raise Stopped(number)


def _cannot_be_left(frame: FrameType | None) -> bool:
    """Whether it enters or leaves a ``with``, and may keep locked what nobody would open then, or
    imports, or is about to put off another stop."""
    if frame is not None and frame.f_code.co_name in ("__enter__", "__exit__"):
        return True
    while frame is not None:
        code = frame.f_code
        if code is _stop.__code__ or code.co_filename.startswith("<frozen importlib"):
            return True
        frame = frame.f_back
    return False


def _stop_in_a_moment(number: int) -> None:
    again = threading.Timer(_MOMENT, _signal_main_thread, (number,))
    again.daemon = True
    again.start()


def _signal_main_thread(number: int) -> None:
    if os.name == "posix":  # which wakes it, should it wait for something
        signal.pthread_kill(_MAIN_THREAD, number)
    else:
        signal.raise_signal(number)


def _pass_over_all_but_stopping(
    before: Callable[["sys.UnraisableHookArgs"], object], passed_over: "sys.UnraisableHookArgs"
) -> None:
    """What Python cannot raise: it says so, but of this, which is raised again."""
    stopped = passed_over.exc_value
    if isinstance(stopped, Stopped):
        _answer_with(_stop)
        _stop_in_a_moment(int(stopped.args[0]))
    else:
        before(passed_over)


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
