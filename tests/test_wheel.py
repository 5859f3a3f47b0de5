"""The wheel carries all that a council needs: it builds a copy of the example it brings."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from sufficiency.sources import audited_whole, resolve_templates
from sufficiency.sources.audited import read_record

ROOT = Path(__file__).resolve().parents[1]


def run(*command: str, folder: Path, path: Path | None = None, cache: Path | None = None) -> str:
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    # The unpacked wheel stands before the checkout, which an editable install puts on the path.
    environment |= {"PYTHONPATH": str(path)} if path else {}
    environment |= {"SUFFICIENCY_CACHE": str(cache)} if cache else {}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built and unpacked into a folder of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "-q")
    run(*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", ".", str(ROOT), folder=folder)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"


@pytest.mark.xdist_group("wheel")
class TestWheel:
    def test_it_builds_a_copy_of_the_example(self, installed: Path, tmp_path: Path) -> None:
        command = (sys.executable, "-m", "sufficiency")
        options = {"folder": tmp_path, "path": installed, "cache": tmp_path / "cache"}
        run(*command, "init", "mine", "--example", "barnet", **options)
        printed = run(*command, "build", "--project", "mine", "--format", "html", **options)
        (page,) = (tmp_path / "mine" / "_output").glob("*.html")
        assert printed == f"{page.relative_to(tmp_path).as_posix()}\n"
        assert "We need…" in page.read_text("utf-8")

    def test_it_starts_a_project_and_adds_to_it(self, installed: Path, tmp_path: Path) -> None:
        command = (sys.executable, "-m", "sufficiency")
        options = {"folder": tmp_path, "path": installed, "cache": tmp_path / "cache"}
        run(*command, "init", "our plan", "--council", "Ambleford", **options)
        run(*command, "new", "section", "Care leavers", "--project", "our plan", **options)
        printed = run(*command, "build", "--project", "our plan", "--format", "docx", **options)
        file, to_do = printed.splitlines()
        assert (tmp_path / file).is_file()
        assert to_do == "Built with 2 problems, marked in the documents."
        for name in (
            ".vscode/settings.json",
            "_quarto.yml",
            "Build.cmd",
            "Check.cmd",
            ".gitignore",
        ):
            assert (tmp_path / "our plan" / name).is_file()

    def test_it_writes_a_page_of_problems(self, installed: Path, tmp_path: Path) -> None:
        command = (sys.executable, "-m", "sufficiency")
        options = {"folder": tmp_path, "path": installed, "cache": tmp_path / "cache"}
        run(*command, "init", "mine", "--example", "barnet", **options)
        run(*command, "check", "--project", "mine", "--report", "html", **options)
        assert "<h1>No problems</h1>" in (tmp_path / "mine" / "problems.html").read_text("utf-8")

    def test_it_holds_every_template_and_the_whole_example(self, installed: Path) -> None:
        packaged = installed / "sufficiency" / "_packaged"
        for name, inside in (
            ("templates", packaged / "templates"),
            ("strategy", packaged / "examples/barnet/strategy"),
            ("data", packaged / "examples/barnet/data"),
        ):
            expected = sorted(p.relative_to(ROOT / name) for p in (ROOT / name).rglob("*.*"))
            assert sorted(p.relative_to(inside) for p in inside.rglob("*.*")) == expected

    def test_its_templates_have_the_fingerprint_of_the_checkouts(
        self, installed: Path, tmp_path: Path
    ) -> None:
        code = (
            "from pathlib import Path; from sufficiency.sources import *;"
            "from sufficiency.sources.audited import read_record;"
            "print(audited_whole(resolve_templates(Path())[0]), read_record().templates)"
        )
        printed = run(sys.executable, "-c", code, folder=tmp_path, path=installed)
        templates, _ = resolve_templates(ROOT)
        assert printed.split() == [audited_whole(templates), read_record().templates]

    def test_it_is_the_unpacked_wheel_that_runs(self, installed: Path, tmp_path: Path) -> None:
        code = "import sufficiency; print(sufficiency.__file__)"
        printed = run(sys.executable, "-c", code, folder=tmp_path, path=installed)
        assert Path(printed.strip()).is_relative_to(installed)
