"""Runs a Python script and writes the most memory that this one process held, in kilobytes.

    python peak_memory.py REPORT SCRIPT [ARGUMENT ...]

Only the Python process counts, not pandoc beside it: the figure is the kernel's own high-water
mark for this process (Linux), which no child's memory enters.
"""

import atexit
import re
import runpy
import sys
from pathlib import Path


def write_peak(report: Path) -> None:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = re.search(r"^VmHWM:\s*(\d+) kB$", status, re.MULTILINE)
    assert peak is not None
    report.write_text(peak[1], encoding="ascii")


if __name__ == "__main__":
    atexit.register(write_peak, Path(sys.argv[1]).resolve())
    sys.argv = sys.argv[2:]
    runpy.run_path(sys.argv[0], run_name="__main__")
