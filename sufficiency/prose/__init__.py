"""Owns authors' expressions: finds each ``{{ … }}``, checks it, and binds the text to facts.

Takes text with its place, returns Markdown in which nothing is left to evaluate, blocks that
place boxes and figures, and the ledger of what was printed. Nothing an author types is run:
Jinja parses, and only the shapes named in ``expressions`` have a meaning.
"""

from sufficiency.prose.bind import (
    BoundText,
    BoundVoice,
    ProseBlock,
    bind_section,
    bind_text,
)
from sufficiency.prose.bound import (
    BoundBlock,
    BoundBox,
    BoundFigure,
    BoundList,
    BoundMeasure,
    BoundMissing,
    BoundPicture,
    BoundPriority,
    BoundSection,
    BoundStrategy,
    BoundTiles,
)
from sufficiency.prose.expressions import Placement
from sufficiency.prose.markdown import Markdown, escape_markdown
from sufficiency.prose.printer import Printer
from sufficiency.prose.strategy import bind_strategy
from sufficiency.prose.thread import Knot, Step, Thread

__all__ = [
    "BoundBlock",
    "BoundBox",
    "BoundFigure",
    "BoundList",
    "BoundMeasure",
    "BoundMissing",
    "BoundPicture",
    "BoundPriority",
    "BoundSection",
    "BoundStrategy",
    "BoundText",
    "BoundTiles",
    "BoundVoice",
    "Knot",
    "Markdown",
    "Placement",
    "Printer",
    "ProseBlock",
    "Step",
    "Thread",
    "bind_section",
    "bind_strategy",
    "bind_text",
    "escape_markdown",
]
