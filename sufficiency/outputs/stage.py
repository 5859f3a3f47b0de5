"""Puts outputs in place: staged whole beside the output folder, then swapped in.

At every instant the output folder, or ``<folder>.previous``, is whole; the next run finishes a
swap that was interrupted.
"""

import hashlib
import json
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sufficiency.outputs.manifest import MANIFEST, Output

# What desktops and Word leave in a folder that somebody looked into.
_LITTER = (".DS_Store", "Thumbs.db", "desktop.ini")


class OutputRefused(Exception):
    """Why the output folder cannot be written, in words for the person who named it."""


def publish(outputs: Sequence[Output], folder: Path) -> None:
    """Makes ``folder`` hold exactly these outputs; the manifest must be among them.

    Raises OutputRefused for a folder that holds files which no manifest of ours lists, or one
    that cannot be written. What was there before stays until all of the new is.
    """
    folder = folder.resolve()
    if not folder.name:
        raise OutputRefused("the root of a disk cannot be the output folder.")
    staging, previous = _beside(folder, "new"), _beside(folder, "previous")
    try:
        refuse_unsafe(folder)
        _clear(staging)
        # The manifest last: a staged folder that has one is whole.
        for output in sorted(outputs, key=lambda output: output.path == MANIFEST):
            path = staging / output.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(output.data)
        _clear_ours(previous)
        if folder.exists():
            folder.rename(previous)
        staging.rename(folder)
        _discard(previous)
    except OSError as error:
        _put_back(folder, previous)
        reason = error.strerror or "it cannot be written"
        raise OutputRefused(f'"{folder.name}" could not be replaced: {reason}.') from error


def _put_back(folder: Path, previous: Path) -> None:
    """Undoes a swap that failed; where even that fails, the next run finishes it."""
    if previous.exists() and not folder.exists():
        with suppress(OSError):
            previous.rename(folder)


def recover(folder: Path) -> None:
    """Finishes or undoes a swap that was interrupted, if one was."""
    if folder.exists():
        return
    staging, previous = _beside(folder, "new"), _beside(folder, "previous")
    if _listed(staging):
        staging.rename(folder)
    elif _listed(previous):
        previous.rename(folder)


def read_previous(folder: Path) -> dict[tuple[str, str], tuple[str, bytes]]:
    """The documents that stand in ``folder``: path and bytes by document and format."""
    try:
        recover(folder)
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
        return {
            (document, format): (file["path"], (folder / file["path"]).read_bytes())
            for document, entry in manifest["documents"].items()
            for format, file in entry["files"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def refuse_unsafe(folder: Path) -> None:
    """Raises OutputRefused where publishing would destroy what this tool did not make.

    That is a file that no manifest of ours lists, or one that was changed after it was built.
    """
    recover(folder)
    _refuse_foreign(folder)
    for path, digest in _listed(folder).items():
        try:
            is_changed = hashlib.sha256((folder / path).read_bytes()).hexdigest() != digest
        except OSError:
            continue  # deleted since: nothing to lose
        if digest and is_changed:
            raise OutputRefused(
                f'"{folder.name}/{path}" was changed after it was built, and building again would '
                "lose the changes. Move the file to another folder, or delete it."
            )


def _refuse_foreign(folder: Path) -> None:
    if not folder.exists():
        return
    if not folder.is_dir():
        raise OutputRefused(f'"{folder.name}" is a file. Name a folder with --output.')
    present = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and not _is_litter(path.name)
    }
    foreign = sorted(present - _listed(folder).keys())
    if foreign:
        raise OutputRefused(
            f'"{folder.name}" holds files that were not built by this tool ({foreign[0]}'
            f"{' and more' if len(foreign) > 1 else ''}). Move them, or name another folder "
            "with --output."
        )


def _is_litter(name: str) -> bool:
    return name in _LITTER or name.startswith(("~$", ".~lock."))


def _listed(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file that the folder's manifest lists, by path; none without one.

    The manifest itself is among them, with an empty text.
    """
    try:
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
        files = {file["path"]: file["sha256"] for file in manifest["evidence"]}
        for entry in manifest["documents"].values():
            files |= {file["path"]: file["sha256"] for file in entry["files"].values()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return files | {MANIFEST: ""}


def _beside(folder: Path, ending: str) -> Path:
    # The staging folder is hidden, so that it cannot be one that somebody else keeps there.
    return folder.with_name(f"{'.' if ending == 'new' else ''}{folder.name}.{ending}")


def _clear_ours(folder: Path) -> None:
    """Deletes a folder that a manifest of ours stands in; raises OutputRefused for another."""
    if folder.exists() and not _listed(folder):
        raise OutputRefused(
            f'"{folder.name}" was not made by this tool and stands where the last outputs are put '
            "aside. Rename it."
        )
    _discard(folder)


def _discard(folder: Path) -> None:
    """Deletes a folder under a hidden name, so that under its own it is whole or not there."""
    hidden = folder.with_name(f".{folder.name}.old")
    _clear(hidden)
    if folder.exists():
        folder.rename(hidden)
        _clear(hidden)


def _clear(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
