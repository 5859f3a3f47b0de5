"""Puts outputs in place: staged whole beside the output folder, then swapped in.

At every instant ``_output``, or else ``_output.previous``, is whole. The steps, and what stands
whole if the machine stops during one:

1. Every file is written to ``._output.new`` and through to the disk, the manifest last.
   ``_output`` is whole; the next run deletes the other.
2. ``_output`` becomes ``_output.previous``, by a rename. One or the other is whole.
3. ``._output.new`` becomes ``_output``, by a rename. Before it ``_output.previous`` is whole, and
   so is ``._output.new``: the next run does this rename. After it all are.
4. ``_output.previous`` is renamed to a hidden name and deleted under that. ``_output`` is whole;
   the next run goes on deleting.

An ``_output`` that is not whole, because somebody deleted a file from it, is never put in the
place of an ``_output.previous`` that is. Where the system refuses step 2, as Windows does while
Word has a file in the folder open, ``_output`` stays as it is and ``._output.new`` becomes
``_output.new``, whole and in plain sight; the next build replaces both.
"""

import errno
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sufficiency.outputs.errors import OutputFailed, OutputHeld, OutputRefused, failure
from sufficiency.outputs.manifest import MANIFEST, Output
from sufficiency.outputs.places import Places, delete, move, settle, write
from sufficiency.outputs.standing import look_at

# What systems say of a folder that is in use: an open file in it, a mount point, a container's
# layer. What says so of a folder that one may not write to has said so before, when staging.
_HELD = (errno.EACCES, errno.EPERM, errno.EBUSY, errno.EXDEV)

_LEDGER = "evidence/ledger.json"  # no folder has it that was not built by this tool


def publish(outputs: Sequence[Output], folder: Path) -> None:
    """Makes ``folder`` hold exactly these outputs; the manifest must be among them.

    What was there before stays until all of the new is. Raises OutputRefused as
    ``refuse_unsafe`` does, OutputHeld where the folder is in use and the outputs stand beside
    it, and OutputFailed where the system lets nothing be written.
    """
    at = Places.beside(folder)
    refuse_unsafe(folder)
    try:
        _stage(outputs, at.staging)
        _put_away_waiting(at)
        is_held = not _swap(at)
        if is_held:
            move(at.staging, at.waiting)
    except OSError as error:
        raise OutputFailed(failure(error, at.folder)) from error
    finally:
        recover(folder)
    if is_held:
        raise OutputHeld(_held_words(at))


def recover(folder: Path) -> None:
    """Finishes or undoes a swap that was interrupted, and deletes what is no longer needed.

    What the system will not let it do now is left to the next run.
    """
    at = Places.beside(folder)
    with suppress(OSError):
        if not at.folder.exists():
            _bring_back(at)
        delete(at.staging)
        if at.previous.exists() and look_at(at.folder).is_whole and not _loss(at.previous):
            move(at.previous, at.free_old())
    for old in at.all_old():
        with suppress(OSError):
            delete(old)


def refuse_unsafe(folder: Path) -> None:
    """Raises OutputRefused where publishing would destroy what this tool did not make.

    That is a file that no manifest of ours lists, or one that was changed after it was built.
    Raises OutputFailed where a file cannot be read.
    """
    at = Places.beside(folder)
    for place in (at.folder, at.waiting, at.previous):
        try:
            loss = _loss(place)
        except OSError as error:
            raise OutputFailed(failure(error)) from error
        if loss:
            raise OutputRefused(loss)


def newest(folder: Path) -> Path:
    """Where the last outputs stand: in ``folder``, or beside it if that was held open."""
    at = Places.beside(folder)
    return at.waiting if look_at(at.waiting).listed else at.folder


def _stage(outputs: Sequence[Output], staging: Path) -> None:
    delete(staging)
    for output in sorted(outputs, key=lambda output: output.path == MANIFEST):
        write(staging / output.path, output.data)
    for folder in (staging, *(path for path in staging.rglob("*") if path.is_dir())):
        settle(folder)


def _put_away_waiting(at: Places) -> None:
    if not at.waiting.exists():
        return
    try:
        move(at.waiting, at.free_old())
    except OSError as error:
        if error.errno not in _HELD:
            raise
        raise OutputFailed(_open_elsewhere(at.waiting) + " Close it, then build again.") from error


def _swap(at: Places) -> bool:
    """Puts ``staging`` in the place of ``folder``; False, and nothing done, if that is in use."""
    aside = at.free_old()
    if look_at(at.folder).is_whole:
        if at.previous.exists():
            move(at.previous, aside)
        aside = at.previous
    if at.folder.exists():
        try:
            move(at.folder, aside)
        except OSError as error:
            if error.errno in _HELD:
                return False
            raise
    try:
        move(at.staging, at.folder)
    except OSError:
        if aside.exists():
            move(aside, at.folder)
        raise
    settle(at.folder.parent)
    return True


def _bring_back(at: Places) -> None:
    if look_at(at.staging).is_whole:
        move(at.staging, at.folder)
    elif look_at(at.previous).listed:
        move(at.previous, at.folder)


def _loss(folder: Path) -> str | None:
    """What would be lost with ``folder`` that a build does not make again, and the way out."""
    if not folder.exists():
        return None
    if not folder.is_dir():
        return f'"{folder.name}" is a file. Rename it, or name another folder with --output.'
    standing = look_at(folder)
    if _LEDGER in standing.foreign and not standing.listed:
        return (
            f'"{folder.name}" has lost its {MANIFEST}, by which this tool tells what it built from '
            "what is yours. Move out of the folder what you want to keep, delete it and build "
            "again; or name another folder with --output."
        )
    if standing.foreign:
        more = " and more" if len(standing.foreign) > 1 else ""
        return (
            f'"{folder.name}" holds files that were not built by this tool '
            f"({standing.foreign[0]}{more}). Move them, or name another folder with --output."
        )
    if standing.changed:
        return (
            f'"{folder.name}/{standing.changed[0]}" was changed after it was built, and building '
            "again would lose the changes. Move the file to another folder, or delete it."
        )
    return None


def _held_words(at: Places) -> str:
    return (
        f'{_open_elsewhere(at.folder)} The new files are all in "{at.waiting.name}" beside it; '
        f'"{at.folder.name}" still has those of the last build. Close it and build again: the new '
        f'files then take their place, and "{at.waiting.name}" goes.'
    )


def _open_elsewhere(folder: Path) -> str:
    """That a folder is in use, with the files that are, if they can be told."""
    held = [path for path in look_at(folder).listed if _is_held(folder / path)]
    what = ", ".join(f'"{folder.name}/{path}"' for path in held)
    what = what or f'"{folder.name}", or a file in it,'
    return f"{what} is open in another program, or may not be changed by you."


def _is_held(path: Path) -> bool:
    """Whether some program (on Windows) or permission keeps the file from being replaced."""
    try:
        path.open("r+b").close()
        path.rename(path)  # changes nothing; Windows refuses it for what another program reads
    except PermissionError:
        return True
    except OSError:
        return False
    return False
