"""A machine in the way of a build: one plain message, no stack trace, and nothing lost."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.a_project import write_project
from tests.example import ROOT
from tests.machine import (
    command_line,
    heed_signals,
    last_words,
    on_a_read_only_disk,
    on_a_small_disk,
    run,
    unable,
    without_privileges,
)
from tests.outputs.publishing import faults

FULL = "the disk is full. Make room on it, and try again."
NOT_ALLOWED = (
    "you may not write there, or another program has it open. Close that program (often Word or "
    "a PDF reader), or ask whoever looks after the folder."
)
NOBODY = 65534


def build(project: Path, *more: str | Path) -> list[str]:
    """The command that builds the project's web page."""
    return command_line("build", "--project", project, "--format", "html", *more)


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = write_project(tmp_path_factory.mktemp("built") / "project")
    assert run(build(project)).returncode == 0
    return project


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A project with its web page built."""
    return Path(shutil.copytree(built, tmp_path / "project"))


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of temporary files for the programs that this test runs."""
    (tmp_path / "scratch").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "scratch"))
    return tmp_path / "scratch"


class TestAFullDisk:
    def test_of_the_outputs_keeps_the_last_build(self, project: Path, tmp_path: Path) -> None:
        disk, seen = tmp_path / "disk", tmp_path / "seen"
        disk.mkdir()
        twice = '"$@" >/dev/null 2>&1 || exit 99; head -c 9m /dev/zero >"$DISK/rest" 2>/dev/null; '
        twice += '"$@"; code=$?; rm "$DISK/rest"; cp -r "$DISK" "$SEEN"; exit $code'
        command = ["sh", "-c", twice, "sh", *build(project, "--output", disk / "_output")]
        done = run(on_a_small_disk(command, disk, 400), DISK=disk, SEEN=seen)
        assert (done.returncode, last_words(done.stderr)) == (
            3,
            f'"_output" could not be written: {FULL}',
        )
        assert faults(seen / "_output") == []
        assert [path.name for path in seen.iterdir()] == ["_output"]

    @pytest.mark.parametrize("kilobytes", [4, 60, 250, 350, 420])
    def test_of_temporary_files_keeps_the_last_build(
        self, project: Path, scratch: Path, kilobytes: int
    ) -> None:
        """Wherever it fills up: at a template, in pandoc, in typst, in the finishing."""
        before = files(project)
        command = command_line("build", "--project", project)
        done = run(on_a_small_disk(command, scratch, kilobytes))
        assert done.returncode == 3
        assert last_words(done.stderr) == f"A file could not be read or written: {FULL}"
        assert files(project) == before

    def test_of_the_cache_costs_nothing_but_time(self, project: Path, tmp_path: Path) -> None:
        cache = tmp_path / "cache"
        cache.mkdir()
        done = run(on_a_small_disk(build(project), cache, 4), SUFFICIENCY_CACHE=cache)
        assert done.returncode == 0, done.stderr

    def test_of_the_log_that_the_answer_goes_to(self, project: Path) -> None:
        if not Path("/dev/full").exists():
            unable("/dev/full")
        done = run(["sh", "-c", '"$@" >/dev/full', "sh", *build(project)])
        assert done.returncode == 3
        assert last_words(done.stderr) == f"A file could not be read or written: {FULL}"
        assert faults(project / "_output") == []


class TestAFolderThatMayNotBeWrittenTo:
    def test_for_want_of_permission(self, project: Path) -> None:
        before = files(project)
        project.chmod(0o555)
        done = run(without_privileges(build(project)))
        project.chmod(0o755)
        assert done.returncode == 3
        assert last_words(done.stderr) == f'"_output" could not be written: {NOT_ALLOWED}'
        assert files(project) == before

    def test_as_its_disk_is_read_only(self, project: Path) -> None:
        before = files(project)
        done = run(on_a_read_only_disk(build(project), project))
        assert done.returncode == 3
        assert last_words(done.stderr) == (
            '"_output" could not be written: the disk can be read but not written to. Choose a '
            "folder on another one."
        )
        assert files(project) == before

    def test_as_its_name_is_too_long(self, project: Path) -> None:
        done = run(build(project, "--output", project / ("long" * 62)))
        assert done.returncode == 3
        assert "its path is longer than the system allows" in done.stderr

    def test_of_temporary_files(self, project: Path, scratch: Path) -> None:
        before = files(project)
        scratch.chmod(0o555)
        # Python looks for a folder that it may write to, and finds others outside this test.
        done = run(without_privileges(build(project)))
        scratch.chmod(0o755)
        assert done.returncode == 0, done.stderr
        assert files(project).keys() == before.keys()

    def test_as_the_cache(self, project: Path, tmp_path: Path) -> None:
        (tmp_path / "cache").mkdir(mode=0o555)
        done = run(without_privileges(build(project)), SUFFICIENCY_CACHE=tmp_path / "cache")
        assert done.returncode == 0, done.stderr

    def test_as_the_schemas(self, project: Path) -> None:
        (project / "schemas").mkdir(mode=0o555)
        done = run(without_privileges(command_line("schema", "--project", project)))
        assert done.returncode == 3
        assert done.stderr.endswith(f" could not be read or written: {NOT_ALLOWED}\n")


