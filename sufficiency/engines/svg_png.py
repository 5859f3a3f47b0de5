"""An SVG, of a chart or an author's drawing, as a PNG: not every word processor reads SVG."""

import hashlib

from sufficiency.engines.typst_pdf import compile_typst, typst_version
from sufficiency.remember import Remember

PIXELS_PER_INCH = 200

_PAGE = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image("drawn.svg")
"""


def png_of(svg: bytes, *, name: str, remember: Remember) -> bytes:
    """The SVG at 200 pixels an inch on white, made once for each content and version.

    ``name`` is for messages. Raises EngineError if typst cannot read the SVG.
    """
    made_from = hashlib.sha256(svg)
    for part in (
        _PAGE,
        str(PIXELS_PER_INCH).encode(),
        typst_version().encode(),
    ):
        made_from.update(b"\0" + part)
    return remember(f"png-{made_from.hexdigest()}", lambda: _draw(svg, name))


def _draw(svg: bytes, name: str) -> bytes:
    png = compile_typst(
        {"main.typ": _PAGE, "drawn.svg": svg},
        making=f"a PNG for Word from {name}",
        format="png",
        ppi=PIXELS_PER_INCH,
    )
    assert png is not None
    return png
