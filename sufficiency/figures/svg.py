"""A matplotlib figure as SVG in few bytes: the renderer through which its artists draw.

matplotlib's own SVG is written for people and takes twice the bytes, and a web page carries it
twice. Here letters have the whole units of their font and other places are rounded to a hundredth
of a point. A line of text is measured and its letters are placed once for all charts, which is
most of the work. Turned text and mathematics are refused, hatching is left out: no chart has them.

It imports matplotlib, so it is imported only when something is drawn.
"""

from collections.abc import Iterator
from functools import cache
from itertools import count, product
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import rgb2hex
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Transform

from sufficiency.figures.look import TEXT_SIZE
from sufficiency.figures.typeface import UNITS, letters, measure, outline

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

_OPENING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt"'
    ' viewBox="0 0 {width} {height}" version="1.1"><defs><style type="text/css">'
    "*{{stroke-linejoin: round; stroke-linecap: butt}}</style></defs>"
)
_COMMANDS = {
    Path.MOVETO: "M",
    Path.LINETO: "L",
    Path.CURVE3: "Q",
    Path.CURVE4: "C",
    Path.CLOSEPOLY: "z",
}
_CAPS = {"projecting": "square", "round": "round"}
_FLIPPED = Affine2D().scale(1, -1)


def write_svg(figure: "Figure") -> bytes:
    """The figure as a self-contained file, text as outlines; it is left with 72 dots an inch."""
    figure.set_dpi(72)  # a dot is a point
    renderer = SvgRenderer(*(float(inches) * 72 for inches in figure.get_size_inches()))
    figure.draw(renderer)
    return renderer.finish()


class SvgRenderer(RendererBase):
    """Writes what artists draw, in points, as elements.

    What may be drawn again, a letter or a marker, is defined where it is first used. What is
    referred to has a name of one or two letters.
    """

    def __init__(self, width: float, height: float) -> None:
        super().__init__()
        self._width, self._height = width, height
        self._downwards = _FLIPPED + Affine2D().translate(0, height)
        self._written = [_OPENING.format(width=_exact(width), height=_exact(height))]
        self._unused = _short_names()
        self._names: dict[object, str] = {}
        self._clips: list[str] = []

    def finish(self) -> bytes:
        """The whole file."""
        clips = f"<defs>{''.join(self._clips)}</defs>" if self._clips else ""
        return "".join([*self._written, clips, "</svg>"]).encode("ascii")

    def get_canvas_width_height(self) -> tuple[float, float]:
        """In points."""
        return self._width, self._height

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,
    ) -> None:
        """A line or a shape; nothing where it has no point."""
        drawn = _draw(path, transform + self._downwards)
        if drawn:
            clip, style = self._clip(gc), _css(_style(gc, rgbFace))
            self._written.append(f'<path d="{drawn}"{clip} style="{style}" />')

    def draw_markers(
        self,
        gc: GraphicsContextBase,
        marker_path: Path,
        marker_trans: Transform,
        path: Path,
        trans: Transform,
        rgbFace: Any = None,
    ) -> None:
        """A marker at each point of the path."""
        segments = path.iter_segments(trans + self._downwards, simplify=False)
        points = [(_round(at[-2]), _round(at[-1])) for at, _ in segments]
        if not points:
            return
        clip, style = self._clip(gc), _style(gc, rgbFace)
        drawn, css = _draw(marker_path, marker_trans + _FLIPPED), _css(style)
        is_new, name = self._name((drawn, css))
        if is_new:
            stroke = _css({key: said for key, said in style.items() if key.startswith("stroke")})
            self._written.append(f'<defs><path id="{name}" d="{drawn}" style="{stroke}" /></defs>')
        uses = [f'<use x="{x}" y="{y}" style="{css}" href="#{name}" />' for x, y in points]
        self._written += [f"<g{clip}>", *uses, "</g>"] if clip else uses

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: "FontProperties",
        angle: float,
        ismath: Any = False,
        mtext: Any = None,
    ) -> None:
        """A line of text, level and never cut off."""
        if angle or ismath:
            raise NotImplementedError("charts have neither turned text nor mathematics")
        defined, uses = [], []
        for letter, across, up in letters(s, bold=_is_bold(prop)):
            drawn = _draw_letter(letter)
            if not drawn:
                continue  # a space
            is_new, name = self._name(letter)
            if is_new:
                defined.append(f'<path id="{name}" d="{drawn}" />')
            place = f'x="{across}" ' * bool(across) + f'y="{up}" ' * bool(up)
            uses.append(f'<use {place}href="#{name}" />')
        scale = f"{prop.get_size_in_points() / UNITS:g}"
        placed = f"translate({_exact(x)} {_exact(y)}) scale({scale} -{scale})"
        self._written.append(f'<g style="fill:{rgb2hex(gc.get_rgb())}" transform="{placed}">')
        if defined:
            self._written += ["<defs>", *defined, "</defs>"]
        self._written += [*uses, "</g>"]

    def get_text_width_height_descent(
        self, s: str, prop: "FontProperties", ismath: Any
    ) -> tuple[float, float, float]:
        """Of a line of text, in points."""
        size = prop.get_size_in_points() / TEXT_SIZE
        width, height, descent = measure(s, bold=_is_bold(prop))
        return width * size, height * size, descent * size

    def _clip(self, gc: GraphicsContextBase) -> str:
        """The attribute that cuts off what is drawn beyond the plotting area; "" for none."""
        area = gc.get_clip_rectangle()
        if area is None:
            return ""
        x, y, width, height = area.bounds
        sides = (_round(x), _round(self._height - (y + height)), _round(width), _round(height))
        is_new, name = self._name(sides)
        if is_new:
            rectangle = '<rect x="{}" y="{}" width="{}" height="{}" />'.format(*sides)
            self._clips.append(f'<clipPath id="{name}">{rectangle}</clipPath>')
        return f' clip-path="url(#{name})"'

    def _name(self, thing: object) -> tuple[bool, str]:
        """Whether the thing has not been named before, and its name."""
        is_new = thing not in self._names
        if is_new:
            self._names[thing] = next(self._unused)
        return is_new, self._names[thing]


