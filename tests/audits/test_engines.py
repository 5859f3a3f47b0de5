"""Both engines make the same documents. Decided where there is a real Quarto, on the PATH.

Elsewhere these tests are left out (tests/conftest.py). What can be shown without Quarto, with a
stand-in for it, is in tests/engines/test_quarto.py and tests/test_hooks.py.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.a_project import replaced, write_project
from tests.audits.same_documents import differences
from tests.example import FORMATS, ROOT, ExampleOutputs, outputs_in

pytestmark = [pytest.mark.audit, pytest.mark.real_quarto, pytest.mark.xdist_group("quarto")]

PROJECT = ("strategy", "data", "_quarto.yml", "_brand.yml")


def run(*command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs a command as in an environment that is activated: its hooks find this Python's tools."""
    programs = str(Path(sys.executable).parent)
    environment = {**os.environ, "PATH": os.pathsep.join([programs, os.environ["PATH"]])}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def copy_of_the_example(folder: Path) -> Path:
    folder.mkdir()
    for name in PROJECT:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name)
        elif (ROOT / name).exists():
            shutil.copy(ROOT / name, folder)
    return folder


@pytest.fixture(scope="module")
def by_engine(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The example by `sufficiency build --engine quarto`, without templates of its own."""
    folder = copy_of_the_example(tmp_path_factory.mktemp("engine") / "project")
    built = run("sufficiency", "build", "--engine", "quarto", folder=folder)
    assert built.returncode == 0, built.stdout + built.stderr
    return outputs_in(folder / "_output").by_format


@pytest.fixture(scope="module")
def by_render(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """The example by `quarto render`, with its hooks."""
    folder = copy_of_the_example(tmp_path_factory.mktemp("render") / "project")
    rendered = run("quarto", "render", folder=folder)
    assert rendered.returncode == 0, rendered.stdout + rendered.stderr
    assert not (folder / "_rendered").exists()
    return outputs_in(folder / "_output").by_format


class TestSameDocuments:
    @pytest.mark.parametrize("format", FORMATS)
    def test_build_in_quarto_makes_what_the_embedded_engine_does(
        self, example_outputs: ExampleOutputs, by_engine: Mapping[str, Path], format: str
    ) -> None:
        assert by_engine[format].name == example_outputs.by_format[format].name
        assert differences(example_outputs.by_format[format], by_engine[format]) == []

    @pytest.mark.parametrize("format", FORMATS)
    def test_quarto_render_makes_what_the_embedded_engine_does(
        self, example_outputs: ExampleOutputs, by_render: Mapping[str, Path], format: str
    ) -> None:
        assert by_render[format].name == example_outputs.by_format[format].name
        assert differences(example_outputs.by_format[format], by_render[format]) == []

    def test_the_page_brings_nothing_of_quartos_along(self, by_render: Mapping[str, Path]) -> None:
        page = by_render["html"].read_text("utf-8")
        assert "quarto" not in page.casefold()


class TestFailures:
    def test_a_final_with_a_reference_that_leads_nowhere_is_refused(self, tmp_path: Path) -> None:
        changes = replaced("strategy/sections/20-fostering.md", "@fig-in-care", "@fig-in-cart")
        project = write_project(tmp_path / "project", changes)
        shutil.copy(ROOT / "_quarto.yml", project)
        strategy = project / "strategy" / "strategy.yml"
        strategy.write_text(strategy.read_text("utf-8").replace("draft", "final"), "utf-8")
        rendered = run("quarto", "render", folder=project)
        assert rendered.returncode != 0
        assert "fig-in-cart" in rendered.stdout + rendered.stderr
        assert not (project / "_output").exists()

    def test_a_reference_of_a_template_that_leads_nowhere_ends_both_engines_alike(
        self, tmp_path: Path
    ) -> None:
        project = write_project(tmp_path / "project")
        partials = project / "templates" / "partials"
        partials.mkdir(parents=True)
        text = (ROOT / "templates" / "partials" / "document-control.md.j2").read_text("utf-8")
        (partials / "document-control.md.j2").write_text(text + "\nSee @fig-none.\n", "utf-8")
        strategy = project / "strategy" / "strategy.yml"
        strategy.write_text(strategy.read_text("utf-8").replace("draft", "final"), "utf-8")
        said = [
            run("sufficiency", "build", "--engine", engine, folder=project)
            for engine in ("embedded", "quarto")
        ]
        assert [one.returncode for one in said] == [3, 3]
        message = "the cross-reference @fig-none leads nowhere: nothing here is called fig-none."
        assert all(message in one.stderr for one in said)
