"""A sign for emphasis within a word is told, and only where pandoc takes it for one."""

from pathlib import Path

import pytest

from sufficiency.checks.emphasis import check_emphasis
from sufficiency.engines.pandoc import READING, run_pandoc
from tests.checks.contents import content_of


def told(body: str) -> list[tuple[int, str]]:
    """Column and message of what is told of a section with this text."""
    return [(found.at.column, found.message) for found in check_emphasis(content_of(body))]


@pytest.mark.parametrize(
    ("body", "column"),
    [
        ("All 5*3*2 of them.", 6),
        ("They are 5*3 and 2*4.", 11),
        ("For care*leavers*too.", 9),
        ("All 2**3**2 of them.", 6),
        ("See https://example.org/5*3*2.", 26),
        ("A line, and\n5*3*2.", 2),
    ],
)
def test_emphasis_within_a_word_is_told(body: str, column: int, tmp_path: Path) -> None:
    assert is_emphasis_to_pandoc(body, tmp_path)
    assert [place for place, _ in told(body)] == [column]


@pytest.mark.parametrize(
    "body",
    [
        "All 5*3 of them.",
        r"All 5\*3\*2 of them.",
        "All 5 * 3 * 2 of them.",
        "All 5_3_2 of them.",
        "Costs* that rise*.",
        "`5*3*2`",
        "5*3\n\n2*1",
        "[a page](https://example.org/5*3*2) and <https://example.org/5*3*2>",
    ],
)
def test_what_is_printed_as_it_was_typed_is_let_through(body: str, tmp_path: Path) -> None:
    assert not is_emphasis_to_pandoc(body, tmp_path)
    assert told(body) == []


@pytest.mark.parametrize("body", ["The *whole* text.", "The **whole**, *all* of it.", "*5*3"])
def test_emphasis_that_is_meant_is_let_through(body: str, tmp_path: Path) -> None:
    assert is_emphasis_to_pandoc(body, tmp_path)
    assert told(body) == []


def is_emphasis_to_pandoc(body: str, folder: Path) -> bool:
    """Whether pandoc, as the tool reads with it, sets any of the text apart."""
    (folder / "body.md").write_text(body, "utf-8")
    page = run_pandoc(["body.md", "--from", READING], making="the page", folder=folder)
    return b"<em>" in page or b"<strong>" in page
