"""Pictures of a Word document: flush with the text, and passed over where they only decorate."""

from typing import Any

from sufficiency.engines.word_xml import parse

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DECORATIVE = "decorative"  # the title by which templates/filters/pictures.lua names them
_DECORATIVE_EXTENSION = (
    b'<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    b'<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1"'
    b' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"/>'
    b"</a:ext></a:extLst>"
)


def finish_pictures(document: Any) -> None:
    """Finishes every picture of the document."""
    _set_flush(document)
    _mark_decorative(document)


def _set_flush(document: Any) -> None:
    """No distance round a picture in its line: LibreOffice takes an eighth of an inch unless told,
    and moves the picture out of the text's edge."""
    for picture in document.iter(_DRAWING + "inline"):
        for side in ("distT", "distB", "distL", "distR"):
            picture.set(side, "0")


def _mark_decorative(document: Any) -> None:
    """Tells Word which pictures a screen reader is to pass over."""
    for properties in document.iter(_DRAWING + "docPr"):
        if properties.get("title") != _DECORATIVE or properties.get("descr"):
            continue
        del properties.attrib["title"]
        properties.append(parse(_DECORATIVE_EXTENSION))
