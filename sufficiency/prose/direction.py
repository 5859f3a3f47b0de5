"""Numbers beside words that say which way, and went the other: "−2 percentage points higher",
"risen by" the size of a fall."""

import re

from sufficiency.facts import Fact
from sufficiency.facts.wording import MINUS
from sufficiency.problems import Code

FACT_DIRECTION = Code(
    "FACT-DIRECTION",
    "A word says which way, and the number beside it went the other",
    "Figures may have changed since the sentence was written, or a formula be the wrong way round: "
    "the sentence would claim the opposite of what it prints.",
    "Write the word that is true. Or let the tool choose it: a formula that takes one fact from "
    "another has the forms `higher_or_lower` and `more_or_less`, which say how the first stands "
    "to the second; a change has `has_changed`.",
    "In London it was {{ gap }} higher.   # −2 percentage points higher",
    mended="In London it was {{ gap | higher_or_lower }}.   # 2 percentage points lower",
)
_LEVELS = "higher|lower|greater|smaller|larger|bigger"
_AMOUNTS = "more|less|fewer|dearer|cheaper|additional"
_SIDES = "above|below|rarer"
_CHANGES = "rise|fall|increase|decrease|drop|growth|reduction|decline"
_CHANGED = (
    "rose|fell|risen|fallen|grew|grown|increased|decreased|dropped|reduced|shrank|shrunk|declined"
    "|climbed|jumped|soared|surged|cut|up|down|dipped|slipped|eased|tumbled|plunged"
)
_WON_OR_LOST = "gained|lost|extra|additional"
_UNITS = r"percentage points?|points?|per 10,000|per cent|(?:an?|per) (?:day|week|month|year)"
_COUNTED = "children|(?:young )?people|care leavers|homes|places|placements|beds|carers|families"
# Not "up to 2019", and not "more or less".
_AFTER = re.compile(
    rf"[*_]*\s+(?:(?:(?P<unit>{_UNITS})|{_COUNTED})\s+)?[*_]*"
    rf"(?P<word>{_LEVELS}|{_AMOUNTS}|{_SIDES}|{_CHANGES}|up|down)\b(?!\s+(?:or|to)\b)",
    re.IGNORECASE,
)
# "A rise or a fall of" and "negative growth of" allow for a number below zero; "make up 59%" is of
# none.
_BEFORE = re.compile(
    r"(?P<allows>\b(?:negative|\w+\s+or)\s+(?:\w+\s+)?)?"
    r"\b(?<!make )(?<!makes )(?<!made )"
    rf"(?P<word>(?:{_CHANGES}|{_LEVELS}|{_AMOUNTS})(?=[*_]*,?\s+(?:of|by)\b)"
    rf"|{_CHANGED}|{_WON_OR_LOST})"
    r"[*_]*(?:\s+\w+ly)?(?:,?\s+(?:of|by))?\s+[*_(]*$",
    re.IGNORECASE,
)
# "The fall was a rise of 19": the form brings a noun of its own.
_NAMED = re.compile(
    rf"\b(?P<word>{_CHANGES}|cut)[*_]*\s+(?:was|is|of|by|has\s+been|(?:came|amount(?:s|ed))\s+to)"
    r"\s+[*_]*$",
    re.IGNORECASE,
)
_UP = (
    "higher|greater|larger|bigger|more|dearer|rise|increase|growth|rose|risen|grew|grown"
    "|increased|climbed|jumped|soared|surged|gained|up|extra|additional"
)
_DOWN = (
    "lower|smaller|less|fewer|cheaper|fall|decrease|drop|reduction|fell|fallen|decreased|dropped"
    "|reduced|shrank|shrunk|decline|declined|cut|lost|down|dipped|slipped|eased|tumbled|plunged"
)
# What a form of a change is the size of, the words that say otherwise, and what it did.
_SIZES = (("rise_by", _DOWN, "rose"), ("fall_by", _UP, "fell"))
_NOUNS = (("a rise of", _DOWN), ("a fall of", _UP))
# "A year earlier it was 24 higher" and "it would have been 24 higher" are true of a fall.
_COMPARES = re.compile(rf"{_LEVELS}|{_AMOUNTS}", re.IGNORECASE)
_ELSEWHEN = re.compile(
    r"\b(?:earlier|ago|before|previous(?:ly)?|had\s+been|would|could|might|without"
    r"|than\s+(?:in|on|at|it|they|now|today|this))\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?](?=\s)|\n\s*\n")
