"""The PDF audits: each passes the small good file and names what is broken in a copy."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
import typst
from pikepdf import Array, Name

from tests.audits import pdf_bounds, pdf_page, pdf_structure, pdf_verapdf
from tests.audits.small.pdf import of_role

pytestmark = pytest.mark.audit

Break = Callable[[pikepdf.Pdf], None]


def broken(path: Path, change: Break) -> Path:
    """The file with one thing broken, in place."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(path)
    return path


def strip_alternative_text(pdf: pikepdf.Pdf) -> None:
    for figure in of_role(pdf, "/Figure"):
        del figure["/Alt"]


def strip_tags(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


def strip_title(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        del metadata["dc:title"]


def strip_bookmarks(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.clear()


def claim_another_standard(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        metadata["pdfaid:conformance"] = "B"


def strip_header_row(pdf: pikepdf.Pdf) -> None:
    for cell in of_role(pdf, "/TH"):
        if "/Column" in str(cell.A):
            cell.S = Name.TD


def strip_row_headers(pdf: pikepdf.Pdf) -> None:
    for cell in of_role(pdf, "/TH"):
        if "/Column" not in str(cell.A):
            cell.S = Name.TD


def strip_row_header_scopes(pdf: pikepdf.Pdf) -> None:
    for cell in of_role(pdf, "/TH"):
        cell.A = Array([one for one in cell.A if one.get("/Scope") != Name.Row])


class TestPage:
    def test_a_good_file_has_no_faults(self, good_pdf: Path) -> None:
        assert pdf_page.audit(good_pdf) == []

    @pytest.mark.parametrize(
        ("change", "named"),
        [
            (strip_alternative_text, "PDFUA1-FIGURE-ALTERNATIVE-TEXT"),
            (strip_tags, "the document catalog must contain a StructTreeRoot"),
            (strip_title, "PDFUA1-METADATA-TITLE"),
            (claim_another_standard, "conformance"),
        ],
    )
    def test_a_broken_file_is_named(self, good_pdf: Path, change: Break, named: str) -> None:
        assert named in "\n".join(pdf_page.audit(broken(good_pdf, change)))


@pytest.mark.xdist_group("java")
class TestVeraPdf:
    def test_a_good_file_has_no_faults(self, good_pdf: Path) -> None:
        assert pdf_verapdf.audit(good_pdf) == []

    def test_a_broken_file_is_named_by_each_standard(self, good_pdf: Path) -> None:
        broken(good_pdf, strip_alternative_text)
        broken(good_pdf, claim_another_standard)
        faults = "\n".join(pdf_verapdf.audit(good_pdf))
        assert "ua1 clause 7.3, test 1, 1 times: Figure" in faults
        assert "2a clause 6.6.4" in faults

    def test_what_is_not_a_pdf_is_an_error_and_not_a_pass(self, tmp_path: Path) -> None:
        letter = tmp_path / "letter.pdf"
        letter.write_text("Dear council", encoding="utf-8")
        with pytest.raises(RuntimeError, match=r"letter\.pdf"):
            pdf_verapdf.audit(letter)


class TestStructure:
    def test_a_good_file_has_no_faults(self, good_pdf: Path) -> None:
        assert pdf_structure.audit(good_pdf) == []

    @pytest.mark.parametrize(
        ("change", "faults"),
        [
            (strip_alternative_text, ["figure 1 of 1 has no alternative text"]),
            (strip_tags, ["the PDF has no structure tree: it is not tagged"]),
            (strip_bookmarks, ["the PDF has no bookmarks"]),
            (
                strip_header_row,
                [
                    f"table 1 of 1, row 1, column {column}: the cell is not a column header"
                    for column in (1, 2, 3)
                ],
            ),
            (
                strip_row_headers,
                [f"table 1 of 1, row {row}: the cell is not a row header" for row in (2, 4)],
            ),
            (
                strip_row_header_scopes,
                [
                    f"table 1 of 1, row {row}: the row header has no scope that says so"
                    for row in (2, 4)
                ],
            ),
        ],
    )
    def test_a_broken_file_is_named(self, good_pdf: Path, change: Break, faults: list[str]) -> None:
        assert pdf_structure.audit(broken(good_pdf, change)) == faults

    def test_the_standards_let_a_table_without_headers_pass(self, good_pdf: Path) -> None:
        def make_every_cell_plain(pdf: pikepdf.Pdf) -> None:
            strip_header_row(pdf)
            strip_row_headers(pdf)

        plain = broken(good_pdf, make_every_cell_plain)
        assert pdf_page.audit(plain) == []
        assert len(pdf_structure.audit(plain)) == 5


class TestBounds:
    def test_a_good_file_has_no_faults(self, good_pdf: Path) -> None:
        assert pdf_bounds.audit(good_pdf) == []

    @pytest.mark.parametrize(
        ("typed", "fault"),
        [
            ("#place(dx: 178mm)[Offside]", '" runs off the page'),
            ("One #h(-1.5em) other", '"other" lies upon "One"'),
        ],
    )
    def test_words_that_leave_the_page_or_lie_upon_another_are_named(
        self, tmp_path: Path, typed: str, fault: str
    ) -> None:
        path = tmp_path / "page.pdf"
        path.write_bytes(typst.compile(typed.encode(), format="pdf"))
        (found,) = pdf_bounds.audit(path)
        assert found.startswith("page 1: ")
        assert found.endswith(fault)

    def test_what_has_no_words_is_an_error_and_not_a_pass(self, tmp_path: Path) -> None:
        path = tmp_path / "page.pdf"
        path.write_bytes(typst.compile(b"#line()", format="pdf"))
        with pytest.raises(RuntimeError, match="no word"):
            pdf_bounds.audit(path)
