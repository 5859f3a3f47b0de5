"""Markup that may not stand in a section, since it reaches out of the strategy.

Raw HTML would make the three formats differ; executable cells and Quarto's shortcodes can read
the machine that builds; a picture by path or address would embed what is not the council's.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from sufficiency.problems import Code, Problem, nearest
from sufficiency.prose.markdown import hide_code, split_chunks
from sufficiency.prose.piles import find_piles
from sufficiency.prose.plain_code import hide_plain_code
from sufficiency.sources import Text

MARKUP_REFUSED = Code(
    "MARKUP-REFUSED",
    "Markup stands in the text that cannot be used here",
    "It would show in one format and not in the others, or reach out to the computer that "
    "builds the strategy.",
    "Write it in Markdown. If the signs are meant as text, put a backslash before the first.",
    "This is <b>important</b>.",
    mended="This is **important**.",
)

_PICTURE = re.compile(r"!\[(?:(?!!\[)[^\]])*\](?:\((?P<file>[^)]*)\)?|\[[^\]]*\]?)?")
_MAIL = re.compile(r"(?<!\]\()<(?P<address>[^<>\s@:]+@[^<>\s@]+)>")
_ITEM = r"(?:>[ \t]*|(?:[-*+]|\(?\w{1,9}[.)])[ \t]+)"
# What stands before an address is never given back, or the address would begin with it.
_NO_WEB = r"<?+(?!(?i:https?://|mailto:|tel:)|#)"
_NO_WEB_PAGE = "a link that leads to no web page"
_BEGIN_WITH_HTTPS = (
    "Begin its address with https://, or use a cross-reference such as @sec-fostering."
)
# From the widest to the narrowest: what stands inside one that was found is not told again.
_REFUSED = (
    (re.compile(r"\{\{<(?:(?!\{\{<).)*?>\}\}", re.DOTALL), "a shortcode", "Delete it."),
    (
        re.compile(
            r"^[ \t>]*(`{3,}|~{3,})[ \t]*\{?=.*?(?:^[ \t>]*\1|\Z)", re.MULTILINE | re.DOTALL
        ),
        "raw markup",
        "Write it in Markdown.",
    ),
    (
        re.compile(r"^[ \t>]*(`{3,}|~{3,})[ \t]*\{.*?(?:^[ \t>]*\1|\Z)", re.MULTILINE | re.DOTALL),
        "a cell that would be run",
        "Delete it.",
    ),
    (re.compile(r"`[^`\n]*`\{=[^}\n]*\}?"), "raw markup", "Write it in Markdown."),
    (re.compile(r"`\{[a-zA-Z]\w*\}[^`\n]*`"), "a cell that would be run", "Delete it."),
    (
        # pandoc reads what follows such a line as settings of the whole document.
        re.compile(r"^[ \t>]*-{3}[ \t]*$", re.MULTILINE),
        "a line of three hyphens",
        "For a line across the page write * * *; for a heading begin its line with ##.",
    ),
    # What no author writes, and keeps pandoc at work for hours.
    (re.compile(r"\S{2001,}"), "a word of more than 2,000 signs", "Part it with spaces."),
    (
        re.compile(rf"^[ \t]*{_ITEM}{{10,}}|^(?:[ \t]*>)*[ \t]{{60,}}{_ITEM}", re.MULTILINE),
        "a list or quotation within ten others",
        "Begin it further to the left.",
    ),
)
# None of these is markup in code. Those above are: Quarto looks for them in code, too.
_REFUSED_OUTSIDE_CODE = (
    (_MAIL, "a mail address between < and >", "Write it as a link."),
    (
        re.compile(r"<!--(?:(?!-->)[^<])*(?:-->)?"),
        "a remark of HTML",
        "Write {## your remark ##}: it is not printed.",
    ),
    (
        re.compile(r"(?<!\]\()<(?=[a-zA-Z/!?])(?!(?i:https?://|mailto:))[^<>]*>"),
        "HTML",
        "Write it in Markdown.",
    ),
    (
        _PICTURE,
        "a picture",
        'List it in strategy/pictures.yml and place it with {{ picture("id") }}; place a chart '
        'with {{ figure("id") }}.',
    ),
    (re.compile(r"\]\(\s*+" + _NO_WEB + r"[^)\s]*"), _NO_WEB_PAGE, _BEGIN_WITH_HTTPS),
    (
        re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:\s*+" + _NO_WEB + r"\S+", re.MULTILINE),
        _NO_WEB_PAGE,
        _BEGIN_WITH_HTTPS,
    ),
    (
        re.compile(r"^#{1,6}[ \t]*$", re.MULTILINE),
        "a heading without words",
        "Write the heading behind the signs, or delete them.",
    ),
)
_LONGEST_PARAGRAPH = 20_000


def refused_markup(body: Text, pictures: Mapping[str, str]) -> list[Problem]:
    """Each place in a section's text where markup stands that may not.

    ``pictures`` are the files of pictures.yml by id, to offer the one that is meant.
    """
    problems = list(_too_much(body))
    told = bytearray(len(body))
    outside_code = hide_plain_code(body)
    for pattern, what, mend in (*_REFUSED, *_REFUSED_OUTSIDE_CODE):
        is_anywhere = (pattern, what, mend) in _REFUSED
        for found in pattern.finditer(body if is_anywhere else outside_code):
            start = found.end() - len(found[0].lstrip())
            if told[start] or (start and body[start - 1] == "\\"):
                continue
            told[found.start() : found.end()] = b"x" * len(found[0])
            at = body.place_at(start)
            offer = _offer(found, pictures) if pattern is _PICTURE else None
            if pattern is _MAIL:
                offer = "Write [{0}](mailto:{0}).".format(found["address"])
            problems.append(Problem(MARKUP_REFUSED, at, f"{what} stands here.", offer or mend))
    return problems


def _too_much(body: Text) -> Iterator[Problem]:
    """Paragraphs and lists that are too long, or in which more stands open than pandoc can pair."""
    for chunk in split_chunks(body):
        if len(chunk.text) > _LONGEST_PARAGRAPH:
            message = f"a paragraph or list of {len(chunk.text):,} characters begins here."
            mend = f"Make several of it; {_LONGEST_PARAGRAPH:,} characters are the most."
            yield Problem(MARKUP_REFUSED, body.place_at(chunk.offset), message, mend)
    for pile in find_piles(hide_code(body)):
        message = f"more than {pile.most} {pile.kind} are opened here before one is closed."
        mend = "Close them, or put a backslash before each that opens nothing."
        yield Problem(MARKUP_REFUSED, body.place_at(pile.offset), message, mend)


def _offer(found: re.Match[str], pictures: Mapping[str, str]) -> str | None:
    """How to place the picture that is probably meant; None where none is like it."""
    words = (found["file"] or "").split()
    name = PurePosixPath(words[0].replace("\\", "/")).name if words else ""
    by_file = {PurePosixPath(file).name: id for id, file in pictures.items()}
    near = nearest(name, by_file)
    return (
        f'Did you mean {{{{ picture("{by_file[near]}") }}}}, on a line by itself?' if near else None
    )
