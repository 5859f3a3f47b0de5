"""Words in another language than English, so that they are said and set as what they are.

``[Croeso]{lang=cy}`` in a text, ``::: {lang=cy}`` around blocks. Which languages are written from
right to left is known to ``templates/filters/languages.lua``.
"""

import re
from collections.abc import Callable, Iterator

from sufficiency.problems import Code, Location, Problem, nearest
from sufficiency.prose.markdown import Markdown, escape_markdown

LANGUAGE = Code(
    "LANGUAGE-CODE",
    "Words in another language do not say in which",
    "A screen reader would say them with an English voice, and what is written from right to left "
    "might come out in the wrong order.",
    "Write [Croeso]{lang=cy}, or ::: {lang=cy} above several paragraphs and ::: below them: two or "
    'three letters for the language, as in "ar", "pl" or "ur", and nothing else between { and }.',
    "[Croeso]{lang=welsh} to our strategy.",
    mended="[Croeso]{lang=cy} to our strategy.",
)

# ISO 639-1. Of the thousands that have three letters only the shape is asked.
_TWO_LETTERS = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da "
    "de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy "
    "hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg "
    "li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or "
    "os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta "
    "te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)
# What may be written in place of a code; the languages that children and carers speak most.
_NAMES = {
    "albanian": "sq", "amharic": "am", "arabic": "ar", "bengali": "bn", "chinese": "zh",
    "cymraeg": "cy", "dari": "prs", "farsi": "fa", "french": "fr", "german": "de", "gujarati": "gu",
    "hebrew": "he", "hindi": "hi", "irish": "ga", "italian": "it", "kurdish": "ku", "pashto": "ps",
    "persian": "fa", "polish": "pl", "portuguese": "pt", "punjabi": "pa", "romanian": "ro",
    "russian": "ru", "somali": "so", "sorani": "ckb", "spanish": "es", "tamil": "ta",
    "tigrinya": "ti", "turkish": "tr", "ukrainian": "uk", "urdu": "ur", "vietnamese": "vi",
    "welsh": "cy",
}  # fmt: skip
# BCP 47: a language, a script, a region, variants.
_SHAPE = re.compile(
    r"(?P<language>[a-zA-Z]{2,3})(?:-[a-zA-Z]{4})?(?:-(?:[a-zA-Z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-zA-Z0-9]{5,8}|[0-9][a-zA-Z0-9]{3}))*"
)
# All that is meant as a language; what is written right stands in "code".
_MARK = re.compile(
    r"\]\{(?P<inside>[ \t]*(?:lang|language)[ \t]*=(?:(?!\]\{)[^}\n])*)\}", re.IGNORECASE
)
_WRITTEN_RIGHT = re.compile(r"lang=(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>[\w-]+))")
_WHOLE = re.compile(r"\[(?P<words>[^\[\]]+)\](?P<mark>\{lang=(?:\"[\w-]+\"|[\w-]+)\})")
_IN_MARKDOWN = re.compile(r"(?<!\\)\[((?:\\.|[^\[\]\\])*)\]\{lang=(?:\"[\w-]+\"|[\w-]+)\}")
_HEADING = re.compile(
    r"(?P<signs>#+[ \t]+)(?P<words>.*?)(?P<rest>(?:[ \t]+\{[#.][^{}\n]*\})?[ \t]*)"
)


def fault_of_language(code: str) -> tuple[str, str] | None:
    """What is wrong with the code of a language, and how to mend it; None where nothing is."""
    shape = _SHAPE.fullmatch(code)
    if shape and (len(shape["language"]) > 2 or shape["language"].lower() in _TWO_LETTERS):
        return None
    name = nearest(code, _NAMES)
    mend = f"Did you mean {{lang={_NAMES[name]}}}?" if name else LANGUAGE.mend
    return f'"{code}" is the code of no language.', mend


def ends_of_languages(text: str) -> set[int]:
    """Where the marks of languages end in a text, even those with a fault."""
    return {found.end() for found in _MARK.finditer(text)}


def tell_languages(text: str, place: Callable[[int, str], Location]) -> Iterator[Problem]:
    """A problem for each mark of a language that is not written as one."""
    for mark in _MARK.finditer(text):
        written = _WRITTEN_RIGHT.fullmatch(mark["inside"])
        if written:
            fault = fault_of_language(written["quoted"] or written["bare"] or "")
        else:
            message = f'"{{{mark["inside"]}}}" cannot be read as the language of these words.'
            fault = message, LANGUAGE.mend
        if fault:
            yield Problem(LANGUAGE, place(mark.start("inside"), mark["inside"]), *fault)


def escape_around_languages(text: str) -> Markdown:
    """The text escaped, but for the brackets around words in another language."""
    pieces: list[str] = []
    end = 0
    for found in _WHOLE.finditer(text):
        pieces.append(escape_markdown(text[end : found.start()]))
        pieces.append(f"[{escape_markdown(found['words'])}]{found['mark']}")
        end = found.end()
    return Markdown("".join([*pieces, escape_markdown(text[end:])]))


def without_languages(text: str) -> str:
    """Markdown without the marks of languages, for where they have no meaning."""
    return _IN_MARKDOWN.sub(r"\1", text)


def in_language(block: str, language: str | None) -> Markdown:
    """A block's Markdown, marked as being in a language.

    A heading's words are marked and not its line: a chapter is more than its heading.
    """
    if language is None:
        return Markdown(block)
    heading = _HEADING.fullmatch(block)
    if heading:
        words = f'[{heading["words"]}]{{lang="{language}"}}'
        return Markdown(f"{heading['signs']}{words}{heading['rest']}")
    return Markdown(f'::: {{lang="{language}"}}\n\n{block}\n\n:::')
