"""Code in which nothing can be markup, however the text around it is read.

``hide_code`` of ``markdown`` finds all that looks like code. Where raw HTML is to be found that is
too much: a mark in a heading, a table or a link may open code here and none in pandoc.
"""

import re

from sufficiency.prose.markdown import PARAGRAPH

_FENCED = re.compile(
    r"(?:\A|(?<=\n\n))(?P<fence>`{3,}|~{3,})[ \t]*[\w-]*\n"
    r"(?:(?![ \t]*(?:`{3}|~{3})).*\n)*?(?P=fence)[ \t]*$",
    re.MULTILINE,
)
_SPAN = re.compile(r"(?<![`\\])(?P<ticks>`+)[^`\n]+(?P=ticks)(?!`)")
# A comment is taken out before pandoc reads, and a table's rules part what stands on one line.
_UNSURE = re.compile(r"\{##|`{3}|~{3}|^[ \t>|+:=]*-[-+=:| \t]*$", re.MULTILINE)
_MARKUP = re.compile(r"[\[\]<{}|\\`]")


def hide_plain_code(text: str) -> str:
    """The text with such code blanked out: every other sign keeps its place and line.

    Hidden are fenced blocks at the left edge below a blank line, if the text has no others, and
    code within one line of a paragraph that has no brackets, tags or other marks besides.
    """
    shown = _FENCED.sub(_blank, text)
    return text if _UNSURE.search(shown) or "{##" in text else PARAGRAPH.sub(_hide_spans, shown)


def _hide_spans(paragraph: re.Match[str]) -> str:
    shown = _SPAN.sub(_blank, paragraph[0])
    return paragraph[0] if _MARKUP.search(shown) else shown


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"\S", "c", found[0])
