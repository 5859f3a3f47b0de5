"""The names beside an output folder, and how folders there are written, moved and deleted.

Windows moves no folder that holds an open file, and virus scanners and OneDrive open every new
one for a moment: what is not allowed is tried again for a second.
"""

import glob
import os
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sufficiency.outputs.errors import OutputRefused

_WAITS: tuple[float, ...] = (0.1, 0.3, 0.6)  # seconds


@dataclass(frozen=True)
class Places:
    """An output folder and what may stand beside it. The hidden ones are this tool's alone.

    ``waiting`` holds new outputs while a file in ``folder`` is held open, ``previous`` the last
    ones during a swap. ``staging`` is being written; what has a name of ``all_old`` is being
    deleted.
    """

    folder: Path
    waiting: Path
    previous: Path
    staging: Path
    lock: Path

    @classmethod
    def beside(cls, folder: Path) -> "Places":
        """The places of an output folder. Raises OutputRefused for the root of a disk."""
        folder = Path(os.path.realpath(folder))
        if not folder.name:
            raise OutputRefused("the root of a disk cannot be the output folder.")
        name = folder.name
        return cls(
            folder=folder,
            waiting=folder.with_name(f"{name}.new"),
            previous=folder.with_name(f"{name}.previous"),
            staging=folder.with_name(f".{name}.new"),
            lock=folder.with_name(f".{name}.lock"),
        )

    def free_old(self) -> Path:
        """A hidden name for what is to be deleted; an earlier one may still be held."""
        names = (self.folder.with_name(f".{self.folder.name}.old-{n}") for n in count())
        return next(path for path in names if not path.exists())

    def all_old(self) -> list[Path]:
        """What was to be deleted and still stands."""
        return sorted(self.folder.parent.glob(f".{glob.escape(self.folder.name)}.old-*"))


def write(path: Path, data: bytes) -> None:
    """Writes a file through to the disk: after a power cut it is whole, or its folder is not
    yet in place. A network drive that is full says so no sooner.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def settle(folder: Path) -> None:
    """Has the names in ``folder`` on the disk; Windows and some others do so by themselves."""
    if os.name == "nt":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def move(folder: Path, target: Path) -> None:
    """Renames a folder to a name that is free, in one step or not at all."""
    _persist(lambda: folder.rename(target))


def delete(folder: Path) -> None:
    """Deletes a folder, read-only files in it included; none there is well, too."""
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        return
    except PermissionError:
        _allow_deletion(folder)
        _persist(lambda: shutil.rmtree(folder))


def _allow_deletion(folder: Path) -> None:
    folder.chmod(0o700)
    for above, folders, files in os.walk(folder):
        for path in (Path(above, name) for name in (*folders, *files)):
            if not path.is_symlink():
                path.chmod(0o700)


def _persist(action: Callable[[], object]) -> None:
    for wait in _WAITS:
        try:
            action()
        except PermissionError:
            time.sleep(wait)
        else:
            return
    action()
