"""Memory that is no longer needed goes back to the machine."""

import sys
from functools import cache

_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of malloc.h
_LARGE = 128 * 1024  # bytes; glibc's own threshold, until it raises it


@cache
def return_large_blocks() -> None:
    """Has the C library of Linux return each large block of memory as soon as it is freed.

    glibc keeps larger and larger ones for later once some were freed. typst frees many, the charts
    are drawn beside it, and what neither could use of the other's came to 30 MB of a build. Other
    systems have no such setting, and nothing is done.
    """
    if sys.platform == "linux":
        from ctypes import CDLL

        set_option = getattr(CDLL(None), "mallopt", None)  # musl has none
        if set_option is not None:
            set_option(_MMAP_THRESHOLD, _LARGE)
