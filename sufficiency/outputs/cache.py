"""What was made once and need not be made again: charts, pictures, released tables.

Only what may be published is kept here; released tables are, frames of extracts never.
"""

import hashlib
import os
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sufficiency.beside import NOBODY, Beside
from sufficiency.outputs.replaced import replace_file

ENVIRONMENT = "SUFFICIENCY_CACHE"
_DIGEST_LENGTH = 32
_ENTRY = re.compile(r"\.?[0-9a-f]{64}(\.new)?")  # the longer ones were cut short


def cache_folder() -> Path:
    """The folder named by SUFFICIENCY_CACHE, else the user's own cache folder for this tool."""
    named = os.environ.get(ENVIRONMENT)
    if named:
        return Path(named)
    from platformdirs import user_cache_path

    return user_cache_path("sufficiency", appauthor=False)


@cache
def _code_fingerprint() -> bytes:
    """A hash of this package's own code: what was made by other code is made anew."""
    package = Path(__file__).resolve().parents[1]
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*.py")):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.digest()


@dataclass(frozen=True)
class Cache:
    """A folder of bytes by key. Entries are whole or not there; a damaged one is made anew.

    ``beside`` is another process that fills the same folder.
    """

    folder: Path
    beside: Beside = NOBODY

    def __contains__(self, key: object) -> bool:
        """Whether something is kept under the key, damaged or not."""
        return isinstance(key, str) and self._path(key).is_file()

    def remember(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The bytes kept under ``key``, or those that ``make`` gives, kept from now on.

        What a process beside this one is making is waited for.
        """
        path = self._path(key)
        self.beside.wait_for(key)
        kept = _read(path)
        if kept is not None:
            return kept
        self.beside.begin([key])
        try:
            made = make()
            _write(path, made)
        finally:
            self.beside.end(key)
        return made

    def keeps(self) -> bool:
        """Whether what it is given is kept: the folder may be written to, its disk has room."""
        path = self._path(f"tried by {os.getpid()}")
        _write(path, b"")
        is_kept = _read(path) is not None
        with suppress(OSError):
            path.unlink()
        return is_kept

    def size(self) -> tuple[int, int]:
        """How many entries there are, and their bytes."""
        sizes = [path.stat().st_size for path in self._ours()]
        return len(sizes), sum(sizes)

    def empty(self) -> None:
        """Deletes every entry. Nothing but time is lost."""
        for path in self._ours():
            path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return self.folder / hashlib.sha256(_code_fingerprint() + key.encode()).hexdigest()

    def _ours(self) -> list[Path]:
        return [
            path for path in self.folder.glob("*") if path.is_file() and _ENTRY.fullmatch(path.name)
        ]


def _read(path: Path) -> bytes | None:
    """The entry's bytes if its checksum, which stands before them, is right."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    digest, kept = data[:_DIGEST_LENGTH], data[_DIGEST_LENGTH:]
    return kept if hashlib.sha256(kept).digest() == digest else None


def _write(path: Path, made: bytes) -> None:
    """Keeps an entry; a cache that cannot be written to costs time, not the build.

    A write that was cut short leaves a file that the next write of this entry takes over. Two at
    once can at worst damage the entry, which its checksum then tells.
    """
    with suppress(OSError):
        replace_file(path, hashlib.sha256(made).digest() + made)
