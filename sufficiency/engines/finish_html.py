"""Finishes a web page: what lies beside it goes into it, so that it works when it is mailed alone.

The page names its style sheets, its script, its pictures and the data of its figures by their
place beside it; each becomes a part of the page. Larger files to download (documents, drawings)
stay beside it: their links say what and how large they are, and one to a file that was not made
goes. The page's policy then allows that style and that script, by their hashes, and no other.
"""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from sufficiency.engines.errors import EngineError

# Text cannot look like this: in it pandoc writes "<" as "&lt;".
_STYLE_SHEETS = re.compile(rb'(?:<link rel="stylesheet" href="[^":]+"[^>]*>\s*)+')
_SHEET = re.compile(rb'href="([^"]+)"')
_SCRIPT = re.compile(rb'<script src="([^":]+)"></script>')
_PICTURE = re.compile(rb'(<(?:img|source)\b[^>]*?\s(?:src|srcset)=")([^"#:]+)(?=")')
_DOWNLOAD = re.compile(rb'<li><a class="if-made" href="([^"]+)"([^>]*)>([^<]*)</a></li>\s*')
_NO_DOWNLOADS = re.compile(rb'<ul class="downloads">\s*</ul>\s*')
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="[^"]*')

_KINDS = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".csv": "text/csv",
}
_SMALL_ENOUGH = {".csv": 20_000}
"""Files to download that go into the page, up to so many bytes; it would be too large to mail with
larger ones."""
_NO_BREAK = "\N{NO-BREAK SPACE}"
_FORMATS = {".pdf": "PDF", ".docx": "Word", ".csv": "CSV", ".svg": "SVG", ".png": "PNG"}


def finish_html(path: Path) -> None:
    """Finishes the page in place, once all that it names lies beside it or below.

    Doing it twice changes nothing more.

    Raises:
        EngineError: If the page names a file that does not lie there.
    """
    page, folder = path.read_bytes(), path.parent
    finished = _STYLE_SHEETS.sub(lambda found: _style(found[0], folder), page)
    finished = _SCRIPT.sub(lambda found: _script(found[1], folder), finished)
    finished = _PICTURE.sub(lambda found: found[1] + _address(found[2], folder), finished)
    finished = _DOWNLOAD.sub(lambda found: _download(found, folder), finished)
    finished = seal(_NO_DOWNLOADS.sub(b"", finished))
    if finished != page:
        path.write_bytes(finished)


def size_in_words(count: int) -> str:
    """A number of bytes as people say it: "1 kB", "970 kB", "1.3 MB", rounded half up."""
    if count < 999_500:
        return f"{max(1, (count + 500) // 1000)}{_NO_BREAK}kB"
    tenths = (count + 50_000) // 100_000
    return f"{tenths // 10}.{tenths % 10}{_NO_BREAK}MB"


def _style(links: bytes, folder: Path) -> bytes:
    """One element for all style sheets, in their order."""
    sheets = [_text(name, folder) for name in _SHEET.findall(links)]
    return b"<style>\n" + b"\n".join(sheets) + b"</style>\n"


def _script(name: bytes, folder: Path) -> bytes:
    return b"<script>\n" + _text(name, folder) + b"</script>"


def _text(name: bytes, folder: Path) -> bytes:
    """A text file as a browser reads it within a page, since its hash is of that."""
    return _read(name, folder).removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def _download(found: re.Match[bytes], folder: Path) -> bytes:
    """The link with its format and size; nothing where the file was not made."""
    name, attributes, words = found.groups()
    path = _path(name, folder)
    if not path.is_file():
        return b""
    size = path.stat().st_size
    said = f"{_FORMATS.get(path.suffix, path.suffix)}, {size_in_words(size)}"
    address = _address(name, folder) if size <= _SMALL_ENOUGH.get(path.suffix, 0) else name
    link = b'<a class="download" href="' + address + b'"' + attributes + b">" + words
    return b"<li>" + link + f" ({said})</a></li>\n".encode()


def seal(page: bytes) -> bytes:
    """The page with the hashes of its style and its script in its policy, if it has one."""
    policy = _POLICY.search(page)
    if policy is None:
        return page
    rules = policy[0]
    for name in (b"style", b"script"):
        parts = re.findall(rb"<%b>(.*?)</%b>" % (name, name), page, re.DOTALL)
        allowed = [b"'sha256-" + b64encode(sha256(part).digest()) + b"'" for part in parts]
        rules = re.sub(
            rb"(%b-src) [^;]*" % name, rb"\1 " + b" ".join(allowed or [b"'none'"]), rules
        )
    return page.replace(policy[0], rules, 1)


def _address(name: bytes, folder: Path) -> bytes:
    """The file itself as an address."""
    kind = _KINDS.get(Path(name.decode("utf-8")).suffix)
    if kind is None:
        raise EngineError(f"the web page names {name.decode('utf-8')}, which it cannot hold.")
    return f"data:{kind};base64,".encode() + b64encode(_read(name, folder))


def _read(name: bytes, folder: Path) -> bytes:
    path = _path(name, folder)
    if not path.is_file():
        raise _not_beside(name)
    return path.read_bytes()


def _path(name: bytes, folder: Path) -> Path:
    path = folder / name.decode("utf-8")
    if not path.resolve().is_relative_to(folder.resolve()):
        raise _not_beside(name)
    return path


def _not_beside(name: bytes) -> EngineError:
    return EngineError(f"the web page names {name.decode('utf-8')}, which is not beside it.")
