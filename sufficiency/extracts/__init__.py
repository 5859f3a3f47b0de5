"""Typed frames from extracts: the columns that the catalogue declares, each cell checked.

Takes bytes and a catalogue entry, returns a frame or problems with the cell's line and column.
Knows nothing of indicators.
"""

from sufficiency.extracts.frames import ExtractFrame, read_extract, refuse_other_kinds

__all__ = ["ExtractFrame", "read_extract", "refuse_other_kinds"]
