"""Where a new project may stand: a folder that is free, on any computer that may open it."""

import re
from pathlib import Path

from sufficiency.authoring.refused import Refused
from sufficiency.outputs.errors import in_words

_DEVICES = frozenset(
    ["con", "prn", "aux", "nul"]
    + [f"{name}{digit}" for name in ("com", "lpt") for digit in "123456789"]
)


def refuse_unsuitable(folder: Path) -> None:
    """Raises Refused where a project cannot be made in ``folder``, before anything is written."""
    try:
        _refuse_unsuitable(folder, folder.resolve())
    except OSError as error:
        raise Refused(
            f'"{folder}" cannot be used: {in_words(error)} Or name another folder.'
        ) from error


def _refuse_unsuitable(folder: Path, whole: Path) -> None:
    for part in _new_parts(whole):
        fault = name_fault(part)
        if fault:
            raise Refused(f'Windows cannot have a folder called "{part}": {fault}')
    for parent in whole.parents:
        if _is_project(parent) and _is_its_own(whole.relative_to(parent).parts[0]):
            raise Refused(
                f'"{folder}" would stand among the files of the project in "{parent}". Name a '
                "folder elsewhere: the two would be mixed up."
            )
        if parent.exists() and not parent.is_dir():
            raise Refused(f'"{parent}" is a file, so no folder can stand in it.')
    if whole.exists() and not whole.is_dir():
        raise Refused(f'"{folder}" is a file. Name a folder.')
    if _is_project(whole):
        raise Refused(f'"{folder}" holds a project already. Name another folder.')
    if whole.exists() and any(whole.iterdir()):
        raise Refused(f'"{folder}" is not empty. Name a folder that is, or one that is new.')


def _is_project(folder: Path) -> bool:
    """Whether a folder holds a strategy, and not just another folder of that name."""
    return (folder / "strategy" / "strategy.yml").is_file()


def _is_its_own(name: str) -> bool:
    """Whether a project reads or writes its folder of that name; others may stand beside it."""
    return name in ("strategy", "data", "templates", "composed") or name.startswith("_output")


def name_fault(name: str) -> str:
    """Why Windows refuses a name, with what to do, or nothing where it takes it."""
    found = re.search(r'[<>:"/\\|?*\x00-\x1f]', name)
    if found:
        return f"the character {found[0]!a} may not stand in a name. Leave it out."
    if name != name.rstrip(" ."):
        return "a name may not end in a space or a full stop. Delete it."
    if name.partition(".")[0].rstrip().lower() in _DEVICES:
        return "the name belongs to a device. Choose another."
    return ""


def _new_parts(folder: Path) -> list[str]:
    """The names on the way to ``folder`` that are not there yet."""
    new = [folder, *folder.parents]
    return [part.name for part in new if part.name and not part.exists()]
