"""What a strict content-management system keeps of a text, and what a text loses to it.

The filter is as those systems' are: a tag that is not on the list goes and what it held stays, or
goes with it where it is not for reading; so does every attribute but an address, a picture's source
and alternative text, and how many rows or columns a cell spans.
"""

from pathlib import Path
from typing import Any

from lxml import html

KEPT = set("h2 h3 h4 h5 h6 p ul ol li strong em a table caption thead tbody tr th td img".split())
KEPT_ATTRIBUTES = {"href", "src", "alt", "rowspan", "colspan"}
GONE_WITH_ALL = {"script", "style", "svg", "iframe", "object"}


def filtered(text: str) -> str:
    """The text as the system would store it."""
    root = html.fragment_fromstring(text, create_parent="div")
    for element in list(root.iterdescendants()):
        if element.tag in GONE_WITH_ALL or not isinstance(element.tag, str):
            element.drop_tree()
        elif element.tag not in KEPT:
            element.drop_tag()
        else:
            for name in set(element.attrib) - KEPT_ATTRIBUTES:
                del element.attrib[name]
    return _inner(root)


def audit(path: Path) -> list[str]:
    """What a file would lose: every tag and attribute that the system drops, counted."""
    root = html.fragment_fromstring(path.read_text("utf-8"), create_parent="div")
    faults = []
    for element in root.iterdescendants():
        if element.tag not in KEPT:
            faults.append(f"{path.name}: <{element.tag}> would go")
        for name in sorted(set(element.attrib) - KEPT_ATTRIBUTES):
            faults.append(f"{path.name}: {name} of <{element.tag}> would go")
    if not faults and _inner(root) != filtered(path.read_text("utf-8")):
        faults.append(f"{path.name}: the filter changes it")
    return faults


def bare_page(title: str, text: str) -> str:
    """A page of a host that has nothing but a title, the text below it, and what WCAG asks of any
    site: lines one and a half times as high as their letters, pictures no wider than the text.
    """
    return (
        f'<!DOCTYPE html>\n<html lang="en-GB">\n<head><meta charset="utf-8"><title>{title}</title>'
        "<style>body { line-height: 1.5 } img { max-width: 100% }</style></head>\n"
        f"<body>\n<main>\n<h1>{title}</h1>\n{text}</main>\n</body>\n</html>\n"
    )


def _inner(root: Any) -> str:
    parts = (html.tostring(child, encoding="unicode") for child in root)
    return (root.text or "") + "".join(parts)
