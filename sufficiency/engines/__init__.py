"""Turns a composed document into HTML, PDF and Word.

The embedded engine runs pandoc and typst from packages; Quarto, where somebody has it, renders the
same composed document with the same filters, templates and options. `finish()` serves both. An
engine knows nothing of strategies: it sees Quarto Markdown, pictures and templates.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from sufficiency.engines.composed_files import FORMATS, write_composed
from sufficiency.engines.embedded import pandoc_arguments, render, written_name
from sufficiency.engines.errors import EngineError, ToolMissing
from sufficiency.engines.finish import finish
from sufficiency.engines.fonts import drawable_characters, font_folder
from sufficiency.engines.quarto import finish_all, quarto_version, render_in_quarto
from sufficiency.engines.quarto_project import quarto_markdown, write_for_quarto
from sufficiency.engines.tools_ahead import import_tools
from sufficiency.engines.web import web_files

ENGINES: Mapping[str, Callable[..., dict[str, Path]]] = {
    "embedded": render,
    "quarto": render_in_quarto,
}
"""What renders a document, by the engine's name; the first is the default."""


def engine_tools(engine: str) -> dict[str, str]:
    """Versions of the programs that an engine needs and that are no packages of this tool's.

    Raises ToolMissing where one of them cannot be used.
    """
    return {"quarto": quarto_version()} if engine == "quarto" else {}


__all__ = [
    "ENGINES",
    "FORMATS",
    "EngineError",
    "ToolMissing",
    "drawable_characters",
    "engine_tools",
    "finish",
    "finish_all",
    "font_folder",
    "import_tools",
    "pandoc_arguments",
    "quarto_markdown",
    "render",
    "render_in_quarto",
    "web_files",
    "write_composed",
    "write_for_quarto",
    "written_name",
]
