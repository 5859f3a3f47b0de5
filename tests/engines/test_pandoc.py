"""Running pandoc: found, quiet where it may be, and plain about what fails."""

import errno
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sufficiency.engines import EngineError, ToolMissing, pandoc
from sufficiency.engines.pandoc import (
    converse_with_pandoc,
    find_pandoc,
    pandoc_version,
    run_pandoc,
)
from tests.engines.rendering import FRONT, rendered


class TestFindPandoc:
    def test_finds_the_packaged_one(self) -> None:
        assert find_pandoc().parent.parent.name == "pypandoc"

    def test_says_how_to_install_it_where_there_is_none(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pandoc, "find_spec", lambda name: None)
        monkeypatch.setenv("PATH", "")
        find_pandoc.cache_clear()
        try:
            with pytest.raises(ToolMissing, match="pip install pypandoc-binary"):
                find_pandoc()
        finally:
            find_pandoc.cache_clear()


class TestPandocVersion:
    def test_names_the_package_and_its_version(self) -> None:
        assert pandoc_version().startswith("pypandoc-binary ")


class TestRunPandoc:
    def test_returns_what_pandoc_prints(self) -> None:
        assert run_pandoc(["--print-default-data-file", "abbreviations"], making="x")

    def test_says_what_could_not_be_made(self) -> None:
        with pytest.raises(EngineError, match=r"^pandoc could not make the web page: .*no-such"):
            run_pandoc(["no-such-file.md"], making="the web page")

    def test_a_full_disk_is_told_apart(self, tmp_path: Path) -> None:
        full = Path("/dev/full")
        if not full.exists():
            pytest.skip("this system has no file that is always full")
        (tmp_path / "a.md").write_text("a" * 100_000)
        with pytest.raises(OSError) as told:
            run_pandoc(["a.md", f"--output={full}"], making="the web page", folder=tmp_path)
        assert told.value.errno == errno.ENOSPC

    def test_what_the_system_ends_is_told_with_its_number(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        ended = tmp_path / "pandoc"
        ended.write_text("#!/bin/sh\nkill -KILL $$\n")
        ended.chmod(0o700)
        monkeypatch.setattr(pandoc, "find_pandoc", lambda: ended)
        with pytest.raises(
            EngineError, match=r"page: it ended with -9 and said nothing\. Most often"
        ):
            run_pandoc([], making="the web page")

    def test_one_that_comes_to_no_end_is_ended(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pandoc, "_LONGEST", 0.2)
        (tmp_path / "on-and-on.lua").write_text("while true do end\n")
        with pytest.raises(EngineError, match=r"make the web page in 0\.0 minutes"):
            run_pandoc(["lua", "on-and-on.lua"], making="the web page", folder=tmp_path)

    def test_a_picture_that_is_missing_is_named(self, tmp_path: Path) -> None:
        body = '# A\n\n![C](figures/none){#fig-a fig-alt="x"}\n'
        with pytest.raises(EngineError, match=r"web page names figures/none\.svg, which is not"):
            rendered(body, tmp_path, ["html"])

    def test_a_footnote_defined_twice_is_named(self, tmp_path: Path) -> None:
        body = "# A\n\nText.[^1]\n\n[^1]: One.\n\n[^1]: Two.\n"
        with pytest.raises(EngineError, match="Duplicate note reference '1'"):
            rendered(body, tmp_path, ["docx"])

    def test_a_footnote_that_is_not_used_stops_nothing(self, tmp_path: Path) -> None:
        assert rendered("# A\n\n[^1]: One.\n", tmp_path, ["html"])["html"].is_file()

    def test_the_users_own_settings_are_not_read(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        theirs = tmp_path / "pandoc" / "templates"
        theirs.mkdir(parents=True)
        (theirs / "default.html5").write_text("theirs")
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
        (tmp_path / "work").mkdir()
        page = rendered("# A\n", tmp_path / "work", ["html"], front=FRONT)["html"]
        assert "theirs" not in page.read_text(encoding="utf-8")


class TestConverseWithPandoc:
    """A script of pandoc's own Lua says a line and waits for another."""

    ECHO = 'io.stdout:write("who?\\n") io.stdout:flush() local name = io.stdin:read "l"\n'

    @staticmethod
    def converse(script: str, folder: Path, answer: Callable[[str], str | None]) -> None:
        (folder / "script.lua").write_text(script)
        arguments = ["lua", "script.lua"]
        converse_with_pandoc(arguments, answer=answer, making=lambda: "the PDF", folder=folder)

    def test_it_is_answered_line_by_line(self, tmp_path: Path) -> None:
        heard: list[str] = []

        def answer(line: str) -> str | None:
            heard.append(line)
            return "Norton" if line == "who?" else None

        self.converse(self.ECHO + "print(name)\n", tmp_path, answer)
        assert heard == ["who?", "Norton"]

    def test_it_is_ended_where_nobody_can_answer(self, tmp_path: Path) -> None:
        with pytest.raises(ZeroDivisionError):
            self.converse(self.ECHO + "while true do end\n", tmp_path, lambda line: str(1 / 0))

    def test_it_may_wait_for_an_answer_as_long_as_that_takes(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pandoc, "_LONGEST", 1)

        heard: list[str] = []

        def answer(line: str) -> str | None:
            heard.append(line)
            time.sleep(1.5 if line == "who?" else 0)
            return "Norton"

        self.converse(self.ECHO + "print(name)\n", tmp_path, answer)
        assert heard == ["who?", "Norton"]

    def test_one_that_has_ended_is_told_by_what_it_complained_of(self, tmp_path: Path) -> None:
        script = 'io.stdout:write("who?\\n") io.stdout:flush() error("no such thing", 0)\n'

        def answer(line: str) -> str:
            time.sleep(0.5)  # it has ended by then
            return "x" * 100_000

        with pytest.raises(EngineError, match="no such thing"):
            self.converse(script, tmp_path, answer)

    def test_it_is_ended_where_it_comes_to_no_end(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pandoc, "_LONGEST", 0.2)
        with pytest.raises(EngineError, match=r"make the PDF in 0\.0 minutes"):
            self.converse("while true do end\n", tmp_path, lambda line: None)

    def test_what_it_complains_of_is_told_with_what_it_was_at(self, tmp_path: Path) -> None:
        with pytest.raises(EngineError, match=r"make the PDF: [^#]*no such thing"):
            self.converse('error("no such thing", 0)\n', tmp_path, lambda line: None)
