"""Two facts of one clause with words between them that say which is more: "rose from 342 to 312",
"66% is higher than England at 69%".

Read are only two facts beside each other, each printed as a figure, both of one unit, with few and
plain words between. All else is let be.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from sufficiency.content import Shelf
from sufficiency.content.strategy import LittleChange
from sufficiency.facts import Fact
from sufficiency.facts.wording import say_number, say_value
from sufficiency.problems import Code, Location, Problem, Severity
from sufficiency.prose.direction import FACT_DIRECTION
from sufficiency.prose.expressions import Printed, evaluate
from sufficiency.prose.noise import CHANGE_LITTLE, LET_IT_CHOOSE, why_noise
from sufficiency.prose.numbers import hide_bound
from sufficiency.prose.unbound import Place
from sufficiency.tables import Unit

FACT_COMPARED = Code(
    "FACT-COMPARED",
    "A sentence compares two figures, and they stand the other way",
    "The figures may have changed since it was written: readers would see that the one is no more "
    "than the other, and trust neither.",
    "Write the word that is true. Or let the tool choose it: define the one fact less the other as "
    "a `formula` in strategy/facts.yml, which has the forms `higher_or_lower` and `more_or_less`.",
    "Our {{ near_now }} is higher than {{ near_england }}.   # 66% and 69%",
    Severity.WARNING,
    mended="Our {{ near_now }} is lower than {{ near_england }}.",
)

_RISING = (
    "rose|risen|rises?|rising|grew|grown|grows?|growing|growth|increas(?:e|ed|es|ing)"
    r"|climb(?:s|ed)?|jumped|soared|surged|(?:went|gone|go|goes|going|moved)\s+up|up"
)
_FALLING = (
    "fell|fallen|falls?|falling|drop(?:s|ped|ping)?|decreas(?:e|ed|es|ing)|shrank|shrunk|shrinks?"
    r"|declin(?:e|ed|es|ing)|reduc(?:e|ed|es|ing|tion)|dipped|slipped|eased|tumbled|plunged|cut|down"
)
_MORE = "higher|more|greater|larger|bigger"
_LESS = "lower|fewer|less|smaller"
_FARTHEST = 120  # characters before the first of both
_BETWEEN = 100  # characters between them
_PLAIN = r"[^{}\[\].;:!?|]"
_BOLD = r"[*_]*"
# What parts two thoughts, or makes the figures something else than the two that are compared.
_PARTED = (
    r"\b(?:and|or|but|to|from|then|when|while|whereas|where|if|because|although|with|than|had|half"
    r"|double|twice|thirds?|quarters?|times|all|expected|planned|target)\b|\n\s*\n"
)
# What did not happen, or not yet: "is not rising", "aims to grow", "would have fallen".
_UNREAL = (
    r"(?:not|never|\w+n['’]t)\s+(?:\w+\s+)?|to\s+(?:\w+ly\s+)?|if\s+(?:[\w'’-]+\s+){0,3}?"
    r"|(?:will|would|could|should|can|(?-i:may)|might|must|shall|likely)\s+(?:\w+\s+){0,2}?"
)
_CHANGE = (
    rf"(?P<denied>\b(?:{_UNREAL}))?"
    rf"\b(?:(?P<up>{_RISING})|(?P<down>{_FALLING})){_BOLD}"
    r"(?:\s+(?:\w+ly|again|back|further))*(?:\s+(?:in|of)(?:\s+[\w'’-]+){1,5})?"
    r"(?:\s+by\s+\{\{[^{}]*\}\})?[,:]?"
    rf"\s+(?P<end>from|to)\s+(?:about\s+|just\s+|only\s+)?{_BOLD}$"
)
_ONWARD = {
    start: rf"{_BOLD}(?P<mid>{_PLAIN}*?),?\s+{end}\s+(?:about\s+|just\s+|only\s+)?{_BOLD}"
    for start, end in (("from", "to"), ("to", "from"))
}
_SINCE = (
    rf"{_BOLD}(?P<mid>{_PLAIN}{{0,40}}?),?\s+\(?(?P<word>up|down|an?\s+(?:\w+\s+)?"
    r"(?:rise|increase|growth|fall|drop|decrease|reduction|decline))\s+(?:from|on)\s+(?:the\s+)?"
    rf"{_BOLD}"
)
_RISES = rf"(?:{_RISING})|.*(?:rise|increase|growth)"
_HOW = r"(?:\s+(?:\w+ly|again|back|further))*"
# "100 in 2018 and fell to 80", "from 100 down to 80", "(80) has fallen from 100".
_LATER = (
    rf"{_BOLD}(?P<mid>{_PLAIN}{{0,40}}?)(?:[,;]?\s+(?:and|but)|[,;.])?\s+(?:(?:it|this|they)\s+)?"
    rf"(?:(?:has|have|had)\s+)?(?P<word>{_RISING}|{_FALLING}){_HOW}\s+(?P<end>to|from)\s+"
    rf"(?:about\s+|just\s+|only\s+)?{_BOLD}"
)
# "Fewer children (80) than in 2018 (100)", "Fewer: 80, compared with 100".
_SIDED = rf"\b(?:(?P<more>{_MORE})|(?P<less>{_LESS}))\b[^{{}}.;]{{0,60}}$"
_THAN = rf"{_BOLD}\)?,?\s+(?:than|compared\s+(?:with|to)|against)\s+[^{{}}.;]{{0,30}}?\(?{_BOLD}"
_COMPARED = (
    rf"{_BOLD}(?P<mid>{_PLAIN}{{0,40}}?)(?:\s+(?:is|are|was|were|remains?)|,)\s+{_BOLD}"
    r"(?:(?:much|still|slightly|far|also|now|well|even|somewhat|considerably|significantly"
    r"|a\s+(?:little|lot|bit))\s+){0,2}"
    rf"{_BOLD}(?:(?P<more>(?:{_MORE})(?=\W+than\b)|above)|(?P<less>(?:{_LESS})(?=\W+than\b)|below))"
    rf"\b{_BOLD}(?:\s+than\b)?(?P<rest>{_PLAIN}{{0,40}}?){_BOLD}"
)
_Look = tuple[Code, str, bool, bool]
"""What a pair is told as, the word that says so, whether it says that the first is more, and
whether only figures of one indicator are surely meant."""


def tell_pairs(
    text: str, facts: Shelf[Fact], rule: LittleChange, place: Place
) -> Iterator[Problem]:
    """A problem for each two facts of a text whose words the values deny, in order.

    They are denied, too, where one figure at two times changed by no more than noise, by the
    ``rule``.
    """
    if text.count("{{") < 2:
        return
    for first, second in pairwise(_compiled(r"\{\{(?!<)((?:(?!\{\{).)*?)\}\}").finditer(text)):
        if second.start() - first.end() > _BETWEEN:
            continue
        look = _look(text[: first.start()], text[first.end() : second.start()])
        # Hidden as what is bound, and not as code or a comment is.
        if look is None or hide_bound(text)[first.start()] == "c":
            continue
        one, other = (_figure(found[1], facts) for found in (first, second))
        if one is None or other is None:
            continue
        at = place(first.start(), first[0])
        if _denied(one, other, look):
            yield _tell(one, other, look, at)
        elif why := why_noise(one.fact, other.fact, rule):
            message = f"{_said_of(one, other, look)} {why}"
            yield Problem(CHANGE_LITTLE, at, message, LET_IT_CHOOSE)


def _look(before: str, between: str) -> _Look | None:
    """What the words before and between two facts say of them; None where they say nothing."""
    if moved := _compiled(_CHANGE).search(before[-_FARTHEST:]):
        goes_on = _compiled(_ONWARD[moved["end"].lower()]).fullmatch(between)
        if moved["denied"] or goes_on is None or _is_parted(goes_on["mid"]):
            return None
        starts_high = bool(moved["down"]) == (moved["end"].lower() == "from")
        return FACT_DIRECTION, moved["down"] or moved["up"], starts_high, False
    if since := _compiled(_SINCE).fullmatch(between):
        word = since["word"]
        is_more = _compiled(_RISES).fullmatch(word) is not None
        return None if _is_parted(since["mid"]) else (FACT_DIRECTION, word, is_more, True)
    if later := _compiled(_LATER).fullmatch(between):
        is_up = _compiled(_RISES).fullmatch(later["word"]) is not None
        is_first_more = is_up == (later["end"].lower() == "from")
        is_parted = _is_parted(later["mid"])
        return None if is_parted else (FACT_DIRECTION, later["word"], is_first_more, True)
    sided = _compiled(_SIDED).search(before[-_FARTHEST:])
    if sided and _compiled(_THAN).fullmatch(between):
        return FACT_COMPARED, sided["more"] or sided["less"], bool(sided["more"]), True
    compared = _compiled(_COMPARED).fullmatch(between)
    if compared is None or _is_parted(compared["mid"]) or _is_parted(compared["rest"]):
        return None
    word = compared["more"] or compared["less"]
    is_loose = bool(compared["mid"].strip("*_ ")) or "," in compared["rest"]
    return FACT_COMPARED, word, bool(compared["more"]), is_loose


def _is_parted(words: str) -> bool:
    return _compiled(_PARTED).search(words) is not None


def _figure(expression: str, facts: Shelf[Fact]) -> Printed | None:
    """What prints a figure, with its unit or without; not a change in words, nor a rank."""
    said = evaluate(expression, facts)
    if not isinstance(said, Printed):
        return None
    fact = said.fact
    if fact.value is None or fact.moved or fact.standing or fact.unit is Unit.YES_OR_NO:
        return None
    number = say_number(fact.value, fact.unit, fact.decimals)
    with_unit = say_value(fact.value, fact.unit, fact.decimals)
    return said if said.text in (number, with_unit, fact.forms.get("with_noun")) else None


def _denied(one: Printed, other: Printed, look: _Look) -> bool:
    """Whether the values of two figures deny what is said of them."""
    code, _, is_more, of_one_indicator = look
    first, second = one.fact, other.fact
    if first.unit is not second.unit or first.value is None or second.value is None:
        return False
    if of_one_indicator and first.indicators != second.indicators:
        return False
    if of_one_indicator and code is FACT_DIRECTION and not first.is_at_another_time(second):
        return False
    if first.value == second.value:
        return code is FACT_COMPARED
    is_seen = one.text != other.text
    return is_seen and (first.value > second.value) != is_more


def _tell(one: Printed, other: Printed, look: _Look, at: Location) -> Problem:
    code, message = look[0], _said_of(one, other, look)
    if code is FACT_COMPARED:
        mend = (
            "Write the word that is true. Or define a fact with the line "
            f"`formula: {one.fact.name} - {other.fact.name}` in strategy/facts.yml: its forms "
            "`higher_or_lower` and `more_or_less` choose it."
        )
        return Problem(code, at, message, mend)
    mend = (
        "Write the word that is true, or turn the two figures round. A `change` in "
        "strategy/facts.yml chooses its words itself."
    )
    return Problem(code, at, message, mend)


def _said_of(one: Printed, other: Printed, look: _Look) -> str:
    return (
        f'the sentence says "{" ".join(look[1].split())}", where "{one.fact.name}" is {one.text} '
        f'and "{other.fact.name}" is {other.text}.'
    )


@cache  # when it is first needed: most texts need none
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)
