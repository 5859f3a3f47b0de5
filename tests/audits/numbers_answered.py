"""Every number that a reader meets is in the ledger, or a named rule says why it is not.

The web page is read as a tree: a number is the ledger's where its element names an entry whose
printed form it is, sign by sign, and has its value. What a rule lets pass is kept with the words
around it, so that a person can read whether the rule should have: ``numbers_let_pass.txt``. What
other two formats say in the same words is answered with it, each block as often as it stands on
the page, and headings and captions once more, for contents; their other blocks are looked at as
they are.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import html

from sufficiency.content import NumberRules
from sufficiency.prose.numbers import Unbound, find_unbound
from tests.audits import agreement
from tests.audits.alternative_texts import false_sentences, is_drafted
from tests.audits.annex_answered import differences_answered, rows_answered, sources_answered
from tests.audits.figure_data import read_figure_data, table_faults, tile_faults
from tests.audits.paper_tables import paper_table_faults
from tests.audits.structure_answered import (
    SIZE,
    audits_named,
    cover_dates,
    day_of_audits,
    downloads_answered,
    faults_of_structure,
    gaps_answered,
    numbered_parts,
)
from tests.example import ROOT

ANSWERED = "\N{OBJECT REPLACEMENT CHARACTER}"
DIGIT = re.compile(r"\d")
# What paper adds to a line of its contents.
PAGE = re.compile(r"[ .\u2060]*\d+$")
TITLES = "//figcaption | //caption | //*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5]"
NUMBERS = ".//*[contains(@class, 'caption-label') or contains(@class, 'section-number')]"
RULES = sorted(NumberRules.model_fields.keys() - {"commitments", "voices", "words"})
NUMBERED_PARTS = re.compile(r"\b(?:figure|table|section)\s\d+(?:\.\d+)*", re.IGNORECASE)


@dataclass
class Answers:
    """How many numbers each rule answers for, and the blocks in which others are left.

    ``let_pass`` has what no entry answers for, by rule: the number with two words either side.
    """

    by_rule: Counter[str] = field(default_factory=Counter)
    let_pass: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    left: list[str] = field(default_factory=list)


def audit(outputs: Mapping[str, Path], evidence: Path) -> Mapping[str, Answers]:
    """The answers for each format, by its name; ``evidence`` is the folder of the ledger."""
    ledger = json.loads((evidence / "ledger.json").read_text("utf-8"))
    page = _on_one_line(html.document_fromstring(outputs["html"].read_bytes()))
    faults = (*faults_of_structure(page, ROOT), *_faults_of_figures(page, ledger, evidence))
    told = Answers(left=list(faults))
    answered = _answered(page, ledger, evidence, told)
    parts = _parts(page)
    for block, rest in zip(_said(page), _said(answered), strict=True):
        _look(block, _without_parts(rest, parts, told), told)
    for picture in page.iter("img"):
        _look_at_picture(picture, ledger, evidence, told)
    return {"html": told} | {
        format: _of_paper(outputs[format], page) for format in outputs if format != "html"
    }


def _parts(page: Any) -> set[str]:
    """What figures, tables and sections are called by the number that they must have."""
    called = (agreement.normalised(number).rstrip(":") for _, number in numbered_parts(page))
    return {one if " " in one else f"section {one}" for one in called}


def _without_parts(text: str, parts: set[str], told: Answers) -> str:
    """The text without references to parts that are there and have that number."""

    def answer(found: re.Match[str]) -> str:
        if agreement.normalised(found[0]) not in parts:
            return found[0]
        told.by_rule["references to a part that has that number"] += 1
        return DIGIT.sub(ANSWERED, found[0])

    return NUMBERED_PARTS.sub(answer, text)


def _known(page: Any) -> Counter[str]:
    """What the page says, by how often paper may say it: Word's tiles are told once more."""
    again = page.xpath("//*[contains(@class, 'tile-value')]")
    blocks = [*_said(page), *(block for one in again for block in _said(one))]
    return Counter(agreement.normalised(block) for block in blocks)


def _titles(page: Any) -> Counter[str]:
    """What lists of contents on paper say before a page's number: the page's headings and
    captions, with the number of each or, where that is a label of the list, without."""
    titles = page.xpath(TITLES)
    blocks = [block for one in titles for block in _said(one)]
    for title in map(deepcopy, titles):
        for number in title.xpath(NUMBERS):
            number.text = ""
        blocks += _said(title)
    return Counter(agreement.normalised(block) for block in blocks)


def _of_paper(path: Path, page: Any) -> Answers:
    told = Answers(left=list(paper_table_faults(path, page)))
    waiting, titles = _known(page), _titles(page)
    for block in _blocks(agreement.text_of(path)):
        if not DIGIT.search(block):
            continue
        said = agreement.normalised(block)
        title = next((form for form in (said, PAGE.sub("", said)) if titles[form] > 0), None)
        if waiting[said] > 0:
            waiting[said] -= 1
            told.by_rule["said on the web page, and answered there"] += 1
        elif title is not None:
            titles[title] -= 1
            told.by_rule["contents"] += 1
        else:
            _look(block, block, told)
    return told


def _said(element: Any) -> list[str]:
    return _blocks(agreement.read_html(element))


def _blocks(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines()]


def _look(block: str, rest: str, told: Answers) -> None:
    """Notes what is left of a block when all is taken away that is answered for."""
    found = find_unbound(rest, {"words": True})
    if found:
        told.left.append(f"{', '.join(one.text for one in found)}: {block}")
    for rule, number in _passing(rest, found):
        told.by_rule["rules for text"] += 1
        told.let_pass[rule].add(_with_words(rest, number))


