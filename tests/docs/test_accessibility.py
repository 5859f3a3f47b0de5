"""The pages on accessibility: every criterion has its row, and what tests it exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# WCAG 2.2, levels A and AA; 4.1.1 was taken out.
LEVEL_A = """1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2
2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7
4.1.2"""
LEVEL_AA = """1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6
2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3"""
ROW = re.compile(r"^\| (\d\.\d\.\d+) [^|]+ \((A+)\) \|(.+)\|(.+)\|(.+)\|$", re.MULTILINE)


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


class TestAccessibility:
    def test_it_has_a_row_for_each_criterion(self) -> None:
        rows = [(row[0], row[1]) for row in ROW.findall(read("docs/accessibility.md"))]
        expected = [(one, "A") for one in LEVEL_A.split()]
        expected += [(one, "AA") for one in LEVEL_AA.split()]
        assert len(expected) == 55
        assert rows == sorted(expected, key=lambda row: [int(part) for part in row[0].split(".")])

    def test_each_row_names_what_tests_it_or_says_that_nothing_does(self) -> None:
        for criterion, _, how, tested, person in ROW.findall(read("docs/accessibility.md")):
            assert how.strip(), criterion
            assert "`tests/" in tested or tested.strip() == "no test", criterion
            assert "`tests/" not in person, criterion

    def test_what_nothing_tests_is_for_a_person(self) -> None:
        rows = ROW.findall(read("docs/accessibility.md"))
        left = [row[0] for row in rows if row[3].strip() == "no test" and row[4].strip() == "–"]
        assert left == []


@pytest.mark.parametrize("page", ["docs/accessibility.md", "docs/web-team.md"])
class TestPages:
    def test_every_path_it_names_exists(self, page: str) -> None:
        paths = set(
            re.findall(r"`((?:sufficiency|templates|tests|strategy)/[\w./-]*)`", read(page))
        )
        assert paths
        assert [path for path in sorted(paths) if not (ROOT / path).exists()] == []

    def test_the_readme_leads_to_it(self, page: str) -> None:
        assert f"({page})" in read("README.md")
