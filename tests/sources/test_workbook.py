"""Excel workbooks: what is read of them, and which are refused before they are opened."""

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from sufficiency.problems import Location
from sufficiency.sources import Merge, Row, Rows, SheetChoice, read_workbook
from tests.a_project import replaced, write_project
from tests.workbooks import COSTS, workbook

HERE = Location("data/catalogue.yml", 3, 5)
SHEET = "xl/worksheets/sheet1.xml"
TEXTS = [("home", "pounds"), ("Own carers", "675"), ("Agency carers", "936")]


def read(data: bytes, sheet: str | None = None, path: str = "data/a.xlsx") -> Rows:
    found, problems = read_workbook(data, path, SheetChoice(sheet, HERE))
    assert problems == []
    assert found is not None
    return found


def texts(data: bytes, sheet: str | None = None) -> list[tuple[str, ...]]:
    return [row.cells for row in read(data, sheet).rows]


def messages(data: bytes, sheet: str | None = None, path: str = "data/a.xlsx") -> list[str]:
    found, problems = read_workbook(data, path, SheetChoice(sheet, HERE))
    assert found is None
    return [f"{problem.at} {problem.message}" for problem in problems]


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with a part of its package changed."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as parts, zipfile.ZipFile(changed, "w", 8) as out:
        for info in parts.infolist():
            part = parts.read(info)
            out.writestr(info, change(part) if info.filename == name else part)
    return changed.getvalue()


def with_sheet_data(rows: bytes) -> bytes:
    pattern = re.compile(rb"<sheetData>.*</sheetData>", re.DOTALL)
    whole = b"<sheetData>" + rows + b"</sheetData>"
    return with_part(workbook(COSTS), SHEET, lambda part: pattern.sub(lambda _: whole, part))


def formatted(*formats: tuple[str, str]) -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        for name, form in formats:
            sheet[name].number_format = form

    return change


class TestReadWorkbook:
    def test_cells_are_the_texts_that_a_csv_file_would_hold(self) -> None:
        rows = (("day", "share"), (date(2019, 3, 31), 0.67))
        data = workbook(rows, change=formatted(("B2", "0%")))
        assert texts(data) == [("day", "share"), ("2019-03-31", "67%")]

    def test_rows_keep_their_numbers_and_are_as_wide_as_the_widest(self) -> None:
        found = read(workbook(((), ("a", "b", "c"), (), (None, "x"))))
        assert found.rows == (Row(2, ("a", "b", "c")), Row(4, ("", "x", "")))
        assert found.sheet == "Costs"

    def test_a_formula_counts_with_its_saved_result(self) -> None:
        data = with_sheet_data(
            b'<row r="1"><c r="A1"><f>1+1</f><v>2</v></c>'
            b'<c r="B1" t="str"><f>""</f><v></v></c>'
            b'<c r="C1" t="str"><f>"a"</f><v>a</v></c></row>'
        )
        assert texts(data) == [("2", "", "a")]

    def test_each_formula_without_a_result_is_told(self) -> None:
        assert messages(workbook((("=1", 2, "=A1"), ("=B1",)))) == [
            "data/a.xlsx:Costs!A1 formulas have been saved without a result: A1, C1, A2."
        ]
        assert messages(workbook((["=1"] * 8,)))[0].endswith("A1, B1, C1, D1, E1 and 3 more.")

    def test_merged_cells_are_named(self) -> None:
        data = workbook(COSTS, change=lambda sheet: sheet.merge_cells("A2:B3"))
        assert read(data).merged == (Merge(2, 3, 1, 2),)
        assert str(Merge(2, 3, 1, 2)) == "A2:B3"

    def test_a_size_that_another_program_states_wrongly_cuts_nothing(self) -> None:
        dimension = re.compile(rb'<dimension ref="[^"]*"')
        data = with_part(
            workbook(COSTS), SHEET, lambda part: dimension.sub(b'<dimension ref="A1"', part)
        )
        assert texts(data) == TEXTS

    def test_a_workbook_with_macros_is_read_like_any_other(self) -> None:
        assert read(workbook(COSTS), path="data/a.xlsm").rows == read(workbook(COSTS)).rows

    def test_formulas_and_code_in_texts_stay_texts(self) -> None:
        def change(sheet: Worksheet) -> None:
            for row, text in enumerate(hostile, start=1):
                sheet.cell(row, 1).value = text
                sheet.cell(row, 1).data_type = "s"

        hostile = ["=cmd|'/c calc'!A1", "+1+1", "@SUM(A1)", "{{ cic_now }}", "<script>x</script>"]
        assert texts(workbook((), change=change)) == [(text,) for text in hostile]


