"""Drawings: shapes pass, whatever else an SVG can hold is told or left out."""

import io

import pytest
from lxml import etree

from sufficiency.engines.svg_png import png_of
from sufficiency.pictures.drawing import Drawing, clean_drawing
from sufficiency.pictures.encode import PictureBroken
from tests.engines.rendering import remember
from tests.pictures.making import SVG, SVG_OPEN, opened

LINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
SHAPE = '<rect width="9" height="9"/>'


def clean(inside: str) -> Drawing:
    drawing, faults = clean_drawing(f"{SVG_OPEN}{inside}</svg>".encode())
    assert faults == []
    assert drawing is not None
    return drawing


def faults(inside: str) -> list[str]:
    drawing, found = clean_drawing(f"{SVG_OPEN}{inside}</svg>".encode())
    assert drawing is None
    return [what for what, _ in found]


class TestRefused:
    @pytest.mark.parametrize(
        ("inside", "told"),
        [
            ("<script>alert(1)</script>", "a script"),
            ('<x:script xmlns:x="http://www.w3.org/1999/xhtml">a()</x:script>', "a script"),
            (f'<g onload="a()">{SHAPE}</g>', "a script"),
            (f'<g ONCLICK="a()">{SHAPE}</g>', "a script"),
            ("<foreignObject/>", "a piece of a web page (foreignObject)"),
            ('<image href="data:image/png;base64,AAAA"/>', "another picture"),
            ('<image href="https://example.org/a.png"/>', "another picture"),
            (
                f'<use {LINK} xlink:href="other.svg#a"/>',
                "a reference to something outside the file",
            ),
            (
                '<use href="https://example.org/a.svg#a"/>',
                "a reference to something outside the file",
            ),
            (
                '<rect fill="url(https://example.org/a.svg#b)"/>',
                "a reference to something outside the file",
            ),
            (
                """<rect style="fill: URL( 'a.svg#b' )"/>""",
                "a reference to something outside the file",
            ),
            (
                "<style>@import 'https://example.org/a.css';</style>",
                "a reference to something outside the file",
            ),
            (
                "<style>rect { fill: url(a.svg) }</style>",
                "a reference to something outside the file",
            ),
            ("<style>@font-face { font-family: a; src: local(b) }</style>", "a font"),
            ("<style>r { fill: u\\72l(a.svg) }</style>", "a style that cannot be checked"),
            ("<style>@media print { r { fill: red } }</style>", "a style that cannot be checked"),
            ("<font/>", "a font"),
            ("<text>Home</text>", "words that need a font"),
            (f'<a href="#b">{SHAPE}</a>', "a link"),
            ('<rect><animate attributeName="x"/></rect>', "an animation"),
            ('<set attributeName="x"/>', "an animation"),
            ("<filter/>", "an effect such as a shadow (filter)"),
            ("<switch/>", "a choice between versions (switch)"),
            ("<video/>", "<video>, which cannot be checked"),
        ],
    )
    def test_it_is_told_in_plain_words(self, inside: str, told: str) -> None:
        assert faults(inside) == [told]

    def test_each_fault_has_its_line(self) -> None:
        data = f"{SVG_OPEN}\n{SHAPE}\n<text>a</text>\n<script/></svg>".encode()
        assert clean_drawing(data)[1] == [("words that need a font", 3), ("a script", 4)]

    def test_an_entity_is_refused_and_nothing_is_read(self) -> None:
        data = (
            f'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>{SVG_OPEN}<g>&a;</g></svg>'
        )
        assert clean_drawing(data.encode())[1] == [("an entity", 1)]

    @pytest.mark.parametrize(
        "inside",
        [
            "".join(f'<g id="a{n}">' + f'<use href="#a{n + 1}"/>' * 10 + "</g>" for n in range(9))
            + f'<g id="a9">{SHAPE}</g>',
            '<g id="a"><use href="#a"/></g>',
            f'<marker id="m">{SHAPE * 300}</marker><path marker-mid="url(#m)" d="{"L1 1" * 300}"/>',
            f'<style>rect {{mask: url(#m)}}</style><mask id="m">{SHAPE * 400}</mask>{SHAPE * 400}',
            "".join(f'<use id="u{n}" href="#u{n + 1}"/>' for n in range(3000)),
        ],
        ids=["repeats of repeats", "itself", "at every point", "by style", "a long chain"],
    )
    def test_one_that_grows_without_bounds_is_refused(self, inside: str) -> None:
        assert faults(inside) == ["more shapes than can be drawn"]


