"""One file takes another's place, or leaves it as it was."""

import stat
from pathlib import Path

import pytest

from sufficiency.outputs.replaced import replace_file, unfinished


class TestReplaceFile:
    def test_it_makes_a_file_and_the_folders_above_it(self, tmp_path: Path) -> None:
        replace_file(tmp_path / "a" / "b", b"1")
        assert (tmp_path / "a" / "b").read_bytes() == b"1"

    def test_who_may_read_it_stays(self, tmp_path: Path) -> None:
        file = tmp_path / "a"
        file.touch(0o640)
        replace_file(file, b"1")
        assert file.read_bytes() == b"1"
        assert stat.S_IMODE(file.stat().st_mode) == 0o640

    def test_a_link_goes_on_leading_to_it(self, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to(tmp_path / "a")
        replace_file(tmp_path / "link", b"1")
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "a").read_bytes() == b"1"

    def test_what_was_cut_short_is_taken_over(self, tmp_path: Path) -> None:
        unfinished(tmp_path / "a").write_bytes(b"half")
        replace_file(tmp_path / "a", b"1")
        assert list(tmp_path.iterdir()) == [tmp_path / "a"]

    def test_where_it_fails_all_is_as_before(self, tmp_path: Path) -> None:
        (tmp_path / "a" / "inside").mkdir(parents=True)
        with pytest.raises(OSError):
            replace_file(tmp_path / "a", b"1")
        assert list(tmp_path.iterdir()) == [tmp_path / "a"]
