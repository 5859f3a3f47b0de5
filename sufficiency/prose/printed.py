"""Printed numbers in Markdown: marked while a text is bound, numbered once the ledger knows them.

While a text is bound a number stands between two signs that no author can type; the ledger then
gives it the number of its entry: ``[312]{.n12}``. Templates need to know nothing of it; the
filters make of it what a format has for it (``templates/filters/ledger.lua``).
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from sufficiency.facts import Fact, LedgerEntry
from sufficiency.facts.wording import round_half_up, say_number, say_value
from sufficiency.prose.markdown import Markdown
from sufficiency.tables import Unit

_BEGIN, _END = "\N{START OF TEXT}", "\N{END OF TEXT}"
_MARKED = re.compile(f"{_BEGIN}([^{_END}]*){_END}")
_NUMBERED = re.compile(r"\[((?:\\.|[^\[\]\\])*)\]\{\.n\d+\}")
# An address or a name cannot hold a mark: "[costs](https://…/{{ year }})", "{#costs-{{ year }}".
_NO_ROOM = re.compile(
    r"(?:\]\(|<\w+:|\{[#.])[^\s(){}<>]*$|^[ \t]*\[[^\]\n]+\]:[^\n]*$", re.MULTILINE
)
_NUMBER = re.compile(r"[-\N{MINUS SIGN}]?\d[\d,]*(?:\.\d+)?")
_MOST_DECIMALS = 6


def mark(text: str) -> Markdown:
    """A number as it is printed, marked; its entry in the ledger must say that it is."""
    return Markdown(f"{_BEGIN}{text}{_END}")


def has_room(before: str) -> bool:
    """Whether a mark can stand behind that much of a text."""
    return not _NO_ROOM.search(before)


def number_marks(text: str, numbers: Iterator[int]) -> Markdown:
    """The text with the number of an entry at each mark, in order."""
    return Markdown(_MARKED.sub(lambda found: f"[{found[1]}]{{.n{next(numbers)}}}", text))


def without_marks(text: str) -> Markdown:
    """The text as it would be if nothing in it were marked."""
    return Markdown(_NUMBERED.sub(r"\1", _MARKED.sub(r"\1", text)))


_FORMS_OF_VALUE = ("with_noun", "position", "has_changed", "as_noun")


def value_of(entry: LedgerEntry) -> str:
    """The value of what an entry prints, as a plain number rounded to six decimals: "1234.5".

    Of a fact it is the fact's, and where a form prints one other number, that ("7%" of a fall by
    24). Of what is quoted or promised it is the one number in its words; else the words themselves.
    """
    if (
        has_fact_s_value(entry)
        and isinstance(entry.origin, Fact)
        and entry.origin.value is not None
    ):
        return plain_number(entry.origin.value)
    found: list[str] = _NUMBER.findall(entry.printed)
    if len(found) != 1 or entry.printed.startswith(("less than ", "more than ")):
        return " ".join(entry.printed.split())
    return found[0].replace(",", "").replace("\N{MINUS SIGN}", "-")


def has_fact_s_value(entry: LedgerEntry) -> bool:
    """Whether what an entry prints has the value of its fact: as a figure, in words ("nearly
    two-thirds") or with both figures that it lies between ("rose from 39 to 60")."""
    fact = entry.origin
    if not isinstance(fact, Fact) or fact.value is None:
        return False
    if fact.standing or len(_NUMBER.findall(entry.printed)) != 1:
        return True
    figures = {say(fact.value, fact.unit, fact.decimals) for say in (say_number, say_value)}
    own = [fact.said, *map(fact.forms.get, _FORMS_OF_VALUE)]
    if fact.unit is Unit.PERCENTAGE and fact.moved is None:  # "less than 1%"
        own.append(fact.forms.get("amount"))
    return entry.printed in {*figures, *own}


def plain_number(value: Decimal) -> str:
    """The digits of a value, without a power of ten or noughts at the end."""
    shown = format(round_half_up(value, _MOST_DECIMALS), "f")
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
