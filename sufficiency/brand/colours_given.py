"""What ``_brand.yml`` says of colours: read, names resolved, each pair measured."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sufficiency.brand.colour import contrast, nearest_that_passes, passes
from sufficiency.brand.palette import (
    BLACK,
    GRAPHICS,
    REST,
    TEXT,
    WHITE,
    Given,
    light_palette,
)
from sufficiency.content.brand import BrandColours
from sufficiency.problems import Cause, Code, Problem, nearest, suggestion
from sufficiency.sources import Text

COLOUR_FORM = Code(
    "COLOUR-FORM",
    "A colour is not written as one",
    "Without quotation marks YAML takes a # for the beginning of a remark, and the colour is gone. "
    "A colour by its English name is not the same in print as on the screen.",
    'Write a # and six of the signs 0 to 9 and a to f, in quotation marks: "#12436d". The people '
    "who keep the council's brand know it as the hex value.",
    "primary: #12436d",
    mended='primary: "#12436d"',
    cause=Cause.ENTRY,
)
COLOUR_UNKNOWN = Code(
    "COLOUR-UNKNOWN",
    "A colour is named that the palette does not have",
    "A name stands for a colour of the palette, below `palette:`.",
    "Correct the name, or add it to the palette with its colour.",
    'palette:\n  navy: "#12436d"\nprimary: nayv',
    mended='palette:\n  navy: "#12436d"\nprimary: navy',
    cause=Cause.ENTRY,
)
COLOUR_CONTRAST = Code(
    "COLOUR-CONTRAST",
    "Two colours that stand on or beside each other differ too little",
    "Many people could not read the text, or tell the parts of a chart apart. The law asks for a "
    "contrast of 4.5 to 1 for text and 3 to 1 for what else has a meaning (WCAG 2.2).",
    "Take the colour that the message offers: the nearest of its hue that can be read. Until then "
    "drafts are made in that one.",
    'primary: "#f46a25"       # orange text on white has 3.0 to 1',
    mended='primary: "#cb4e00"       # the nearest orange that can be read',
)

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
_CHART = re.compile(r"chart-(\d+)")
_LEAST = {"text": TEXT, "charts": GRAPHICS}
_GROUNDS = {"background": "The page's background", "light": "The ground of boxes"}
_ROUNDS = 3  # a colour that changes may change what it, or another, stands on
_KEYS = ("foreground", "background", "primary", "secondary", "light")


def read_colours(colours: BrandColours) -> tuple[dict[str, str], dict[str, Text], list[Problem]]:
    """Every colour that can be read as "#12436d", by its key or its name in the palette; where
    each stands; and what is wrong with the others."""
    keys = {key: value for key in _KEYS if (value := getattr(colours, key)) is not None}
    written = {**colours.palette, **keys}
    read: dict[str, str] = {}
    problems: list[Problem] = []
    for name, value in written.items():
        followed = _follow(value, written)
        if isinstance(followed, Problem):
            problems.append(followed)
        elif followed is not None:
            read[name] = followed
    return read, written, problems


def given_colours(read: Mapping[str, str]) -> Given:
    """What the palette is made from."""
    return Given(
        primary=read.get("primary", Given.primary),
        foreground=read.get("foreground"),
        background=read.get("background"),
        secondary=read.get("secondary"),
        light=read.get("light"),
        rule=read.get("rule"),
        focus=read.get("focus"),
        charts=tuple(read[name] for name in _chart_names(read)),
    )


def _chart_names(read: Mapping[str, str]) -> list[str]:
    """The names of the colours of charts, in the order of their numbers."""
    numbered = [(int(found[1]), name) for name in read if (found := _CHART.fullmatch(name))]
    return [name for _, name in sorted(numbered)]


@dataclass(frozen=True)
class _Faint:
    """A colour by its name that stands out too little from some of its grounds, worst first.

    Each ground has its words and its colour. ``offer`` is the nearest of the hue that passes on
    all, None where there is none.
    """

    name: str
    colour: str
    use: str
    grounds: tuple[tuple[str, str], ...]
    offer: str | None


def settle_contrast(
    read: Mapping[str, str], written: Mapping[str, Text]
) -> tuple[Given, list[Problem]]:
    """The colours with the nearest that pass in the place of those that do not, and a problem for
    each: it stands out too little from what it stands on or beside. A ground that is dark is left
    out: whatever could be read on it could not be read in print.

    ``written`` are the colours as the brand has them: of one that it does not say none is told.
    """
    dark = [name for name in _GROUNDS if name in read and not passes(BLACK, (read[name], TEXT))]
    problems = [_tell_dark(name, read[name], written[name]) for name in dark]
    settled = {name: colour for name, colour in read.items() if name not in dark}
    faint = {one.name: one for one in _too_faint(settled)}
    for _ in range(_ROUNDS):
        offers = {one.name: one.offer for one in _too_faint(settled) if one.name in faint}
        settled |= {name: offer for name, offer in offers.items() if offer}
    problems += [_tell(one, written[name], settled[name]) for name, one in faint.items()]
    return given_colours(settled), problems


def _too_faint(read: Mapping[str, str]) -> Iterator[_Faint]:
    made = light_palette(given_colours(read))
    on_pages = (
        ("the page", made.paper),
        ("white paper", WHITE),
        ("the ground of boxes", made.tint),
    )
    texts: dict[str, tuple[tuple[str, str], ...]]
    texts = dict.fromkeys(("foreground", "primary", "secondary"), on_pages)
    if "foreground" not in read:
        texts |= dict.fromkeys(("background", "light"), (("text", made.ink),))
    texts["focus"] = (("the text on it", made.on_focus),)
    for key, grounds in texts.items():
        if key in read:
            yield from _measure(key, read[key], "text", *grounds)
    yield from _charts(read)


def _charts(read: Mapping[str, str]) -> Iterator[_Faint]:
    """Each chart colour against white, and against the one before it; the first against grey."""
    before = ("the grey of what is not highlighted", REST)
    for name in _chart_names(read):
        yield from _measure(name, read[name], "charts", ("white", WHITE), before)
        before = (f"{name}, its neighbour", read[name])


def _measure(name: str, colour: str, use: str, *grounds: tuple[str, str]) -> Iterator[_Faint]:
    least = _LEAST[use]
    words = {ground: words for words, ground in reversed(grounds)}  # two may be of one colour
    faint = [ground for ground in words if not passes(colour, (ground, least))]
    if faint:
        faint.sort(key=lambda ground: contrast(colour, ground))
        offer = nearest_that_passes(colour, *((ground, least) for ground in words))
        yield _Faint(name, colour, use, tuple((words[one], one) for one in faint), offer)


def _tell_dark(name: str, colour: str, at: Text) -> Problem:
    message = (
        f"only light text could be read on {_shown(at, colour)}, "
        "and the same text is printed on white paper."
    )
    mend = (
        f"{_GROUNDS[name]} must be light, since the same colours are printed: take a light colour, "
        "or delete the line. Drafts are made without it. Readers whose screen is set to dark get "
        "a dark page, which is made of your other colours."
    )
    return Problem(COLOUR_CONTRAST, at.at, message, mend)


def _shown(at: Text, colour: str) -> str:
    """A colour as the brand has it, and what it is where that is a name."""
    return str(at) if str(at).casefold() == colour else f"{at} ({colour})"


def _tell(faint: _Faint, at: Text, settled: str) -> Problem:
    ratios = [
        f"{_ratio(faint.colour, ground)} with {words} ({ground})" for words, ground in faint.grounds
    ]
    *others, last = ratios
    listed = f"{', '.join(others)} and {last}" if others else last
    needs = f"{faint.use} {'needs' if faint.use == 'text' else 'need'} {_LEAST[faint.use]:g} to 1"
    message = f"the contrast of {_shown(at, faint.colour)} is {listed}; {needs} at least."
    mend = f'The nearest that passes is "{settled}"; drafts are made in it.'
    return Problem(COLOUR_CONTRAST, at.at, message, mend if faint.offer else _NONE_PASSES)


_NONE_PASSES = "No colour of this hue passes: choose another for what it stands on."


def _ratio(one: str, other: str) -> str:
    """Rounded down, so that no ratio that is too small looks large enough."""
    return f"{int(contrast(one, other) * 100) / 100:.2f} to 1"


def _follow(value: Text, written: Mapping[str, Text]) -> str | Problem | None:
    """The colour that a value is or names; None where a name of the way is told elsewhere."""
    seen = [str(value)]
    at = value
    while not _HEX.fullmatch(value):
        if value not in written:
            return _no_colour(value, written) if value is at else None
        value = written[value]
        if value in seen:
            message = f'"{at}" names a colour that names it again, and neither is one.'
            return Problem(COLOUR_UNKNOWN, at.at, message, COLOUR_FORM.mend)
        seen.append(str(value))
    return _six(str(value).casefold())


def _six(colour: str) -> str:
    """ "#abc" as "#aabbcc"."""
    return colour if len(colour) == 7 else "#" + "".join(sign * 2 for sign in colour[1:])


def _no_colour(value: Text, written: Mapping[str, Text]) -> Problem:
    if not value.strip():
        message = "the colour is missing: what follows a # without quotation marks is a remark."
        return Problem(COLOUR_FORM, value.at, message, 'Write it like "#12436d".')
    if re.fullmatch(r"#?[0-9a-fA-F]{6}|#.*|(?:rgb|hsl).*", value):
        mend = COLOUR_FORM.mend
        if re.fullmatch(r"[0-9a-fA-F]{6}", value):
            mend = f'Did you mean "#{value}"?'
        return Problem(COLOUR_FORM, value.at, f'"{value}" is not written as a colour.', mend)
    others = [name for name in written if written[name] is not value]
    message = f'the palette has no colour "{value}".'
    mend = suggestion(value, others) if nearest(value, others) else COLOUR_UNKNOWN.mend
    return Problem(COLOUR_UNKNOWN, value.at, message, mend)
