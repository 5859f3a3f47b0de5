"""Contact sheets: every page on one ground, in rows, none laid over another."""

from pathlib import Path

from PIL import Image

from tools import pictures


def test_pages_stand_in_rows_with_a_gap_around_each(tmp_path: Path) -> None:
    pages = [Image.new("RGB", (40, 60), "white") for _ in range(7)]
    sheet = Image.open(pictures.sheet(pages, tmp_path / "sheet.png", across=5))
    gap = pictures.GAP
    assert sheet.size == (5 * (40 + gap) + gap, 2 * (60 + gap) + gap)
    white = [number for number, colour in sheet.convert("RGB").getcolors() or []]
    assert 7 * 40 * 60 in white
