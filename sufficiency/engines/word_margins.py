"""The header and the footer of a council's own Word template: its own, or else ours."""

from collections.abc import Mapping

from sufficiency.engines.word_package import add_part
from sufficiency.engines.word_xml import add, parse, serialise, tag

_DOCUMENT = "word/document.xml"
_LINK_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"


def add_header_and_footer(parts: dict[str, bytes], ours: Mapping[str, bytes]) -> None:
    """Gives the template our header and footer, from the second page on, if it has neither."""
    document = parse(parts[_DOCUMENT])
    sections = list(document.iter(tag("sectPr")))
    section = sections[-1] if sections else add(document.find(tag("body")), "sectPr")
    if any(section.find(tag(f"{kind}Reference")) is not None for kind in ("header", "footer")):
        return
    for place, kind in enumerate(("header", "footer")):
        name = next(name for name in ours if name.startswith(f"word/{kind}"))
        data = ours[name]
        new = f"word/{kind}OfStrategy.xml"
        id = add_part(parts, new, data, _KIND.format(kind), _RELATION.format(kind))
        reference = section.makeelement(tag(f"{kind}Reference"))
        reference.set(tag("type"), "default")
        reference.set(_LINK_ID, id)
        section.insert(place, reference)
    if section.find(tag("titlePg")) is None:
        add(section, "titlePg")
    parts[_DOCUMENT] = serialise(document)
