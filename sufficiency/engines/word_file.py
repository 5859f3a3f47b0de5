"""A Word file as the zip archive it is: parts in, parts out, with no clock in between."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date

# The earliest moment that a zip archive can carry.
_EARLIEST = date(1980, 1, 1)


def read_parts(data: bytes) -> dict[str, bytes]:
    """The archive's parts by name, in its order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write_parts(parts: Mapping[str, bytes], *, dated: date = _EARLIEST) -> bytes:
    """An archive of the parts in their order, each dated midnight of one day."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (dated.year, dated.month, dated.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every operating system
            entry.external_attr = 0
            archive.writestr(entry, content)
    return written.getvalue()


def rewrite_zip(data: bytes, *, dated: date = _EARLIEST) -> bytes:
    """The same archive without the moments at which its parts were written."""
    return write_parts(read_parts(data), dated=dated)
