"""What an expression that cannot be read was probably meant to be."""

import re
from collections.abc import Iterator

_KINDS = "figure|table|picture|list|we[ _-]?need"
_PLACED = re.compile(rf"\s*(?P<kind>{_KINDS})[\s:=(\[]+[\"']?(?P<id>[\w-]+)[\"']?[\s)\]]*")
_TWO_WORDS = re.compile(r"\s*(?P<name>\w+)(?:\s*[:;,/.>-]\s*|\s+)(?P<form>\w+)\s*")
_AROUND = "\"'()[]` \t\n"


def readings(plain: str) -> Iterator[str]:
    """What an expression in plain signs may be meant to be, the likeliest first; some of it means
    nothing."""
    yield plain.strip()
    if placed := _PLACED.fullmatch(plain):
        kind = re.sub("we[ -]?need", "we_need", placed["kind"])
        yield f'{kind}("{placed["id"]}")'
    name, bar, forms = plain.partition("|")
    bare = name.strip(_AROUND)
    yield f"{bare} {bar}{forms}".strip()
    yield f"{re.sub(r'[ -]+', '_', bare)} {bar}{forms}".strip()
    if words := _TWO_WORDS.fullmatch(plain):
        yield f"{words['name']} | {words['form']}"
