"""The cache: whole entries or none, and nobody's build fails for it."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from sufficiency.outputs import Cache, cache_folder
from sufficiency.outputs import cache as cache_module
from sufficiency.outputs.replaced import unfinished


def never() -> bytes:
    raise AssertionError("it was kept already")


class Told:
    """A process beside that keeps what it is told."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def begin(self, keys: Iterable[str]) -> None:
        self.heard += (f"begin {key}" for key in keys)

    def end(self, key: str) -> None:
        self.heard.append(f"end {key}")

    def wait_for(self, key: str) -> None: ...


class TestRemember:
    def test_what_was_made_is_not_made_again(self, tmp_path: Path) -> None:
        kept = Cache(tmp_path)
        assert kept.remember("a", lambda: b"made") == b"made"
        assert kept.remember("a", never) == b"made"

    def test_another_key_is_made(self, tmp_path: Path) -> None:
        Cache(tmp_path).remember("a", lambda: b"made")
        assert Cache(tmp_path).remember("b", lambda: b"other") == b"other"

    def test_what_is_made_beside_is_waited_for(self, tmp_path: Path) -> None:
        class Late(Told):
            def wait_for(self, key: str) -> None:
                Cache(tmp_path).remember(key, lambda: b"made beside")

        assert Cache(tmp_path, Late()).remember("a", never) == b"made beside"

    def test_who_works_beside_is_told_when_an_entry_is_begun_and_ended_even_where_that_fails(
        self, tmp_path: Path
    ) -> None:
        told = Told()
        cache = Cache(tmp_path, told)
        cache.remember("a", lambda: b"made")
        with pytest.raises(AssertionError):
            cache.remember("b", never)
        cache.remember("a", never)
        assert told.heard == ["begin a", "end a", "begin b", "end b"]

    def test_nothing_at_all_is_kept_like_anything_else(self, tmp_path: Path) -> None:
        Cache(tmp_path).remember("a", lambda: b"")
        assert Cache(tmp_path).remember("a", never) == b""

    @pytest.mark.parametrize("damage", [b"", b"short", b"\0" * 32 + b"made"])
    def test_a_damaged_entry_is_made_anew_and_mended(self, tmp_path: Path, damage: bytes) -> None:
        kept = Cache(tmp_path)
        kept.remember("a", lambda: b"made")
        (entry,) = tmp_path.iterdir()
        entry.write_bytes(damage)
        assert kept.remember("a", lambda: b"anew") == b"anew"
        assert kept.remember("a", never) == b"anew"

    def test_what_other_code_made_is_made_anew(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kept = Cache(tmp_path)
        kept.remember("a", lambda: b"made")
        monkeypatch.setattr(cache_module, "_code_fingerprint", lambda: b"other code")
        assert kept.remember("a", lambda: b"anew") == b"anew"

    def test_a_changed_module_of_any_room_is_other_code(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """So Word's reference document is made anew after a change of its looks."""
        monkeypatch.setattr(cache_module, "__file__", str(tmp_path / "outputs" / "cache.py"))
        module = tmp_path / "engines" / "word_styles.py"
        module.parent.mkdir()
        found = set()
        for code in ("HANGING = 8", "HANGING = 12"):
            module.write_text(code)
            found.add(cache_module._code_fingerprint.__wrapped__())
        assert len(found) == 2

    def test_where_nothing_can_be_kept_it_is_made_each_time(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        kept = Cache(tmp_path / "file")
        assert [kept.remember("a", lambda: b"made") for _ in range(2)] == [b"made"] * 2

    def test_a_disk_that_fills_up_costs_time_and_leaves_nothing(self, tmp_path: Path) -> None:
        """An entry that is too large for the disk: a limit of the process stands for it."""
        program = (
            "import resource, sys; from pathlib import Path; from sufficiency.outputs import Cache;"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000));"
            "print(len(Cache(Path(sys.argv[1])).remember('a', lambda: bytes(9999))))"
        )
        done = subprocess.run(
            [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True
        )
        assert done.stdout == "9999\n"
        assert list(tmp_path.iterdir()) == []

    def test_a_folder_where_an_entry_should_be_costs_time(self, tmp_path: Path) -> None:
        kept = Cache(tmp_path)
        kept.remember("a", lambda: b"made")
        (entry,) = tmp_path.iterdir()
        entry.unlink()
        entry.mkdir()
        assert kept.remember("a", lambda: b"anew") == b"anew"
        assert [path.name for path in tmp_path.iterdir()] == [entry.name]

    def test_a_write_that_was_cut_short_is_taken_over(self, tmp_path: Path) -> None:
        kept = Cache(tmp_path)
        kept.remember("a", lambda: b"made")
        (entry,) = tmp_path.iterdir()
        entry.rename(unfinished(entry))
        assert kept.remember("a", lambda: b"anew") == b"anew"
        assert [path.name for path in tmp_path.iterdir()] == [entry.name]

    def test_what_making_raises_is_passed_on_and_nothing_kept(self, tmp_path: Path) -> None:
        with pytest.raises(AssertionError):
            Cache(tmp_path).remember("a", never)
        assert list(tmp_path.iterdir()) == []


class TestKeeps:
    def test_a_folder_to_be_made_keeps_what_it_is_given_and_trying_leaves_nothing(
        self, tmp_path: Path
    ) -> None:
        kept = Cache(tmp_path / "cache")
        assert kept.keeps()
        assert kept.size() == (0, 0)

    def test_a_folder_that_is_a_file_keeps_nothing(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        assert not Cache(tmp_path / "file").keeps()


class TestEmpty:
    def test_entries_go_and_other_files_stay(self, tmp_path: Path) -> None:
        kept = Cache(tmp_path)
        kept.remember("a", lambda: b"made")
        (entry,) = tmp_path.iterdir()
        (tmp_path / "mine.txt").write_text("mine")
        assert kept.size() == (1, 32 + 4)
        unfinished(entry).touch()  # of a build that was killed
        kept.empty()
        assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]

    def test_a_folder_that_is_not_there_is_empty(self, tmp_path: Path) -> None:
        kept = Cache(tmp_path / "none")
        kept.empty()
        assert kept.size() == (0, 0)


class TestCacheFolder:
    def test_the_environment_names_it(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SUFFICIENCY_CACHE", str(tmp_path))
        assert cache_folder() == tmp_path

    def test_else_it_is_the_users_own(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("SUFFICIENCY_CACHE")
        assert cache_folder().is_absolute()
        assert "sufficiency" in cache_folder().parts
