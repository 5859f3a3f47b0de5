"""The zip archive of a Word file carries one day and no clock."""

import io
import zipfile
from datetime import date

from sufficiency.engines.word_file import read_parts, rewrite_zip, write_parts

PARTS = {"b.xml": b"<b/>", "a.xml": b"<a/>"}


class TestWriteParts:
    def test_keeps_contents_and_order(self) -> None:
        assert list(read_parts(write_parts(PARTS)).items()) == list(PARTS.items())

    def test_dates_every_part_by_the_day(self) -> None:
        written = write_parts(PARTS, dated=date(2026, 11, 20))
        with zipfile.ZipFile(io.BytesIO(written)) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 20, 0, 0, 0)}


class TestRewriteZip:
    def test_makes_archives_of_different_moments_alike(self) -> None:
        early = write_parts(PARTS, dated=date(1999, 1, 1))
        late = write_parts(PARTS, dated=date(2026, 1, 1))
        assert early != late
        assert rewrite_zip(early) == rewrite_zip(late)
