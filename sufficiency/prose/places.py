"""Figures beside the name of a place that is not theirs: "in England" beside the council's figure.

Told where a name plainly says whose figure it is ("In England …", "London's rate was …", "… in
London"), and the sentence does not name the place that it is of. How to say that both are meant is
in ``docs/wording.md``.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise, zip_longest

from sufficiency.content import Shelf
from sufficiency.facts import Fact
from sufficiency.problems import Code, Problem, Severity
from sufficiency.prose.clauses import BOUND, Clause, Told, clauses_of, told_in
from sufficiency.prose.numbers import hide_bound
from sufficiency.prose.sentences import ends_of_sentences
from sufficiency.prose.unbound import Place
from sufficiency.tables import Unit

FACT_PLACE = Code(
    "FACT-PLACE",
    "A sentence names one place, and its figure is of another",
    "Another fact was meant, or its `place` is wrong: readers would take the council's figure for "
    "the country's, or for a neighbour's.",
    "Write the fact of the place that you name: one with a line such as `place: England` in "
    "strategy/facts.yml. Or write whose figure it is. Where both are meant, name both in the "
    "sentence.",
    "In England {{ rate_now }} in 10,000 children are in care.   # of Barnet",
    Severity.WARNING,
    mended="In England {{ rate_england }} in 10,000 children are in care.",
)
_COUNTRY = "England"
# Where there are figures of one of these, "national" may mean it.
_OTHER_COUNTRIES = ("Wales", "Scotland", "Great Britain", "United Kingdom", "UK")
_FARTHEST = 200
"""Characters between a place and the figure that it is the place of."""
_MEASURES = (
    "rates?|numbers?|shares?|figures?|averages?|totals?|proportions?|percentages?|costs?|counts?"
)
_LEAD = r"(?P<lead>\b(?:in|across|throughout|for|within)\s+[*_]*)$"
# What a clause may begin with before it says where.
_OPENING = re.compile(
    rf"[\W_]*(?:(?:and|but|while|whilst|whereas|although|though|than|where)\s+)?{_LEAD}", re.I
)
_MEASURED = re.compile(rf"\b(?:{_MEASURES})\s+(?:of\s+)?{_LEAD}", re.IGNORECASE)
_ALONE = re.compile(r"[\W_]*(?:(?:and|but|while|whereas|although)\s+)?", re.IGNORECASE)
_BEHIND = re.compile(rf"{BOUND}[*_]*\s+{_LEAD}", re.IGNORECASE)
_KINDS = (
    r"(?:(?:own|latest|current|overall|total|average|mean|annual|weekly|high|higher|highest|low|lower"
    r"|lowest|recent|new)\s+)*"
)
_A_RATE_OF = rf"an?\s+{_KINDS}(?:{_MEASURES})\s+of"
_LOOKS_AFTER = r"looks?\s+after|looked\s+after|cares?\s+for|cared\s+for"
_ABOUT = r"\s+(?:(?:about|only|just|some|now|still|then)\s+)?[*_]*$"
_HAS = re.compile(
    rf"[*_]*\s+(?:as\s+a\s+whole\s+)?(?:(?:has|had)(?:\s+{_A_RATE_OF})?|{_LOOKS_AFTER}"
    rf"|averaged?|reported|recorded){_ABOUT}",
    re.IGNORECASE,
)
_OWNS = re.compile(
    rf"['’]s?\s+(?:(?:[\w-]+\s+){{0,3}}?(?:{_MEASURES})\b|[*_]*{BOUND}+[*_]*\s*(?:[.!?]|$))",
    re.IGNORECASE,
)
# Not "we have {{ homes_london }} homes": others' may be ours to use.
_WE_HAVE = re.compile(rf"\s+(?:(?:have|had)\s+{_A_RATE_OF}|{_LOOKS_AFTER}){_ABOUT}", re.IGNORECASE)
# Behind "our" and "national".
_RATE_IS = re.compile(
    rf"\s+{_KINDS}(?:{_MEASURES})(?:\s+of(?:\s+\w+){{1,4}}?)?"
    rf"(?:\s+(?:is|was|are|were|stands\s+at|stood\s+at|of))?{_ABOUT}",
    re.IGNORECASE,
)
_NATIONAL = re.compile(
    rf"(?:^|{BOUND}[*_]*)[\W_]*(?:(?:and|but|while|whereas|although)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
# "If our rate was {{ rate_england }}, we would …"
_SUPPOSES = re.compile(
    r"\b(?:if|unless|until|once|when|whether|suppos\w+|imagine)\b", re.IGNORECASE
)
_BRACKETED = re.compile(rf"{BOUND}[*_]*\s*\([*_]*$")
_CLOSED = re.compile(r"[*_]*\)")
# "England and Wales", "London Councils", "Kent-based".
_LONGER = re.compile(r"[-–]\w|\s+(?:[A-Z]|(?:and|or|&)\s+[A-Z])")
# "Greater London's", "Our Barnet's".
_BEGUN = re.compile(
    r"(?:(?<=\w\s)[A-Z][\w’'-]*|(?:Greater|Inner|Outer|North|South|East|West)\w*)[\s-]$"
)
# "England's rate is above {{ ours }}", "In England the rate was twice as high as …".
_COMPARES = re.compile(
    r"\b(?:above|below|under|over|than|higher|lower|more|less|fewer|as|like|unlike|similar|twice|half"
    r"|double|near(?:er)?|close(?:r)?|match\w*|compar\w*|against|exceed\w*|differ\w*|other|others"
    r"|elsewhere|national\w*|country|region\w*|neighbours?|boroughs|councils|authorities)\b",
    re.IGNORECASE,
)
_OURS = r"we|us|our|ours|(?:the|this)\s+(?:council|borough|city|county|district)|local|locally|here"
_OF_A_KIND = re.compile(rf"{_OURS}|national(?:ly)?", re.IGNORECASE)
"""What names a place without its name."""
# The council's children may live in any of these places, and be counted there.
_LIVES = re.compile(
    r"\b(?:live[ds]?|living|placed|placements?|moved?|stay\w*|homes?|beds|places|schools?|agenc\w+"
    r"|provid\w+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class NamedPlace:
    """A place that a text names: where, and in which words; ``name`` is the place's own.

    ``of_next`` and ``of_last`` say whether it plainly says whose the figure behind or before it is,
    ``is_owner`` that it does so as what has it: "London's rate", and not "in London".
    """

    start: int
    words: str
    name: str
    of_next: bool = False
    of_last: bool = False
    is_owner: bool = False


@dataclass(frozen=True)
class Places:
    """The places that a text may name; ``own`` is the council's."""

    names: frozenset[str] = frozenset()
    own: str = ""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds one of them."""
        return _pattern(frozenset(self._named), bool(self.own))

    @cached_property
    def _named(self) -> dict[str, str]:
        """The places as a text names them: "Bristol" is "Bristol, City of" to an extract."""
        known = sorted(self.names | ({self.own} - {""}))
        named = {short: one for one in known for short in (one.split(",")[0], one)}
        if _COUNTRY in named and named.keys().isdisjoint(_OTHER_COUNTRIES):
            named |= dict.fromkeys(("national", "nationally", "Nationally"), _COUNTRY)
        return named

    def find(self, text: str, first: int, last: int) -> Iterator[NamedPlace]:
        """The places that a stretch of a text names, in order; "we" is the council's own."""
        for found in self.pattern.finditer(text, first, last):
            before = text[max(first, found.start() - _FARTHEST) : found.start()]
            after = text[found.end() : min(last, found.end() + _FARTHEST)]
            # A bracket begins a stretch of its own.
            is_bracketed = _CLOSED.match(text, found.end()) and _BRACKETED.search(
                text[max(0, found.start() - _FARTHEST) : found.start()]
            )
            name = self._named.get(found[0], self.own)
            yield _read(found, name, before, after, is_bracketed=bool(is_bracketed))


