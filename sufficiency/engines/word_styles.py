"""How a Word document looks: its paragraph styles, as data.

Sizes and distances in points, indents in millimetres. Built into Word's own styles by
word_paragraphs.py; knows nothing of Word's files.
"""

from dataclasses import dataclass
from typing import Literal

from sufficiency.brand import Brand
from sufficiency.brand.palette import DRAFTS


def _plain(colour: str) -> str:
    return colour.lstrip("#").upper()


Colour = Literal["brand", "ink", "quiet", "rule", "tint", "draft", "draft_tint", "note"]


@dataclass(frozen=True)
class Colours:
    """The brand's colours and those of drafts, as Word writes them: "12436D"."""

    brand: str
    ink: str
    quiet: str
    rule: str
    tint: str
    draft: str = _plain(DRAFTS["draft-edge"])
    draft_tint: str = _plain(DRAFTS["draft-tint"])
    note: str = _plain(DRAFTS["note-tint"])

    def named(self, colour: Colour) -> str:
        """The colour that a paragraph style names."""
        value: str = getattr(self, colour)
        return value


@dataclass(frozen=True)
class Font:
    """A family that Word is to use, and what it takes where a computer lacks that."""

    family: str
    is_serif: bool

    @property
    def instead(self) -> str:
        """A family that every council's computers have."""
        return "Times New Roman" if self.is_serif else "Arial"


def fonts_of(brand: Brand) -> tuple[Font, Font]:
    """The fonts of text and of headings."""
    base, headings = (
        Font(typeface.family, typeface.is_serif) for typeface in (brand.base, brand.headings)
    )
    return base, headings


def colours_of(brand: Brand) -> Colours:
    """A brand's colours for print, on white."""
    light = brand.light
    return Colours(*map(_plain, (light.link, light.ink, light.quiet, light.rule, light.tint)))


PAGE_WIDTH, PAGE_HEIGHT = 210, 297
MARGIN_SIDES, MARGIN_TOP, MARGIN_BOTTOM = 22, 25, 23


@dataclass(frozen=True)
class ParagraphLook:
    """One paragraph style. None leaves what the style it is based on says."""

    name: str
    based_on: str | None = None
    next_style: str | None = None
    size: float | None = None
    colour: Colour | None = None
    bold: bool | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    left: float | None = None
    right: float | None = None
    hanging: float | None = None
    keep_with_next: bool | None = None
    keep_together: bool | None = None
    page_break_before: bool | None = None
    outline_level: int | None = None
    boxed: bool = False
    barred: bool = False
    framed: bool = False
    in_gallery: bool = True
    """Whether Word offers it to whoever writes; else it stands only where the tool put it."""


# (size, space before, space after) of headings 1 to 4
HEADING_SIZES = ((20, 26, 10), (15, 16, 6), (12.5, 12, 4), (11, 10, 4))

_TEXT = (
    ParagraphLook("Body Text", size=11, colour="ink", before=0, after=8, line=1.2),
    ParagraphLook("Block Text", size=11, colour="ink", before=6, after=8, left=8),
    ParagraphLook("Footnote Text", size=9, colour="ink", before=0, after=2),
    ParagraphLook("Definition Term", size=11, bold=True, before=8, after=0, keep_with_next=True),
    ParagraphLook("Definition", size=11, before=0, after=4, left=6),
)

# The depths of a list: what Word's own styles are called, and where their text begins.
LIST_DEPTHS = (("", 7), (" 2", 14), (" 3", 21), (" 4", 28), (" 5", 35))

_LISTS = tuple(
    ParagraphLook(
        f"{kind}{depth}",
        "Body Text",
        after=3,
        left=left,
        hanging=None if kind == "List Continue" else 5,
        line=1.15,
    )
    for kind in ("List Bullet", "List Number", "List Continue")
    for depth, left in LIST_DEPTHS
)

