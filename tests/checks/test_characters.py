"""Every character that is printed has a shape in the font."""

from dataclasses import replace
from pathlib import Path

import pytest

from sufficiency.brand import default_brand
from sufficiency.checks.characters import check_characters
from sufficiency.engines import drawable_characters
from sufficiency.sources import read_project
from tests.a_project import write_project
from tests.released import row, table


@pytest.fixture(scope="module")
def drawable() -> frozenset[str]:
    return drawable_characters(default_brand(), lambda key, make: make())


def told(text: str, drawable: frozenset[str]) -> list[str]:
    texts = {"strategy/sections/10-summary.md": text}
    return [str(problem) for problem in check_characters(texts, {}, drawable)]


class TestCheckCharacters:
    def test_an_emoji_is_told_with_its_line_and_column(self, drawable: frozenset[str]) -> None:
        assert told("First.\nA home \N{HOUSE BUILDING}", drawable) == [
            "strategy/sections/10-summary.md:2:8 the character "
            '"\N{HOUSE BUILDING}" (U+1F3E0) has no shape in the font. '
            "Use another character, or a word in its place."
        ]

    def test_words_of_another_script_are_told_once(self, drawable: frozenset[str]) -> None:
        assert told("We ask 東京 都 and 京 都.", drawable) == [
            'strategy/sections/10-summary.md:1:8 the letters or signs of "東京 都" have no shape '
            "in the font. Write it in Latin letters, or use other words.",
            'strategy/sections/10-summary.md:1:17 the letters or signs of "京 都" have no shape '
            "in the font. Write it in Latin letters, or use other words.",
        ]

    @pytest.mark.parametrize(
        "text",
        ["Llŷn, dŵr, Łódź, café", "محمد, יוסף, Ελένη, Олена", "“£5” – 50% … ’s\t−1", "½ × ÷ °"],
    )
    def test_letters_of_our_languages_and_signs_of_print_are_drawn(
        self, text: str, drawable: frozenset[str]
    ) -> None:
        assert told(text, drawable) == []

    def test_a_name_in_an_extract_is_told_at_its_row(self, drawable: frozenset[str]) -> None:
        tables = {"in_care": table(row("Amble\N{HEAVY CHECK MARK}", 2019, 5, line=7))}
        (problem,) = check_characters({}, tables, drawable)
        assert str(problem.at) == "data/children.csv:7:1"

    def test_one_in_a_workbook_at_its_cell(self, drawable: frozenset[str]) -> None:
        made = table(row("Amble\N{HEAVY CHECK MARK}", 2019, 5, line=7))
        tables = {"in_care": replace(made, extract=replace(made.extract, sheet="Costs"))}
        (problem,) = check_characters({}, tables, drawable)
        assert str(problem.at) == "data/children.csv:Costs!A7"

    @pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
    def test_a_line_is_counted_as_where_it_is_read(
        self, tmp_path: Path, drawable: frozenset[str], line_end: str
    ) -> None:
        path = "strategy/sections/10-summary.md"
        text = "---\ntitle: Summary\n---\nFirst.\nA home \N{HOUSE BUILDING}\n"
        data = b"\xef\xbb\xbf" + text.replace("\n", line_end).encode()
        project, problems = read_project(write_project(tmp_path, {path: data}))
        assert problems == []
        (problem,) = check_characters(project.texts, {}, drawable)
        assert str(problem.at) == f"{path}:5:8"