class TestSheets:
    NAMES = ("Notes", "Costs")

    def test_the_one_that_is_named_is_read(self) -> None:
        assert texts(workbook((), COSTS, names=self.NAMES), "costs ") == TEXTS

    def test_the_only_one_that_is_not_hidden_needs_no_name(self) -> None:
        def hide(sheet: Worksheet) -> None:
            sheet.sheet_state = "hidden"

        data = workbook((("a",),), COSTS, names=self.NAMES, change=hide)
        assert texts(data) == TEXTS
        assert texts(data, "Notes") == [("a",)]

    def test_without_a_name_that_is_told_where_it_can_be_given(self) -> None:
        assert messages(workbook((), COSTS, names=self.NAMES)) == [
            f"{HERE} the workbook has 2 sheets, and none is named to be read."
        ]

    def test_a_name_that_no_sheet_has_is_told(self) -> None:
        assert messages(workbook(COSTS), "Cost") == [f'{HERE} the workbook has no sheet "Cost".']


class TestRefused:
    @pytest.mark.parametrize("path", ["data/a.xls", "data/a.xlsb", "data/a.ods"])
    def test_other_kinds_of_spreadsheet(self, path: str) -> None:
        assert messages(workbook(COSTS), path=path) == [
            f"{path}:1:1 spreadsheets of this kind (old Excel, binary, OpenDocument) are not read."
        ]

    @pytest.mark.parametrize("data", [b"", b"home,pounds\n", b"PK\x03\x04", b"<html>"])
    def test_what_is_no_workbook(self, data: bytes) -> None:
        assert messages(data) == [
            "data/a.xlsx:1:1 the file is not a workbook, whatever its name says, or it is damaged."
        ]

    @pytest.mark.parametrize(
        "rows",
        [
            b'<row r="1000000000000"><c r="A1000000000000"><v>1</v></c></row>',
            b'<row><c r="XFD1"><v>1</v></c></row>' * 200,
            b"<row>" + b"<c><v>1</v></c>" * 2000 + b"</row>" + b"<row><c><v>1</v></c></row>" * 2000,
        ],
        ids=["a row far down", "cells far to the right", "wide and long"],
    )
    def test_more_cells_than_any_table_has(self, rows: bytes) -> None:
        assert messages(with_sheet_data(rows)) == [
            'data/a.xlsx:1:1 the sheet "Costs" has more than 1,000,000 cells.'
        ]

    @pytest.mark.parametrize(
        "rows",
        [
            b'<row r="1"><c r="A1" t="s"><v>99</v></c></row>',
            b'<row r="1"><c r="A1"><v>many</v></c></row>',
            b'<row r="1"><c r="1A"><v>1</v></c></row>',
            b"<row",
            b'<row r="1"><c r="A1" s="99"><v>1</v></c></row>',
        ],
    )
    def test_what_is_damaged_inside(self, rows: bytes) -> None:
        assert messages(with_sheet_data(rows)) == [
            "data/a.xlsx:1:1 the workbook is damaged: a part of it cannot be read."
        ]

    def test_entities_that_grow_without_end(self) -> None:
        names = [f"a{number}" for number in range(12)]
        lines = [f'<!ENTITY {names[0]} "{"x" * 100}">'] + [
            f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names)
        ]
        doctype = f"<!DOCTYPE worksheet [{''.join(lines)}]>".encode()
        cell = f'<c r="A1" t="inlineStr"><is><t>&{names[-1]};</t></is></c>'.encode()
        data = with_part(
            with_sheet_data(b'<row r="1">' + cell + b"</row>"),
            SHEET,
            lambda part: part.replace(b"<worksheet", doctype + b"<worksheet", 1),
        )
        assert messages(data) == [
            "data/a.xlsx:1:1 the workbook is damaged: a part of it cannot be read."
        ]


def modules_after_check(folder: Path) -> Sequence[str]:
    code = (
        "import sys; from pathlib import Path; from sufficiency import pipeline;"
        "from sufficiency.outputs import Cache;"
        "root = Path(sys.argv[1]); cache = Cache(root / 'cache');"
        "_, found = pipeline.understand(root, cache=cache);"
        "print(found, *sys.modules)"
    )
    command = [sys.executable, "-c", code, str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    problems, *modules = run.stdout.split()
    assert problems == "[]"
    return modules


class TestImports:
    def test_a_project_of_csv_files_needs_no_openpyxl(self, tmp_path: Path) -> None:
        assert "openpyxl" not in modules_after_check(write_project(tmp_path))

    def test_a_workbook_that_is_unchanged_is_not_opened_again(self, tmp_path: Path) -> None:
        changes = replaced("data/catalogue.yml", "costs.csv", "costs.xlsx")
        changes |= {"data/costs.csv": None, "data/costs.xlsx": workbook(COSTS)}
        project = write_project(tmp_path, changes)
        assert "openpyxl" in modules_after_check(project)
        assert "openpyxl" not in modules_after_check(project)
