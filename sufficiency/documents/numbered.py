"""Ways between a printed number and its entry in the annex, by the ledger's number of it.

A number of the text is a span, ``[312]{.n12}``, and in the annex its entry is another,
``[12]{.e12}``; ``templates/filters/ledger.lua`` leads from each to the other.
"""

import re
from collections.abc import Iterable

from sufficiency.prose import Markdown

_NUMBER = re.compile(r"\]\{\.n(\d+)\}")
_ENTRY = re.compile(r"\]\{\.e(\d+)\}")
_HEADING = re.compile(r"^#.*$", re.MULTILINE)


def entries(numbers: Iterable[int]) -> Markdown:
    """The numbers of entries, each to be gone to and leading back to what it is the entry of."""
    return Markdown(", ".join(f"[{number}]{{.e{number}}}" for number in numbers))


def lead_back(text: str) -> str:
    """The composed text in which entries say whose number stands nowhere that can be gone to.

    Such places are alternative texts, and headings, since the contents say their words too.
    """
    placed = set(_NUMBER.findall(_HEADING.sub("", text)))
    return _ENTRY.sub(
        lambda found: found[0] if found[1] in placed else f"]{{.e{found[1]} .gone}}", text
    )
