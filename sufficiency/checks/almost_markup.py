"""A rule of signs that are almost Markdown: readers would see them, and not what they were for.

Only sections are looked at, since texts of the YAML are shown as they are typed. What may be meant
as it stands, such as one line that begins with a hyphen, is let be.
"""

import re
from collections.abc import Callable, Iterator

from sufficiency.content import Content, Section
from sufficiency.problems import Code, Problem, Severity
from sufficiency.prose.markdown import PARAGRAPH, hide_code

MARKUP_ALMOST = Code(
    "MARKUP-ALMOST",
    "Signs are almost Markdown, and would be printed",
    "A list becomes one long sentence, a heading a line with ## before it.",
    "Write it as docs/for-authors.md shows it. If the signs are meant as text, put a backslash "
    "before the first.",
    "We need:\n- carers near home\n- carers for weekends",
    Severity.WARNING,
    mended="We need:\n\n- carers near home\n- carers for weekends",
)
# Names of facts and addresses are no text.
_NO_TEXT = re.compile(r"\{\{(?:(?!\{\{).)*?\}\}|<https?:[^<>\s]*>", re.DOTALL)
_ITEM = re.compile(r"^ {0,3}(?:[-*+]|\d{1,2}[.)])[ \t]+(?=\S)", re.MULTILINE)
_ITEM_WITHOUT_SPACE = re.compile(
    r"^ {0,3}(?:-|\+|\*(?![^*\n]*\*)|\d[.)])(?=[A-Za-z])", re.MULTILINE
)
# What comes along when a list is pasted from Word.
_BULLET = re.compile(r"^[ \t]*[•·▪●◦‣](?=\s*\S)", re.MULTILINE)
_ROW = re.compile(r"^ {0,3}\|.*\|[ \t]*$", re.MULTILINE)
_RULER = re.compile(r"^(?=[^\n-]*-)[ \t|:+=-]+$", re.MULTILINE)
# Paragraphs that are lists, quotations, tables, notes or boxes already.
_NO_PROSE = re.compile(r"[ \t]|[-*+][ \t]|\d+[.)][ \t]|[>|:]|\[\^")
_BOLD = re.compile(r"(?<![\\*])\*\*(?!\*)")

_Mend = Callable[[re.Match[str]], tuple[str, str]]


def _always(message: str, mend: str) -> _Mend:
    return lambda found: (message, mend)


# All of @section-costs, @ sec-costs and @sec costs; @Sec-costs and @SEC-costs are read elsewhere.
_REFERENCE = re.compile(
    r"(?<![\w.\\@])@(?!(?i:sec|fig|tbl)-)[ \t]?"
    r"(?P<kind>(?i:sec|section|chapter|fig|figure|tbl|tab|table))[-_:. ](?P<id>[a-zA-Z][\w-]*)"
)
_KINDS = {"sec": "sec", "section": "sec", "chapter": "sec", "fig": "fig", "figure": "fig"}
_KINDS |= {"tbl": "tbl", "tab": "tbl", "table": "tbl"}


def _reference(found: re.Match[str]) -> tuple[str, str]:
    kind = _KINDS[found["kind"].lower()]
    message = f'"{found[0]}" is not a cross-reference, and would be printed.'
    return message, f"Write @{kind}-{found['id'].lower()}."


