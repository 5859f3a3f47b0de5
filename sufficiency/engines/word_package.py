"""Parts of a Word file as its package knows them: by kind, and by what leads to them."""

from typing import Any

from sufficiency.engines.word_xml import parse, serialise

_TYPES = "[Content_Types].xml"
_LINKS = "word/_rels/document.xml.rels"


def add_part(parts: dict[str, bytes], name: str, data: bytes, kind: str, relation: str) -> str:
    """Adds a part beside the document and returns the id by which the document names it.

    ``name`` is its place in the archive, below ``word/``; ``kind`` and ``relation`` are what the
    package calls its content and the link to it.
    """
    parts[name] = data
    types = parse(parts[_TYPES])
    _add(types, "Override", PartName=f"/{name}", ContentType=kind)
    parts[_TYPES] = serialise(types)
    links = parse(parts[_LINKS])
    taken = {link.get("Id") for link in links}
    id = next(free for number in range(len(taken) + 1) if (free := f"rIdOurs{number}") not in taken)
    _add(links, "Relationship", Id=id, Type=relation, Target=name.removeprefix("word/"))
    parts[_LINKS] = serialise(links)
    return id


def _add(root: Any, name: str, **attributes: str) -> None:
    vocabulary = root.tag.rpartition("}")[0]
    element = root.makeelement(f"{vocabulary}}}{name}")
    for attribute, value in attributes.items():
        element.set(attribute, value)
    root.append(element)
