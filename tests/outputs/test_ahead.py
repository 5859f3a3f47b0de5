"""Entries of the cache made ahead by a second process: waited for, or made as without it.

Each case runs in a Python of its own: only one without other threads is copied.
"""

import json
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from sufficiency.outputs import Cache, made_ahead

_BEGIN = """\
import json, os, sys, threading, time
from pathlib import Path
from sufficiency.outputs import Cache, made_ahead

here = os.getpid()
cache = Cache(Path(sys.argv[1]))

def process():
    return str(os.getpid()).encode()

def is_here(made):
    return int(made) == here

names = [f"entry {number}" for number in range(10)]
makes = {name: process for name in names}
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux")


def told(folder: Path, code: str) -> object:
    """What the code, run in a Python of its own with its cache in the folder, prints as JSON."""
    run = subprocess.run(
        [sys.executable, "-c", _BEGIN + dedent(code), str(folder)],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (run.returncode, run.stderr) == (0, "")
    return json.loads(run.stdout)


class TestMadeAhead:
    def test_a_second_process_makes_them_and_who_asks_waits(self, tmp_path: Path) -> None:
        code = """
        with made_ahead(cache, makes) as filling:
            made = [filling.remember(name, process) for name in reversed(names)]
        print(json.dumps([any(map(is_here, made)), len(set(made)), len(made)]))
        """
        assert told(tmp_path, code) == [False, 1, 10]

    def test_they_are_made_in_their_order(self, tmp_path: Path) -> None:
        code = """
        began = iter(range(10))
        makes = {name: lambda: str(next(began)).encode() for name in names}
        with made_ahead(cache, makes) as filling:
            filling.remember(names[-1], process)
        print(json.dumps([cache.remember(name, process).decode() for name in names]))
        """
        assert told(tmp_path, code) == [str(number) for number in range(10)]

    def test_what_is_there_already_is_not_made_again(self, tmp_path: Path) -> None:
        code = """
        for name in names[:2]:
            cache.remember(name, lambda: b"kept")
        with made_ahead(cache, makes) as filling:
            made = [filling.remember(name, process) for name in names]
        print(json.dumps([each.decode() for each in made[:2]] + [any(map(is_here, made[2:]))]))
        """
        assert told(tmp_path, code) == ["kept", "kept", False]

    @pytest.mark.parametrize(
        ("prepared", "why"),
        [
            ("makes = dict(list(makes.items())[:7])", "fewer than are worth a process"),
            ("threading.Thread(target=time.sleep, args=(0.4,)).start()", "another thread runs"),
            ("os.cpu_count = lambda: 1", "there is one processor"),
            ("sys.platform = 'darwin'", "the system cannot copy a process"),
        ],
    )
    def test_each_is_made_when_asked_for_where_that_serves_better(
        self, tmp_path: Path, prepared: str, why: str
    ) -> None:
        code = f"""
        {prepared}
        with made_ahead(cache, makes) as filling:
            time.sleep(0.2)
            early = len(list(Path(sys.argv[1]).glob("*")))
            print(json.dumps([early, is_here(filling.remember("entry 3", process))]))
        """
        assert told(tmp_path, code) == [0, True], why

    @pytest.mark.parametrize("fails", ["raise ValueError('secret')", "os._exit(1)"])
    def test_where_the_second_process_fails_the_first_makes_what_is_left(
        self, tmp_path: Path, fails: str
    ) -> None:
        code = f"""
        def failing():
            if os.getpid() != here:
                {fails}
            return process()
        makes["entry 5"] = failing
        with made_ahead(cache, makes) as filling:
            made = [is_here(filling.remember(name, makes[name])) for name in names]
        print(json.dumps(made))
        """
        assert told(tmp_path, code) == [False] * 5 + [True] * 5

    def test_a_cache_that_keeps_nothing_costs_time_alone(self, tmp_path: Path) -> None:
        folder = tmp_path / "a file"
        folder.write_text("")
        code = """
        with made_ahead(cache, makes) as filling:
            made = [is_here(filling.remember(name, process)) for name in names]
        print(json.dumps(all(made)))
        """
        assert told(folder, code) is True

    @pytest.mark.parametrize("leaves", ["pass", "raise KeyError"])
    def test_what_nobody_waits_for_any_more_is_given_up(self, tmp_path: Path, leaves: str) -> None:
        code = f"""
        from contextlib import suppress
        from multiprocessing import active_children
        def never():
            time.sleep(600)
        makes["entry 3"] = never
        began = time.monotonic()
        with suppress(KeyError), made_ahead(cache, makes) as filling:
            filling.remember("entry 2", process)
            {leaves}
        print(json.dumps([active_children(), time.monotonic() - began < 60, "entry 4" in cache]))
        """
        assert told(tmp_path, code) == [[], True, False]

    def test_the_second_process_ends_by_itself_where_the_first_is_killed(
        self, tmp_path: Path
    ) -> None:
        code = """
        if os.fork() == 0:
            big = {f"entry {number}": lambda: os.urandom(4) for number in range(5000)}
            with made_ahead(cache, big) as filling:
                filling.remember("entry 0", process)
                (Path(sys.argv[1]) / "second").write_text(Path(
                    f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text())
                os.kill(os.getpid(), 9)
        os.wait()
        second = int((Path(sys.argv[1]) / "second").read_text())
        def is_running():
            try:
                state = Path(f"/proc/{second}/stat").read_text()
            except OSError:
                return False
            return state.rpartition(")")[2].split()[0] != "Z"
        for _ in range(500):
            if not is_running():
                break
            time.sleep(0.05)
        print(json.dumps([is_running(), "entry 4999" in cache]))
        """
        assert told(tmp_path, code) == [False, False]


def test_without_anything_to_make_the_cache_is_as_it_was(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    with made_ahead(cache, {}) as same:
        assert same is cache
