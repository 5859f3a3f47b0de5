"""A second process: what it has begun is waited for, and nothing else hangs on it.

Each case runs in a Python of its own: only one without other threads is copied.
"""

import json
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

_BEGIN = """\
import json, os, sys, threading, time
from pathlib import Path
from sufficiency.beside import NOBODY, second_process
from sufficiency.outputs.cache import Cache

here = os.getpid()
folder = Path(sys.argv[1])
names = [f"entry {number}" for number in range(10)]

def process():
    return str(os.getpid()).encode()

def is_here(made):
    return int(made) == here

def make_all(beside):
    beside.begin(names)
    for name in names:
        time.sleep(0.01)
        Cache(folder, beside).remember(name, process)

def wait_until_begun(beside, name):
    while name not in beside._begun:
        time.sleep(0.001)

def makes_all_after(first):
    def work(beside):
        first()
        make_all(beside)
    with second_process(work) as beside:
        wait_until_begun(beside, names[-1])
        return not is_here(Cache(folder, beside).remember(names[-1], process))
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


class TestSecondProcess:
    def test_what_it_has_begun_is_waited_for(self, tmp_path: Path) -> None:
        code = """
        with second_process(make_all) as beside:
            wait_until_begun(beside, names[-1])
            cache = Cache(folder, beside)
            made = [cache.remember(name, process) for name in reversed(names)]
        print(json.dumps([any(map(is_here, made)), len(set(made)), len(made)]))
        """
        assert told(tmp_path, code) == [False, 1, 10]

    def test_the_first_does_what_it_was_given_before_it_first_waits_and_never_else(
        self, tmp_path: Path
    ) -> None:
        code = """
        done = []
        with second_process(make_all, lambda: done.append(1)) as beside:
            wait_until_begun(beside, names[-1])
            cache = Cache(folder, beside)
            cache.remember("another", process)
            counts = [len(done)]
            for name in reversed(names):
                cache.remember(name, process)
                counts.append(len(done))
        print(json.dumps(counts))
        """
        assert told(tmp_path, code) == [0, *[1] * 10]

    def test_what_it_has_ended_is_there_while_it_goes_on(self, tmp_path: Path) -> None:
        code = """
        def make_one(beside):
            beside.begin(names)
            Cache(folder, beside).remember(names[0], process)
            time.sleep(600)
        with second_process(make_one) as beside:
            wait_until_begun(beside, names[-1])
            made = Cache(folder, beside).remember(names[0], process)
        print(json.dumps(is_here(made)))
        """
        assert told(tmp_path, code) is False

    def test_it_goes_on_where_whoever_started_it_asked_that_a_hangup_be_ignored(
        self, tmp_path: Path
    ) -> None:
        code = """
        import signal
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        print(json.dumps(makes_all_after(lambda: os.kill(os.getpid(), signal.SIGHUP))))
        """
        assert told(tmp_path, code) is True

    def test_nobody_waits_for_what_is_not_heard(self, tmp_path: Path) -> None:
        code = """
        def tell_nonsense(beside):
            beside.begin(names)
            beside._telling.send("nonsense")
            time.sleep(600)
        threading.excepthook = lambda given: None
        with second_process(tell_nonsense) as beside:
            beside._listening.join()
            made = Cache(folder, beside).remember(names[0], process)
        print(json.dumps(is_here(made)))
        """
        assert told(tmp_path, code) is True

    def test_who_takes_too_long_is_not_waited_for_again(self, tmp_path: Path) -> None:
        code = """
        import sufficiency.beside
        sufficiency.beside._LONGEST_WAIT = 0.1
        def hang(beside):
            beside.begin(names[:-1])
            while not (folder / "go").exists():
                time.sleep(0.001)
            for _ in range(2):  # the first is heard by what is replaced meanwhile
                beside.begin(names)
            time.sleep(600)
        with second_process(hang) as beside:
            wait_until_begun(beside, names[0])
            cache = Cache(folder, beside)
            made = [is_here(cache.remember(names[0], process))]
            begun = [sorted(beside._begun)]
            note, heard = beside._note, threading.Event()
            beside._note = lambda *said: (note(*said), heard.set())
            (folder / "go").touch()
            heard.wait()
            begun.append(sorted(beside._begun))
            made += [is_here(cache.remember(name, process)) for name in names[1:]]
        print(json.dumps([all(made), begun]))
        """
        assert told(tmp_path, code) == [True, [[], []]]

    def test_who_is_heard_of_is_waited_for_however_long(self, tmp_path: Path) -> None:
        code = """
        import sufficiency.beside
        sufficiency.beside._LONGEST_WAIT = 0.4
        def slowly(beside):
            beside.begin(names)
            for name in names:
                time.sleep(0.1)
                Cache(folder, beside).remember(name, process)
        with second_process(slowly) as beside:
            wait_until_begun(beside, names[-1])
            made = Cache(folder, beside).remember(names[-1], process)
        print(json.dumps(is_here(made)))
        """
        assert told(tmp_path, code) is False

    def test_what_libraries_say_in_it_is_not_said(self, tmp_path: Path) -> None:
        code = """
        import logging, warnings
        def talk():
            logging.warning("logged")
            warnings.warn("warned")
            print("printed")
        print(json.dumps(makes_all_after(talk)))
        """
        assert told(tmp_path, code) is True

    def test_what_it_has_not_begun_is_not(self, tmp_path: Path) -> None:
        code = """
        with second_process(lambda beside: time.sleep(600)) as beside:
            made = Cache(folder, beside).remember("another", process)
        print(json.dumps(is_here(made)))
        """
        assert told(tmp_path, code) is True

    def test_what_is_there_already_is_made_by_neither(self, tmp_path: Path) -> None:
        code = """
        for name in names:
            Cache(folder).remember(name, lambda: b"kept")
        with second_process(make_all) as beside:
            wait_until_begun(beside, names[0])
            made = {Cache(folder, beside).remember(name, process) for name in names}
        print(json.dumps([each.decode() for each in made]))
        """
        assert told(tmp_path, code) == ["kept"]

    @pytest.mark.parametrize(
        ("prepared", "why"),
        [
            ("threading.Thread(target=time.sleep, args=(0.4,)).start()", "another thread runs"),
            ("os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])", "it has one processor"),
            (
                "os.fork = lambda: open('/no/such/file')",
                "the system has no room for it",
            ),
            (
                "def refuse(thread): raise RuntimeError\nthreading.Thread.start = refuse",
                "the system has no thread for it",
            ),
            ("sys.platform = 'darwin'", "the system cannot copy a process"),
        ],
    )
    def test_there_is_none_where_it_would_not_serve(
        self, tmp_path: Path, prepared: str, why: str
    ) -> None:
        code = """
        with second_process(make_all) as beside:
            print(json.dumps(beside is NOBODY))
        """
        assert told(tmp_path, f"{prepared}\n{dedent(code)}") is True, why

    @pytest.mark.parametrize("fails", ["raise ValueError('secret')", "os._exit(1)"])
    def test_where_it_fails_the_first_makes_what_is_left_and_nothing_is_said(
        self, tmp_path: Path, fails: str
    ) -> None:
        code = f"""
        def failing():
            if os.getpid() != here:
                {fails}
            return process()
        makes = dict.fromkeys(names, process) | {{names[5]: failing}}
        def make_some(beside):
            beside.begin(names)
            while not (folder / "go").exists():
                time.sleep(0.001)
            for name in names:
                Cache(folder, beside).remember(name, makes[name])
        with second_process(make_some) as beside:
            wait_until_begun(beside, names[-1])
            (folder / "go").touch()
            cache = Cache(folder, beside)
            print(json.dumps([is_here(cache.remember(name, makes[name])) for name in names]))
        """
        assert told(tmp_path, code) == [False] * 5 + [True] * 5

    def test_a_cache_that_keeps_nothing_costs_time_alone(self, tmp_path: Path) -> None:
        folder = tmp_path / "a file"
        folder.write_text("")
        code = """
        with second_process(make_all) as beside:
            made = [Cache(folder, beside).remember(name, process) for name in names]
        print(json.dumps(all(map(is_here, made))))
        """
        assert told(folder, code) is True

    @pytest.mark.parametrize("leaves", ["pass", "raise KeyError"])
    def test_what_it_is_at_is_given_up_at_the_end(self, tmp_path: Path, leaves: str) -> None:
        code = f"""
        from contextlib import suppress
        from multiprocessing import active_children
        began = time.monotonic()
        with suppress(KeyError), second_process(lambda beside: time.sleep(600)) as beside:
            {leaves}
        print(json.dumps([active_children(), time.monotonic() - began < 60]))
        """
        assert told(tmp_path, code) == [[], True]

    @pytest.mark.parametrize("ends", ["pass", "raise ValueError", "os._exit(1)", "time.sleep(600)"])
    def test_what_it_wrote_for_a_while_is_gone_with_it(self, tmp_path: Path, ends: str) -> None:
        code = f"""
        import tempfile
        tempfile.tempdir = sys.argv[1]
        def write(beside):
            (Path(tempfile.mkdtemp()) / "font").write_text("cut")
            beside.begin(names)
            {ends}
        with second_process(write) as beside:
            while not beside._begun and beside._listening.is_alive():
                time.sleep(0.001)
        print(json.dumps([each.name for each in folder.iterdir()]))
        """
        assert told(tmp_path, code) == []

    def test_it_ends_by_itself_where_the_first_is_killed(self, tmp_path: Path) -> None:
        code = """
        def tell_for_ever(beside):
            while True:
                beside.begin(names)
        if os.fork() == 0:
            with second_process(tell_for_ever) as beside:
                wait_until_begun(beside, names[0])
                own = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
                (folder / "second").write_text(own.read_text())
                os.kill(os.getpid(), 9)
        os.wait()
        second = int((folder / "second").read_text())
        def is_running():
            try:
                state = Path(f"/proc/{second}/stat").read_text()
            except OSError:
                return False
            return state.rpartition(")")[2].split()[0] != "Z"
        for _ in range(500):
            if not is_running():
                break
            time.sleep(0.02)
        print(json.dumps(is_running()))
        """
        assert told(tmp_path, code) is False
