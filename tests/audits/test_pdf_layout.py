"""The audit of pages passes a well laid out PDF, and names what is parted or empty in a copy."""

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name

from tests.audits import pdf_layout
from tests.audits.small.pdf import of_role, typeset

pytestmark = pytest.mark.audit

PAGES = """
#set document(title: "Homes")
#let last = context counter(page).final().first()
#set page(paper: "a4", footer: context [Page #counter(page).display() of #last])
#set table(columns: 2)
#let words(lines) = for line in range(lines) [Children need a good home near home. \\ ]
#title[Homes]
#pagebreak()
= First
"""
GOOD = """
#words(40)
== Second
#words(12)
#figure(caption: figure.caption(position: top)[Plan], table(table.header[Strand][Action],
  ..for row in range(9) {([Strategic], [- Recruit\\ carers])}))
#pagebreak()
= Third
Short.
#pagebreak(weak: true)
#set page(flipped: true)
= Fourth
Short.
"""
PARTED = [
    ("#words(40) #v(1fr)\n== Second\n#pagebreak()\nHomes.", "a heading stands alone at its foot"),
    (
        "#words(40) #v(1fr)\n== Second\n#pagebreak()\n=== Third\nHomes.",
        "a heading stands alone at its foot",
    ),
    (
        "#words(38)\n#show figure: set block(breakable: true)\n"
        "#figure(caption: figure.caption(position: top)[Plan], "
        "table([A], block(height: 90mm, breakable: false)[B]))",
        "a table's caption stands alone at its foot",
    ),
    (
        "#words(42)\n#table(table.header[Strand][Action], [Strategic], [- #words(20)])",
        "a row of a table breaks within a bullet",
    ),
    (
        "#words(42)\n#table(table.header[Strand][Action], [Strategic], words(20))",
        "a row of a table breaks within its text",
    ),
]


def typeset_pages(body: str, tmp_path: Path) -> Path:
    return typeset(PAGES + body, tmp_path / "pages.pdf")


class TestAudit:
    def test_a_well_laid_out_file_has_no_faults(self, tmp_path: Path) -> None:
        assert pdf_layout.audit(typeset_pages(GOOD, tmp_path)) == []

    @pytest.mark.parametrize(("body", "fault"), PARTED)
    def test_what_is_parted_is_named(self, tmp_path: Path, body: str, fault: str) -> None:
        assert f"page 2: {fault}" in pdf_layout.audit(typeset_pages(body, tmp_path))

    def test_a_header_without_its_rows_is_named(self, tmp_path: Path) -> None:
        rows = "[Strand], [Action], [Strategic], block(height: 90mm, breakable: false)[Recruit]"
        pages = typeset_pages(f"#words(38)\n#table({rows})", tmp_path)
        with pikepdf.open(pages, allow_overwriting_input=True) as pdf:
            (header, _) = of_role(pdf, "/TR")  # typst itself keeps a header with its rows
            header.S = Name.THead
            pdf.save(pages)
        assert "page 2: a table's header stands alone at its foot" in pdf_layout.audit(pages)

    def test_a_page_that_is_left_half_empty_is_named(self, tmp_path: Path) -> None:
        pages = typeset_pages("#words(20)\n#pagebreak()\n#words(20)", tmp_path)
        (fault,) = pdf_layout.audit(pages)
        assert fault.startswith("page 2: ")
        assert fault.endswith("% of it is empty")

    def test_a_gap_within_a_page_is_named(self, tmp_path: Path) -> None:
        body = "#words(9) #v(1fr) Homes.\n#pagebreak()\nHomes."
        assert len(pdf_layout.audit(typeset_pages(body, tmp_path))) == 1

    def test_a_page_without_its_number_is_named(self, tmp_path: Path) -> None:
        pages = typeset_pages("#set page(footer: none)\n= Second", tmp_path)
        assert 'page 3: it does not say "Page 3 of 3"' in pdf_layout.audit(pages)
