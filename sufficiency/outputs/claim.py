"""An output folder taken for one build: nobody else builds there, and there is room to work.

The room is a scratch folder among the system's temporary ones, so that pandoc and typst need
not work on a network drive. What a killed build left there is deleted by the next build of the
same outputs.
"""

import hashlib
import os
import secrets
import tempfile
import threading
from collections.abc import Iterator, Set
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from sufficiency.outputs.errors import OutputFailed, failure
from sufficiency.outputs.lock import Locked, locked
from sufficiency.outputs.places import Places, delete
from sufficiency.outputs.stage import recover, refuse_unsafe

_SECONDS_TO_END = 5


@contextmanager
def claim(folder: Path) -> Iterator[Path]:
    """Holds ``folder`` for one build and gives an empty scratch folder, deleted afterwards.

    A swap that was interrupted is finished first. Raises OutputFailed while another build is at
    work there, which is not waited for, and where the system is in the way; OutputRefused as
    ``refuse_unsafe`` does.
    """
    at = Places.beside(folder)
    with _one_at_a_time(at):
        recover(folder)
        refuse_unsafe(folder)
        others = frozenset(threading.enumerate())
        scratch = _scratch(at)
        try:
            scratch.mkdir(mode=0o700)  # within, so that no Ctrl-C comes between it and its end
            yield scratch
        finally:
            try:
                _give_back(folder, scratch, others)
            except BaseException:
                # A Ctrl-C in the midst of it: there is only one.
                _give_back(folder, scratch, others)
                raise


@contextmanager
def _one_at_a_time(at: Places) -> Iterator[None]:
    with ExitStack() as held:
        try:
            at.folder.parent.mkdir(parents=True, exist_ok=True)
            held.enter_context(locked(at.lock))
        except Locked as holder:
            raise OutputFailed(
                f'"{at.folder.name}" is being built by {holder}. Wait until that build has ended, '
                "then build again."
            ) from holder
        except OSError as error:
            raise OutputFailed(failure(error, at.folder)) from error
        yield


def _scratch(at: Places) -> Path:
    """A folder that is not there yet, and no longer what one of this name left behind."""
    # By the lock, whatever bears this name was left behind by a build that is dead.
    name = f"sufficiency-{hashlib.sha256(os.fsencode(at.folder)).hexdigest()[:12]}-"
    for left_behind in Path(tempfile.gettempdir()).glob(f"{name}*"):
        with suppress(OSError):
            delete(left_behind)
    return Path(tempfile.gettempdir(), name + secrets.token_hex(4))


def _give_back(folder: Path, scratch: Path, others: Set[threading.Thread]) -> None:
    """Clears up behind a build, which may have ended anyhow; nothing here can fail it."""
    for thread in threading.enumerate():
        # A build that is stopped may leave a tool at work, which writes into the scratch folder.
        if thread not in others and not thread.daemon:
            thread.join(_SECONDS_TO_END)
    with suppress(OSError):
        delete(scratch)
    recover(folder)
