"""The lines of files for messages, however the files were saved."""

from pathlib import Path

from sufficiency.sources import read_lines


def lines_of(folder: Path, name: str, data: bytes) -> tuple[str, ...] | None:
    file = folder / "strategy" / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)
    return read_lines(folder, {f"strategy/{name}"}).get(f"strategy/{name}")


class TestReadLines:
    def test_every_kind_of_line_end_parts_lines(self, tmp_path: Path) -> None:
        assert lines_of(tmp_path, "a.md", b"one\r\ntwo\rthree\nfour") == (
            "one",
            "two",
            "three",
            "four",
        )

    def test_a_byte_order_mark_is_no_part_of_the_first(self, tmp_path: Path) -> None:
        assert lines_of(tmp_path, "a.yml", b"\xef\xbb\xbftitle: A") == ("title: A",)

    def test_what_is_not_utf_8_is_read_as_windows_writes_it(self, tmp_path: Path) -> None:
        assert lines_of(tmp_path, "a.yml", "title: Café £60".encode("cp1252")) == (
            "title: Café £60",
        )

    def test_utf_16_has_no_lines(self, tmp_path: Path) -> None:
        assert lines_of(tmp_path, "a.yml", "title: A".encode("utf-16")) is None

    def test_a_file_of_too_many_bytes_has_no_lines(self, tmp_path: Path) -> None:
        assert lines_of(tmp_path, "a.yml", b"a: 1\n" * 50_001) is None

    def test_a_workbook_has_no_lines(self, tmp_path: Path) -> None:
        assert lines_of(tmp_path, "a.xlsx", b"one\ntwo") is None

    def test_only_the_files_asked_for_are_read(self, tmp_path: Path) -> None:
        assert lines_of(tmp_path, "a.yml", b"title: A") is not None
        assert read_lines(tmp_path, {"strategy/b.yml", "../secret", "/etc/hostname"}) == {}
