"""The brand's typeface as charts take it: two files, each of one weight.

matplotlib draws a variable font in its lightest weight alone. Of such a one the two weights that
charts need are cut out, with the letters of western Europe: cutting takes about a second. What is
left out is drawn as what a family lacks.
"""

import hashlib
import io
import secrets
import shutil
import weakref
from functools import cached_property
from pathlib import Path
from tempfile import gettempdir

from sufficiency.brand import Face, Typeface
from sufficiency.brand.typeface import BOLD, REGULAR
from sufficiency.figures.typeface import FontFiles
from sufficiency.remember import Remember, versions

# Latin with the accents of England's and its neighbours' names; punctuation, money, arithmetic.
_KEPT = (
    *((0x20, 0x180), (0x218, 0x21C), (0x1E80, 0x1E86), (0x2010, 0x2045), (0x20AC, 0x20AD)),
    *((0x2190, 0x2194), (0x2212, 0x2213), (0x2248, 0x2249), (0x2264, 0x2266)),
)


class ChartFonts:
    """A typeface's two files, written where they are first asked for and gone with this."""

    def __init__(self, typeface: Typeface, remember: Remember) -> None:
        self.typeface, self._remember = typeface, remember

    @cached_property
    def files(self) -> FontFiles:
        """Where they are."""
        folder = Path(gettempdir(), f"charts-{secrets.token_hex(8)}")
        # On Windows a font in use cannot be deleted. First, so that no Ctrl-C comes between.
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
        return FontFiles(*(self._write(weight, folder) for weight in (REGULAR, BOLD)))

    def _write(self, weight: int, folder: Path) -> str:
        face = self.typeface.face(weight)
        path = folder / f"{weight}{Path(face.file).suffix}"
        path.write_bytes(face.data if face.is_static else self._cut(face, weight))
        return str(path)

    def _cut(self, face: Face, weight: int) -> bytes:
        named = f"{face!r} {weight} {_KEPT} {versions('fonttools')}"
        key = hashlib.sha256(named.encode()).hexdigest()
        return self._remember(f"chart-font-{key}", lambda: _cut_out(face, weight))


def _cut_out(face: Face, weight: int) -> bytes:
    from fontTools import subset
    from fontTools.varLib import instancer

    options = subset.Options(layout_features=["ccmp", "kern", "mark"], hinting=False)
    options.recalc_timestamp = False
    with subset.load_font(io.BytesIO(face.data), options) as font:
        kept = subset.Subsetter(options)
        kept.populate(unicodes=[code for begin, end in _KEPT for code in range(begin, end)])
        kept.subset(font)
        axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
        instancer.instantiateVariableFont(font, {**axes, "wght": weight}, inplace=True)
        # matplotlib tells letters apart by this name.
        font["name"].setName(f"{Path(face.file).stem}-{weight}", 6, 3, 1, 0x409)
        written = io.BytesIO()
        font.save(written)
    return written.getvalue()
