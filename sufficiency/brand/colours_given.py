"""What ``_brand.yml`` says of colours: read, names resolved, each pair measured."""

import re
from collections.abc import Iterator, Mapping

from sufficiency.brand.colour import contrast, nearest_that_passes, passes
from sufficiency.brand.palette import (
    GRAPHICS,
    ON_FOCUS,
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
    "Take the colour that the message offers: the nearest of its hue that can be read.",
    'primary: "#f46a25"       # orange text on white has 3.0 to 1',
    mended='primary: "#cb4e00"       # the nearest orange that can be read',
)

_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
_CHART = re.compile(r"chart-(\d+)")
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
    charts = sorted((int(found[1]), name) for name in read if (found := _CHART.fullmatch(name)))
    return Given(
        primary=read.get("primary", Given.primary),
        foreground=read.get("foreground"),
        background=read.get("background"),
        secondary=read.get("secondary"),
        light=read.get("light"),
        rule=read.get("rule"),
        focus=read.get("focus"),
        charts=tuple(read[name] for _, name in charts),
    )


def check_contrast(given: Given, written: Mapping[str, Text]) -> Iterator[Problem]:
    """A problem for each colour that stands out too little from what it stands on or beside.

    ``written`` are the colours as the brand has them: of one that it does not say none is told.
    """
    made = light_palette(given)
    on_pages = (
        ("the page", made.paper),
        ("white paper", WHITE),
        ("the ground of boxes", made.tint),
    )
    for key in ("foreground", "primary", "secondary"):
        value = getattr(given, key)
        if value is not None and key in written:
            yield from _too_faint(written[key], value, "text", *on_pages)
    if "foreground" not in written:
        for key in ("background", "light"):
            if (value := getattr(given, key)) is not None:
                yield from _too_faint(written[key], value, "text", ("text", made.ink))
    if given.focus is not None:
        beside = ("the text on it", ON_FOCUS)
        yield from _too_faint(written["focus"], given.focus, "text", beside)
    yield from _charts(given, written)


def _charts(given: Given, written: Mapping[str, Text]) -> Iterator[Problem]:
    """Each chart colour against white, and against the one before it; the first against grey."""
    names = sorted((name for name in written if _CHART.fullmatch(name)), key=_number)
    for place, (name, colour) in enumerate(zip(names, given.charts, strict=False)):
        beside = [("white", WHITE)]
        if place == 0:
            beside.append(("the grey of what is not highlighted", REST))
        else:
            beside.append((f"{names[place - 1]}, its neighbour", given.charts[place - 1]))
        yield from _too_faint(written[name], colour, "charts", *beside)


def _number(name: str) -> int:
    found = _CHART.fullmatch(name)
    return int(found[1]) if found else 0


def _too_faint(at: Text, colour: str, use: str, *grounds: tuple[str, str]) -> Iterator[Problem]:
    """The worst of the grounds that the colour has too little contrast with, if any has."""
    least = TEXT if use == "text" else GRAPHICS
    worst, ground = min(grounds, key=lambda named: contrast(colour, named[1]))
    if passes(colour, (ground, least)):
        return
    offer = nearest_that_passes(colour, *((ground, least) for _, ground in grounds))
    shown = str(at) if str(at).casefold() == colour else f"{at} ({colour})"
    needs = f"{use} {'needs' if use == 'text' else 'need'} {least:g} to 1 at least"
    message = f"the contrast of {shown} with {worst} ({ground}) is {_ratio(colour, ground)}; "
    message += f"{needs}."
    mend = f'The nearest that passes is "{offer}".' if offer else _NONE_PASSES
    yield Problem(COLOUR_CONTRAST, at.at, message, mend)


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
