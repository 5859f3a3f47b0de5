"""The documentation is true: what it names exists, and what exists is named."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from sufficiency.cli import app

ROOT = Path(__file__).resolve().parents[1]


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


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


class TestReadme:
    def test_every_command_is_documented_and_no_other(self) -> None:
        documented = set(re.findall(r"^\| `sufficiency (\w+)", read("README.md"), re.M))
        command = get_command(app)
        assert documented == set(command.commands)  # type: ignore[attr-defined]

    @pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md"])
    def test_every_link_leads_to_a_file(self, name: str) -> None:
        links = re.findall(r"\]\((?!https?:|#)([^)#]+)", read(name))
        assert [link for link in links if not (ROOT / link).exists()] == []


class TestDecisions:
    def test_they_are_numbered_without_a_gap(self) -> None:
        numbers = sorted(path.name[:4] for path in (ROOT / "docs/decisions").glob("*.md"))
        assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]