class TestAFolderInUse:
    def test_the_new_outputs_stand_beside_it(self, project: Path) -> None:
        """Folder and page belong to somebody else, who alone may move them: a system's refusal.

        Windows refuses the same while a program has the page open.
        """
        if os.geteuid() != 0:
            unable("root, who alone gives files away")
        output = project / "_output"
        (page,) = output.glob("*.html")
        for path in (project, output, page):
            os.chown(path, NOBODY, NOBODY)
        project.chmod(0o1777)
        output.chmod(0o1777)
        done = run(without_privileges(build(project)))
        assert done.returncode == 3
        assert last_words(done.stderr) == (
            f'"_output/{page.name}" is open in another program, or may not be changed by you. The '
            'new files are all in "_output.new" beside it; "_output" still has those of the last '
            "build. Close it and build again: the new files then take their place, and "
            '"_output.new" goes.'
        )
        assert faults(output) == []
        assert faults(project / "_output.new") == []
        assert run(build(project)).returncode == 0
        assert sorted(path.name for path in project.iterdir()) == ["_output", "data", "strategy"]


@contextmanager
def building(project: Path, *, until: str) -> Iterator[subprocess.Popen[str]]:
    """A build that has come to a stage, in a session of its own as at a terminal."""
    with subprocess.Popen(
        command_line("build", "--project", project),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=heed_signals,
    ) as process:
        assert process.stderr is not None
        while not process.stderr.readline().startswith(until):
            assert process.poll() is None
        yield process


class TestTwoBuildsAtOnce:
    def test_the_second_is_told_of_the_first_which_goes_on(self, project: Path) -> None:
        with building(project, until="Reading the strategy") as first:
            first.send_signal(signal.SIGSTOP)
            second = run(build(project))
            first.send_signal(signal.SIGCONT)
            assert first.wait() == 0
        assert second.returncode == 3
        assert last_words(second.stderr).startswith('"_output" is being built by ')
        assert f"(process {first.pid})" in second.stderr
        assert faults(project / "_output") == []

    def test_other_outputs_of_the_same_project_may_be_built(
        self, project: Path, tmp_path: Path
    ) -> None:
        with building(project, until="Reading the strategy") as first:
            first.send_signal(signal.SIGSTOP)
            second = run(build(project, "--output", tmp_path / "other"))
            first.send_signal(signal.SIGCONT)
        assert second.returncode == 0
        assert faults(tmp_path / "other") == []


class TestStopped:
    @pytest.mark.parametrize("stage", ["Reading the strategy", "Rendering"])
    @pytest.mark.parametrize(
        ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
    )
    def test_it_ends_with_one_line_and_leaves_nothing(
        self, project: Path, scratch: Path, stage: str, number: signal.Signals, code: int
    ) -> None:
        before = files(project)
        with building(project, until=stage) as process:
            process.send_signal(number)
            printed, said = process.communicate()
        assert (process.returncode, printed) == (code, "")
        assert last_words(said) == "Stopped before it was finished."
        assert files(project) == before
        assert list(scratch.iterdir()) == []

    def test_as_a_terminal_stops_it_with_all_that_it_started(
        self, project: Path, scratch: Path
    ) -> None:
        """Pandoc gets the Ctrl-C too; and people press it more than once."""
        before = files(project)
        with building(project, until="Rendering") as process:
            for _ in range(3):
                time.sleep(0.1)
                os.killpg(process.pid, signal.SIGINT)
            said = process.communicate()[1]
        assert process.returncode == 130
        assert last_words(said) == "Stopped before it was finished."
        assert files(project) == before
        assert list(scratch.iterdir()) == []

    def test_what_was_started_to_outlive_its_terminal_does(self, project: Path) -> None:
        deaf = ["sh", "-c", "trap '' HUP; \"$@\" & sleep 1; kill -HUP $!; wait $!", "sh"]
        assert run([*deaf, *build(project)]).returncode == 0
