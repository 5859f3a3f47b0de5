"""What stands in an output folder, held against the manifest that stands there too."""

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sufficiency.outputs.manifest import MANIFEST, Output
from sufficiency.sources.litter import is_litter


@dataclass(frozen=True)
class Standing:
    """An output folder's files, by their paths in it.

    ``listed`` are those of its manifest, itself among them; none where it has no manifest of
    ours. ``changed`` are listed and have other bytes, ``missing`` are listed and not there,
    ``foreign`` are there and not listed.
    """

    listed: tuple[str, ...]
    changed: tuple[str, ...]
    missing: tuple[str, ...]
    foreign: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it is what one build made: every file, byte for byte, and nothing else."""
        return bool(self.listed) and not (self.changed or self.missing or self.foreign)


def look_at(folder: Path) -> Standing:
    """What stands in a folder, which need not exist. Raises OSError for an unreadable file."""
    entries = _entries(folder)
    present = _present(folder)
    listed = [entry.path for entry in entries]
    return Standing(
        listed=tuple(listed),
        changed=tuple(
            entry.path
            for entry in entries
            if entry.path in present and entry.sha256 not in (None, _sha256(folder / entry.path))
        ),
        missing=tuple(path for path in listed if path not in present),
        foreign=tuple(sorted(present.difference(listed))),
    )


def read_previous(folder: Path) -> dict[tuple[str, str], list[Output]]:
    """The documents that stand in ``folder``: their files by document and format.

    The file that is opened is the first; where somebody deleted that, what lies beside it is
    left out too.
    """
    found: dict[tuple[str, str], list[Output]] = {}
    for entry in _entries(folder):
        if entry.document is None or entry.format is None:
            continue
        key = (entry.document, entry.format)
        if not entry.is_beside or key in found:
            with suppress(FileNotFoundError):  # somebody deleted it since
                data = (folder / entry.path).read_bytes()
                output = Output(entry.path, data, *key, is_beside=entry.is_beside)
                found.setdefault(key, []).append(output)
    return found


@dataclass(frozen=True)
class _Entry:
    """A file that a manifest lists; the manifest itself has no checksum in it."""

    path: str
    sha256: str | None
    document: str | None = None
    format: str | None = None
    is_beside: bool = False


def _entries(folder: Path) -> list[_Entry]:
    """Every file that the manifest in ``folder`` accounts for; none without one of ours."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
        entries = [_Entry(file["path"], file["sha256"]) for file in manifest["evidence"]]
        for document, described in manifest["documents"].items():
            for format, file in described["files"].items():
                entries.append(_Entry(file["path"], file["sha256"], document, format))
                entries += [
                    _Entry(beside["path"], beside["sha256"], document, format, is_beside=True)
                    for beside in file.get("beside", [])
                ]
        if not all(_stays_inside(entry.path) for entry in entries):
            return []
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return []
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return []
    return [*entries, _Entry(MANIFEST, None)]


def _stays_inside(path: str) -> bool:
    """Whether a manifest that somebody else wrote leads to nowhere but its own folder."""
    return not (PurePosixPath(path).is_absolute() or ".." in path or ":" in path or "\\" in path)


def _present(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if (path.is_symlink() or not path.is_dir()) and not is_litter(path.name)
    }


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
