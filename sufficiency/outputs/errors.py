"""What keeps outputs from being written, and the system's complaints in words.

What the system itself says is in the language of programmers, and on Windows in that of the
machine; what is said here depends on its number alone.
"""

import errno
import os
from pathlib import Path

_NOT_ALLOWED = (
    "you may not write there, or another program has it open. Close that program (often Word or "
    "a PDF reader), or ask whoever looks after the folder"
)
_FULL = "the disk is full. Make room on it, and try again"
_UNREACHABLE = "the disk or network drive does not answer. Check that it is connected"
_TOO_LONG = (
    "its path is longer than the system allows. Move the project nearer to the root of the disk, "
    "or give its folders shorter names"
)
_NO_TEMPORARY = "No usable temporary directory"  # as Python says it
_NOWHERE_FOR_NOW = (
    "No folder for temporary files can be written to. Make room on the disk, or name another "
    "folder in the environment variable TMPDIR, on Windows TEMP."
)
_LONGEST_ON_WINDOWS = 240  # 260 less what a file's name needs

_WORDS = {
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EBUSY: _NOT_ALLOWED,
    errno.EROFS: "the disk can be read but not written to. Choose a folder on another one",
    errno.ENOSPC: _FULL,
    errno.EDQUOT: "your share of the disk is used up. Make room in it, and try again",
    errno.EFBIG: "the disk does not take a file of this size. Choose a folder on another one",
    errno.ENAMETOOLONG: _TOO_LONG,
    errno.ENOENT: "it is not there any more. See whether something moved or deleted it",
    errno.ENOTDIR: "a part of its path is a file, not a folder",
    errno.EEXIST: "something of this name is in the way",
    errno.EISDIR: "it is a folder, not a file",
    errno.ELOOP: "its path leads round in a circle",
    errno.EIO: _UNREACHABLE,
    errno.ENXIO: _UNREACHABLE,
    errno.ENODEV: _UNREACHABLE,
    errno.ESTALE: _UNREACHABLE,
    errno.ETIMEDOUT: _UNREACHABLE,
    errno.ENETDOWN: _UNREACHABLE,
    errno.ENETUNREACH: _UNREACHABLE,
    errno.EHOSTDOWN: _UNREACHABLE,
    errno.EHOSTUNREACH: _UNREACHABLE,
    errno.EMFILE: "too many files are open. Close other programs, and try again",
    errno.ENFILE: "too many files are open. Close other programs, and try again",
}


class OutputRefused(Exception):
    """Why the output folder is not written to: its person has to decide something first."""


class OutputFailed(Exception):
    """Why the outputs could not be written now, though nothing is wrong with what was asked."""


class OutputHeld(OutputFailed):
    """Why the outputs stand beside the folder that was named for them, and where."""


def in_words(error: OSError) -> str:
    """What the system refused and what to do about it; ends with a full stop."""
    length = len(str(error.filename or ""))
    if error.errno == errno.ENOENT and length > _LONGEST_ON_WINDOWS:
        return f"{_TOO_LONG}."
    return f"{_WORDS.get(error.errno or 0) or error.strerror or error}."


def failure(error: OSError, folder: Path | None = None) -> str:
    """A message for a file that could not be read or written, or for the whole output folder."""
    if (error.strerror or "").startswith(_NO_TEMPORARY):
        return _NOWHERE_FOR_NOW
    if folder is not None:
        return f'"{folder.name}" could not be written: {in_words(error)}'
    name = f'"{Path(os.fsdecode(error.filename)).name}"' if error.filename else "A file"
    return f"{name} could not be read or written: {in_words(error)}"
