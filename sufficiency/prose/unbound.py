"""What is told of a number that is bound to nothing, and which facts would print it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sufficiency.content import Shelf
from sufficiency.facts import Fact
from sufficiency.facts.wording import say_number
from sufficiency.problems import Code, Location, Problem, Severity
from sufficiency.prose.numbers import Unbound, find_unbound

NUMBER_UNBOUND = Code(
    "NUMBER-UNBOUND",
    "A number is typed into the text and bound to nothing",
    "Nobody can see where it comes from, and next year it stands there unchanged whatever the "
    "extracts say.",
    "Write the fact that prints it, {{ fact_name }}; or the number with the publication that it "
    'is quoted from, [196 children]{source="id"}; or, if it is a promise, '
    "[every 6 weeks]{.commitment}. `sufficiency bind` goes through all of them with you. What is "
    "no figure, such as a year or an age, passes by rules that docs/numbers.md lists.",
    "We look after 340 children.",
    mended="We look after {{ cic_now }} children.",
)
NUMBER_WORD = Code(
    "NUMBER-WORD",
    "A number in words is bound to nothing",
    "Words such as two, a third or doubled can become untrue as figures do, and are harder to "
    "find.",
    'Write a fact in its place, or [two homes]{source="id"} with the publication that says so, or '
    "[twice a year]{.commitment}. Or say it without a number. `words: true` below `numbers:` in "
    "strategy/strategy.yml turns these warnings off.",
    "We have two children's homes.",
    Severity.WARNING,
    mended='We have [two children\'s homes]{source="register"}.',
)


@dataclass(frozen=True)
class NumberProblem(Problem):
    """The problem of a number, which is kept as it is typed, so that it can be bound."""

    number: str = ""


Place = Callable[[int, str], Location]
"""Where a fragment stands in its file, by its offset in the text."""

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()

_SCALE = re.compile(r"\}\}[*_]*\s+(?:thousand|million|billion)$", re.IGNORECASE)
_FARTHEST = 20  # characters from a fact to the end of such a word


def tell_unbound(
    text: str, rules: Mapping[str, bool], facts: Shelf[Fact], place: Place
) -> Iterator[Problem]:
    """A problem for each number of a text that is bound to nothing; a warning for one in words."""
    for number in find_unbound(text, rules):
        if number.is_word and _SCALE.search(text[: number.end][-_FARTHEST:]):
            continue  # of a fact, and told with it
        at = place(number.start, number.text)
        yield _tell_word(number, at) if number.is_word else _tell_digits(number, at, facts)


def _tell_digits(number: Unbound, at: Location, facts: Shelf[Fact]) -> Problem:
    message = f'"{number.text}" is typed into the text, and nothing says where it comes from.'
    known = expressions_for(number.text, facts.entries.values())
    if known:
        first, printed = known[0]
        mend = (
            f"{{{{ {first} }}}} prints {printed}: write that, if it is what you mean. If not, "
            f'write [{number.text}]{{source="id"}} with the id of its publication.'
        )
    else:
        mend = (
            f'Write a fact in its place, or [{number.text}]{{source="id"}} with the id of its '
            f"publication; a promise as [{number.text}]{{.commitment}}."
        )
    return NumberProblem(NUMBER_UNBOUND, at, message, mend, number.text)


def _tell_word(number: Unbound, at: Location) -> Problem:
    said = " ".join(number.text.split())
    message = f'"{said}" states a number, and nothing says where it comes from.'
    mend = (
        f'Write a fact in its place, [{said} …]{{source="id"}} with the id of a publication, or '
        f"[{said} …]{{.commitment}}; or say it without a number."
    )
    return NumberProblem(NUMBER_WORD, at, message, mend, number.text)


def expressions_for(number: str, facts: Iterable[Fact]) -> list[tuple[str, str]]:
    """What prints a number: what stands between {{ and }}, and how it is printed; best first.

    An expression that prints exactly the number comes before one that prints its unit, too.
    """
    wanted = bare_number(number)
    exact: list[tuple[str, str]] = []
    with_more: list[tuple[str, str]] = []
    for fact in facts:
        if fact.value is None:
            continue
        forms = {fact.name: fact.said}
        # Some form of some fact prints any small number.
        if len(wanted) > 1:
            forms |= {f"{fact.name} | {form}": said for form, said in fact.forms.items()}
        same = [(name, said) for name, said in forms.items() if bare_number(said) == wanted]
        exact += same[:1]
        figure = say_number(fact.value, fact.unit, fact.decimals)
        if not same and bare_number(figure) == wanted and fact.said.startswith(figure):
            with_more.append((fact.name, fact.said))
    return exact + with_more


def bare_number(text: str) -> str:
    """A number without what may be written or left out: "1,500" and "1500", "two" and "2",
    "60 per cent" and "60%"."""
    said = text.replace(",", "").rstrip("+").strip().lower()
    said = re.sub(r"\s+per\s?cent$", "%", said)
    return str(_SMALL.index(said)) if said in _SMALL else said
