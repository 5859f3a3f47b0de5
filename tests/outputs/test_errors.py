"""What the system complains of, in words that say what to do."""

import errno
import tempfile
from pathlib import Path

import pytest

from sufficiency.outputs import failure
from sufficiency.outputs.errors import in_words


class TestInWords:
    @pytest.mark.parametrize(
        ("number", "words"),
        [
            (errno.ENOSPC, "the disk is full. Make room on it, and try again."),
            (
                errno.EROFS,
                "the disk can be read but not written to. Choose a folder on another one.",
            ),
            (
                errno.EACCES,
                "you may not write there, or another program has it open. Close that program "
                "(often Word or a PDF reader), or ask whoever looks after the folder.",
            ),
            (
                errno.ENAMETOOLONG,
                "its path is longer than the system allows. Move the project nearer to the root "
                "of the disk, or give its folders shorter names.",
            ),
            (
                errno.ESTALE,
                "the disk or network drive does not answer. Check that it is connected.",
            ),
        ],
    )
    def test_it_says_what_to_do(self, number: int, words: str) -> None:
        assert in_words(OSError(number, "in the system's own words")) == words

    def test_what_windows_cannot_find_for_its_length_is_told_as_too_long(self) -> None:
        error = OSError(errno.ENOENT, "The system cannot find the path", "C:\\" + "long\\" * 50)
        assert in_words(error).startswith("its path is longer than the system allows")

    def test_what_has_no_words_of_ours_keeps_the_systems(self) -> None:
        assert in_words(OSError(errno.EPIPE, "Broken pipe")) == "Broken pipe."
        assert in_words(OSError("odd")) == "odd."


class TestFailure:
    def test_that_nothing_can_be_written_for_a_while_is_said_with_where_it_could(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(tempfile, "tempdir", None)
        monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: [str(tmp_path / "none")])
        with pytest.raises(FileNotFoundError) as nowhere:
            tempfile.mkdtemp()
        assert "name another folder in the environment variable TMPDIR" in failure(nowhere.value)

    def test_it_names_the_file_if_the_system_does(self) -> None:
        error = OSError(errno.ENOSPC, "full", "/somewhere/page.html")
        assert failure(error).startswith('"page.html" could not be read or written: the disk is')
        assert failure(OSError(errno.ENOSPC, "full")).startswith("A file could not be read or")