class TestLeftOut:
    def test_what_shows_nothing_is_gone(self) -> None:
        data = (
            '<?xml version="1.0"?><?xml-stylesheet href="SECRET.css"?><!-- SECRET -->'
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/namespaces/'
            'inkscape" i:version="SECRET" viewBox="0 0 9 9"><title>SECRET</title>'
            "<desc>SECRET</desc><metadata><author>SECRET</author></metadata>"
            '<i:grid name="SECRET"/><g data-name="SECRET" aria-label="SECRET" role="img">SECRET'
            f"{SHAPE}SECRET</g></svg>"
        )
        drawing, _ = clean_drawing(data.encode())
        assert drawing is not None
        assert b"SECRET" not in drawing.data
        assert etree.fromstring(drawing.data)[0][0].get("width") == "9"

    def test_shapes_gradients_and_styles_are_kept(self) -> None:
        inside = (
            "<style>.a{fill:#12436d}.b{fill:url(#g)}</style><defs>"
            '<linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient>'
            '<clipPath id="c"><rect width="9" height="9"/></clipPath></defs>'
            '<g clip-path="url(#c)"><use href="#p"/><path id="p" class="b" d="M0 0h9"/></g>'
        )
        kept = clean(inside).data.decode()
        assert kept.count("url(#") == 2
        assert all(f"<{name}" in kept for name in ("style", "stop", "clipPath", "use", "path"))


class TestSize:
    @pytest.mark.parametrize(
        ("attributes", "size"),
        [
            ('width="240" height="80" viewBox="0 0 240 80"', (240, 80)),
            ('width="240" height="80"', (240, 80)),
            ('width="2.5in" height="1in" viewBox="0 0 5 2"', (240, 96)),
            ('viewBox="0 0 5 2"', (604.8, 241.92)),
            ('width="100%" height="100%" viewBox="0,0,5,2"', (604.8, 241.92)),
            ('width="6000" height="600" viewBox="0 0 10 1"', (604.8, 60.48)),
            ('width="100" height="1000" viewBox="0 0 1 10"', (57.6, 576)),
        ],
    )
    def test_it_is_written_into_the_drawing(
        self, attributes: str, size: tuple[float, float]
    ) -> None:
        data = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{SHAPE}</svg>'
        drawing, _ = clean_drawing(data.encode())
        assert drawing is not None
        assert (drawing.width, drawing.height) == pytest.approx(size)
        root = etree.fromstring(drawing.data)
        assert float(root.get("width") or 0) == pytest.approx(size[0], abs=0.01)
        assert root.get("viewBox") is not None

    @pytest.mark.parametrize(
        "attributes",
        ["", 'viewBox="0 0 0 9"', 'width="9"', 'viewBox="a b c d"', 'width="." height="9"'],
    )
    def test_one_without_a_size_is_broken(self, attributes: str) -> None:
        with pytest.raises(PictureBroken, match="how large"):
            clean_drawing(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode())


class TestBroken:
    @pytest.mark.parametrize("data", [b"<svg", SVG[:-8], b"<svg viewBox='0 0 1 1'/>", b"\0\1"])
    def test_what_is_no_svg_is_told(self, data: bytes) -> None:
        with pytest.raises(PictureBroken):
            clean_drawing(data)


def test_a_clean_drawing_can_be_drawn_for_word() -> None:
    png = png_of(clean(SHAPE).data, name="a", remember=remember)
    assert opened(png).width > 200
    assert io.BytesIO(png).read(4) == b"\x89PNG"


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert clean_drawing(SVG) == clean_drawing(SVG)
