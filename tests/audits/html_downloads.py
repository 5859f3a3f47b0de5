"""What a page offers to download is there, and is of the kind and the size that it says."""

import base64
import re
from pathlib import Path
from typing import Any

from lxml import html

from sufficiency.engines.finish_html import size_in_words

SAID = re.compile(r".*\((PDF|Word|CSV|SVG|PNG), (\d+ kB|\d+\.\d MB)\)")
BEGIN = {
    "PDF": b"%PDF-",
    "Word": b"PK\x03\x04",
    "CSV": b"\xef\xbb\xbf",
    "SVG": b"<svg",
    "PNG": b"\x89PNG",
}


def offered(path: Path) -> list[tuple[str, str]]:
    """Words and address of each thing to download, in order."""
    page: Any = html.document_fromstring(path.read_bytes())
    return [
        (" ".join(link.text_content().split()), str(link.get("href")))
        for link in page.iter("a")
        if link.get("class") == "download"
    ]


def audit(path: Path) -> list[str]:
    """One fault for each link that leads nowhere or says what is not so; one if there is none."""
    links = offered(path)
    found = [fault for words, address in links for fault in _faults(words, address, path.parent)]
    twice = {words for words, _ in links if [said for said, _ in links].count(words) > 1}
    return [*found, *(f"two links say {words}" for words in sorted(twice))] if links else ["none"]


def _faults(words: str, address: str, folder: Path) -> list[str]:
    said = SAID.fullmatch(words)
    if said is None:
        return [f"{words}: no format and size are said"]
    if address.startswith("data:"):
        content = base64.b64decode(address.partition(";base64,")[2])
    elif (folder / address).is_file():
        content = (folder / address).read_bytes()
    else:
        return [f"{words}: {address} is not there"]
    faults = [f"{words}: it is of another kind"] * (not content.startswith(BEGIN[said[1]]))
    size = " ".join(size_in_words(len(content)).split())
    return faults + [f"{words}: it has {size}"] * (size != said[2])
