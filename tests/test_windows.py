"""The files that authors double-click on Windows, as far as their text can tell.

They are not run here: there is no Windows. What can be held is what cmd.exe's traps are made of:
line ends, letters, quotation marks around every path, and that each way through ends in a pause.
"""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILES = ("Build.cmd", "Check.cmd")


@pytest.fixture(params=FILES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def lines(name: str) -> list[str]:
    """The lines that are not remarks."""
    read = (ROOT / name).read_bytes().decode("ascii").split("\r\n")
    return [line for line in read if line and not line.startswith("rem ")]


class TestBytes:
    def test_every_line_ends_as_windows_ends_lines(self, name: str) -> None:
        data = (ROOT / name).read_bytes()
        assert data.endswith(b"\r\n")
        assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")

    def test_every_letter_is_ascii(self, name: str) -> None:
        assert (ROOT / name).read_bytes().isascii()

    def test_git_leaves_the_line_ends_alone(self) -> None:
        rules = (ROOT / ".gitattributes").read_text("ascii").splitlines()
        assert [rule for rule in rules if rule.startswith("*.cmd ") and "-text" in rule]


class TestPaths:
    def test_every_path_stands_in_quotation_marks(self, lines: list[str]) -> None:
        for line in lines:
            outside = "".join(line.split('"')[0::2])
            assert line.count('"') % 2 == 0, line
            assert not re.search(r"%~|%PYTHON%|%LOCALAPPDATA%|\\", outside), line

    def test_the_folder_is_entered_so_that_network_drives_work(self, lines: list[str]) -> None:
        assert 'pushd "%~dp0" || goto :no_folder' in lines
        assert not [line for line in lines if line.startswith("cd ")]

    def test_no_block_in_brackets_can_be_closed_by_a_folders_name(self, lines: list[str]) -> None:
        assert not [line for line in lines if re.search(r"[()]", line)]

    def test_no_path_is_read_twice(self, lines: list[str]) -> None:
        # `call` and delayed expansion would read percent and exclamation marks in a name again.
        assert not [line for line in lines if "call" in line and re.search(r"[%!\\]", line)]
        assert "setlocal EnableExtensions DisableDelayedExpansion" in lines


class TestWay:
    def test_every_jump_has_its_label(self, lines: list[str]) -> None:
        jumps = {jump for line in lines for jump in re.findall(r"goto (:\w+)", line)}
        labels = {line for line in lines if line.startswith(":")}
        assert jumps <= labels
        assert labels - jumps <= {":try_user", ":try_command"}

    def test_every_end_waits_for_a_key_and_hands_on_the_result(self, lines: list[str]) -> None:
        assert lines[-4:] == [
            ":wait",
            "echo.",
            "if not defined SUFFICIENCY_NO_PAUSE pause",
            "exit /b %CODE%",
        ]
        for number, line in enumerate(lines):
            is_left = lines[number - 1].startswith("goto :") or line == ":try_user"
            if line.startswith(":") and line not in (":wait", ":try_command"):
                assert is_left, f"{line} is fallen into"

    def test_a_candidate_is_used_only_if_it_has_the_tool(self, lines: list[str]) -> None:
        at = [number for number, line in enumerate(lines) if line.endswith("goto :with_python")]
        assert len(at) == 4
        for number in at:
            assert lines[number] == 'if "%ERRORLEVEL%"=="0" goto :with_python'
            assert lines[number - 1] == '"%PYTHON%" -m sufficiency --version >nul 2>nul'

    def test_the_result_is_kept_before_anything_else_runs(
        self, name: str, lines: list[str]
    ) -> None:
        verb = name.removesuffix(".cmd").lower()
        for run in (f'"%PYTHON%" -m sufficiency {verb}', f"call sufficiency {verb}"):
            assert lines[lines.index(run) + 1] == 'set "CODE=%ERRORLEVEL%"'

    def test_both_look_for_the_tool_in_the_same_places(self) -> None:
        texts = [(ROOT / name).read_text("ascii") for name in FILES]
        searches = [text[text.index("pushd") : text.index(":with_python")] for text in texts]
        assert searches[0] == searches[1]

    def test_build_opens_what_it_built(self) -> None:
        text = (ROOT / "Build.cmd").read_text("ascii")
        assert (
            'if "%CODE%"=="0" if not defined SUFFICIENCY_NO_PAUSE start "" "%~dp0_output"' in text
        )
        assert "start" not in (ROOT / "Check.cmd").read_text("ascii")


class TestInstructions:
    def test_they_name_the_environment_that_the_files_look_for(self) -> None:
        text = (ROOT / "docs/install-windows.md").read_text("utf-8")
        assert r"%LOCALAPPDATA%\sufficiency-env\Scripts\python.exe" in text
        assert r"%LOCALAPPDATA%\sufficiency-env\Scripts\python.exe" in (
            ROOT / "Check.cmd"
        ).read_text("ascii")

    def test_they_name_no_registry(self) -> None:
        text = (ROOT / "docs/install-windows.md").read_text("utf-8")
        assert re.findall(r"https?://\S+", text) == [
            "http://the-proxy-that-they-named:8080",
            "https://code.visualstudio.com)",
        ]
