"""A second process beside the first: it tells what it makes, and the first waits for that.

A build reads, understands and composes on one processor, while the other has nothing to do, and
needs what takes long (what pandas and matplotlib are imported for) only in between and afterwards.
Both processes fill one cache (``outputs/cache.py``), so that nothing else need be said than which
entry is at work. The second is a copy of the first as it was before it imported anything heavy.
Where a system cannot copy a process, or where the second fails, the first makes everything itself.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, Protocol

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

_STOPPING = (signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if os.name == "posix" else []))
_LONGEST_STOP = 5  # seconds
_LONGEST_WAIT = 60  # seconds; who is not heard of for as long is not waited for again


class Beside(Protocol):
    """The other of two processes that fill one cache: the second tells, the first waits."""

    def begin(self, keys: Iterable[str]) -> None:
        """Tells it that this one makes these entries."""

    def end(self, key: str) -> None:
        """Tells it that the entry is there, or will not come."""

    def wait_for(self, key: str) -> None:
        """Returns when it is not at work on the entry, or no longer."""


class _Nobody:
    def begin(self, keys: Iterable[str]) -> None: ...

    def end(self, key: str) -> None: ...

    def wait_for(self, key: str) -> None: ...


NOBODY: Beside = _Nobody()
"""There is no other process."""


@contextmanager
def second_process(
    work: Callable[[Beside], None], meanwhile: Callable[[], None] = lambda: None
) -> Iterator[Beside]:
    """Has a second process do ``work`` until this ends, and gives what the first sees of it.

    ``work`` is given what the second sees of the first. What goes wrong in it is not told: the
    first, which does what is not done, finds it too. ``meanwhile`` is what the first does, in a
    thread of its own, before it waits for the second for the first time; it raises nothing.
    """
    with ExitStack() as held:
        second = NOBODY
        if _can_copy():
            with suppress(OSError, RuntimeError):  # no room for a folder, a process or a thread
                second = _started(work, meanwhile, held)
        yield second


def _can_copy() -> bool:
    """Whether a copy of this process would work, and have a processor to itself.

    It is sound on Linux, and while no other thread may hold a lock that nobody would open in it.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return False
    return len(os.sched_getaffinity(0)) > 1


def _started(
    work: Callable[[Beside], None], meanwhile: Callable[[], None], held: ExitStack
) -> "_Second":
    """The second process at work, until ``held`` lets go of it and of all that it wrote."""
    from multiprocessing import get_context  # every command imports this file
    from shutil import rmtree
    from tempfile import gettempdir

    folder = Path(gettempdir(), f"second-{os.urandom(4).hex()}")
    held.callback(rmtree, folder, ignore_errors=True)  # first, so that no Ctrl-C comes between
    folder.mkdir(mode=0o700)
    context = get_context("fork")
    told, telling = context.Pipe(duplex=False)
    second = _Second(told, meanwhile)
    given = (work, str(folder), told, telling)
    process = context.Process(target=_work, args=given, daemon=True)
    held.callback(second.close)
    allowed = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPPING)  # until it knows what to do
    try:
        process.start()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, allowed)
        telling.close()
    held.callback(_stop, process)
    second.listen()
    return second


def _stop(process: "BaseProcess") -> None:
    process.terminate()
    process.join(_LONGEST_STOP)
    process.kill()  # one that has ended takes no harm
    process.join()


def _work(
    work: Callable[[Beside], None], folder: str, told: "Connection", telling: "Connection"
) -> None:
    """What the second process does. It leaves nothing, even where the first was killed."""
    import shutil
    import tempfile
    from io import StringIO

    told.close()  # so that telling fails once nobody listens any more
    sys.stdout = sys.stderr = StringIO()  # what libraries warn of, the first is warned of, too
    tempfile.tempdir = folder
    for number in _STOPPING:  # the first says that it was stopped; it is the one that sends TERM
        if number == signal.SIGTERM or signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _leave)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPPING)
    try:
        with suppress(Exception):
            work(_First(telling))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _leave(number: int, frame: object) -> NoReturn:
    sys.exit()  # and so out of all that is to be left in order: matplotlib locks its list of fonts


def _in_another_thread(work: Callable[[], None]) -> None:
    """Signals come to the main thread, and while it imports something it cannot be stopped."""
    done = threading.Event()

    def do() -> None:
        try:
            work()
        finally:
            done.set()

    try:
        threading.Thread(target=do).start()
    except RuntimeError:  # the system has no room for one
        do()
    done.wait()


class _First:
    """The first process as the second sees it: it listens."""

    def __init__(self, telling: "Connection") -> None:
        self._telling = telling

    def begin(self, keys: Iterable[str]) -> None:
        self._telling.send(("begin", tuple(keys)))

    def end(self, key: str) -> None:
        self._telling.send(("end", (key,)))

    def wait_for(self, key: str) -> None: ...


class _Second:
    """The second process as the first sees it: it tells what it is at."""

    def __init__(self, told: "Connection", meanwhile: Callable[[], None]) -> None:
        self._told = told
        self._meanwhile: Callable[[], None] | None = meanwhile
        self._begun: set[str] = set()
        self._is_given_up = False
        self._changed = threading.Condition()
        self._listening = threading.Thread(target=self._listen, daemon=True)

    def listen(self) -> None:
        """Begins to listen."""
        self._listening.start()

    def close(self) -> None:
        """Stops listening to a process that has ended."""
        if self._listening.is_alive():
            self._listening.join(_LONGEST_STOP)
        self._told.close()

    def begin(self, keys: Iterable[str]) -> None: ...

    def end(self, key: str) -> None: ...

    def wait_for(self, key: str) -> None:
        with self._changed:
            if key not in self._begun:
                return
            meanwhile, self._meanwhile = self._meanwhile, None
        if meanwhile is not None:
            _in_another_thread(meanwhile)
        with self._changed:
            while key in self._begun:
                if not self._changed.wait(_LONGEST_WAIT):
                    self._is_given_up = True
                    self._begun.clear()
                    self._changed.notify_all()

    def _listen(self) -> None:
        try:
            with suppress(EOFError, OSError):
                while True:
                    self._note(*self._told.recv())
        finally:  # whatever ends it, nobody is to wait for what is not heard
            with self._changed:
                self._begun.clear()
                self._changed.notify_all()

    def _note(self, said: str, keys: tuple[str, ...]) -> None:
        with self._changed:
            if said == "end":
                self._begun.difference_update(keys)
            elif not self._is_given_up:
                self._begun.update(keys)
            self._changed.notify_all()
