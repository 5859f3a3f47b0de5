"""Which sentence of a text is most like given words, and in what words the two differ."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from sufficiency.problems import nearest

_MOST = 3
_MARKS = ".,;:!?\"'“”‘’()"


def nearest_sentence(wanted: str, sentences: Iterable[str]) -> str | None:
    """The sentence in which so many words follow each other that are most like the wanted ones."""
    length = len(wanted.split())
    held = {part: one for one in sentences for part in _stretches(one, length)}
    near = nearest(wanted, held)
    return held[near] if near is not None else None


def _stretches(sentence: str, length: int) -> Iterator[str]:
    """Every so many words of a sentence that follow each other; all of them where it has fewer."""
    words = sentence.split()
    for first in range(max(1, len(words) - length + 1)):
        yield " ".join(words[first : first + length])


@dataclass(frozen=True)
class _Words:
    """A run of words as they were typed, and without capitals and marks beside them."""

    typed: list[str]

    @property
    def plain(self) -> list[str]:
        return [word.strip(_MARKS).casefold() or word for word in self.typed]


def what_was_reworded(wanted: str, sentence: str) -> str:
    """In what words a sentence differs from the wanted ones, for a message; "" where in too many.

    'It has "children" for "kids", and "own" besides.' What stands before and behind the wanted
    words is no difference.
    """
    one, other = _Words(wanted.split()), _Words(sentence.split())
    matcher = SequenceMatcher(None, one.plain, other.plain, autojunk=False)
    steps = list(matcher.get_opcodes())
    if steps and steps[0][0] == "insert":
        steps.pop(0)
    if steps and steps[-1][0] == "insert":
        steps.pop()
    said = []
    for kind, i, j, k, m in steps:
        # Before the words that were wanted, and behind them, goes on the rest of the sentence.
        if kind == "replace" and i == 0:
            k = max(k, m - (j - i))
        elif kind == "replace" and j == len(one.typed):
            m = min(m, k + (j - i))
        if kind != "equal":
            said.append(_say(kind, " ".join(one.typed[i:j]), " ".join(other.typed[k:m])))
    if not said:
        return "Only its punctuation differs." if wanted not in sentence else ""
    return f"It has {', and '.join(said)}." if len(said) <= _MOST else ""


def _say(kind: str, given: str, there: str) -> str:
    if kind == "insert":
        return f'"{there}" besides'
    return f'"{there}" for "{given}"' if kind == "replace" else f'no "{given}"'
