"""Large blocks of memory are returned when they are freed."""

import subprocess
import sys

import pytest

# Once 8 MB were freed glibc keeps blocks of 1 MB for later: all but the last of them are let go.
FREED = """\
import os, sys
from sufficiency.engines.heap import return_large_blocks

def held():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE") >> 20

if sys.argv[1] == "returned":
    return_large_blocks()
first = bytearray(b"x" * (8 << 20))
del first
before = held()
blocks = [bytearray(b"x" * (1 << 20)) for _ in range(100)]
last = blocks.pop()
blocks.clear()
print(held() - before)
"""


def held_after(how: str) -> int:
    """Megabytes that a process still holds of a hundred that it freed."""
    said = subprocess.run(
        [sys.executable, "-c", FREED, how], capture_output=True, encoding="utf-8", check=True
    )
    return int(said.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc keeps them")
def test_a_process_that_frees_large_blocks_no_longer_holds_them() -> None:
    assert held_after("kept") > 50
    assert held_after("returned") < 10
