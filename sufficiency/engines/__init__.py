"""Turns a composed document into HTML, PDF and Word.

The embedded engine runs pandoc and typst from packages; Quarto may render the same composed
document with the same templates. `finish()` serves both. An engine knows nothing of strategies:
it sees Quarto Markdown, pictures and templates.
"""

from sufficiency.engines.embedded import (
    FORMATS,
    pandoc_arguments,
    render,
    write_composed,
    written_name,
)
from sufficiency.engines.errors import EngineError, ToolMissing
from sufficiency.engines.finish import finish
from sufficiency.engines.fonts import drawable_characters, font_folder
from sufficiency.engines.web import web_files

__all__ = [
    "FORMATS",
    "EngineError",
    "ToolMissing",
    "drawable_characters",
    "finish",
    "font_folder",
    "pandoc_arguments",
    "render",
    "web_files",
    "write_composed",
    "written_name",
]