_SIGNS: tuple[tuple[re.Pattern[str], _Mend], ...] = (
    (
        re.compile(r"^#{2,6}(?=[^\s#])", re.MULTILINE),
        _always(
            "this is no heading: no space stands behind its signs.",
            "Write one, as in ## What carers say.",
        ),
    ),
    (
        re.compile(r"\[[^\[\]\n]+\][ \t]+\((?=https?:|mailto:|#)"),
        _always("a space parts these words from their address.", "Write ]( without a space."),
    ),
    (
        re.compile(r"\([^()\n]+\)\[(?=https?:|mailto:)"),
        _always(
            "this is no link: its brackets are changed round.",
            "Write [words](https://address).",
        ),
    ),
    (
        re.compile(r"\]\([^\s()]+[ \t]+[“”„‘’][^()\n]*\)"),
        _always(
            "the title of this link stands in curly quotation marks, and is taken for its address.",
            'Type them anew as straight ones, ", or delete the title.',
        ),
    ),
    (_REFERENCE, _reference),
    (
        re.compile(r"(?<!\S)\*\*[ \t]+\S[^*\n]*?[ \t]\*\*(?!\S)"),
        _always("spaces stand between ** and the words.", "Write **words** without them."),
    ),
    (
        re.compile(r"(?<![\\\w])\\(?:newpage|pagebreak|clearpage|noindent|hfill)\b"),
        _always("this command is not known here.", "Delete it: templates lay out the pages."),
    ),
    (
        re.compile(r"(?<![=\w])==(?=[^\s=])[^=\n]+(?<=\S)==(?![=\w])"),
        _always("== marks nothing here.", "Write **words** for what is important."),
    ),
    (
        re.compile(r"(?<=[^\s>:])[ \t]*+:{3,}+[ \t]*+\{?[ \t]*+\.?voice\b[^\n]*"),
        _always(
            "a box begins in the middle of a line, and is none.",
            "Begin a line with its :::.",
        ),
    ),
)


def check_almost_markup(content: Content) -> Iterator[Problem]:
    """Each place of a section where signs are almost Markdown."""
    for section in content.sections.entries.values():
        yield from _check(section)


def _check(section: Section) -> Iterator[Problem]:
    body = _NO_TEXT.sub(lambda found: re.sub(r"[^\n]", "x", found[0]), hide_code(section.body))
    for pattern, say in _SIGNS:
        for found in pattern.finditer(body):
            start = found.end() - len(found[0].lstrip())
            yield Problem(MARKUP_ALMOST, section.body.place_at(start), *say(found))
    for paragraph in PARAGRAPH.finditer(body):
        for start, message, mend in _in_paragraph(body, paragraph):
            yield Problem(MARKUP_ALMOST, section.body.place_at(start), message, mend)


def _in_paragraph(body: str, paragraph: re.Match[str]) -> Iterator[tuple[int, str, str]]:
    """What is almost a list, a table or bold, in a run of lines that are not blank."""
    first, last = _below_headings(paragraph), paragraph.end()
    glued = list(_ITEM_WITHOUT_SPACE.finditer(body, first, last))
    if len(glued) > 1 or (glued and _ITEM.search(body, first, last)):
        message = "no space stands behind the sign that begins this line: it makes no list."
        yield glued[0].start(), message, "Write a space behind each such sign."
    elif not _NO_PROSE.match(body, first):
        items = list(_ITEM.finditer(body, first, last))
        if len(items) > 1 or (items and body[first : items[0].start()].rstrip().endswith(":")):
            message = "no blank line stands above this list: its lines would run on."
            yield items[0].start(), message, "Leave a line blank above its first."
    bullet = _BULLET.search(body, first, last)
    if bullet:
        message = "this sign makes no list: its lines would run on."
        mend = "Begin each with a hyphen and a space, and leave a line blank above the first."
        yield bullet.end() - 1, message, mend
    rows = list(_ROW.finditer(body, first, last))
    if len(rows) > 1 and not _RULER.search(body, first, last):
        columns = len(rows[0][0].strip().strip("|").split("|"))
        message = "these lines are no table: nothing parts the headings from the rows."
        yield rows[0].start(), message, f"Below the headings write {'|---' * columns}|."
    bold = list(_BOLD.finditer(body, first, last))
    if len(bold) % 2:
        message = "a ** in this paragraph opens or closes nothing, and would be printed."
        yield bold[-1].start(), message, "Write ** before the words and behind them."


def _below_headings(paragraph: re.Match[str]) -> int:
    """Where a run of lines goes on below the headings that it begins with."""
    headings = re.match(r"(?:#[^\n]*(?:\n|\Z))*", paragraph[0])
    return paragraph.start() + (headings.end() if headings else 0)
