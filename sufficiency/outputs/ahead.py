"""Entries of the cache made ahead: by a second process, while this one goes on.

A build understands and composes on one processor, and needs its charts only afterwards. The second
process is a copy of this one, so that it has all that is imported and nothing need be sent to it:
it fills the cache and says which entries are there. Where a system cannot copy a process, or where
it fails, entries are made as they are without it, when they are asked for.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from multiprocessing import get_context
from multiprocessing.connection import Connection

from sufficiency.outputs.cache import Cache

_WORTH_A_PROCESS = 8  # entries; fewer are made before one has got going


@contextmanager
def made_ahead(cache: Cache, makes: Mapping[str, Callable[[], bytes]]) -> Iterator[Cache]:
    """The cache while a second process makes what it lacks of ``makes``, by key, in their order.

    Whoever asks it for one of these waits until it is there. What is not made when this ends is
    let be.
    """
    lacking = {key: make for key, make in makes.items() if key not in cache}
    if len(lacking) < _WORTH_A_PROCESS or not _can_copy():
        yield cache
        return
    context = get_context("fork")
    told, telling = context.Pipe(duplex=False)
    process = context.Process(target=_make, args=(cache, lacking, told, telling), daemon=True)
    process.start()
    telling.close()
    try:
        yield replace(cache, coming=_Coming(told, set(lacking)))
    finally:
        process.kill()
        process.join()
        told.close()


def _can_copy() -> bool:
    """Whether a copy of this process would work beside it.

    It is sound on Linux, and while no other thread may hold a lock that nobody would open in it.
    """
    is_alone = threading.active_count() == 1 and (os.cpu_count() or 1) > 1
    return sys.platform == "linux" and is_alone


def _make(
    cache: Cache, lacking: Mapping[str, Callable[[], bytes]], told: Connection, telling: Connection
) -> None:
    """What the second process does. It says nothing of what goes wrong: the first will find it."""
    told.close()  # so that it ends where nobody listens any more
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)  # the first says that it was stopped
    with suppress(Exception):
        for key, make in lacking.items():
            cache.remember(key, make)
            telling.send_bytes(key.encode())


class _Coming:
    """What the second process has yet to make; for one thread at a time."""

    def __init__(self, told: Connection, awaited: set[str]) -> None:
        self._told, self._awaited = told, awaited

    def wait_for(self, key: str) -> None:
        while key in self._awaited:
            try:
                self._awaited.discard(self._told.recv_bytes().decode())
            except (EOFError, OSError):
                self._awaited.clear()
