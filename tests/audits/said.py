"""The words of a page in order, to be compared with those of the same page in another form."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from tests.audits.agreement import INLINE

UNSAID = {"script", "style", "summary", "nav", "template"}


def words(element: Any, leave_out: Callable[[Any], bool] = lambda one: False) -> list[str]:
    """The words that an element says, without those of what is left out and of navigation."""
    return re.findall(r"\S+", "".join(_texts(element, leave_out)))


def _texts(element: Any, leave_out: Callable[[Any], bool]) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in UNSAID or leave_out(element):
        return
    apart = "" if element.tag in INLINE and element.tag != "img" else " "
    yield apart + (element.text or "")
    for child in element:
        yield from _texts(child, leave_out)
        yield child.tail or ""
    yield apart