@cache
def _pattern(names: frozenset[str], has_own: bool) -> re.Pattern[str]:
    longest = "|".join(re.escape(one) for one in sorted(names, key=lambda one: (-len(one), one)))
    ours = rf"|(?i:{_OURS})" if has_own else ""
    return re.compile(rf"(?<![\w-])(?:{longest}{ours})(?!\w)")


def _read(
    found: re.Match[str], name: str, before: str, after: str, *, is_bracketed: bool
) -> NamedPlace:
    """A place, and which figures it is the place of by the words of its clause around it."""
    up_to_figure = after.split(BOUND, maxsplit=1)[0]
    is_owner = _is_owner(found[0], before, after, up_to_figure)
    if _OF_A_KIND.fullmatch(found[0]):
        of_next = is_owner and not _COMPARES.search(up_to_figure)
        return NamedPlace(found.start(), found[0], name, of_next=of_next, is_owner=is_owner)
    behind = _BEHIND.search(before)
    lead = behind or _OPENING.fullmatch(before) or _MEASURED.search(before)
    is_longer = _LONGER.match(after) or _BEGUN.search(before)
    is_of_next = (lead and not behind) or is_owner
    words = lead["lead"] if lead else ""
    return NamedPlace(
        found.start() - len(words),
        words + found[0],
        name,
        of_next=bool(is_of_next) and not is_longer and not _COMPARES.search(up_to_figure),
        of_last=is_bracketed or (bool(behind) and not is_longer),
        is_owner=is_owner,
    )