_FARTHEST = 60  # characters before the number


def contradiction(printed: str, fact: Fact, before: str, after: str) -> tuple[str, str] | None:
    """What is wrong with a printed fact between two stretches of text, and how to mend it.

    None where no word beside it says which way, or it went that way.
    """
    if not printed.startswith(MINUS):
        return _other_noun(printed, fact, before) or _other_way(printed, fact, before, after)
    behind, ahead = words_beside(before, after)
    if behind:
        word, mend = behind["word"], _with_a_form(fact, behind["word"], behind["unit"] or "")
    elif ahead and not ahead["allows"]:
        word, mend = ahead["word"], None
    else:
        return None
    reword = "Reword the sentence, since the number is below zero"
    reword += "; or turn the formula round, if it is the wrong way round." if fact.formula else "."
    return f'"{fact.name}" prints {printed}, and the sentence says "{word}".', mend or reword


def _other_way(printed: str, fact: Fact, before: str, after: str) -> tuple[str, str] | None:
    """As ``contradiction``, of the size of a change: its form says which way, and no sign."""
    behind, ahead = words_beside(before, after)
    beside = ahead or behind
    if beside is None or (ahead and ahead["allows"]):
        return None
    word = beside["word"]
    if _COMPARES.fullmatch(word) and _ELSEWHEN.search(_sentence(before, after)):
        return None
    for form, others, did in _SIZES:
        sizes = [fact.forms.get(form), fact.forms.get(f"{form}_percent")]
        if fact.moved and fact.moved.way.value == did and "amount" in fact.forms:
            sizes += [fact.said, fact.forms["amount"]]  # a formula takes the one from the other
        if printed not in sizes:
            continue
        if word.lower() in others.split("|"):
            message = f'the sentence says "{word}", and "{fact.name}" {did}: by {printed}.'
            if "has_changed" not in fact.forms:
                return (
                    message,
                    "Reword the sentence. A `change` in strategy/facts.yml says it itself.",
                )
            mend = (
                f"Reword the sentence. Or write {{{{ {fact.name} | has_changed }}}}, which says "
                f'which way it went and from where: "{fact.forms["has_changed"]}".'
            )
            return message, mend
    return None


def _other_noun(printed: str, fact: Fact, before: str) -> tuple[str, str] | None:
    """As ``contradiction``, of a change as a noun behind the noun for one the other way."""
    word = noun_before(before) if fact.moved else ""
    if not word or not any(
        printed.startswith(n) and word.lower() in others.split("|") for n, others in _NOUNS
    ):
        return None
    message = f'the sentence says "{word}", and "{fact.name}" prints "{printed}".'
    return message, f'Leave "{word}" out: "There was {{{{ {fact.name} | as_noun }}}}" names it.'


def _sentence(before: str, after: str) -> str:
    """What stands in the sentence before and behind a number."""
    return f"{_ENDS.split(before)[-1]} {_ENDS.split(after, maxsplit=1)[0]}"


def noun_before(before: str) -> str:
    """The noun that says which way a change went that is named behind it ("the fall was"); blank
    where there is none."""
    named = _NAMED.search(before[-_FARTHEST:])
    return named["word"] if named else ""


def words_beside(before: str, after: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """The words that say which way, behind and ahead of what is printed; each ``["word"]``."""
    return _AFTER.match(after), _BEFORE.search(before[-_FARTHEST:])


def _with_a_form(fact: Fact, word: str, unit: str) -> str | None:
    """How to have the word behind a number chosen; None where no form can stand for it.

    ``unit`` are the words typed between the two: the forms may print them, too.
    """
    form = next((name for name, words in _FORMS.items() if word.lower() in words.split("|")), "")
    said = fact.forms.get(form)
    if said is None:
        return None
    is_twice = bool(unit) and unit.split()[-1].lower() in said.split()
    out = f'"{unit}" and "{word}" out: it prints both' if is_twice else f'"{word}" out'
    return (
        f"Write {{{{ {fact.name} | {form} }}}}, which says how the first figure of the formula "
        f"stands to the second, and leave {out}. Let the sentence be about the first."
    )


_FORMS = {"higher_or_lower": _LEVELS, "more_or_less": _AMOUNTS}
