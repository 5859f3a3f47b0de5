"""The engine for those who have Quarto, with a stand-in for it (tests/fake_quarto says what that
cannot show)."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from sufficiency.engines import EngineError, ToolMissing, quarto, render
from sufficiency.engines.quarto import find_quarto, render_in_quarto
from sufficiency.engines.quarto_project import quarto_markdown, write_for_quarto
from tests import fake_quarto
from tests.engines.rendering import (
    BOX,
    FIGURE,
    LIST_TABLE,
    TABLE,
    TEMPLATES,
    composed,
    remember,
)

BODY = (
    "# A {#sec-a}\n\nŴyn saw @fig-costs, @tbl-costs and @sec-a: תקווה.\n\n"
    f"{FIGURE}\n{TABLE}\n{BOX}\n"
)


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    """What was found of Quarto in one test holds for no other."""
    caches = (find_quarto, quarto._version)
    for one in caches:
        one.cache_clear()
    yield
    for one in caches:
        one.cache_clear()


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = fake_quarto.install(tmp_path / "programs")
    monkeypatch.setenv("PATH", fake_quarto.path_with(folder))
    return folder / "quarto"


def nothing_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name, path: None)


class TestFindQuarto:
    def test_one_that_is_not_there_is_told_with_how_to_get_it(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        nothing_on_the_path(monkeypatch)
        with pytest.raises(ToolMissing, match=r"was not found.*sufficiency\[quarto\].*default"):
            find_quarto()

    def test_one_that_is_too_old_is_told(
        self, program: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("FAKE_QUARTO_VERSION", "1.8.27")
        with pytest.raises(ToolMissing, match=r"Quarto 1\.8\.27 is too old: 1\.9 or a later one"):
            find_quarto()

    def test_a_program_that_only_has_its_name_is_told(
        self, program: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("FAKE_QUARTO_VERSION", "hello")
        with pytest.raises(ToolMissing, match="does not say its version"):
            find_quarto()

    def test_one_that_does_not_answer_is_told(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = tmp_path / "quarto"
        program.write_text("#!/bin/sh\nexec sleep 20\n")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
        monkeypatch.setattr(quarto, "_TO_ANSWER", 1)
        with pytest.raises(ToolMissing, match="did not say its version within 1 seconds"):
            find_quarto()

    @pytest.mark.parametrize("version", ["1.9.0", "1.10.18", "2.0.1"])
    def test_later_ones_are_taken(
        self, program: Path, monkeypatch: pytest.MonkeyPatch, version: str
    ) -> None:
        monkeypatch.setenv("FAKE_QUARTO_VERSION", version)
        assert find_quarto() == program
        assert quarto.quarto_version() == version


class TestQuartoMarkdown:
    def front(self, body: str = "# A\n") -> Any:
        text = quarto_markdown(composed(body))
        return yaml.safe_load(text.split("\n---\n")[0])

    def test_what_is_printed_stands_below_one_key(self) -> None:
        printed = self.front()["printed"]
        assert printed["title"] == "Placement sufficiency strategy"
        assert "title" not in self.front()

    def test_a_blank_line_in_a_value_stays(self) -> None:
        document = composed("# A\n")
        qmd = document.qmd.replace("---\n", "---\nabout: |\n  One.\n\n  Two.\n", 1)
        front = quarto_markdown(replace(document, qmd=qmd)).split("\n---\n")[0]
        assert yaml.safe_load(front)["printed"]["about"] == "One.\n\nTwo.\n"

    def test_the_text_is_the_same(self) -> None:
        assert quarto_markdown(composed(BODY)).endswith(f"\n---\n\n{BODY}")

    def test_only_the_formats_that_are_wanted_are_named(self) -> None:
        text = quarto_markdown(composed("# A\n"), formats=["pdf"])
        assert list(yaml.safe_load(text.split("\n---\n")[0])["format"]) == ["typst"]

    def test_every_file_that_it_names_is_written(self, tmp_path: Path) -> None:
        write_for_quarto(composed("# A\n"), tmp_path, TEMPLATES, remember)
        told = self.front()
        named = [one["path"] for one in told["filters"]]
        for options in told["format"].values():
            keys = ("template", "reference-doc")
            named += [options[key] for key in keys if key in options]
            named += [*options.get("template-partials", []), *options.get("css", [])]
        assert len(named) == 10
        assert [name for name in named if not (tmp_path / name).is_file()] == []
        faces = {font.name for font in (tmp_path / "fonts").glob("*.ttf")}
        assert {"DejaVuSans.ttf", "DejaVuSans-Bold.ttf"} < faces
        assert [name for name in faces if "Atkinson" in name] != []


class TestRender:
    @pytest.mark.parametrize("format", ["pdf", "docx"])
    def test_it_makes_what_the_embedded_engine_makes(
        self, program: Path, tmp_path: Path, format: str
    ) -> None:
        document = composed(BODY + LIST_TABLE)
        made = [
            engine(
                document,
                formats=[format],
                folder=tmp_path / engine.__name__,
                templates=TEMPLATES,
                remember=remember,
            )[format]
            for engine in (render, render_in_quarto)
        ]
        assert made[0].name == made[1].name
        assert made[0].read_bytes() == made[1].read_bytes()

    def test_a_page_differs_in_nothing_that_is_read(self, program: Path, tmp_path: Path) -> None:
        from tests.audits.same_documents import differences

        document = composed(BODY)
        made = [
            engine(
                document,
                formats=["html"],
                folder=tmp_path / engine.__name__,
                templates=TEMPLATES,
                remember=remember,
            )["html"]
            for engine in (render, render_in_quarto)
        ]
        assert differences(*made) == []

    def test_a_reference_that_leads_nowhere_is_told_in_the_same_words(
        self, program: Path, tmp_path: Path
    ) -> None:
        said = []
        for engine in (render, render_in_quarto):
            with pytest.raises(EngineError) as caught:
                engine(
                    composed('# A\n\n::: {source="strategy/a.md:3"}\nSee @fig-none.\n:::\n'),
                    formats=["html"],
                    folder=tmp_path / engine.__name__,
                    templates=TEMPLATES,
                    remember=remember,
                )
            said.append(str(caught.value).partition(": ")[2])
        assert said[0] == said[1]
        assert said[0].startswith("strategy/a.md:3: the cross-reference @fig-none leads nowhere")

    def test_what_typst_refuses_is_told(self, program: Path, tmp_path: Path) -> None:
        with pytest.raises(EngineError, match=r"strategy: error: .*could not be displayed"):
            render_in_quarto(
                composed("# A\n\n\N{EGYPTIAN HIEROGLYPH A001}\n"),
                formats=["pdf"],
                folder=tmp_path,
                templates=TEMPLATES,
                remember=remember,
            )

    def test_a_standard_that_was_dropped_is_told(self, program: Path, tmp_path: Path) -> None:
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr("sufficiency.engines.quarto_project.STANDARDS", ("a-2a",))
            with pytest.raises(EngineError, match="does not say that it is PDF/UA-1"):
                render_in_quarto(
                    composed("# A\n"),
                    formats=["pdf"],
                    folder=tmp_path,
                    templates=TEMPLATES,
                    remember=remember,
                )

    @pytest.mark.parametrize(
        "line",
        [
            "[WARNING] Could not fetch resource figures/x.png: replacing image with description",
            "warning: unknown font family: atkinson",
            "WARNING: PDF standard 'ua-1' is not supported by Typst and will be ignored",
        ],
    )
    def test_what_it_leaves_out_with_a_warning_is_a_failure(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
    ) -> None:
        program = tmp_path / "quarto"
        program.write_text(f'#!/bin/sh\n[ "$1" = --version ] && echo 1.10.0\necho "{line}" >&2\n')
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
        with pytest.raises(EngineError, match="whole: .*" + line.split(":")[0].split()[-1][:6]):
            self.html(tmp_path / "x")

    def test_a_render_that_makes_nothing_is_told(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = tmp_path / "quarto"
        program.write_text('#!/bin/sh\n[ "$1" = --version ] && echo 1.10.0\nexit 0\n')
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
        with pytest.raises(EngineError, match="Quarto made no html of strategy"):
            self.html(tmp_path / "x")

    def test_a_failure_in_words_of_its_own_is_told_from_where_it_begins(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        program = tmp_path / "quarto"
        program.write_text(
            '#!/bin/sh\n[ "$1" = --version ] && echo 1.10.0 && exit 0\n'
            "printf 'pandoc \\n  to: html\\n\\033[31mERROR: Not valid\\033[0m\\nof x\\n' >&2\n"
            "exit 1\n"
        )
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
        with pytest.raises(EngineError) as caught:
            self.html(tmp_path / "x")
        expected = "Quarto could not make strategy: ERROR: Not valid\nof x"
        assert str(caught.value) == expected

    @staticmethod
    def html(folder: Path) -> dict[str, Path]:
        document = replace(composed("# A\n"), charts={}, narrow_charts={}, data_files={})
        return render_in_quarto(
            document, formats=["html"], folder=folder, templates=TEMPLATES, remember=remember
        )
