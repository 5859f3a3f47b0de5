"""A second process beside the first: each tells the other what it makes, and waits for what that
has begun.

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
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NoReturn, Protocol

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkProcess


_STOPPING = (signal.SIGINT, signal.SIGTERM, *([signal.SIGHUP] if os.name == "posix" else []))
_LONGEST = 5  # seconds that it may take to stop


class Beside(Protocol):
    """The other of two processes that fill one cache."""

    def begin(self, keys: Iterable[str]) -> None:
        """Tells it that this one makes these entries."""

    def end(self, key: str) -> None:
        """Tells it that the entry is there, or will not come."""

    def wait_for(self, key: str) -> bool:
        """Returns when the other has ended the entry; False where it had not begun it."""


class _Nobody:
    def begin(self, keys: Iterable[str]) -> None: ...

    def end(self, key: str) -> None: ...

    def wait_for(self, key: str) -> bool:
        return False


NOBODY: Beside = _Nobody()
"""There is no other process."""


@contextmanager
def second_process(
    work: Callable[[Beside], None], meanwhile: Callable[[], None] = lambda: None
) -> Iterator[Beside]:
    """Has a second process do ``work`` until this ends, and gives what the first sees of it.

    ``work`` is given what the second sees of the first. What goes wrong in it is not told: the
    first, which does what is not done, finds it too. ``meanwhile`` is what the first does before it
    waits for the second for the first time.
    """
    started = _start(work) if _can_copy() else None
    if started is None:
        yield NOBODY
        return
    process, told = started
    second = _Second(told, meanwhile)
    try:
        yield second
    finally:
        process.terminate()
        process.join(_LONGEST)
        process.kill()  # one that has ended already takes no harm
        process.join()
        second.close()


def _can_copy() -> bool:
    """Whether a copy of this process would work, and have a processor to itself.

    It is sound on Linux, and while no other thread may hold a lock that nobody would open in it.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return False
    return len(os.sched_getaffinity(0)) > 1


def _start(work: Callable[[Beside], None]) -> "tuple[ForkProcess, Connection] | None":
    """The second process and what it is heard through; None where the system has no room for it."""
    from multiprocessing import get_context  # every command imports this file

    context = get_context("fork")
    told, telling = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(work, told, telling), daemon=True)
    allowed = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPPING)  # until it knows what to do
    try:
        process.start()
    except OSError:
        told.close()
        return None
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, allowed)
        telling.close()
    return process, told


def _work(work: Callable[[Beside], None], told: "Connection", telling: "Connection") -> None:
    import shutil
    import tempfile

    told.close()  # so that telling fails once nobody listens any more
    tempfile.tempdir = folder = tempfile.mkdtemp(prefix="second-")

    def leave(number: int, frame: object) -> NoReturn:
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(0)  # the first says that it was stopped

    for number in _STOPPING:
        if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup has it
            signal.signal(number, leave)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPPING)
    with suppress(Exception):
        work(_First(telling))
    shutil.rmtree(folder, ignore_errors=True)


class _First:
    """The first process as the second sees it: it listens."""

    def __init__(self, telling: "Connection") -> None:
        self._telling = telling

    def begin(self, keys: Iterable[str]) -> None:
        self._telling.send(("begin", tuple(keys)))

    def end(self, key: str) -> None:
        self._telling.send(("end", (key,)))

    def wait_for(self, key: str) -> bool:
        return False


class _Second:
    """The second process as the first sees it: it tells what it is at."""

    def __init__(self, told: "Connection", meanwhile: Callable[[], None]) -> None:
        self._told, self._meanwhile = told, meanwhile
        self._begun: set[str] = set()
        self._changed = threading.Condition()
        self._listening = threading.Thread(target=self._listen, daemon=True)
        self._listening.start()

    def begin(self, keys: Iterable[str]) -> None: ...

    def end(self, key: str) -> None: ...

    def wait_for(self, key: str) -> bool:
        with self._changed:
            if key not in self._begun:
                return False
            meanwhile, self._meanwhile = self._meanwhile, lambda: None
        meanwhile()
        with self._changed:
            self._changed.wait_for(lambda: key not in self._begun)
        return True

    def close(self) -> None:
        """Stops listening to a process that has ended."""
        self._listening.join()
        self._told.close()

    def _listen(self) -> None:
        with suppress(EOFError, OSError):
            while True:
                said, keys = self._told.recv()
                with self._changed:
                    change = (
                        self._begun.update if said == "begin" else self._begun.difference_update
                    )
                    change(keys)
                    self._changed.notify_all()
        with self._changed:
            self._begun.clear()
            self._changed.notify_all()
