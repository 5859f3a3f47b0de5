"""Bad workbooks beside their messages: each gets exactly the words in its file of ``workbooks``.

A workbook is no text, so it is made here; else as in ``test_problems_seen``.
"""

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.a_project import replaced, write_project
from tests.problems_seen.test_problems_seen import said_by_check
from tests.workbooks import COSTS, workbook

FOLDER = Path(__file__).parent / "workbooks"
CATALOGUE = "data/catalogue.yml"


def with_cell(name: str, value: str | float) -> bytes:
    def change(sheet: Worksheet) -> None:
        sheet[name] = value

    return workbook(COSTS, change=change)


def merged(*ranges: str) -> bytes:
    def change(sheet: Worksheet) -> None:
        for each in ranges:
            sheet.merge_cells(each)

    return workbook((*COSTS, ("Hostels", 880)), change=change)


def bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b" " * 120_000_000)
    return data.getvalue()


def without(part: str) -> bytes:
    """A sound workbook that has lost a part of its package."""
    whole, left = io.BytesIO(workbook(COSTS)), io.BytesIO()
    with zipfile.ZipFile(whole) as parts, zipfile.ZipFile(left, "w") as kept:
        for info in parts.infolist():
            if info.filename != part:
                kept.writestr(info, parts.read(info))
    return left.getvalue()


TITLE = ("Table 1: costs of homes",)
TWO = ("Notes", "Costs 2019")
CASES: Mapping[str, Callable[[], bytes]] = {
    "title-above-the-headings": lambda: workbook((TITLE, (), *COSTS)),
    "text-in-a-column-of-money": lambda: with_cell("B3", "about nine hundred"),
    "blank": lambda: with_cell("B3", ""),
    "heading-renamed": lambda: with_cell("B1", "Pounds"),
    "heading-twice": lambda: with_cell("C1", "home"),
    "note-beside-the-table": lambda: with_cell("D3", "checked by finance"),
    "headings-repeated": lambda: workbook((*COSTS, COSTS[0], ("Hostels", 880))),
    "rows-twice": lambda: workbook((*COSTS, COSTS[1])),
    "no-rows": lambda: workbook(COSTS[:1]),
    "empty": lambda: workbook(()),
    "spreadsheet-error": lambda: with_cell("B2", "#DIV/0!"),
    "formula-without-a-result": lambda: with_cell("B3", "=B2*2"),
    "headings-merged": lambda: merged("A1:B1"),
    "cells-merged": lambda: merged("A2:A3", "B3:B4"),
    "several-sheets": lambda: workbook((), COSTS, names=TWO),
    "damaged": lambda: without("xl/workbook.xml"),
    "unpacks-to-too-much": bomb,
    "names-of-sheets-in-quotation-marks": lambda: workbook(
        (COSTS[0], ("Own carers", "x'y")), names=("Own carers' costs",)
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_problem_of_a_workbook_is_told_in_the_words_beside_it(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    changes = replaced(CATALOGUE, "costs.csv", "costs.xlsx")
    changes |= {"data/costs.csv": None, "data/costs.xlsx": CASES[name]()}
    said = said_by_check(write_project(tmp_path, changes))
    path = FOLDER / f"{name}.txt"
    if request.config.getoption("--update-snapshots"):
        path.write_text(said, encoding="utf-8", newline="\n")
    assert said == path.read_text(encoding="utf-8")


def test_a_sheet_with_a_name_like_it_is_offered(tmp_path: Path) -> None:
    changes = replaced(CATALOGUE, "costs.csv", "costs.xlsx\n    sheet: Cost 2019")
    changes["data/costs.xlsx"] = workbook((), COSTS, names=TWO)
    assert said_by_check(write_project(tmp_path, changes)).startswith(
        'data/catalogue.yml:16:12 the workbook has no sheet "Cost 2019". '
        'Did you mean "Costs 2019"? [WORKBOOK-SHEET]\n'
    )


def test_every_file_of_words_belongs_to_a_case() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(CASES)
