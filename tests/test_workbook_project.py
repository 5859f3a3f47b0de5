"""A project whose figures are in a workbook: the same documents, with the sheet in their trail."""

import json
from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from sufficiency import pipeline
from sufficiency.outputs import Cache
from sufficiency.problems.reports import REPORTS, tell
from tests.a_project import SOUND, replaced, write_project
from tests.workbooks import Value, workbook

NAMES = {"Briarton": "=cmd|'/c calc'!A1", "Copseham": "<script>{{ cic_now }}</script>"}
CATALOGUE = "data/catalogue.yml"


def children(*, hostile: bool = False, count: Value = 60) -> bytes:
    """The sound project's extract of children, with names that a workbook could do harm by."""
    lines = SOUND["data/children.csv"].splitlines()
    rows: list[list[Value]] = [[*line.split(",")] for line in lines]
    for row in rows[1:]:
        row[0] = NAMES.get(str(row[0]), row[0]) if hostile else row[0]
        row[3] = int(str(row[3])) if str(row[3]).isdigit() else row[3]
    rows[2][3] = count

    def as_texts(sheet: Worksheet) -> None:
        for cell in sheet["A"]:
            cell.data_type = "s"

    return workbook(rows, names=("Our children",), change=as_texts)


Changes = dict[str, str | bytes | None]


def project(folder: Path, data: bytes, changes: Changes | None = None) -> Path:
    files = replaced(CATALOGUE, "children.csv", "children.xlsx")
    files |= {"data/children.csv": None, "data/children.xlsx": data}
    return write_project(folder, files | (changes or {}))


class TestWorkbookProject:
    def test_its_figures_are_those_of_the_csv_and_its_trail_names_the_sheet(
        self, tmp_path: Path
    ) -> None:
        root = project(tmp_path, children())
        built = pipeline.build(
            root, output=root / "_output", cache=Cache(tmp_path / "cache"), formats=["html"]
        )
        assert built.problems == ()
        page = next(file for file in built.files if file.suffix == ".html").read_text("utf-8")
        assert "showed no clear change, from 58 to 60" in page
        plain = " ".join(page.split())
        assert "Source 1</a>, rows 2 to 3" in plain
        assert "(data/children.xlsx, sheet Our children)" in plain
        ledger = json.loads((root / "_output/evidence/ledger.json").read_text("utf-8"))
        assert {figure["sheet"] for figure in ledger["figures"]} == {"Our children", None}

    def test_what_stands_in_its_cells_is_never_run(self, tmp_path: Path) -> None:
        strategy = SOUND["strategy/strategy.yml"].replace(
            "[Briarton, Copseham]", json.dumps(list(NAMES.values()))
        )
        root = project(tmp_path, children(hostile=True), {"strategy/strategy.yml": strategy})
        built = pipeline.build(
            root, output=root / "_output", cache=Cache(tmp_path / "cache"), formats=["html"]
        )
        assert built.problems == ()
        page = next(file for file in built.files if file.suffix == ".html").read_text("utf-8")
        assert "<script>{{" not in page
        assert "&lt;script&gt;{{ cic_now }}" in page
        data = (root / "_output/evidence/figures/in-care.csv").read_text("utf-8-sig")
        assert "'=cmd|'/c calc'!A1," in data

    def test_a_cell_is_told_by_its_name_in_every_form(self, tmp_path: Path) -> None:
        root = project(tmp_path, children(count="sixty"))
        _, problems = pipeline.understand(root, cache=Cache(tmp_path / "cache"))
        findings = pipeline.find_lines(root, problems)
        cell = "data/children.xlsx:'Our children'!D3 \"sixty\" under"
        assert cell in tell(findings).plain
        told = json.loads(REPORTS["json"](findings))["problems"][0]
        place = [told[key] for key in ("sheet", "line", "column", "excerpt")]
        assert place == ["Our children", 3, 4, None]
        assert "Cell D3 of the sheet “Our children”" in REPORTS["html"](findings)

    def test_a_draft_lists_it_by_its_cell(self, tmp_path: Path) -> None:
        root = project(tmp_path, children(count="sixty"))
        cache = Cache(tmp_path / "cache")
        model, _ = pipeline.understand(root, cache=cache)
        assert model is not None
        (document,) = pipeline.compose_documents(model, cache=cache)
        listed = document.qmd.replace("\\", "")
        assert "data/children.xlsx, cell D3 of the sheet “Our children”:" in listed
