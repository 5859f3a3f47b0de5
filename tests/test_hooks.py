"""compose, render, finish: what Quarto's hooks do, with a stand-in for it (tests/fake_quarto)."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests import fake_quarto
from tests.a_project import replaced, write_project
from tests.example import ROOT

FORMATS = (".docx", ".html", ".pdf")


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A PATH on which the stand-in comes first."""
    return fake_quarto.path_with(fake_quarto.install(tmp_path_factory.mktemp("programs")))


@pytest.fixture(autouse=True)
def stand_in(programs: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", programs)


def a_final(folder: Path) -> Path:
    """The sound project, a final, without templates of its own."""
    write_project(folder, replaced("strategy/strategy.yml", "status: draft", "status: final"))
    shutil.copy(ROOT / "_quarto.yml", folder)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return a_final(tmp_path / "project")


@pytest.fixture(scope="module")
def rendered_once(programs: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project as it stands when all formats were rendered; to be read and copied."""
    folder = a_final(tmp_path_factory.mktemp("rendered") / "project")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", programs)
        patch.setenv("SUFFICIENCY_CACHE", str(tmp_path_factory.mktemp("cache")))
        rendered = quarto_render(folder)
    assert rendered.returncode == 0, rendered.stderr
    return folder


@pytest.fixture
def rendered(rendered_once: Path, tmp_path: Path) -> Path:
    """A project that was rendered, for one test alone."""
    return Path(shutil.copytree(rendered_once, tmp_path / "project"))


def quarto_render(project: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["quarto", "render", *more], cwd=project, capture_output=True, encoding="utf-8", check=False
    )


def changes_before_finish(project: Path, change: str) -> None:
    """Quarto runs the command when it has rendered, before it calls this tool.

    The project becomes a draft: a hook of another name is a problem.
    """
    write_project(project, replaced("strategy/strategy.yml", "draft", "draft"))
    settings = project / "_quarto.yml"
    hook = "post-render: sufficiency finish"
    changing = hook.replace("sufficiency finish", f'sh -c "{change} && sufficiency finish"')
    settings.write_text(settings.read_text("utf-8").replace(hook, changing))


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.xdist_group("fake quarto")
class TestQuartoRender:
    def test_the_documents_are_published_with_manifest_and_evidence(self, rendered: Path) -> None:
        output = rendered / "_output"
        documents = sorted(path.name for path in output.iterdir() if path.suffix in FORMATS)
        stem = "ambleford-placement-sufficiency-strategy-2019-2022"
        assert documents == [stem + ending for ending in FORMATS]
        assert (output / "evidence" / "ledger.json").is_file()
        manifest = json.loads((output / "manifest.json").read_text("utf-8"))
        assert manifest["tools"]["quarto"] == "1.10.18"
        assert "_quarto.yml" in manifest["inputs"]
        assert not (rendered / "_rendered").exists()
        assert list((rendered / "composed").glob("*.html")) == []

    def test_it_makes_what_build_in_quarto_makes(self, rendered: Path, tmp_path: Path) -> None:
        built = subprocess.run(
            ["sufficiency", "build", "--engine", "quarto", "--output", str(tmp_path / "out")],
            cwd=rendered,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert built.returncode == 0, built.stderr
        one, other = contents(rendered / "_output"), contents(tmp_path / "out")
        # typst names a file by the moment too, which build can give it and a hook cannot.
        apart = {name for name in one if name.endswith((".pdf", "manifest.json"))}
        assert {name for name in one | other if one.get(name) != other.get(name)} <= apart

    def test_rendering_twice_makes_the_same_bytes(self, rendered: Path) -> None:
        first = contents(rendered / "_output")
        assert quarto_render(rendered).returncode == 0
        assert contents(rendered / "_output") == first

    def test_one_format_leaves_the_others_that_stand_there(self, rendered: Path) -> None:
        again = quarto_render(rendered, "--to", "html")
        assert again.returncode == 0
        assert "From an earlier build:" in again.stderr
        documents = [path for path in (rendered / "_output").iterdir() if path.suffix in FORMATS]
        assert len(documents) == 3

    def test_a_final_with_problems_is_refused_and_what_stood_there_stays(
        self, rendered: Path
    ) -> None:
        before = contents(rendered / "_output")
        write_project(
            rendered,
            {
                **replaced("strategy/strategy.yml", "status: draft", "status: final"),
                **replaced("strategy/sections/20-fostering.md", "@fig-in-care", "@fig-in-cart"),
            },
        )
        again = quarto_render(rendered)
        assert again.returncode == 1
        assert "@fig-in-cart" in again.stderr
        assert "Nothing was composed." in again.stderr
        assert contents(rendered / "_output") == before

    def test_a_draft_with_problems_is_rendered(self, project: Path) -> None:
        write_project(
            project, replaced("strategy/sections/20-fostering.md", "@fig-in-care", "@fig-in-cart")
        )
        said = quarto_render(project, "--to", "html")
        assert said.returncode == 0
        assert "Built with 1 problem, marked in the documents." in said.stdout

    def test_a_strategy_that_changes_while_quarto_is_at_work_is_not_published(
        self, project: Path
    ) -> None:
        changes_before_finish(project, "echo More. >> strategy/sections/20-fostering.md")
        said = quarto_render(project, "--to", "html")
        assert said.returncode == 1
        assert "was changed while Quarto was at work" in said.stderr
        assert not (project / "_output").exists()

    def test_templates_that_change_meanwhile_are_not_published_either(self, project: Path) -> None:
        change = "mkdir -p templates/formats/html && echo p{} > templates/formats/html/style.css"
        changes_before_finish(project, change)
        said = quarto_render(project, "--to", "html")
        assert said.returncode == 1
        assert "was changed while Quarto was at work" in said.stderr
        assert not (project / "_output").exists()

    def test_what_was_not_finished_is_not_offered_by_the_next_page(self, project: Path) -> None:
        changes_before_finish(project, "echo broken > _rendered/composed/strategy.docx")
        assert quarto_render(project).returncode == 1
        assert [
            path.name for path in (project / "composed").iterdir() if path.suffix in FORMATS
        ] == []

    def test_what_a_stopped_run_left_is_not_offered_either(self, project: Path) -> None:
        stem = "ambleford-placement-sufficiency-strategy-2019-2022"
        (project / "composed").mkdir()
        (project / "composed" / f"{stem}.pdf").write_bytes(b"%PDF-1.7")
        assert quarto_render(project, "--to", "html").returncode == 0
        assert f"{stem}.pdf" not in (project / "_output" / f"{stem}.html").read_text("utf-8")

    def test_documents_of_an_earlier_run_are_not_rendered_again(self, project: Path) -> None:
        (project / "composed").mkdir()
        (project / "composed" / "gone.qmd").write_text("---\ntitle: Gone\n---\n")
        assert quarto_render(project, "--to", "html").returncode == 0
        assert [path.name for path in (project / "composed").glob("*.qmd")] == ["strategy.qmd"]


def finish(project: Path) -> subprocess.CompletedProcess[str]:
    """`sufficiency finish`, given by hand."""
    return subprocess.run(
        ["sufficiency", "finish"],
        cwd=project,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


class TestFinish:
    def test_by_itself_it_has_nothing_to_finish(self, project: Path) -> None:
        said = finish(project)
        assert said.returncode == 2
        assert "Quarto runs this by itself" in said.stderr
        assert "sufficiency build" in said.stderr

    def test_files_of_other_documents_are_left_alone(
        self, project: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (project / "_rendered").mkdir()
        (project / "_rendered" / "other.html").write_text("<p>Other</p>")
        monkeypatch.setenv("QUARTO_PROJECT_OUTPUT_FILES", "_rendered/other.html")
        said = finish(project)
        assert said.returncode == 2
        assert "named no document of this strategy" in said.stderr
        assert (project / "_rendered" / "other.html").is_file()
