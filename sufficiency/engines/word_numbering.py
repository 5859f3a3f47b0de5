"""The lists of the reference document: numbers of headings, bullets and numbers of lists."""

from collections.abc import Callable
from typing import Any

from sufficiency.engines.word_styles import HEADING_SIZES, LIST_DEPTHS
from sufficiency.engines.word_xml import element, put, tag

HEADING_LIST, _BOX_LIST, _TABLE_LIST, _BULLETS, _NUMBERS = range(10, 15)
_BULLET_SIGNS = "•–•–•"  # by depth
_NUMBER_KINDS = ("decimal", "lowerLetter", "lowerRoman", "decimal", "lowerLetter")
NO_LIST = 0  # Word's way to say "no number", whatever the style below says


def add_numbering(document: Any) -> None:
    """Multilevel numbers for headings; bullets for boxes and for tables' cells."""
    numbering = document.part.numbering_part.element
    first = numbering.find(tag("num"))
    levels = "".join(_heading_level(level) for level in range(len(HEADING_SIZES)))
    lists = {
        HEADING_LIST: ("multilevel", levels),
        _BOX_LIST: ("singleLevel", _bullet_level(left=8, hanging=4)),
        _TABLE_LIST: ("singleLevel", _bullet_level(left=3.5, hanging=3.5)),
        _BULLETS: ("multilevel", _depths(_bullet_at)),
        _NUMBERS: ("multilevel", _depths(_number_at)),
    }
    for number, (kind, described) in lists.items():
        first.addprevious(
            element(
                f'<w:abstractNum w:abstractNumId="{number}">'
                f'<w:multiLevelType w:val="{kind}"/>{described}</w:abstractNum>'
            )
        )
        numbering.append(
            element(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        )


def _heading_level(level: int) -> str:
    shown = ".".join(f"%{above + 1}" for above in range(level + 1))
    indent = _twips(13 + 5 * level)  # room for "11" and "6.13.1" in a wide font
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:pStyle w:val="Heading{level + 1}"/><w:suff w:val="tab"/><w:lvlText w:val="{shown}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{indent}" w:hanging="{indent}"/></w:pPr>'
        "</w:lvl>"
    )


def _bullet_level(*, left: float, hanging: float) -> str:
    return _level(0, "bullet", "", _BULLET_SIGNS[0], left, hanging)


def _level(depth: int, kind: str, style: str, shown: str, left: float, hanging: float) -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}'
        f'<w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{_twips(left)}" w:hanging="{_twips(hanging)}"/></w:pPr></w:lvl>'
    )


def _depths(level: Callable[[int, str, float], str]) -> str:
    """A list's levels, each linked to Word's own style for it."""
    return "".join(level(depth, name, left) for depth, (name, left) in enumerate(LIST_DEPTHS))


def _bullet_at(depth: int, name: str, left: float) -> str:
    style = f"List Bullet{name}".replace(" ", "")
    return _level(depth, "bullet", style, _BULLET_SIGNS[depth], left, hanging=5)


def _number_at(depth: int, name: str, left: float) -> str:
    style = f"List Number{name}".replace(" ", "")
    return _level(depth, _NUMBER_KINDS[depth], style, f"%{depth + 1}.", left, hanging=5)


def _twips(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)


def numbered(list_number: int, level: int) -> Any:
    """The property of a paragraph that stands in a list; levels count from 0."""
    return element(f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_number}"/></w:numPr>')


def number_paragraphs(document: Any) -> None:
    """Puts the styles of list items into their lists."""
    lists = {
        "Box Bullet": (_BOX_LIST, 0),
        "Table Bullet": (_TABLE_LIST, 0),
        "TOC Heading": (NO_LIST, 0),
    }
    for depth, (name, _) in enumerate(LIST_DEPTHS):
        lists |= {f"List Bullet{name}": (_BULLETS, depth), f"List Number{name}": (_NUMBERS, depth)}
    for name, (list_number, level) in lists.items():
        put(document.styles[name].element.get_or_add_pPr(), numbered(list_number, level))
