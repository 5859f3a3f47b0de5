"""Finishes a web page: what pandoc says of pictures that have nothing to tell is taken back.

Embedding a picture, pandoc calls each a picture with a name (``role``, ``aria-label``); one whose
alt text is empty, since it is decorative, has neither.
"""

import re
from pathlib import Path

_NAMELESS = re.compile(rb'<img role="img" aria-label(?:="")?(?= )')


def finish_html(path: Path) -> None:
    """Finishes the page in place. Doing it twice changes nothing more."""
    page = path.read_bytes()
    finished = _NAMELESS.sub(b"<img", page)
    if finished != page:
        path.write_bytes(finished)
