"""Signs that are almost Markdown are told, and those that are some, or are text, are not."""

from pathlib import Path

import pytest

from sufficiency.checks.almost_markup import check_almost_markup
from sufficiency.engines.pandoc import READING, run_pandoc
from tests.checks.contents import content_of


def told(body: str) -> list[tuple[int, int]]:
    """Line and column of what is told of a section with this text."""
    return [(found.at.line, found.at.column) for found in check_almost_markup(content_of(body))]


ALMOST = [
    ("We need:\n- carers\n- homes", (2, 1), "- carers"),
    ("We need\n1. carers\n2. homes", (2, 1), "1. carers"),
    ("We need:\n- carers", (2, 1), "- carers"),
    ("-carers\n-homes", (1, 1), "-carers"),
    ("- carers\n- homes\n-schools", (3, 1), "-schools"),
    ("\N{BULLET} carers\n\N{BULLET} homes", (1, 1), "\N{BULLET} carers"),
    ("##What carers say", (1, 1), "##What"),
    ("| Home | Cost |\n| Own | 675 |", (1, 1), "Cost |"),
    ("The **whole of it.", (1, 5), "**whole"),
    ("The ** whole ** of it.", (1, 5), "** whole **"),
    ("The ==whole== of it.", (1, 5), "==whole=="),
    ("See [our site] (https://example.org).", (1, 5), "[our site]"),
    ("See (our site)[https://example.org].", (1, 5), "(our site)"),
    ("See @Figure-costs.", (1, 5), "@Figure-costs"),
    ("See @section-costs.", (1, 5), "@section-costs"),
    ("See @ sec-costs.", (1, 5), "@ sec-costs"),
    ("See @fig costs.", (1, 5), "@fig"),
    ("She said ::: {.voice consent=a}", (1, 10), "::: {.voice"),
]


@pytest.mark.parametrize(("body", "place", "printed"), ALMOST, ids=[one[0] for one in ALMOST])
def test_signs_that_would_be_printed_are_told(
    body: str, place: tuple[int, int], printed: str, tmp_path: Path
) -> None:
    assert printed in as_printed(body, tmp_path)
    assert told(body) == [place]


def test_a_title_in_curly_quotation_marks_is_told(tmp_path: Path) -> None:
    body = "See [our site](https://example.org “Our site”)."
    assert "title=" not in page_of(body, tmp_path)
    assert told(body) == [(1, 14)]


@pytest.mark.parametrize(
    "body",
    [
        "We need:\n\n- carers\n- homes",
        "## We need\n- carers\n- homes",
        "It is dear\n- and rare - to find one.",
        "In March\n2019. It was cold.",
        "- carers\n  - near home\n- homes",
        "*carers*\n*homes*",
        "**carers** and ***homes***",
        "A line\n\n* * *\n\n***",
        r"The \** of it.",
        "`**` and `==a==`",
        "x == y == z",
        "| Home | Cost |\n|---|---|\n| Own | 675 |",
        "See @sec-costs, @Fig-costs and @tbl-costs.",
        "Write to a@sec-costs.example or to @barnet.",
        "See [our site](https://example.org 'Our site') (https://example.org).",
        "Term\n\n:   What it means.",
        "-5 degrees\n-6 degrees",
        "#1 of all",
    ],
)
def test_markdown_and_what_may_be_meant_are_let_through(body: str) -> None:
    assert told(body) == []


def page_of(body: str, folder: Path) -> str:
    (folder / "body.md").write_text(body, "utf-8")
    return run_pandoc(["body.md", "--from", READING], making="the page", folder=folder).decode()


def as_printed(body: str, folder: Path) -> str:
    """What a reader sees of it, as the tool has pandoc read it."""
    (folder / "body.md").write_text(body, "utf-8")
    arguments = ["body.md", "--from", READING, "--to", "plain", "--wrap", "none"]
    return run_pandoc(arguments, making="the text", folder=folder).decode()
