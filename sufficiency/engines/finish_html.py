"""Finishes a web page: what lies beside it goes into it, so that it works when it is mailed alone.

The page names its style sheet, its pictures and the data of its figures by their place beside it;
each becomes a part of the page. What it names elsewhere (a heading, a web address) stays.
"""

import re
from base64 import b64encode
from pathlib import Path

from sufficiency.engines.errors import EngineError

# Text cannot look like this: in it pandoc writes "<" as "&lt;".
_STYLE_SHEET = re.compile(rb'<link rel="stylesheet" href="([^":]+)"[^>]*>')
_NAMED = re.compile(rb'(<(?:img|source|a)\b[^>]*?\s(?:src|srcset|href)=")([^"#:]+)(?=")')
_KINDS = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".csv": "text/csv",
}


def finish_html(path: Path) -> None:
    """Finishes the page in place. Doing it twice changes nothing more.

    Raises:
        EngineError: If the page names a file that does not lie beside it or below.
    """
    page = path.read_bytes()
    finished = _STYLE_SHEET.sub(lambda found: _style(found[1], path.parent), page)
    finished = _NAMED.sub(lambda found: found[1] + _address(found[2], path.parent), finished)
    if finished != page:
        path.write_bytes(finished)


def _style(name: bytes, folder: Path) -> bytes:
    return b"<style>\n" + _read(name, folder) + b"</style>"


def _address(name: bytes, folder: Path) -> bytes:
    """The file itself as an address."""
    kind = _KINDS.get(Path(name.decode("utf-8")).suffix)
    if kind is None:
        raise EngineError(f"the web page names {name.decode('utf-8')}, which it cannot hold.")
    return f"data:{kind};base64,".encode() + b64encode(_read(name, folder))


def _read(name: bytes, folder: Path) -> bytes:
    path = folder / name.decode("utf-8")
    if not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
        raise EngineError(f"the web page names {name.decode('utf-8')}, which is not beside it.")
    return path.read_bytes()
