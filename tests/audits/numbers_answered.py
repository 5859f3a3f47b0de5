"""Every number that a reader meets is in the ledger, or a named rule says why it is not.

The web page is read as a tree: a number is the ledger's where its element names an entry that
printed it. What other two formats say in the same words is answered with it, each block as often
as it stands on the page; their other blocks are looked at as they are.
"""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import html

from sufficiency.prose.numbers import find_unbound
from tests.audits import agreement

ANSWERED = "\N{OBJECT REPLACEMENT CHARACTER}"
DIGIT = re.compile(r"\d")
# What paper adds to a block: a number that it counts for itself, and in contents a page's.
NUMBERED = re.compile(r"^(?:figure|table) \d+:? |^\d+(?:\.\d+)* ")
PAGE = re.compile(r"[ .\u2060]*\d+$")
SIZES = re.compile(r"\((?:CSV|PDF|Word|SVG|PNG), [\d.]+\s[kM]B\)")
STANDARDS = re.compile(r"WCAG 2\.2|PDF/UA-1|PDF/A-2a|(?:axe-core|veraPDF|Nu)\S* [\d.]+")
STRUCTURES = {
    "numbering": "//span[contains(@class, 'caption-label') or contains(@class, 'section-number')]",
    "annex of evidence": "//*[@id='sec-evidence']//*[self::td or self::th]",
    "audits and the programs that made them": "//*[@id='sec-accessibility-tests']//li",
    "gaps of the plan, counted by the tool": "//*[@id='plan-open']//li",
}
RULES_OF_FORM = (("sizes of downloads", SIZES), ("standards and tools", STANDARDS))


@dataclass
class Answers:
    """How many numbers each rule answers for, and the blocks in which others are left."""

    by_rule: Counter[str] = field(default_factory=Counter)
    left: list[str] = field(default_factory=list)


def audit(outputs: Mapping[str, Path], evidence: Path) -> Mapping[str, Answers]:
    """The answers for each format, by its name; ``evidence`` is the folder of the ledger."""
    ledger = json.loads((evidence / "ledger.json").read_text("utf-8"))
    page = _on_one_line(html.document_fromstring(outputs["html"].read_bytes()))
    told = Answers()
    answered = _answered(page, ledger, evidence, told)
    for block, rest in zip(_said(page), _said(answered), strict=True):
        _look(block, rest, told)
    for picture in page.iter("img"):
        _look(picture.get("alt"), _alt_answered(picture, ledger, evidence, told), told)
    known = _known(page)
    return {"html": told} | {
        format: _of_paper(outputs[format], known) for format in outputs if format != "html"
    }


def _known(page: Any) -> Counter[str]:
    """What the page says, by how often paper may say it: captions stand in lists, too."""
    page = deepcopy(page)
    for label in page.xpath(STRUCTURES["numbering"]):
        label.text = ""
    again = page.xpath("//figcaption | //caption | //*[contains(@class, 'tile-value')]")
    blocks = [*_said(page), *(block for one in again for block in _said(one))]
    return Counter(agreement.normalised(block) for block in blocks)


def _of_paper(path: Path, known: Counter[str]) -> Answers:
    told, waiting = Answers(), Counter(known)
    for block in _blocks(agreement.text_of(path)):
        if not DIGIT.search(block):
            continue
        said = agreement.normalised(block)
        forms = [said, NUMBERED.sub("", said), PAGE.sub("", NUMBERED.sub("", said))]
        form = next((form for form in forms if waiting[form] > 0), None)
        if form is None:
            _look(block, block, told)
        else:
            waiting[form] -= 1
            told.by_rule["said on the web page, and answered there"] += 1
    return told


def _said(element: Any) -> list[str]:
    return _blocks(agreement.read_html(element))


def _blocks(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines()]


def _look(block: str, rest: str, told: Answers) -> None:
    """Notes what is left of a block when all is taken away that is answered for."""
    for name, pattern in RULES_OF_FORM:
        rest, count = pattern.subn(ANSWERED, rest)
        told.by_rule[name] += count
    found = find_unbound(rest, {"words": True})
    told.by_rule["rules for text"] += len(DIGIT.findall(rest)) > 0 and not found
    if found:
        told.left.append(f"{', '.join(one.text for one in found)}: {block}")


def _on_one_line(page: Any) -> Any:
    for element in page.iter():
        for name in ("text", "tail"):
            words = getattr(element, name)
            if words and isinstance(element.tag, str):
                setattr(element, name, words.replace("\n", " "))
    return page


def _answered(page: Any, ledger: Any, evidence: Path, told: Answers) -> Any:
    """The page with a sign in the place of each number that its structure answers for."""
    page = deepcopy(page)

    def answer(element: Any, rule: str) -> None:
        told.by_rule[rule] += bool(DIGIT.search(element.text_content()))
        for one in element.iter():
            one.text = DIGIT.sub(ANSWERED, one.text or "")
            if one is not element:
                one.tail = DIGIT.sub(ANSWERED, one.tail or "")

    for number in page.iter("data"):
        entry = ledger["entries"][int(number.get("data-entry").rpartition("-")[2]) - 1]
        if _same(entry["printed"], number.text_content()):
            answer(number, "ledger")
    for id, table in _tables(page, ledger):
        cells = _cells(evidence / "figures" / f"{id}.csv")
        for cell in table.iter("td", "th"):
            if agreement.normalised(cell.text_content()) in cells:
                answer(cell, "figures' data")
    for rule, path in STRUCTURES.items():
        for element in page.xpath(path):
            answer(element, rule)
    return page


def _alt_answered(picture: Any, ledger: Any, evidence: Path, told: Answers) -> str:
    """An alternative text without what its figure's data or the ledger have, or count of rows."""
    path = evidence / "figures" / f"{_figure_of(picture)}.csv"
    cells = _cells(path) if path.is_file() else set()
    rows = len(path.read_text("utf-8-sig").splitlines()) - 1 if path.is_file() else 0
    printed = {agreement.normalised(entry["printed"]) for entry in ledger["entries"]}
    text = agreement.normalised(picture.get("alt"))
    for words in sorted(cells | printed, key=len, reverse=True):
        if DIGIT.search(words):
            whole = rf"(?<![\w.,]){re.escape(words)}(?![\w%]|[.,]\d)"
            text, count = re.subn(whole, ANSWERED, text)
            told.by_rule["alternative texts, of data or ledger"] += count
    return re.sub(
        r"(?<![\w.,£])\d+(?![\w%]|[.,]\d)",
        lambda found: ANSWERED if int(found[0]) <= rows else found[0],
        text,
    )


def _figure_of(picture: Any) -> str:
    around = next(picture.iterancestors("figure"), None)
    return "" if around is None else around.get("id", "").removeprefix("fig-")


def _tables(page: Any, ledger: Any) -> Iterator[tuple[str, Any]]:
    """The tables that show a figure's data, with its id."""
    for figure in ledger["figures"]:
        for found in page.xpath(f"//table[@id='tbl-{figure['id']}']"):
            yield figure["id"], found
        name = f"{figure['id']}.csv"
        for link in page.xpath(f"//details//a[@download='{name}']"):
            yield figure["id"], next(link.iterancestors("details"))


def _cells(path: Path) -> set[str]:
    rows = csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""))
    return {agreement.normalised(cell) for row in rows for cell in row}


def _same(one: str, other: str) -> bool:
    return agreement.normalised(one) == agreement.normalised(other)
