"""The models of what the council says: YAML and front matter, typed, with their places.

Names indicators by id and knows nothing of facts. Each field's description is where the
authors' documentation and the JSON Schemas come from.
"""

from sufficiency.content.binding import Shelf
from sufficiency.content.catalogue import Column, ExtractEntry, IndicatorEntry, PartsEntry
from sufficiency.content.facts import (
    ChangeFact,
    FactEntry,
    FigureFact,
    FormulaFact,
    GapFact,
    RankFact,
    ShareFact,
    TrendFact,
)
from sufficiency.content.figures import AnyFigureEntry, FigureEntry, TilesEntry
from sufficiency.content.pictures import PictureEntry
from sufficiency.content.plan import Action, Need, NeedBox, Priority, SuccessMeasure
from sufficiency.content.read import Content, read_content
from sufficiency.content.references import Reference
from sufficiency.content.sections import Claim, Section, SectionFront
from sufficiency.content.strategy import Comparator, ControlItem, DocumentEntry, Strategy

__all__ = [
    "Action",
    "AnyFigureEntry",
    "ChangeFact",
    "Claim",
    "Column",
    "Comparator",
    "Content",
    "ControlItem",
    "DocumentEntry",
    "ExtractEntry",
    "FactEntry",
    "FigureEntry",
    "FigureFact",
    "FormulaFact",
    "GapFact",
    "IndicatorEntry",
    "Need",
    "NeedBox",
    "PartsEntry",
    "PictureEntry",
    "Priority",
    "RankFact",
    "Reference",
    "Section",
    "SectionFront",
    "ShareFact",
    "Shelf",
    "Strategy",
    "SuccessMeasure",
    "TilesEntry",
    "TrendFact",
    "read_content",
]
