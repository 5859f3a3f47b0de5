"""How a room asks for something to be made only once. The cache itself is in ``outputs``."""

from collections.abc import Callable
from functools import cache
from importlib import metadata
from typing import TypeAlias

Remember: TypeAlias = Callable[[str, Callable[[], bytes]], bytes]
"""``remember(key, make)``: the bytes kept under the key, made and kept where there are none.

The key must name all that the bytes are made from, the versions of other people's tools
included; our own code is minded by the cache. What ``make`` raises is passed on, and nothing
is kept.
"""


def versions(*packages: str) -> str:
    """The packages with their versions, for keys. None of them is imported."""
    return " ".join(f"{package} {version(package)}" for package in packages)


@cache  # it is read from disk each time
def version(package: str) -> str:
    """The version of a package, which is not imported."""
    return metadata.version(package)