_COVER = (
    ParagraphLook("Cover Logo", "Normal", before=0, after=0, left=0, in_gallery=False),
    ParagraphLook("Author", size=14, colour="quiet", bold=True, before=130, after=24, left=0),
    ParagraphLook("Title", size=32, colour="brand", bold=True, before=0, after=8, line=1.05),
    ParagraphLook("Subtitle", size=18, colour="ink", bold=False, before=0, after=30),
    ParagraphLook("Date", size=11.5, colour="ink", bold=False, before=0, after=4),
    ParagraphLook(
        "Cover Notice",
        "Normal",
        size=11,
        colour="ink",
        before=150,
        after=0,
        left=3,
        framed=True,
        in_gallery=False,
    ),
    ParagraphLook(
        "Draft Mark",
        "Normal",
        size=12,
        colour="draft",
        bold=True,
        before=24,
        after=0,
        in_gallery=False,
    ),
    ParagraphLook(
        "TOC Heading",
        size=20,
        colour="brand",
        bold=True,
        before=0,
        after=10,
        page_break_before=True,
        keep_with_next=True,
    ),
    ParagraphLook(
        "Contents Heading",
        size=15,
        colour="brand",
        bold=True,
        before=20,
        after=6,
        keep_with_next=True,
        in_gallery=False,
    ),
    ParagraphLook("table of figures", "Normal", size=11, colour="ink", before=0, after=3),
    ParagraphLook("toc 1", "Normal", size=11, colour="ink", bold=True, before=7, after=2),
    ParagraphLook("toc 2", "Normal", size=11, colour="ink", before=0, after=2, left=8),
    ParagraphLook("toc 3", "Normal", size=11, colour="ink", before=0, after=2, left=16),
    ParagraphLook("header", "Normal", size=8.5, colour="quiet", before=0, after=0),
    ParagraphLook("footer", "Normal", size=8.5, colour="quiet", before=0, after=0),
    # The paragraph that ends a section has to stand somewhere: as small as Word allows.
    ParagraphLook("Section End", "Normal", size=1, before=0, after=0, line=0.1, in_gallery=False),
)

_FIGURES = (
    ParagraphLook(
        "Caption",
        next_style="Body Text",
        size=10,
        colour="ink",
        bold=True,
        before=4,
        after=4,
        keep_with_next=True,
        keep_together=True,
    ),
    ParagraphLook("Picture", "Body Text", "Body Text", before=12, after=8),
    ParagraphLook(
        "Captioned Figure", next_style="Caption", before=12, after=0, keep_with_next=True
    ),
    ParagraphLook("Figure Note", "Body Text", size=9, colour="quiet", before=4, after=12, line=1.1),
    ParagraphLook(
        "Problem Note",
        "Normal",
        size=8,
        colour="draft",
        before=0,
        after=2,
        line=1.0,
        in_gallery=False,
    ),
    # What parts two tables that would be one.
    ParagraphLook("Table End", "Normal", size=1, before=0, after=6, line=0.1, in_gallery=False),
    ParagraphLook("Text Below Table", "Body Text", "Body Text", before=10, in_gallery=False),
    ParagraphLook("Table Text", "Normal", size=9.5, colour="ink", before=1, after=1, line=1.1),
    ParagraphLook("Table Head", "Table Text", "Table Text", bold=True, keep_with_next=True),
    ParagraphLook("Table Bullet", "Table Text", left=3.5, hanging=3.5),
)

# The box's paragraphs must agree in their indents from the edge, or Word draws several boxes.
_BOXES = (
    *(
        ParagraphLook(
            f"Box Heading {level}",
            "Body Text",
            "Box Bullet",
            size=12,
            colour="brand",
            bold=True,
            before=12,
            after=4,
            left=4,
            right=4,
            keep_with_next=True,
            outline_level=level - 1,
            boxed=True,
        )
        for level in (2, 3, 4)
    ),
    ParagraphLook(
        "Box Text", "Body Text", after=4, left=4, right=4, keep_with_next=True, keep_together=True,
        boxed=True,
    ),
    ParagraphLook(
        "Box Bullet", "Body Text", after=4, left=8, right=4, hanging=4, keep_with_next=True,
        keep_together=True, boxed=True,
    ),
)  # fmt: skip

# What somebody said; the bar is one only while the indents agree.
_VOICES = (
    ParagraphLook(
        "Voice Text", "Body Text", after=4, left=8, keep_with_next=True, keep_together=True,
        barred=True,
    ),
    ParagraphLook(
        "Voice By", "Voice Text", "Body Text", size=10, colour="quiet", after=14,
        keep_with_next=False,
    ),
)  # fmt: skip

PARAGRAPHS = (*_TEXT, *_LISTS, *_COVER, *_FIGURES, *_BOXES, *_VOICES)
