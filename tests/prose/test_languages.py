"""Words in another language: which are read as such, and what they become."""

import pytest

from sufficiency.prose.languages import (
    escape_around_languages,
    fault_of_language,
    in_language,
    without_languages,
)


class TestCodes:
    @pytest.mark.parametrize("code", ["cy", "CY", "prs", "pt-BR", "zh-Hant-TW", "es-419"])
    def test_of_the_shape_are_taken(self, code: str) -> None:
        assert fault_of_language(code) is None

    @pytest.mark.parametrize("code", ["", "c", "wx", "welsh", "cy_GB", "cy-", "cy GB", "cy\n"])
    def test_of_another_are_told(self, code: str) -> None:
        assert fault_of_language(code) is not None

    @pytest.mark.parametrize(("typed", "meant"), [("Welsh", "cy"), ("Arabc", "ar")])
    def test_a_name_is_answered_with_its_code(self, typed: str, meant: str) -> None:
        fault = fault_of_language(typed)
        assert fault and fault[1] == f"Did you mean {{lang={meant}}}?"


class TestTextOfTheYaml:
    def test_is_escaped_but_for_the_mark(self) -> None:
        shown = escape_around_languages("*Hi* [Croeso *i* bawb]{lang=cy} [x]{lang=cy .y}")
        assert shown == (r"\*Hi\* [Croeso \*i\* bawb]{lang=cy} \[x\]\{lang\=cy .y\}")

    def test_reads_without_the_mark_where_markdown_has_no_meaning(self) -> None:
        assert without_languages(r'A [b \] c]{lang="cy"} \[d\]') == r"A b \] c \[d\]"


class TestBlocks:
    def test_stand_in_a_box_of_their_language(self) -> None:
        assert in_language("Croeso.", "cy") == '::: {lang="cy"}\n\nCroeso.\n\n:::'

    def test_in_none_stay_as_they_are(self) -> None:
        assert in_language("Welcome.", None) == "Welcome."

    @pytest.mark.parametrize("name", ["", " {#sec-croeso .unnumbered}"])
    def test_of_a_heading_only_the_words_are_marked(self, name: str) -> None:
        assert in_language(f"## Croeso{name}", "cy") == f'## [Croeso]{{lang="cy"}}{name}'
