"""Which lines may be shown: never one that may be about a child."""

import pytest

from sufficiency.disclosure import CATALOGUE, quotable_lines
from tests.a_project import SOUND

EXTRACT = "data/children.csv"


def is_quoted(catalogue: str, path: str = EXTRACT) -> bool:
    lines = {path: ("a line",), CATALOGUE: tuple(catalogue.split("\n"))}
    return path in quotable_lines(lines)


def changed(old: str, new: str) -> str:
    assert old in SOUND[CATALOGUE]
    return SOUND[CATALOGUE].replace(old, new, 1)


class TestQuotableLines:
    def test_a_published_extract_is_quoted(self) -> None:
        assert is_quoted(SOUND[CATALOGUE])

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("release: published", "release: protect"),
            ("release: published", "release: publishd"),
            ("    release: published\n", ""),
            ("    release: published", "    release: published\n    release: protect"),
            ("    release: published", "    release: published\n    relese: protect"),
            ("file: children.csv", "file: Children.csv"),
            ("file: children.csv", "file: ./children.csv"),
            ("extracts:", "extract:"),
            ("extracts:", 'extracts: "'),
        ],
    )
    def test_any_doubt_in_the_catalogue_hides_it(self, old: str, new: str) -> None:
        assert not is_quoted(changed(old, new))

    def test_a_second_entry_that_protects_the_same_file_hides_it(self) -> None:
        catalogue = changed("file: costs.csv", "file: children.csv")
        head, _, tail = catalogue.rpartition("release: published")
        assert is_quoted(catalogue)
        assert not is_quoted(f"{head}release: protect{tail}")

    def test_an_entry_that_cannot_be_read_hides_every_extract(self) -> None:
        costs = SOUND[CATALOGUE].rpartition("title: Costs of homes")
        assert not is_quoted(costs[0] + "titel: Costs of homes" + costs[2])

    def test_a_file_that_the_catalogue_does_not_name_is_hidden(self) -> None:
        assert not is_quoted(SOUND[CATALOGUE], "data/others.csv")
        assert not is_quoted(SOUND[CATALOGUE], "data/notes.md")
        assert not is_quoted(SOUND[CATALOGUE], "data/indicators.yaml")

    def test_without_a_catalogue_every_extract_is_hidden(self) -> None:
        assert quotable_lines({EXTRACT: ("a line",)}) == {}

    @pytest.mark.parametrize(
        "path", ["strategy/facts.yml", "strategy/sections/10-a.md", "data/indicators.yml"]
    )
    def test_what_authors_write_is_quoted(self, path: str) -> None:
        assert is_quoted("", path)
