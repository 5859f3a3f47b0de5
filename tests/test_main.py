"""Stopping: a signal ends the program wherever it comes, and no lock is left behind."""

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from tests.example import ROOT

_LISTEN = """\
import os, signal, sys, weakref
from sufficiency.__main__ import Stopped, _listen

done = []

def stop():
    os.kill(os.getpid(), signal.SIGINT)

def go_on():
    for number in range(10_000_000):
        pass
    done.append("went on")

def held(name, file):
    code = f"def {name}():\\n os.kill(os.getpid(), 2)\\n done.append('opened')"
    told = {"os": os, "done": done}
    exec(compile(code, file, "exec"), told)
    return told[name]

# As at a terminal, though whoever started the tests in the background had it ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
_listen()
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a signal cannot be sent so on Windows")


def said(code: str) -> tuple[str, str]:
    """What the code says on both streams, run in a Python of its own that listens."""
    run = subprocess.run(
        [sys.executable, "-c", _LISTEN + dedent(code)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return run.stdout.strip(), run.stderr.strip()


class TestStopped:
    def test_it_comes_out_of_what_the_program_is_at(self) -> None:
        code = """
        try:
            stop()
            go_on()
        except Stopped as stopped:
            print(done, stopped.args)
        """
        assert said(code) == ("[] (2,)", "")

    @pytest.mark.parametrize(
        ("name", "file"),
        [
            ("find", "<frozen importlib._bootstrap>"),
            ("__enter__", "threading.py"),
            ("__exit__", "threading.py"),
        ],
    )
    def test_out_of_what_has_locked_something_it_comes_a_moment_later(
        self, name: str, file: str
    ) -> None:
        code = f"""
        try:
            held({name!r}, {file!r})()
            go_on()
        except Stopped:
            print(done)
        """
        assert said(code) == ("['opened']", "")

    def test_out_of_an_import_it_comes_when_that_has_ended(self, tmp_path: Path) -> None:
        module = "import os\nos.kill(os.getpid(), 2)\nfor number in range(10_000_000):\n    pass\n"
        (tmp_path / "long_module.py").write_text(module + "is_whole = True\n", "utf-8")
        code = f"""
        sys.path.insert(0, {str(tmp_path)!r})
        try:
            import long_module
            go_on()
        except Stopped:
            print(done, sys.modules["long_module"].is_whole)
        """
        assert said(code) == ("[] True", "")

    def test_what_waits_for_something_is_woken(self) -> None:
        code = """
        import threading, time
        began = time.monotonic()
        try:
            held("__enter__", "threading.py")()
            threading.Event().wait(50)
        except Stopped:
            print(done, time.monotonic() - began < 25)
        """
        assert said(code) == ("['opened'] True", "")

    @pytest.mark.parametrize("fails", ["sys.exit(3)", "raise OSError('closed')"])
    def test_what_fails_for_the_same_reason_is_not_what_ends_it(self, fails: str) -> None:
        code = f"""
        import sufficiency.cli
        from sufficiency import __main__

        def run(arguments):
            __main__._put_off.append(2)
            {fails}

        sufficiency.cli.main = run
        __main__._put_off.append(1)
        try:
            __main__.main()
        except SystemExit as ended:
            print(ended.code)
        """
        assert said(code) == ("130", "Stopped before it was finished.")

    def test_whoever_calls_it_has_its_own_hook_back(self) -> None:
        code = """
        import sufficiency.cli
        from sufficiency import __main__

        before = sys.unraisablehook
        sufficiency.cli.main = lambda arguments: None
        __main__.main()
        print(sys.unraisablehook is before)
        """
        assert said(code) == ("True", "")

    def test_where_python_passes_it_over_it_comes_again_and_nothing_is_said(self) -> None:
        code = """
        class Thing: ...
        thing = Thing()
        kept = weakref.ref(thing, lambda gone: stop())
        try:
            del thing
            go_on()
        except Stopped:
            print(done)
        """
        assert said(code) == ("[]", "")

    def test_what_else_python_passes_over_is_said(self) -> None:
        code = """
        class Thing:
            def __del__(self):
                raise ValueError("of the thing")
        thing = Thing()
        del thing
        """
        assert "of the thing" in said(code)[1]
