"""Row headers in a PDF's structure tree."""

import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from sufficiency.engines import EngineError, finish
from sufficiency.engines.finish_pdf import finish_pdf
from sufficiency.engines.typst_pdf import compile_pdf
from tests.engines.rendering import BOX, LIST_TABLE, PUBLISHED, TABLE, rendered
from tests.machine import on_a_small_disk, run

# Column one is covered from above in rows 2 and 3, column two in row 4.
SPANS = """#set document(title: "T")
= A
#table(columns: 3, table.header([a], [b], [c]),
  table.cell(rowspan: 3)[one], [x], [x],
  [x], [x],
  [x], [x],
  [two], table.cell(rowspan: 2)[x], [x],
  [three], [x],
)
"""


def elements(path: Path) -> Iterator[Any]:
    with pikepdf.open(path) as pdf:
        waiting = [pdf.Root.StructTreeRoot]
        while waiting:
            element = waiting.pop(0)
            below = element.get("/K", pikepdf.Array())
            listed = list(below) if isinstance(below, pikepdf.Array) else [below]
            waiting += [kid for kid in listed if isinstance(kid, pikepdf.Dictionary)]
            if "/S" in element:
                yield element


def row_headers(path: Path) -> int:
    return sum(
        element.S == "/TH" and any(given.get("/Scope") == "/Row" for given in element.A)
        for element in elements(path)
        if "/A" in element
    )


class TestFinishPdf:
    def test_marks_the_first_column_of_every_row(self, tmp_path: Path) -> None:
        path = rendered(f"# A\n\n{TABLE}", tmp_path, ["pdf"])["pdf"]
        assert row_headers(path) == 2

    def test_minds_cells_that_cover_several_rows(self, tmp_path: Path) -> None:
        path = rendered(f"# A\n\n{LIST_TABLE}", tmp_path, ["pdf"])["pdf"]
        assert row_headers(path) == 1

    def test_marks_only_column_one_under_covered_cells(self, tmp_path: Path) -> None:
        source, path = tmp_path / "x.typ", tmp_path / "x.pdf"
        source.write_text(SPANS)
        compile_pdf(source, path, published=PUBLISHED)
        assert finish_pdf(path) == 3

    def test_leaves_no_list_of_headers_that_would_hide_the_rows(self, tmp_path: Path) -> None:
        path = rendered(f"# A\n\n{TABLE}", tmp_path, ["pdf"])["pdf"]
        lists = [
            given
            for element in elements(path)
            if element.S == "/TD"
            for given in element.get("/A", [])
            if "/Headers" in given
        ]
        assert lists == []

    def test_leaves_no_empty_titles(self, tmp_path: Path) -> None:
        path = rendered(f"# A\n\n{BOX}", tmp_path, ["pdf"])["pdf"]
        titles = [str(element.T) for element in elements(path) if "/T" in element]
        assert "" not in titles

    def test_twice_is_as_good_as_once(self, tmp_path: Path) -> None:
        path = rendered(f"# A\n\n{TABLE}", tmp_path, ["pdf"])["pdf"]
        once = path.read_bytes()
        finish(path, published=PUBLISHED)
        assert path.read_bytes() == once

    def test_refuses_a_file_without_tags(self, tmp_path: Path) -> None:
        path = tmp_path / "x.pdf"
        with pikepdf.new() as pdf:
            pdf.add_blank_page()
            pdf.save(path)
        with pytest.raises(EngineError, match=r"x\.pdf has no structure"):
            finish_pdf(path)

    def test_a_disk_with_no_room_for_a_second_copy_does_not_end_the_program(
        self, tmp_path: Path
    ) -> None:
        """qpdf ends the whole process where it cannot write."""
        (tmp_path / "a.typ").write_text(SPANS, encoding="utf-8")
        compile_pdf(tmp_path / "a.typ", tmp_path / "a.pdf", published=PUBLISHED)
        kilobytes = (tmp_path / "a.pdf").stat().st_size // 1024 + 5
        (tmp_path / "disk").mkdir()
        program = "import sys; from pathlib import Path; from sufficiency.engines.finish_pdf import"
        program += " finish_pdf; print(finish_pdf(Path(sys.argv[1])))"
        finishing = [sys.executable, "-c", program, str(tmp_path / "disk" / "a.pdf")]
        copied = ["sh", "-c", f'cp {tmp_path}/a.pdf {tmp_path}/disk && "$@"', "sh", *finishing]
        done = run(on_a_small_disk(copied, tmp_path / "disk", kilobytes))
        assert (done.returncode, done.stdout) == (0, "3\n"), done.stderr


class TestStreamEnds:
    def test_a_content_stream_that_ends_with_a_carriage_return_gets_white_space(
        self, tmp_path: Path
    ) -> None:
        text = next(
            content
            for content in (b"% " + b"x" * length for length in range(1, 5000))
            if zlib.compress(content, 9).endswith(b"\r")
        )
        (tmp_path / "a.typ").write_text(SPANS, encoding="utf-8")
        path = tmp_path / "a.pdf"
        compile_pdf(tmp_path / "a.typ", path, published=PUBLISHED)
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            pdf.pages[0].contents_add(pdf.make_stream(b""))
            pdf.pages[0].Contents[-1].write(zlib.compress(text, 9), filter=pikepdf.Name.FlateDecode)
            pdf.save(path)
        finish_pdf(path)
        with pikepdf.open(path) as pdf:
            ends = [pdf.pages[0].Contents[-1]]
            assert ends[0].read_bytes().rstrip(b"\n") == text
            assert not ends[0].read_raw_bytes().endswith(b"\r")
