"""Blocks of Markdown, and text that pandoc shows exactly as it was typed."""

import json
import subprocess

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sufficiency.engines.pandoc import READING, find_pandoc
from sufficiency.prose.markdown import escape_markdown, shift_heading, split_chunks

PARTED = "PARTEDHERE"
TYPED = st.text(
    st.sampled_from("ab1. \"'`*_~^#+-|=:;<>()[]{}\\/$@&%!?,•–£éA\t\n")
    | st.characters(categories=["L", "N", "P", "S", "Zs"]),
    max_size=30,
)
AWKWARD = [
    "1. first",
    "12) twelfth",
    "a. letter",
    "iv. roman",
    "A.  B",
    "(1) one",
    "(@) example",
    "#hash",
    "# heading",
    "- item",
    "+ item",
    "* item",
    ": definition",
    "> quote",
    "| line",
    "---",
    "***",
    "===",
    "```code",
    "~~~",
    ":::",
    "`code`{=html}",
    "<b>bold</b>",
    "<!-- comment -->",
    "https://example.org",
    "<https://example.org>",
    "![picture](x.png)",
    "[link](x)",
    "[^1]",
    "[^1]: note",
    "text{.class}",
    "a_b_c *d* **e**",
    "x^2^ H~2~O",
    "$x$",
    "&amp; &copy;",
    "\\newpage",
    "\\",
    "@fig-x @sec-y",
    "...",
    "a -- b --- c",
    "Table: caption",
    "%title",
    "C:\\temp\\",
    "5 < 6 > 4",
    "~~struck~~",
    '[x]{source="y"}',
    "{{< shortcode >}}",
    "{{ name }}",
]


def shown_by_pandoc(texts: list[str]) -> list[str]:
    """Each text as pandoc's plain words, read as a paragraph of its own by the engines' reader."""
    document = f"\n\n{PARTED}\n\n".join(str(escape_markdown(text)) for text in texts)
    command = [str(find_pandoc()), "--from", f"{READING}-smart", "--to", "json"]
    said = subprocess.run(command, input=document.encode(), capture_output=True, check=True)
    blocks = json.loads(said.stdout)["blocks"]
    parts: list[list[str]] = [[]]
    for block in blocks:
        words = plain(block)
        if words == PARTED:
            parts.append([])
        else:
            parts[-1].append(words)
    return ["".join(part) for part in parts]


def plain(block: dict[str, object]) -> str:
    """A paragraph's words. Anything that is not plain words shows as its JSON."""
    if block["t"] != "Para" or not isinstance(block["c"], list):
        return json.dumps(block)
    spaces = {"Space": " ", "SoftBreak": " "}
    return "".join(
        str(piece["c"]) if piece["t"] == "Str" else spaces.get(piece["t"], json.dumps(piece))
        for piece in block["c"]
    )


def on_one_line(text: str) -> str:
    return " ".join(text.split())


class TestEscapeMarkdown:
    def test_awkward_texts_are_shown_as_typed(self) -> None:
        assert shown_by_pandoc(AWKWARD) == [on_one_line(text) for text in AWKWARD]

    @settings(max_examples=3, suppress_health_check=list(HealthCheck))
    @given(st.lists(TYPED.filter(lambda text: bool(text.strip())), min_size=200, max_size=250))
    def test_any_text_is_shown_as_typed(self, texts: list[str]) -> None:
        shown = [on_one_line(text) for text in shown_by_pandoc(texts)]
        assert shown == [on_one_line(text) for text in texts]

    def test_lines_become_one_and_single_outer_spaces_stay(self) -> None:
        assert escape_markdown(" a\n  b\t\tc ") == " a b c "


class TestSplitChunks:
    @pytest.mark.parametrize(
        ("text", "chunks"),
        [
            ("One\ntwo\n\nthree", ["One\ntwo", "three"]),
            ("- a\n- b\n\nAfter", ["- a\n- b", "After"]),
            ("- a\n\n- b\n\n- c", ["- a\n\n- b\n\n- c"]),
            ("1. a\n\n2. b\n\nAfter", ["1. a\n\n2. b", "After"]),
            ("- a\n\n    more of a\n\nAfter", ["- a\n\n    more of a", "After"]),
            ("Before\n- a", ["Before\n- a"]),
            ("```\na\n\nb\n```\n\nAfter", ["```\na\n\nb\n```", "After"]),
            ("~~~\na\n\n```\n\nb\n~~~", ["~~~\na\n\n```\n\nb\n~~~"]),
            ("::: {.x}\na\n\nb\n:::\n\nAfter", ["::: {.x}\na\n\nb\n:::", "After"]),
            ("## A\ntext below", ["## A", "text below"]),
            ("## A\n### B\ntext", ["## A", "### B", "text"]),
            ("## A\n\ntext", ["## A", "text"]),
            ("Term\n\n:   meaning\n\nAfter", ["Term\n\n:   meaning", "After"]),
            ("A[^1]\n\n[^1]: note\n\n    more\n\nB", ["A[^1]", "[^1]: note\n\n    more", "B"]),
            ("\n\n  \n", []),
        ],
    )
    def test_blocks_stand_together_as_authors_mean_them(self, text: str, chunks: list[str]) -> None:
        assert [chunk.text for chunk in split_chunks(text)] == chunks

    @given(
        st.lists(st.sampled_from(["## A", "text", "- item", "", "    more", "```"]), max_size=12)
    )
    def test_each_stands_where_it_says_and_nothing_is_lost(self, lines: list[str]) -> None:
        text = "\n".join(lines)
        chunks = split_chunks(text)
        assert all(text[c.offset : c.offset + len(c.text)] == c.text for c in chunks)
        assert "".join("".join(c.text.split()) for c in chunks) == "".join(text.split())


class TestShiftHeading:
    def test_only_headings_go_down(self) -> None:
        assert [shift_heading(text, 1) for text in ("## A", "text")] == ["### A", "text"]
