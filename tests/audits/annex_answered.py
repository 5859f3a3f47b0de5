"""The evidence annex against the ledger and the extracts: each row says what they say."""

import calendar
import json
import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from tests.audits.agreement import as_read

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
SOURCE = re.compile(r"Source\s(\d+)")
DIFFERENCE = re.compile(
    r"(?P<number>[\d.,]*\d)(?: per 10,000|%)? "
    r"\((?:Source\s(?P<source>\d+)|(?P<file>data/[\w-]+\.csv)), line\s(?P<line>\d+)\)"
)
ROWS = "//table[starts-with(@id, 'tbl-evidence-')]/tbody/tr"


def rows_answered(page: Any, ledger: Any) -> Iterator[tuple[Any, bool]]:
    """Each row of the annex, and whether the ledger has all that it says.

    What is printed must be exactly what the entries that it names printed; any other number must
    stand in what the ledger says of them, or be a value of it rounded, or the number of a source
    that the ledger names, all of which must be there.
    """
    figures = {f"#{kind}-{one['id']}": one for one in ledger["figures"] for kind in ("fig", "tbl")}
    for row in page.xpath(ROWS):
        entries = [ledger["entries"][n - 1] for n in _numbers(row)]
        cells = [" ".join(cell.text_content().split()) for cell in row.iter("td", "th")]
        if entries:
            forms = dict.fromkeys(entry["printed"] for entry in entries)
            is_said = as_read("; ".join(forms)) == as_read(cells[0])
            yield row, is_said and _is_known(row, cells[2:], entries, ledger)
        else:
            link = row.find(".//th/a")
            figure = figures.get("" if link is None else link.get("href"))
            yield row, figure is not None and _is_known(row, cells[2:], [figure], ledger)


def sources_answered(page: Any, ledger: Any) -> Iterator[Any]:
    """The cells that call a source by its number, title, publisher, file, date or licence."""
    rows = page.xpath("//table[@id='tbl-sources']/tbody/tr")
    known = [_called(one) for one in (*ledger["extracts"], *ledger["publications"])]
    for number, (row, (called, as_at, licence)) in enumerate(zip(rows, known, strict=True), 1):
        source, day, under = row.iter("td", "th")
        if as_read(source.text_content()) == as_read(f"Source {number}: {called}"):
            yield source
        if as_read(day.text_content()) == as_at:
            yield day
        if as_read(under.text_content()) == as_read(licence):
            yield under


def _called(source: Any) -> tuple[str, str, str]:
    if "citation" in source:
        return source["citation"], "As published", source["licence"] or "Not given"
    year, month, day = map(int, source["as_at"].split("-"))
    sheet = f", sheet {source['sheet']}" if source["sheet"] else ""
    called = f"{source['title']}, {source['publisher']} ({source['file']}{sheet})"
    return called, f"{day} {calendar.month_name[month]} {year}", source["licence"]


def differences_answered(page: Any, ledger: Any, project: Path) -> Iterator[Any]:
    """The cells of "Where sources differ" whose figure stands in the line that they name."""
    for cell in page.xpath("//table[@id='tbl-differences']/tbody/tr/td"):
        found = DIFFERENCE.match(" ".join(cell.text_content().split()))
        if found is not None:
            extracts = dict(enumerate(ledger["extracts"], start=1))
            file = found["file"] or extracts[int(found["source"])]["file"]
            line = (project / file).read_text("utf-8-sig").splitlines()[int(found["line"]) - 1]
            values = [Decimal(one) for one in line.split(",") if _is_decimal(one)]
            if _rounds(found["number"], values):
                yield cell


def _numbers(row: Any) -> list[int]:
    """The numbers of a row's entries, which their ids repeat."""
    links = row.xpath(".//*[contains(@class, 'entry')]")
    numbers: list[int] = [int(one.text_content()) for one in links]
    assert all(one.get("id") == f"evidence-{n}" for one, n in zip(links, numbers, strict=True))
    return numbers


def _is_known(row: Any, cells: list[str], things: list[Any], ledger: Any) -> bool:
    told = json.dumps(things, ensure_ascii=False)
    known = set(NUMBER.findall(told)) | {str(line) for one in things for line in _lines(one)}
    values = [Decimal(one["value"]) for one in things if _is_decimal(one.get("value"))]
    values += [
        Decimal(one["fact"]["value"])
        for one in things
        if "fact" in one and _is_decimal(one["fact"]["value"])
    ]
    ids = [f"#source-{extract['id']}" for extract in ledger["extracts"]]
    ids += [f"#publication-{publication['id']}" for publication in ledger["publications"]]
    for link in row.xpath(".//td[last()]//a"):
        place = ids.index(link.get("href")) + 1
        if link.text_content().split() != ["Source", str(place)]:
            return False
    if [int(number) for number in SOURCE.findall(cells[-1])] != _sources(things[0], ledger):
        return False
    rest = " ".join(SOURCE.sub("", cell) for cell in cells)
    return all(one in known or _rounds(one, values) for one in NUMBER.findall(rest))


def _sources(thing: Any, ledger: Any) -> list[int]:
    """The numbers of the sources that the ledger names for an entry or a figure, in its order."""
    places = [one["id"] for one in (*ledger["extracts"], *ledger["publications"])]
    if "fact" in thing:
        named = [source["extract"] for source in thing["fact"]["sources"]]
    elif "stated" in thing:
        named = [thing["stated"]["source"]]
    else:
        named = [thing["extract"]] if "extract" in thing else []
    return [places.index(one) + 1 for one in dict.fromkeys(named)]


def _lines(thing: Any) -> list[int]:
    if "fact" in thing:
        return [source["line"] for source in thing["fact"]["sources"]]
    lines: list[int] = thing.get("lines", [])
    return lines


def _rounds(number: str, values: list[Decimal]) -> bool:
    plain = Decimal(number.replace(",", ""))
    step = Decimal(1).scaleb(-len(number.partition(".")[2]))
    return any(abs(value).quantize(step, ROUND_HALF_UP) == plain for value in values)


def _is_decimal(text: Any) -> bool:
    return isinstance(text, str) and re.fullmatch(r"-?\d+(?:\.\d+)?", text) is not None
