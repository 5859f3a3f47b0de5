"""One file takes another's place: at each instant one of the two is there, and whole."""

import shutil
from contextlib import suppress
from pathlib import Path


def replace_file(file: Path, data: bytes) -> None:
    """Writes a file whole or not at all; links are followed, and who may read it stays.

    Raises OSError, and leaves then what stood there, and nothing beside it.
    """
    target = file.resolve()
    new = unfinished(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(data)
        if target.exists():
            shutil.copymode(target, new)
        new.replace(target)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise


def unfinished(file: Path) -> Path:
    """Where a file is written first; what was cut short there, the next one takes over."""
    return file.with_name(f".{file.name}.new")