def _passing(rest: str, told: list[Unbound]) -> Iterator[tuple[str, Unbound]]:
    """Each number that passes with the first rule by which it does."""
    every = dict.fromkeys(RULES, False) | {"words": True}
    waiting = [one for one in find_unbound(rest, every) if one not in told] if rest else []
    for rule in RULES:
        if waiting:
            left = find_unbound(rest, every | {rule: True})
            yield from ((rule, one) for one in waiting if one not in left)
            waiting = [one for one in waiting if one in left]
    yield from (("several rules together", one) for one in waiting)


def _with_words(text: str, number: Unbound) -> str:
    """A number between two words before it and two behind; what is answered for is a #."""
    before = text[: number.start].split(" ")[-3:]
    behind = text[number.end :].split(" ")[:3]
    words = f"{' '.join(before)}{number.text}{' '.join(behind)}"
    return re.sub(rf"{ANSWERED}+(?:[.,]{ANSWERED}+)*", "#", words).strip()


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

    def answer(element: Any, rule: str, part: re.Pattern[str] = DIGIT) -> None:
        def sign(found: re.Match[str]) -> str:
            return DIGIT.sub(ANSWERED, found[0])

        told.by_rule[rule] += bool(DIGIT.search(element.text_content()))
        for one in element.iter():
            one.text = part.sub(sign, one.text or "")
            if one is not element:
                one.tail = part.sub(sign, one.tail or "")

    for number in page.iter("data"):
        entry = ledger["entries"][int(number.get("data-entry").rpartition("-")[2]) - 1]
        said = number.get("value"), agreement.as_read(number.text_content())
        if said == (entry["value"], agreement.as_read(entry["printed"])):
            answer(number, "ledger")
    for row, is_answered in rows_answered(page, ledger):
        if is_answered:
            answer(row, "annex of evidence, as the ledger has it")
    for cell in (*sources_answered(page, ledger), *differences_answered(page, ledger, ROOT)):
        answer(cell, "annex of evidence, as the extracts have it")
    for _, table in _tables(page, ledger):
        for cell in table.iter("td", "th"):
            answer(cell, "figures' data, by row and column")
    structures = {
        "numbering": (element for element, _ in numbered_parts(page)),
        "audits and the programs that made them": (line for line, _ in audits_named(page, ROOT)),
        "gaps of the plan, as its files have them": gaps_answered(page, ROOT),
        "dates on the cover, as the strategy has them": (
            date for date, _ in cover_dates(page, ROOT)
        ),
    }
    for paragraph, day in list(day_of_audits(page, ROOT)):
        answer(paragraph, "the day of the audits, as recorded", re.compile(r"\s".join(day.split())))
    for link in list(downloads_answered(page, evidence.parent)):
        answer(link, "sizes of downloads, as the files have them", SIZE)
    for rule, elements in structures.items():
        for element in list(elements):
            answer(element, rule)
    return page


def _faults_of_figures(page: Any, ledger: Any, evidence: Path) -> Iterator[str]:
    """What stands in a table of a figure's data, or on a tile, and is not in its own place."""
    for id, table in _tables(page, ledger):
        for fault in table_faults(table, read_figure_data(_data_file(id, evidence).read_bytes())):
            yield f"{id}, {fault}"
    for tiles in page.xpath("//figure[contains(@class, 'tiles')]"):
        for fault in tile_faults(tiles, _data_file(_id(tiles), evidence).read_bytes()):
            yield f"{_id(tiles)}, {fault}"


def _data_file(id: str, evidence: Path) -> Path:
    return evidence / "figures" / f"{id}.csv"


def _id(figure: Any) -> str:
    return str(figure.get("id", "")).removeprefix("fig-")


def _look_at_picture(picture: Any, ledger: Any, evidence: Path, told: Answers) -> None:
    """A drafted text must be true of its figure's data; an author's has what the ledger has."""
    text = picture.get("alt")
    figure = next(picture.iterancestors("figure"), None)
    id = "" if figure is None else _id(figure)
    path = _data_file(id, evidence)
    data = read_figure_data(path.read_bytes()) if path.is_file() else None
    if data is not None and is_drafted(text, data):
        told.left += [f'{id}, alternative text: "{one}"' for one in false_sentences(text, data)]
        told.by_rule["alternative texts, true of the figure's data"] += bool(DIGIT.search(text))
        return
    rest = agreement.as_read(text)
    places = ("strategy/figures.yml:", "strategy/pictures.yml:")
    said = {one["printed"] for one in ledger["entries"] if one["at"].startswith(places)}
    for words in sorted(map(agreement.as_read, said), key=len, reverse=True):
        rest = re.sub(rf"(?<![\w.,]){re.escape(words)}(?![\w%]|[.,]\d)", ANSWERED, rest)
    _look(text, rest, told)


def _tables(page: Any, ledger: Any) -> Iterator[tuple[str, Any]]:
    """The tables that show a figure's data, with its id."""
    for figure in ledger["figures"]:
        if (table := page.get_element_by_id(f"tbl-{figure['id']}", None)) is not None:
            yield figure["id"], table
    for details in page.iter("details"):
        for link in details.xpath(".//a[contains(@download, '.csv')]"):
            yield link.get("download").removesuffix(".csv"), details.find(".//table")