def _is_owner(words: str, before: str, after: str, up_to_figure: str) -> bool:
    """Whether a name is said to be what has the figure behind it: "London's", "we have a rate"."""
    said = words.lower()
    if said == "our":
        return bool(_RATE_IS.fullmatch(up_to_figure) and not _SUPPOSES.search(before))
    if said == "national":
        return bool(_NATIONAL.search(before) and _RATE_IS.fullmatch(up_to_figure))
    if said == "we":
        return bool(_ALONE.fullmatch(before) and _WE_HAVE.fullmatch(up_to_figure))
    if _OF_A_KIND.fullmatch(words):
        return False
    return bool(_OWNS.match(after) or (_ALONE.fullmatch(before) and _HAS.fullmatch(up_to_figure)))


def tell_places(text: str, facts: Shelf[Fact], places: Places, place: Place) -> Iterator[Problem]:
    """The problems of a text's names of places beside figures of others, in order."""
    if "{{" not in text or not places.names or not places.pattern.search(text):
        return
    shown = hide_bound(text)
    ends = [0, *ends_of_sentences(text), len(text)]
    for first, last in pairwise(ends):
        told = list(told_in(text, shown, first, last, facts))
        figures = [one.start for one in told]
        clauses = clauses_of(shown, first, last, figures, places.find) if told else []
        beside = [pair for clause in clauses for pair in _beside(clause, told)]
        there = _there(shown[first:last], clauses, beside, places.own)
        for named, one in _mixed_up(clauses, beside):
            is_own = one.fact.places == {places.own}
            if not (is_own and there.may_hold(named, one.fact.unit)):
                words = _words(named, one, places.own)
                yield Problem(FACT_PLACE, place(named.start, named.words), *words)


def _mixed_up(
    clauses: Sequence[Clause[NamedPlace]], beside: Sequence[tuple[NamedPlace, Told]]
) -> Iterator[tuple[NamedPlace, Told]]:
    """The names of a sentence beside figures of other places that it does not name."""
    settled = {one.start for named, one in beside if _may_be_of(named, one.fact)}
    of_another = {named.start for named, _ in beside}
    excused = {
        each.name for clause in clauses for each in clause.mentions if each.start not in of_another
    }
    for named, one in beside:
        if one.start not in settled and one.fact.places.isdisjoint(excused):
            yield named, one


@dataclass(frozen=True)
class _There:
    """What a sentence says of the council's children in other places: that they may live there,
    and that figures are its own and not set beside those of the country."""

    lives: bool
    ours: bool
    compares: bool

    def may_hold(self, named: NamedPlace, unit: Unit) -> bool:
        """Whether a figure of the council's may be of its children in another place, or of what it
        pays there. A rate is of who lives in a place."""
        if named.name == _COUNTRY:
            return False
        is_where = not named.is_owner and not self.compares
        if unit in (Unit.COUNT, Unit.PERCENTAGE):
            return self.lives or (is_where and (self.ours or named.of_last))
        # "Kent's homes cost …" is of those that the council pays.
        is_paid = is_where or (self.lives and not self.compares)
        return is_paid and unit in (Unit.POUNDS, Unit.POUNDS_A_WEEK)


def _there(
    sentence: str,
    clauses: Sequence[Clause[NamedPlace]],
    beside: Sequence[tuple[NamedPlace, Told]],
    own: str,
) -> _There:
    return _There(
        lives=_LIVES.search(sentence) is not None,
        ours=any(each.name == own for clause in clauses for each in clause.mentions),
        compares=any(named.name == _COUNTRY for named, _ in beside),
    )


def _beside(clause: Clause[NamedPlace], told: Sequence[Told]) -> Iterator[tuple[NamedPlace, Told]]:
    """The places that a clause names, each with the figure that it is plainly the place of."""
    inside = [one for one in told if clause.start <= one.start < clause.end]
    figures = [one.start for one in inside]
    for named, following in zip_longest(clause.mentions, clause.mentions[1:]):
        at = bisect_left(figures, named.start)
        if named.of_next and at < len(inside):
            if following is None or figures[at] < following.start:
                yield named, inside[at]
        elif named.of_last and at:
            yield named, inside[at - 1]


def _may_be_of(named: NamedPlace, fact: Fact) -> bool:
    """Whether a figure may be the place's: a rank is among others, and a category may be one."""
    is_one = len(fact.places) == 1 and fact.standing is None
    return not is_one or named.name in fact.places or named.name in fact.label


def _words(named: NamedPlace, told: Told, own: str) -> tuple[str, str]:
    """What is told of a place beside a figure, and how to mend it."""
    named_so, fact = " ".join(re.sub("[*_]", "", named.words).split()), told.fact
    message = (
        f'"{named_so}" stands beside {{{{ {fact.name} }}}}, "{told.printed}", which is of '
        f"{fact.place}."
    )
    whose = "without the line `place:`"
    if named.name != own:
        whose = f"with the line `place: {named.name}`"
    return message, (
        f"Write a fact of {named.name}, one {whose} in strategy/facts.yml; or write whose figure "
        "it is. Where both are meant, name both in the sentence."
    )
