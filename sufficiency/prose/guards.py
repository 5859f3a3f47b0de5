"""Sentences that claim what their facts do not bear out."""

from collections.abc import Iterator

from sufficiency.content import Shelf
from sufficiency.facts import Fact
from sufficiency.problems import Code
from sufficiency.prose.direction import FACT_DIRECTION, contradiction
from sufficiency.prose.expressions import Fault, Printed, evaluate
from sufficiency.prose.hedges import FACT_HEDGE, untrue_hedge
from sufficiency.prose.noise import CHANGE_LITTLE, claimed_noise
from sufficiency.prose.sentences import sentence_at
from sufficiency.prose.units import FACT_SCALE, FACT_UNIT, typed_scale, typed_unit

GUARD_BROKEN = Code(
    "GUARD-BROKEN",
    "A sentence claims what its figures no longer show",
    "The guard behind the number says what has to be so for the sentence to be true. The figures "
    "have changed since it was written, or it was never true.",
    "Reword the sentence so that it says what the figures show, and give it the guard that suits "
    "it now. Or correct the figures, if they are wrong.",
    "Fewer came: the number {{ cic_change | must_fall }}.   # rose, 339 to 358",
    mended="More came: the number {{ cic_change | must_rise }}.",
)


_LOOKS = (
    (FACT_UNIT, typed_unit),
    (FACT_SCALE, typed_scale),
    (CHANGE_LITTLE, claimed_noise),
    (FACT_DIRECTION, contradiction),
    (FACT_HEDGE, untrue_hedge),
)
"""What is told of the words and signs beside a number, and what looks for it; the first that finds
any."""


def untrue_claims(
    printed: Printed, text: str, span: tuple[int, int], facts: Shelf[Fact]
) -> Iterator[Fault]:
    """What a sentence claims, by its guards or its words, that the fact printed there denies.

    ``span`` is where the expression stands in the text.
    """
    beside = text[: span[0]], text[span[1] :]
    for code, look in _LOOKS:
        if fault := look(printed.text, printed.fact, *beside):
            yield Fault(code, *fault)
            break
    for broken in printed.broken:
        sentence = sentence_at(text, *span, lambda inside: say(inside, facts))
        message = f'{broken.claim}, but {broken.values}. The sentence: "{sentence}"'
        yield Fault(GUARD_BROKEN, message, GUARD_BROKEN.mend)


def say(expression: str, facts: Shelf[Fact]) -> str:
    """What an expression prints, in a sentence that is quoted; as typed if it prints none."""
    found = evaluate(expression, facts)
    return found.text if isinstance(found, Printed) else f"{{{{{expression}}}}}"
