"""One build at a time: a file beside the outputs, locked while one is at work.

The system holds the lock for the process and lets go when it ends, however it ends, so that a
build that was killed keeps nobody out. The file's text says who holds it; it is deleted
afterwards, and one that was left behind means nothing. Where a file system knows no locks, as
some network drives, two builds are not kept apart.
"""

import errno
import getpass
import os
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_TEXT_BYTES = 500


class Locked(Exception):
    """Another process holds the lock; the argument says who: "jo on LAPTOP-12 (process 41)"."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Holds the lock at ``path``. Raises Locked where another does, and OSError."""
    descriptor = _open_locked(path)
    try:
        yield
    finally:
        _release(descriptor, path)


def _open_locked(path: Path) -> int:
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            if not _try_lock(descriptor):
                raise Locked(_read_holder(descriptor))
            if _stands_at(path, descriptor):
                _write_holder(descriptor)
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        # Whoever had it deleted it between our opening and our locking it.
        os.close(descriptor)


def _stands_at(path: Path, descriptor: int) -> bool:
    if sys.platform == "win32":
        return True  # it deletes no file that anybody has open
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _release(descriptor: int, path: Path) -> None:
    """Deletes the file and lets go of it, in the order in which nobody else's can be deleted."""
    if sys.platform == "win32":
        os.close(descriptor)
        with suppress(OSError):
            path.unlink()
    else:
        with suppress(OSError):
            path.unlink()
        os.close(descriptor)


def _write_holder(descriptor: int) -> None:
    # On a full disk the holder goes without a name.
    with suppress(OSError):
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, _this_process().encode()[:_TEXT_BYTES])


def _read_holder(descriptor: int) -> str:
    os.lseek(descriptor, 0, os.SEEK_SET)
    return os.read(descriptor, _TEXT_BYTES).decode("utf-8", "replace") or "somebody else"


def _this_process() -> str:
    try:
        person = getpass.getuser()
    except (KeyError, OSError, ImportError):
        person = "somebody"
    return f"{person} on {platform.node() or 'this computer'} (process {os.getpid()})"


if sys.platform == "win32":
    import msvcrt

    _BEYOND_THE_TEXT = 1 << 30  # Windows lets nobody read what is locked

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, _BEYOND_THE_TEXT, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            return error.errno not in (errno.EACCES, errno.EDEADLK)
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # no locks on this file system
        return True
