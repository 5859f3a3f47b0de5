"""Pieces of Word's XML for building styles with python-docx, in the order its schema asks."""

from typing import Any

# The order that Word's schema asks of a paragraph's properties.
_PROPERTY_ORDER = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
    "pBdr shd tabs suppressAutoHyphens spacing ind contextualSpacing jc outlineLvl"
).split()


def element(xml: str) -> Any:
    """An element of Word's main vocabulary from its text, in which `w:` needs no binding."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    head, gap, rest = xml.partition(" ") if " " in xml.split(">")[0] else _after_name(xml)
    return parse_xml(f"{head} {nsdecls('w')}{gap}{rest}")


def _after_name(xml: str) -> tuple[str, str, str]:
    end = min(place for place in (xml.find("/>"), xml.find(">")) if place > 0)
    return xml[:end], "", xml[end:]


def tag(name: str) -> str:
    """An element's full name."""
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))


def put(properties: Any, new: Any) -> None:
    """Sets one of a paragraph's properties in place of an older one."""
    for old in properties.findall(new.tag):
        properties.remove(old)
    properties.append(new)

    def place(child: Any) -> int:
        name = child.tag.rpartition("}")[2]
        return _PROPERTY_ORDER.index(name) if name in _PROPERTY_ORDER else len(_PROPERTY_ORDER)

    properties[:] = sorted(properties, key=place)
