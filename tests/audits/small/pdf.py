"""The small good PDF: typst makes it, pikepdf gives its tables the row headers typst cannot."""

import tempfile
from pathlib import Path

import pikepdf
import typst
from pikepdf import Dictionary, Name

PUBLISHED = 1_795_132_800  # 20 November 2026, midnight UTC, in seconds
CHART = """<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50">
<rect width="100" height="50" fill="#12436D"/></svg>"""
SOURCE = """
#set document(title: "Homes strategy", author: "A council")
#set text(lang: "en", region: "GB")
#title[Homes strategy]
= Homes
The council looked after 312 children,#footnote[Counted on 31 March 2019.] well-placed near home.
#figure(image("chart.svg", alt: "Line chart. 312 children."), caption: [Children in care])
== Actions
#figure(caption: [Action plan], table(columns: 3,
  table.header([Priority], [Action], [Measure]),
  table.cell(rowspan: 2)[Grow our own fostering], [Recruit carers],
  table.cell(rowspan: 2)[More homes], [Recruit assessors],
  [Train carers], [Offer training], [Better homes]))
"""


def write(path: Path) -> Path:
    """Writes the PDF, PDF/UA-1 and PDF/A-2a, and returns its path."""
    typeset(SOURCE, path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for row in (row for row in of_role(pdf, "/TR") if len(row.K) == 3):
            if row.K[0].S == Name.TD:
                row.K[0].S = Name.TH
                row.K[0].A = [*row.K[0].A, Dictionary(O=Name.Table, Scope=Name.Row)]
        pdf.save(path, deterministic_id=True)
    return path


def typeset(source: str, path: Path) -> Path:
    """Writes what typst makes of the source, with ``chart.svg`` beside it."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "chart.svg").write_text(CHART, encoding="utf-8")
        (Path(folder) / "main.typ").write_text(source, encoding="utf-8")
        typst.compile(
            Path(folder) / "main.typ",
            output=path,
            ignore_system_fonts=True,
            pdf_standards=["ua-1", "a-2a"],
            timestamp=PUBLISHED,
        )
    return path


def of_role(pdf: pikepdf.Pdf, role: str) -> list[Dictionary]:
    """Every structure element of that role, such as ``/Figure``, in the file's own order."""
    return [
        element
        for element in pdf.objects
        if isinstance(element, Dictionary) and element.get("/S") == Name(role) and "/P" in element
    ]
