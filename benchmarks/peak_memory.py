"""Runs a Python script and writes the most memory that its processes held, in kilobytes.

    python peak_memory.py REPORT SCRIPT [ARGUMENT ...]

REPORT has this process's, REPORT.second that of the copy of it that works beside it, if there was
one and it came to its end. Only Python counts, not pandoc: the figures are the kernel's own
high-water marks for each process (Linux), which no child's memory enters. What the copy shares with
the first, about a third of its own, is in both.
"""

import atexit
import re
import runpy
import sys
from multiprocessing.util import Finalize, register_after_fork
from pathlib import Path


def write_peak(report: Path) -> None:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = re.search(r"^VmHWM:\s*(\d+) kB$", status, re.MULTILINE)
    assert peak is not None
    report.write_text(peak[1], encoding="ascii")


class AtItsEnd:
    """Has a copy of this process write its peak when it ends."""

    def __init__(self, report: Path) -> None:
        self._report = report

    def write(self) -> None:
        Finalize(None, write_peak, args=(self._report,), exitpriority=1)


if __name__ == "__main__":
    report = Path(sys.argv[1]).resolve()
    atexit.register(write_peak, report)
    second = AtItsEnd(report.with_name(f"{report.name}.second"))
    register_after_fork(second, AtItsEnd.write)
    sys.argv = sys.argv[2:]
    runpy.run_path(sys.argv[0], run_name="__main__")
