"""Sentences that say which way, of a change that may be noise: "rose by" 4 of 336, "up from" 336
to 340, a claim that there are more children than a year ago."""

import re

from sufficiency.content import Claim, Shelf
from sufficiency.content.strategy import LittleChange
from sufficiency.facts import Fact
from sufficiency.facts.changes import settle_way
from sufficiency.facts.claims import directions_in
from sufficiency.problems import Code, Problem
from sufficiency.prose.direction import noun_before, words_beside

CHANGE_LITTLE = Code(
    "CHANGE-LITTLE",
    "A sentence says which way, of a change that may be noise",
    "The change is so little that it may be chance: next year's figure could undo it, and a "
    "reader would have been told of a rise or fall that there was not.",
    "Let the tool choose the words: a `change` in strategy/facts.yml says by itself whether a "
    "figure rose, fell or changed little, and has the forms `has_changed` and `as_noun`. What "
    "counts as little is set with `little_change` in strategy/strategy.yml.",
    "The number fell by {{ disabled_change | fall_by }}.   # from 40 to 33",
    mended="The number {{ disabled_change }}.",
)
# "It did not fall by", "we cannot say that it fell by", "if it fell by".
_DENIED = re.compile(
    r"\b(?:not|never|cannot|\w+n['’]t|if|whether|unless|would|could)\b", re.IGNORECASE
)
_SIZES = ("rise_by", "fall_by", "amount")
SET_OTHERWISE = "What counts as little is set with `little_change` in strategy/strategy.yml."
LET_IT_CHOOSE = (
    "Define a `change` in strategy/facts.yml (with `from` and `to`) and print that: it says by "
    f"itself whether the figure rose, fell or changed little. {SET_OTHERWISE}"
)


def claimed_noise(printed: str, fact: Fact, before: str, after: str) -> tuple[str, str] | None:
    """What is wrong with the size of a change, and how to mend it, where words beside it say which
    way it went and it may be noise; else None."""
    moved = fact.moved
    word = _word_beside(printed, fact, before, after) if moved and moved.way.is_noise else ""
    if moved is None or not word:
        return None
    message = f'the sentence says "{word}", and "{fact.name}" {moved.told}. {moved.why_little}'
    if "as_noun" not in fact.forms:
        return message, LET_IT_CHOOSE
    mend = (
        f"Write what is sure: {{{{ {fact.name} }}}} in place of the verb and its number, or "
        f"{{{{ {fact.name} | as_noun }}}} in place of the noun. {SET_OTHERWISE}"
    )
    return message, mend


def _word_beside(printed: str, fact: Fact, before: str, after: str) -> str:
    """What says which way, beside or in a printed change: the word beside its size, the noun
    before its own, "4 higher"; blank where nothing does."""
    if printed == fact.forms.get("as_noun"):
        return noun_before(before)
    if printed in (fact.forms.get("higher_or_lower"), fact.forms.get("more_or_less")):
        return printed.split()[-1]
    sizes = {said for form, said in fact.forms.items() if form.startswith(_SIZES)}
    if printed not in sizes | ({fact.said} if "amount" in fact.forms else set()):
        return ""
    behind, ahead = words_beside(before, after)
    if _DENIED.search(before.rpartition(".")[2]):
        return ""
    return behind["word"] if behind else ahead["word"] if ahead else ""


def noise_in_claim(claim: Claim, facts: Shelf[Fact], rule: LittleChange) -> Problem | None:
    """The problem of a claim that holds, and says which way a figure went by no more than noise;
    else None. All names in the claim are known."""
    for one, other in directions_in(claim.must_hold, facts.entries):
        if other is not None:
            told = f'"{one.name}" is {one.said} and "{other.name}" is {other.said}'
            why = why_noise(one, other, rule)
        elif one.moved is not None:
            told, why = f'"{one.name}" {one.moved.told}', one.moved.why_little
        else:
            continue
        if why:
            message = f"the claim {' '.join(claim.must_hold.split())} says which way, and {told}."
            mend = (
                "Reword the sentence so that it claims no direction, and delete its claim. "
                f"{SET_OTHERWISE}"
            )
            return Problem(CHANGE_LITTLE, claim.must_hold.at, f"{message} {why}", mend)
    return None


def why_noise(one: Fact, other: Fact, rule: LittleChange) -> str:
    """Why the change between two facts may be noise, as a sentence; blank where it is more, where
    there is none, and where they are not one thing at two times."""
    if not one.is_at_another_time(other) or one.value is None or other.value is None:
        return ""
    if one.value == other.value:
        return ""
    earlier, later = sorted((one, other), key=lambda fact: fact.periods[0])
    return settle_way(earlier, later, one.unit, rule)[1]
