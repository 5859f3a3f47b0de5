"""Claims of a section's front matter: what has to hold for its sentences to be true."""

from collections.abc import Iterable, Iterator, Sequence

from sufficiency.content import Claim, Section, Shelf
from sufficiency.content.figures import AnyFigureEntry
from sufficiency.content.strategy import LittleChange
from sufficiency.facts import Fact
from sufficiency.facts.alike import FormulaError
from sufficiency.facts.claims import evaluate_claim, holds_always, names_in
from sufficiency.problems import Code, Problem, suggestion
from sufficiency.prose.expressions import NAME_UNKNOWN
from sufficiency.prose.guards import say
from sufficiency.prose.noise import noise_in_claim
from sufficiency.prose.opposite import opposite_of_sentence
from sufficiency.prose.reworded import nearest_sentence, what_was_reworded
from sufficiency.prose.sentences import all_sentences, as_read, as_typed, shorten, split_sentences
from sufficiency.sources import Text

CLAIM_BROKEN = Code(
    "CLAIM-BROKEN",
    "A sentence's claim does not hold",
    "The section's front matter says what has to be so for the sentence to be true. The figures "
    "have changed since it was written, or it was never true.",
    "Reword the sentence so that it says what the figures show, and change its claim. Or correct "
    "the figures, if they are wrong.",
    "- sentence: fewer children than in 2017\n"
    "  must_hold: children_2019 < children_2017     # 360 and 336",
    mended="- sentence: more children than in 2017\n  must_hold: children_2019 > children_2017",
)
CLAIM_SENTENCE = Code(
    "CLAIM-SENTENCE",
    "A claim names a sentence that is not there",
    "Nobody could find the sentence that a broken claim makes untrue. It was probably reworded.",
    "Copy words of the sentence into `sentence`, as they stand in the section or in the headline "
    "of a figure that it shows. If the sentence is gone, delete its claim.",
    "claims:\n- sentence: fewer childen than in 2017\n  must_hold: children_2019 < children_2017",
    mended="claims:\n- sentence: fewer children than in 2017\n"
    "  must_hold: children_2019 < children_2017",
)
CLAIM_SHAPE = Code(
    "CLAIM-SHAPE",
    "A claim protects nothing",
    "It is no comparison of facts, compares what is not alike, or would hold whatever the figures "
    "were.",
    "Compare facts of one unit, with each other or with a number: children_2019 < children_2017.",
    "must_hold: children_2019 less than children_2017",
    mended="must_hold: children_2019 < children_2017",
)
# Signs that Markdown and word processors change into each other.
_PLAIN = str.maketrans("‘’“”–—\N{NO-BREAK SPACE}", "''\"\"-- ")


def headlines_of(placed: Iterable[str], figures: Shelf[AnyFigureEntry]) -> list[Text] | None:
    """Those of the figures among the ids that a section places; None where one cannot be read."""
    may_be_figures = [id for id in placed if figures.may_hold(id)]
    if any(id not in figures.entries for id in may_be_figures):
        return None
    return [figures.entries[id].headline for id in may_be_figures]


def check_claims(
    section: Section,
    facts: Shelf[Fact],
    rule: LittleChange,
    headlines: Iterable[str] | None = (),
) -> Iterator[Problem]:
    """Every claim of the section that does not hold, or that protects nothing.

    ``rule`` says what is noise. ``headlines`` are those of the figures that the section shows: a
    claim may protect one, too; None where not all of them can be read.
    """
    if not section.front.claims:
        return
    texts = (section.body, *(headlines or ()))
    sentences = [
        sentence
        for text in texts
        for sentence in all_sentences(text, lambda inside: say(inside, facts))
    ]
    for claim in section.front.claims:
        wanted = as_read(claim.sentence, lambda inside: say(inside, facts))
        sentence = next((one for one in sentences if _plain(wanted) in _plain(one)), None)
        if sentence is None and headlines is not None:
            yield _no_sentence(claim, wanted, texts, facts)
        yield from _look_at(claim, shorten(sentence or wanted), facts, rule)


def _plain(words: str) -> str:
    return words.translate(_PLAIN).casefold()


def _no_sentence(claim: Claim, wanted: str, texts: Sequence[str], facts: Shelf[Fact]) -> Problem:
    """The problem of a claim whose sentence is not there, with the one that is most like it.

    That is shown as it was typed: a copy of it stays right when the figures change.
    """
    typed = {
        as_read(one, lambda inside: say(inside, facts)): as_typed(one)
        for text in texts
        for one in split_sentences(text)
    }
    near = nearest_sentence(wanted, typed)
    mend = CLAIM_SENTENCE.mend
    if near is not None:
        differs = what_was_reworded(wanted, near)
        mend = (
            f'The nearest is "{shorten(typed[near])}" {differs}'.rstrip()
            + " Copy what you mean of it into `sentence`; or delete the claim, if its sentence is "
            "gone."
        )
    message = f'no sentence or headline of the section has the words "{shorten(wanted)}".'
    return Problem(CLAIM_SENTENCE, claim.sentence.at, message, mend)


def _look_at(
    claim: Claim, sentence: str, facts: Shelf[Fact], rule: LittleChange
) -> Iterator[Problem]:
    """What is wrong with what the claim compares."""
    text = claim.must_hold
    try:
        names = names_in(text)
        for name in names:
            if not facts.may_hold(name):
                begin = "Correct the spelling, or define it in strategy/facts.yml."
                mend = suggestion(name, facts.names, begin)
                at = text.place_of(name, is_word=True)
                yield Problem(NAME_UNKNOWN, at, f'"{name}" is not defined.', mend)
        if any(name not in facts.entries for name in names):
            return
        found = evaluate_claim(text, facts.entries)
    except FormulaError as error:
        yield Problem(CLAIM_SHAPE, text.at, f"the claim {error}", error.mend or CLAIM_SHAPE.mend)
        return
    if found.holds:
        if holds_always(text, facts.entries):
            message = f"the claim {' '.join(text.split())} holds whatever the figures are."
            mend = "Compare with a figure that it could break, or delete the claim."
            yield Problem(CLAIM_SHAPE, text.at, message, mend)
        elif told := opposite_of_sentence(claim, facts) or noise_in_claim(claim, facts, rule):
            yield told
        return
    shown = f"{found.shown} ({' '.join(text.split())})"
    why, mend = f"does not hold: {shown}", CLAIM_BROKEN.mend
    if found.hangs_on_unseen:
        why = f"hangs on digits that nobody sees: {shown} is printed as {found.printed}"
        mend = (
            "Print the facts with a digit more (a line such as `decimals: 1` in "
            "strategy/facts.yml), or reword the sentence so that it claims less."
        )
    if found.holds is None:
        why = f"cannot be known, since a figure is {found.status.meaning}: {shown}"
        mend = "Reword the sentence so that it claims nothing of that figure, and delete its claim."
    message = f'what the sentence "{sentence}" claims {why}.'
    yield Problem(CLAIM_BROKEN, text.at, message, mend)
