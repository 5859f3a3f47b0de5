"""The documentation is true: what it names exists, and what exists is named."""

import re
import shutil
from configparser import ConfigParser
from pathlib import Path
from textwrap import dedent

import pytest
from typer.main import get_command

from sufficiency import pipeline
from sufficiency.cli import app
from sufficiency.outputs import Cache, cache_folder
from sufficiency.problems.reports import tell

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def without_line_numbers(told: str) -> str:
    """What is told, whatever line of the file it stands in."""
    return re.sub(r"^ *\d+ \|", "|", re.sub(r":\d+:", ":", told), flags=re.MULTILINE)


class TestArchitecture:
    def test_every_path_it_names_exists(self) -> None:
        text = read("ARCHITECTURE.md") + read("CONTRIBUTING.md")
        paths = set(
            re.findall(r"`((?:sufficiency|templates|docs|strategy|data|tests)/[\w./-]*)`", text)
        )
        assert len(paths) > 30
        assert [path for path in sorted(paths) if not (ROOT / path).exists()] == []

    def test_it_names_every_room(self) -> None:
        rooms = {
            path.name
            for path in (ROOT / "sufficiency").iterdir()
            if (path / "__init__.py").is_file()
        }
        text = read("ARCHITECTURE.md")
        assert [room for room in sorted(rooms) if f"`sufficiency/{room}`" not in text] == []

    def test_rooms_stand_in_the_order_that_the_linter_holds(self) -> None:
        rows = re.findall(r"^\| `sufficiency/(\w+)(?:\.py)?`", read("ARCHITECTURE.md"), re.M)
        layers = re.findall(r"^    ([a-z_]+(?: \| [a-z_]+)*)$", read(".importlinter"), re.M)
        upwards = [room for layer in reversed(layers) for room in reversed(layer.split(" | "))]
        assert [room for room in upwards if room in rows] == rows
        assert len(rows) > 12


class TestImportRules:
    @pytest.mark.parametrize(
        ("contract", "below"),
        [("released", "disclosure"), ("frames", "disclosure")],
    )
    def test_every_room_above_disclosure_control_is_held(self, contract: str, below: str) -> None:
        rules = ConfigParser()
        rules.read_string(read(".importlinter"))
        layers = rules["importlinter:contract:layers"]["layers"].split()
        above = layers[: layers.index(below)]
        held = rules[f"importlinter:contract:{contract}"]["source_modules"].split()
        rooms = {f"sufficiency.{room}" for room in above if room not in ("|", "__main__")}
        assert rooms - set(held) == set()


class TestReadme:
    def test_every_command_is_documented_and_no_other(self) -> None:
        documented = set(re.findall(r"^\| `sufficiency (\w+)", read("README.md"), re.M))
        command = get_command(app)
        assert documented == set(command.commands)  # type: ignore[attr-defined]

    def test_its_problem_is_told_in_these_words(self, tmp_path: Path) -> None:
        (block,) = re.findall(r"```\n( +strategy/facts.yml:.*?)\n +```", read("README.md"), re.S)
        for folder in ("strategy", "data"):
            shutil.copytree(ROOT / folder, tmp_path / folder)
        facts = tmp_path / "strategy" / "facts.yml"
        text = facts.read_text("utf-8")
        facts.write_text(text.replace("fostered_in_house\n", "fostered_in_hous\n", 1), "utf-8")
        _, problems = pipeline.understand(tmp_path, cache=Cache(cache_folder()))
        told = tell(pipeline.find_lines(tmp_path, problems)).plain
        assert without_line_numbers(dedent(block)) in without_line_numbers(told)


class TestLinks:
    @pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
    def test_every_link_leads_to_a_file_and_its_heading(self, page: Path) -> None:
        links = re.findall(r"\]\((?!https?:)([^)\s]+)\)", page.read_text("utf-8"))
        assert [link for link in links if not leads_somewhere(page, link)] == []

    def test_the_page_for_authors_is_among_them(self) -> None:
        assert "(docs/for-authors.md)" in read("README.md")


def leads_somewhere(page: Path, link: str) -> bool:
    """Whether there is a file of this path, and in it a heading as GitHub names it in links."""
    path, _, anchor = link.partition("#")
    target = page.parent / path if path else page
    if not target.exists() or not anchor:
        return target.exists()
    headings = re.findall(r"^#+ (.+)$", target.read_text("utf-8"), re.M)
    return anchor in {
        re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings
    }


class TestDecisions:
    def test_they_are_numbered_without_a_gap(self) -> None:
        numbers = sorted(path.name[:4] for path in (ROOT / "docs/decisions").glob("*.md"))
        assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]
