"""Labels of the numbers in published texts: each on a number, and every number with one."""

import hashlib
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from tests.prose.labelled import (
    FLAGGED,
    LABELS,
    LET_PASS,
    NUMBER_WORD,
    SEEDS,
    TOKEN,
    WORD_KINDS,
    Label,
    find_number_words,
    find_tokens,
    read_labels,
)

README = (LABELS / "README.md").read_text(encoding="utf-8")
EVERY_TEXT = pytest.mark.parametrize("name", SEEDS)


def in_digits(labels: list[Label]) -> list[Label]:
    return [label for label in labels if label.kind not in WORD_KINDS]


def in_words(labels: list[Label]) -> list[Label]:
    return [label for label in labels if label.kind in WORD_KINDS]


def without_layout(pattern: str) -> str:
    return re.sub(r"\s+", " ", pattern).strip()


@EVERY_TEXT
class TestLabels:
    def test_they_stand_in_the_order_of_the_text_and_never_overlap(self, name: str) -> None:
        places = [label.place for label in read_labels(name)]
        overlapping = [
            later
            for earlier, later in pairwise(places)
            if (earlier.line, earlier.column + earlier.length) > (later.line, later.column)
        ]
        assert overlapping == []

    def test_a_kind_decides_what_is_flagged_unless_a_note_says_why(self, name: str) -> None:
        labels = read_labels(name)
        assert {label.kind for label in labels} <= FLAGGED | LET_PASS
        assert [x for x in labels if x.bind != (x.kind in FLAGGED) and not x.note] == []

    def test_what_has_no_kind_of_its_own_has_a_note(self, name: str) -> None:
        assert [x for x in read_labels(name) if x.kind == "other" and not x.note] == []


class TestReadme:
    def test_it_shows_the_patterns_that_find_the_numbers(self) -> None:
        shown = without_layout(README)
        assert without_layout(TOKEN.pattern) in shown
        assert without_layout(NUMBER_WORD.pattern) in shown

    @pytest.mark.parametrize("kind", sorted(FLAGGED | LET_PASS))
    def test_its_counts_are_those_of_the_labels(self, kind: str) -> None:
        counts = [Counter(label.kind for label in read_labels(name))[kind] for name in SEEDS]
        flagged = "yes" if kind in FLAGGED else "no"
        cells = [f"`{kind}`", flagged, *map(str, counts), str(sum(counts))]
        assert "| " + " | ".join(cells) + " |" in README


class TestFindTokens:
    @pytest.mark.parametrize(
        "token",
        [
            *("7", "1,204", "3.5", "20%", "£1.2m", "16+", "16-17", "16–17", "2018/19", "1:1"),
            *("24/7", "24-hour", "22G", "S.20", "SSDA903", "19th", "11-13-year-old", "½", "¹"),
            *("https://example.org/a_1/b.pdf", "homes@team4.example.org"),
        ],
    )
    def test_one_number_is_one_token(self, token: str) -> None:
        assert find_tokens(f"In ({token}), **{token}**.") == {
            (1, 5, len(token)),
            (1, 10 + len(token), len(token)),
        }

    def test_a_range_with_spaces_is_two_and_a_sign_is_outside(self) -> None:
        assert find_tokens("0 – 9\n2024 -2027") == {(1, 1, 1), (1, 5, 1), (2, 1, 4), (2, 7, 4)}

    def test_a_mark_of_a_footnote_is_its_own(self) -> None:
        assert find_tokens("in 2010¹ and care²") == {(1, 4, 4), (1, 8, 1), (1, 18, 1)}


class TestFindNumberWords:
    @pytest.mark.parametrize("word", ["Twelve", "two-thirds", "one-to-one", "doubled", "forty"])
    def test_a_word_with_a_number_in_it_is_found_whole(self, word: str) -> None:
        assert find_number_words(f"our {word}.") == {(1, 5, len(word))}

    def test_a_number_inside_another_word_is_none(self) -> None:
        assert find_number_words("someone often weighs a threesome, tenth2 and oneself") == set()


@pytest.mark.seeds
@EVERY_TEXT
class TestSeeds:
    """With the texts at hand: nothing in them moved, and nothing was overlooked."""

    def test_the_text_is_the_one_that_was_labelled(self, name: str, seeds: Path) -> None:
        digest = hashlib.sha256((seeds / SEEDS[name]).read_bytes()).hexdigest()
        assert f"| `{SEEDS[name]}` | `{digest}` |" in README

    def test_every_number_in_digits_has_one_label(self, name: str, seeds: Path) -> None:
        labelled = [label.place for label in in_digits(read_labels(name))]
        text = (seeds / SEEDS[name]).read_text(encoding="utf-8")
        assert labelled == sorted(find_tokens(text))

    def test_every_number_word_has_one_label(self, name: str, seeds: Path) -> None:
        labelled = [label.place for label in in_words(read_labels(name))]
        text = (seeds / SEEDS[name]).read_text(encoding="utf-8")
        assert labelled == sorted(find_number_words(text))
