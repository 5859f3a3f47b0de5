"""What the tool counts by itself, counted again: parts by their order, gaps from the plan's files,
sizes of downloads from the files, dates on the cover and programs that audited from their records.
"""

import base64
import calendar
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import yaml

from tests.audits.agreement import as_read

LABELS = "//*[contains(@class, 'caption-label')]"
HEADINGS = "//*[contains(@class, 'header-section-number')]/.."
IN_CONTENTS = "//*[contains(@class, 'toc-section-number')]/.."
COVER_DATES = {"Published": "published", "Figures as at": "as_at"}
FORMATS = {"html": "the web page", "pdf": "the PDF", "docx": "the Word file"}
SIZE = re.compile(r"\(\w+,\s([\d.]+\s[kM]B)\)\s*$")


def numbered_parts(page: Any) -> Iterator[tuple[Any, str]]:
    """Each element that numbers a caption or a heading, with the number that it must have: how
    many of its kind came before it. In the contents it is that of the heading it leads to."""
    counts: Counter[str] = Counter()
    for label in page.xpath(LABELS):
        kind = as_read(label.text_content()).partition(" ")[0]
        counts[kind] += 1
        yield label, f"{kind} {counts[kind]}:"
    levels: list[int] = []
    by_id: dict[str, str] = {}
    for heading in page.xpath(HEADINGS):
        depth = int(heading.tag[1:]) - 1
        levels = [*levels[:depth], *[0] * (depth - len(levels))]
        levels[-1] += 1
        number = ".".join(map(str, levels))
        by_id[heading.get("id") or heading.getparent().get("id")] = number
        yield heading[0], number
    for link in page.xpath(IN_CONTENTS):
        yield link[0], by_id.get(link.get("href").removeprefix("#"), "no number")


def cover_dates(page: Any, project: Path) -> Iterator[tuple[Any, str]]:
    """Each date on the cover, with the strategy's own."""
    strategy = _read(project / "strategy" / "strategy.yml")
    for name, day in page.xpath("//*[@class='dates']/div"):
        yield day, strategy.get(COVER_DATES.get(name.text_content()), "no date")


def audits_named(page: Any, project: Path) -> Iterator[tuple[Any, str]]:
    """Each audit that is named, with how it was recorded and the program that made it."""
    path = project / "sufficiency" / "sources" / "audited.json"
    audits = json.loads(path.read_text("utf-8"))["audits"]
    lines = page.xpath("//*[@id='sec-accessibility-tests']//li")
    # Documents whose templates are others than those that were audited name none.
    for line, one in zip(lines, audits if lines else [], strict=True):
        program = f"({one['program']} {one['version']})"
        yield line, as_read(f"{FORMATS[one['format']]}: {one['checked']} {program}")


def day_of_audits(page: Any, project: Path) -> Iterator[tuple[Any, str]]:
    """Each paragraph about the audits that names the day of the record, and that day."""
    path = project / "sufficiency" / "sources" / "audited.json"
    day = date.fromisoformat(json.loads(path.read_text("utf-8"))["date"])
    words = f"{day.day} {calendar.month_name[day.month]} {day.year}"
    for paragraph in page.xpath("//*[@id='sec-accessibility-tests']//p"):
        if words in as_read(paragraph.text_content()):
            yield paragraph, words


def faults_of_structure(page: Any, project: Path) -> Iterator[str]:
    """Each part's number, date on the cover and audit that is another than it must be."""
    known = (*numbered_parts(page), *cover_dates(page, project), *audits_named(page, project))
    for element, right in known:
        said = as_read(element.text_content())
        if said != right:
            yield f'"{said}" stands where "{right}" should'


def gaps_answered(page: Any, project: Path) -> Iterator[Any]:
    """Each line on what the plan leaves open that counts as its files do."""
    files = sorted((project / "strategy" / "priorities").glob("*.yml"))
    plans = [_read(path) for path in files]
    actions = [one for plan in plans for one in plan.get("actions", [])]
    measures = [one for plan in plans for one in plan.get("success_measures", [])]
    counted = {
        *_gaps("actions", actions, {"owner": "an owner", "due": "an end date"}),
        *_gaps("measures", measures, {"baseline": "a baseline", "target": "a target"}),
    }
    for line in page.xpath("//*[@id='plan-open']//li"):
        if as_read(line.text_content()) in counted:
            yield line


def _gaps(noun: str, entries: list[Any], fields: Mapping[str, str]) -> Iterator[str]:
    for field, words in fields.items():
        missing = sum(field not in one for one in entries)
        several = f"all {missing}" if missing == len(entries) else f"{missing} of {len(entries)}"
        yield f"{words} for {several} {noun}"


def downloads_answered(page: Any, folder: Path) -> Iterator[Any]:
    """Each link that has the size of what it leads to, on the page or beside it."""
    for link in page.iter("a"):
        size = SIZE.search(as_read(link.text_content()))
        address = link.get("href", "")
        if size is None:
            continue
        if address.startswith("data:"):
            count = len(base64.b64decode(address.partition(",")[2]))
        else:
            count = (folder / address).stat().st_size
        if size[1] == _size(count):
            yield link


def _size(count: int) -> str:
    thousands = _rounded(Decimal(count) / 1000, "1")
    if thousands < 1000:
        return f"{max(thousands, Decimal(1))} kB"
    return f"{_rounded(Decimal(count) / 1_000_000, '0.1')} MB"


def _rounded(value: Decimal, to: str) -> Decimal:
    return value.quantize(Decimal(to), ROUND_HALF_UP)


def _read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
