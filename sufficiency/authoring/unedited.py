"""The one place where a file of a project is replaced: only as it was when it was read.

To read the project again takes a second, and whoever is asked takes minutes over an answer. What
an editor saved in the meantime must not be lost.
"""

from pathlib import Path

from sufficiency.authoring.refused import Refused
from sufficiency.outputs import OutputFailed, failure, replace_file
from sufficiency.sources import Project


def replace_unedited(root: Path, path: str, data: bytes, read: Project) -> None:
    """Writes a file of the project, by its path in it, if it still is as it was ``read``.

    Raises Refused where it was changed or made meanwhile, OutputFailed where it cannot be written.
    """
    refuse_if_edited(root, path, read)
    try:
        replace_file(root / path, data)
    except OSError as error:
        raise OutputFailed(failure(error, root / path)) from error


def refuse_if_edited(root: Path, path: str, read: Project) -> None:
    """Raises Refused where a file is not as it was read."""
    file = root / path
    now = file.read_bytes() if file.is_file() else None
    if now != read.files.get(path):
        raise Refused(
            f"{path} was changed while you were being asked, and nothing was written, so that the "
            "change is kept. Save the file and give the command again; `sufficiency bind` is left "
            "with q."
        )