def _short_names() -> Iterator[str]:
    for length in count(1):
        yield from ("".join(name) for name in product(ascii_lowercase, repeat=length))


def _is_bold(prop: "FontProperties") -> bool:
    return prop.get_weight() == "bold"


def _draw(path: Path, transform: Transform) -> str:
    """A path as SVG draws it, without spaces that part nothing."""
    return "".join(
        _COMMANDS[code] + _join(_round(place) for place in at if code != Path.CLOSEPOLY)
        for at, code in path.iter_segments(transform, simplify=False)
    )


@cache
def _draw_letter(letter: str) -> str:
    """A letter's outline in the units of the font; every chart has much the same letters."""
    return "".join(
        _COMMANDS[code] + _join(f"{place:z.0f}" for place in at if code != Path.CLOSEPOLY)
        for at, code in outline(letter).iter_segments(simplify=False)
    )


def _join(numbers: Iterator[str]) -> str:
    return " ".join(numbers).replace(" -", "-")


def _round(points: float) -> str:
    """To a hundredth; to a millionth before, since machines differ in the last digits of all and
    would round what is half a hundredth up or down. Never "-0", for which the z stands."""
    return f"{round(round(float(points), 6), 2):zg}"


def _exact(points: float) -> str:
    return f"{points:zf}".rstrip("0").rstrip(".")


def _style(gc: GraphicsContextBase, face: Any) -> dict[str, str]:
    """What differs from SVG's own style and that of the whole picture."""
    style = {"fill": "none" if face is None else rgb2hex(face)}
    if face is not None and len(face) == 4 and face[3] != 1:
        style["fill-opacity"] = _round(face[3])
    dashes: Any  # matplotlib types them as whatever numpy makes an array of
    offset, dashes = gc.get_dashes()
    if dashes is not None:
        style["stroke-dasharray"] = ",".join(_round(length) for length in dashes)
        style["stroke-dashoffset"] = _round(offset)
    if gc.get_linewidth():
        style["stroke"] = rgb2hex(gc.get_rgb())
        if gc.get_rgb()[3] != 1:
            style["stroke-opacity"] = _round(gc.get_rgb()[3])
        if gc.get_linewidth() != 1:
            style["stroke-width"] = _round(gc.get_linewidth())
        if gc.get_joinstyle() != "round":
            style["stroke-linejoin"] = gc.get_joinstyle()
        if gc.get_capstyle() != "butt":
            style["stroke-linecap"] = _CAPS[gc.get_capstyle()]
    return style


def _css(style: dict[str, str]) -> str:
    return ";".join(f"{name}:{said}" for name, said in style.items())
