"""Signs in a text that are almost an expression, a stated figure or a promise.

They would be printed as they stand, and what was meant by them be lost.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sufficiency.content import Shelf
from sufficiency.facts import Fact
from sufficiency.problems import Code, nearest
from sufficiency.prose.expressions import EXPRESSION_SYNTAX, would_be_read
from sufficiency.prose.languages import ends_of_languages

STATED_SHAPE = Code(
    "STATED-SHAPE",
    "A stated figure is not written as one",
    "The number would be printed and its source be lost.",
    'Write it like [196 children]{source="id"}, with straight quotation marks and no {{ }} between '
    "the square brackets; a commitment like [every 6 weeks]{.commitment}; a note to yourself like "
    "[ask the registrar]{.todo}; words in another language like [Croeso]{lang=cy}.",
    "We had [196 enquiries]{source=“register”}.",
    mended='We had [196 enquiries]{source="register"}.',
)

QUOTED = re.compile(r"\[(?P<text>[^\[\]]+)\]\{(?:source=\"(?P<source>[^\"}]*)\"|\.commitment)\}")
"""A stated figure, or a commitment."""

# {#sec-costs .unnumbered} is the name of a heading, a table or words, and no remark.
_ATTRIBUTE = r"[.#][\w:.-]+|[\w:-]+=(?:\"[^\"\n]*\"|[^\s\"{}#]+)|-"
_NAMES = rf"\{{#[\w:.-]+(?:[ \t]+(?:{_ATTRIBUTE}))*[ \t]*\}}"
_REMARK = rf"(?!{_NAMES})\{{#"
_STRAY = re.compile(
    r"\{%(?:(?!\{%).)*?%\}|\{%|%\}|\{\{(?!<)|(?<!>)\}\}"
    rf"|{_REMARK}(?:(?!{_REMARK}).)*?#\}}|{_REMARK}#?|#?#\}}",
    re.DOTALL,
)
# Braces that are too few or stand apart, and square brackets that look like braces.
_BRACES = re.compile(
    r"(?<![\\{\]])\{(?:[ \t]+\{)?(?P<braces>[^{}\[\]]+)\}(?:[ \t]+\})?(?!\})"
    r"|(?<!\\)\[\[(?P<brackets>[^{}\[\]]+)\]\]"
)
# Brackets with an attribute have no other meaning here: a misspelt one would lose its source.
_MEANT = re.compile(r"\]\{(?P<mark>(?:(?!\]\{)[^}\n])*)\}")
_MARKS = (".commitment", ".todo", "lang=cy")
_SOURCE = re.compile(r"\s*source\s*=\s*[\"'“”„‘’]?(?P<id>[\w-]+)[\"'“”„‘’]?\s*")
# A mark that no closing bracket stands before, with what it was probably meant for.
_APART = re.compile(
    r"(?P<before>\[(?P<words>[^\[\]]+)\]\s+)?(?<![\]`\\])"
    r"\{[ \t]*(?P<mark>\.(?P<class>\w+)|(?:source|lang)[ \t]*=[ \t]*[\w\"'“”„‘’-]+)[ \t]*\}"
)
_QUOTATION = re.compile("[\"'“”„‘’]")
_OPEN = re.compile(
    r"(?<=\])\{[ \t]*(?:\.(?:commitment|todo)\b|(?:source|lang)[ \t]*=)[^{}\n]*$", re.M
)


@dataclass(frozen=True)
class Almost:
    """Signs that are almost something: where they begin, what is wrong and how to mend it."""

    code: Code
    start: int
    signs: str
    message: str
    mend: str


def find_almost(piece: str, facts: Shelf[Fact]) -> Iterator[Almost]:
    """What is almost something, in a stretch of a text that has no expressions."""
    for stray in _STRAY.finditer(piece):
        yield Almost(EXPRESSION_SYNTAX, stray.start(), stray[0], *_what_strays(stray[0]))
    for almost in _BRACES.finditer(piece):
        inside = _one_line(almost["braces"] or almost["brackets"])
        if would_be_read(inside, facts):
            message = f'"{_one_line(almost[0])}" would be printed as it stands, signs and all.'
            mend = f"Write {{{{ {inside} }}}}."
            yield Almost(EXPRESSION_SYNTAX, almost.start(), almost[0], message, mend)
    yield from _unread_marks(piece)
    yield from _marks_apart(piece)


def _what_strays(signs: str) -> tuple[str, str]:
    """What is wrong with signs that belong to no expression, and how to mend it."""
    if signs.startswith("{%") or signs == "%}":
        return "statements between {% and %} cannot be used.", EXPRESSION_SYNTAX.mend
    if signs == "{##":
        return "a remark begins here that never ends.", "Write ##} at its end."
    if signs == "##}":
        return "a remark ends here that never began.", "Write {## at its beginning, or delete it."
    if "#" in signs:
        message = "a remark begins with {## and ends with ##}; readers would see this one."
        return message, "Write it so, {## like this ##}, or delete it."
    what = "opens here and is not closed" if signs == "{{" else "closes nothing here"
    return f'"{signs}" {what}.', "Write two braces on either side, as in {{ fact_name }}."


def _unread_marks(piece: str) -> Iterator[Almost]:
    """Marks behind a bracket that mean nothing, or do not end."""
    read = {found.end() for found in QUOTED.finditer(piece)} | ends_of_languages(piece)
    for meant in _MEANT.finditer(piece):
        if meant.end() in read:
            continue
        message = f'what stands in "{{{meant["mark"]}}}" behind these words cannot be read.'
        mend = _mend_mark(meant["mark"])
        if "[" not in piece[: meant.start()]:  # an expression stands before it
            mend = (
                "A fact brings its own source: write {{ its_name }} without the square brackets "
                "and what stands behind them."
            )
        yield Almost(STATED_SHAPE, meant.start(), meant[0], message, mend)
    for found in _OPEN.finditer(piece):
        message = f'"{_one_line(found[0])}" is not closed, and would be printed.'
        yield Almost(STATED_SHAPE, found.start(), found[0], message, "Write } behind it.")


def _mend_mark(mark: str) -> str:
    source = _SOURCE.fullmatch(mark)
    if source:
        written = f'{{source="{source["id"]}"}}'
        return f"Write {written}, with straight quotation marks and without spaces."
    near = nearest(mark, _MARKS)
    return f'Did you mean "{{{near}}}"?' if near else STATED_SHAPE.mend


def _marks_apart(piece: str) -> Iterator[Almost]:
    """Marks that do not stand directly behind the bracket that closes their words."""
    for found in _APART.finditer(piece):
        mark = found["mark"]
        if found["class"]:
            near = nearest(mark, (".commitment", ".todo"))
            if near is None:
                continue  # {.unnumbered} of a heading
            mark = near
        elif not found["before"] and not _QUOTATION.search(mark):
            continue  # somebody's own braces
        elif source := _SOURCE.fullmatch(mark):
            mark = f'source="{source["id"]}"'
        start = found.start() + len(found["before"] or "")
        signs = found[0][len(found["before"] or "") :]
        message = (
            f'"{signs}" does not stand directly behind a square bracket, and would be printed.'
        )
        words = _one_line(found["words"] or "the words")
        mend = f"Write [{words}]{{{mark}}}, without a space between ] and {{."
        yield Almost(STATED_SHAPE, start, signs, message, mend)


def _one_line(text: str) -> str:
    return " ".join(text.split())
