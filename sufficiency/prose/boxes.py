"""Finds the boxes that authors open with ``:::``, before their text is parted into blocks.

Two are known: the voice box, ``::: {.voice consent="…" by="…"}``, what somebody said, and ``:::``;
and blocks in another language, ``::: {lang=cy}``. A box of any other kind would lose its meaning in
print without a word.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sufficiency.problems import Code, nearest
from sufficiency.prose.languages import LANGUAGE, fault_of_language
from sufficiency.prose.markdown import hide_code

BOX_UNKNOWN = Code(
    "BOX-UNKNOWN",
    "A box that begins with ::: is of a kind that is not known",
    "Its text would be printed as if it stood in no box.",
    'Known is the voice box: ::: {.voice consent="record"}, what was said, and ::: below it. '
    "Text in another language stands below ::: {lang=cy}. Needs are placed with "
    '{{ we_need("id") }}.',
    "::: {.voices}\nI like it here.\n:::",
    mended='::: {.voice consent="survey-14" by="Young person"}\nI like it here.\n:::',
)
BOX_OPEN = Code(
    "BOX-OPEN",
    "A line of ::: opens or closes nothing",
    "Where a box ends could not be told; the rest of the section might stand in it.",
    "Each box begins with a line like ::: {.voice …} and ends with a line of ::: alone. No box "
    "stands within another, in a list or in a quotation.",
    '::: {.voice consent="survey-14"}\nI like it here.',
    mended='::: {.voice consent="survey-14"}\nI like it here.\n:::',
)
VOICE_CONSENT = Code(
    "VOICE-CONSENT",
    "A voice box names no record of consent",
    "What a child, a carer or a care leaver said is printed only with their consent, or that of "
    "the person who may give it.",
    "Write where the consent is kept, by its number and never by a name: ::: {.voice "
    'consent="survey-2019-14"}. It is not printed.',
    "::: {.voice}\nI like it here.\n:::",
    mended='::: {.voice consent="survey-14"}\nI like it here.\n:::',
)
VOICE_SHAPE = Code(
    "VOICE-SHAPE",
    "A voice box is not written as one",
    "Something in it would be lost or come out wrong.",
    'Write ::: {.voice consent="record" by="Young person in foster care"} with straight quotation '
    "marks, below it what was said, in paragraphs, and ::: on a line by itself.",
    "::: {.voice consent=“survey-14”}\nI like it here.\n:::",
    mended='::: {.voice consent="survey-14"}\nI like it here.\n:::',
)

# Colons too few or apart are read as they are meant: what stands below may be somebody's words.
_LINE = re.compile(
    r"^(?P<indent>[ \t>]*)"
    r"(?P<colons>:{3,}|:(?:[ \t]+:)+|:{1,2}(?=[ \t]*(?:\{|\.?voice\b))|::(?=[ \t]*$))"
    r"(?P<rest>.*)$",
    re.MULTILINE,
)
_ATTRIBUTE = re.compile(
    r"""\s*(?:(?P<mark>[.#])(?P<name>[\w-]+)|(?P<key>[\w-]+)=(?:"(?P<value>[^"]*)"|(?P<bare>[\w-]+)))"""
)
_LIKE_A_VOICE = re.compile(r"voi|cons|said|quot|\bby\b", re.IGNORECASE)
_KNOWN = ("voice",)
_KEYS = ("consent", "by")
_LANGUAGE_KEY = "lang"


@dataclass(frozen=True)
class BoxFault:
    """What is wrong with a line of ``:::``; ``offset`` is its place in the text."""

    code: Code
    offset: int
    message: str
    mend: str


@dataclass(frozen=True)
class Stretch:
    """A stretch of a section from ``start`` to ``end``; a voice box has the offset of its line,
    and text in another language than English that language's code.

    ``by`` is who said it, with its place: a role, never a name. ``may_be_shown`` is False where
    words may be somebody's who has not agreed: not even a draft prints those.
    """

    start: int
    end: int
    voice: int | None = None
    by: tuple[str, int] | None = None
    may_be_shown: bool = True
    language: str | None = None


@dataclass(frozen=True)
class _Opening:
    offset: int
    is_voice: bool
    by: tuple[str, int] | None
    may_be_shown: bool
    language: str | None


def part_boxes(text: str) -> tuple[list[Stretch], list[BoxFault]]:
    """The text's stretches in and between voice boxes, without the lines that open and close them.

    ``text`` has its comments hidden.
    """
    stretches: list[Stretch] = []
    faults: list[BoxFault] = []
    start = 0
    opened: _Opening | None = None
    for line in _LINE.finditer(hide_code(text)):
        at = line.start("colons")
        is_closing = not line["rest"].strip(" \t:")
        stretches.append(_stretch(start, line.start(), opened))
        start = line.end()
        if line["indent"].strip(" ") or len(line["indent"]) > 3:
            message = "a box cannot begin or end in a list or a quotation."
            faults.append(BoxFault(BOX_OPEN, at, message, "Begin its line in the first column."))
        if is_closing:
            faults += _colon_faults(line, "ends")
            if opened is None:
                faults.append(_fault(BOX_OPEN, at, "no box is open that these ::: could close."))
            opened = None
            continue
        if opened is not None:
            faults.append(
                _fault(BOX_OPEN, opened.offset, "this box is not closed before the next.")
            )
        opened, found = _open(line, text)
        faults += found
    if opened is not None:
        faults.append(_fault(BOX_OPEN, opened.offset, "this box is never closed."))
    may_be_shown = opened is None or opened.may_be_shown
    stretches.append(Stretch(start, len(text), may_be_shown=may_be_shown))
    return stretches, faults


def _stretch(start: int, end: int, opened: _Opening | None) -> Stretch:
    if opened is None:
        return Stretch(start, end)
    voice = opened.offset if opened.is_voice else None
    return Stretch(start, end, voice, opened.by, opened.may_be_shown, opened.language)


def _fault(code: Code, offset: int, message: str) -> BoxFault:
    return BoxFault(code, offset, message, code.mend)


def _colon_faults(line: re.Match[str], what: str) -> Iterator[BoxFault]:
    """What is wrong with colons that are too few or stand apart."""
    if not line["colons"].startswith(":::"):
        at = line.start("colons")
        yield BoxFault(VOICE_SHAPE, at, f"a box {what} with three colons.", "Write :::.")


def _open(line: re.Match[str], text: str) -> tuple[_Opening, list[BoxFault]]:
    """The box that a line opens."""
    at, first = line.start("colons"), line.start("rest")
    rest = text[first : line.end("rest")].rstrip(" \t:")
    word = re.fullmatch(r"\s*([\w-]+)", rest)
    inside = re.fullmatch(r"(\s*\{)(.*)\}", rest)
    faults: list[BoxFault] = []
    kinds: list[str] = [word[1]] if word else []
    given: dict[str, tuple[str, int]] = {}
    faults += _colon_faults(line, "begins")
    if inside:
        kinds, given, is_read = _attributes(inside[2], first + len(inside[1]))
        if not is_read:
            faults.append(_fault(VOICE_SHAPE, at, "this line cannot be read."))
    elif not word:
        faults.append(_fault(VOICE_SHAPE, at, "this line cannot be read."))
    is_voice = kinds == ["voice"]
    is_language = not kinds and list(given) == [_LANGUAGE_KEY]
    if not faults:
        if is_voice:
            faults += _voice_faults(given, at)
        else:
            faults += _language_faults(given) if is_language else _kind_faults(kinds, given, at)
    may_be_shown = not faults or _LIKE_A_VOICE.search(rest) is None
    language = given[_LANGUAGE_KEY][0] if is_language and not faults else None
    return _Opening(at, is_voice, given.get("by"), may_be_shown, language), faults


def _attributes(inside: str, offset: int) -> tuple[list[str], dict[str, tuple[str, int]], bool]:
    """Classes; values with their places, by key; and whether all of it was understood."""
    kinds: list[str] = []
    given: dict[str, tuple[str, int]] = {}
    end = 0
    while found := _ATTRIBUTE.match(inside, end):
        end = found.end()
        if found["mark"]:
            kinds.append(found["name"] if found["mark"] == "." else f"#{found['name']}")
        else:
            field = "bare" if found["bare"] else "value"
            given[found["key"]] = (found[field], offset + found.start(field))
    return kinds, given, not inside[end:].strip()


def _language_faults(given: Mapping[str, tuple[str, int]]) -> Iterator[BoxFault]:
    code, at = given[_LANGUAGE_KEY]
    if fault := fault_of_language(code):
        yield BoxFault(LANGUAGE, at, *fault)


def _kind_faults(
    kinds: list[str], given: Mapping[str, tuple[str, int]], at: int
) -> Iterator[BoxFault]:
    if not kinds and any(nearest(key, [_LANGUAGE_KEY]) for key in given):
        yield _fault(LANGUAGE, at, "this line does not say in which language the words are.")
        return
    for kind in [kind for kind in kinds if kind not in _KNOWN] or [""]:
        near = nearest(kind, _KNOWN)
        mend = f'Did you mean "{near}"?' if near else BOX_UNKNOWN.mend
        what = (
            f'a box "{kind}" is not known.' if kind else "the box does not say of which kind it is."
        )
        yield BoxFault(BOX_UNKNOWN, at, what, mend)


def _voice_faults(given: dict[str, tuple[str, int]], at: int) -> Iterator[BoxFault]:
    unknown = [key for key in given if key not in _KEYS]
    for key in unknown:
        near = nearest(key, _KEYS)
        mend = f'Did you mean "{near}"?' if near else VOICE_SHAPE.mend
        if key == _LANGUAGE_KEY:
            mend = "Mark the words within the box: [Dw i'n hapus yma.]{lang=cy}"
        yield BoxFault(VOICE_SHAPE, at, f'a voice box has no "{key}".', mend)
    is_misspelt = any(nearest(key, _KEYS) == "consent" for key in unknown)
    if not given.get("consent", ("", 0))[0].strip() and not is_misspelt:
        yield _fault(VOICE_CONSENT, at, "this voice box names no record of consent.")
