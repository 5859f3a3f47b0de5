"""What rendering imports when it first needs it, imported ahead."""

from contextlib import suppress
from importlib import import_module

_TAKES_LONG = (
    "docx",
    "fontTools.ttLib.tables.otTables",
    "fontTools.ttLib.woff2",
    "lxml.etree",
    "pikepdf",
    "typst",
)


def import_tools() -> None:
    """Imports them. One that is missing or broken is told where it is needed, if it is."""
    for name in _TAKES_LONG:
        with suppress(Exception):
            import_module(name)
