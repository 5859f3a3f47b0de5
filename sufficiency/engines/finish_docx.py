"""Finishes a Word document that pandoc or Quarto wrote.

What neither can say is put right here, a family of things a file beside this one: pages, tables,
styles, pictures, contents, properties. Doing it twice changes nothing more.
"""

from datetime import date
from pathlib import Path
from typing import Any

from sufficiency.engines.errors import EngineError
from sufficiency.engines.finish_contents import fill_contents, fill_lists_of_captions
from sufficiency.engines.finish_pages import begin_pages, finish_sections
from sufficiency.engines.finish_pictures import finish_pictures
from sufficiency.engines.finish_properties import finish_other_parts
from sufficiency.engines.finish_styles import leave_room, list_kinds, name_styles
from sufficiency.engines.finish_tables import finish_tables
from sufficiency.engines.word_file import read_parts, write_parts
from sufficiency.engines.word_xml import name_of, parse, serialise, style_of, tag

_DOCUMENT = "word/document.xml"


def finish_docx(path: Path, *, published: date) -> None:
    """Finishes the file in place; ``published`` is the only date it carries.

    Raises:
        EngineError: If the file is not a Word document.
    """
    parts = read_parts(path.read_bytes())
    if _DOCUMENT not in parts:
        raise EngineError(f"{path.name} is not a Word document: it has no {_DOCUMENT}.")
    document = parse(parts[_DOCUMENT])
    kinds = list_kinds(parts)
    _drop_typed_heading_numbers(document)
    _name_languages_from_right_to_left(document)
    finish_sections(document)
    finish_tables(document, kinds)
    name_styles(document, kinds)
    leave_room(document)
    finish_pictures(document)
    _renumber_bookmarks(document)
    fill_contents(document)
    fill_lists_of_captions(document)
    begin_pages(document)
    parts[_DOCUMENT] = serialise(document)
    is_draft = any(style_of(paragraph) == "DraftMark" for paragraph in document.iter(tag("p")))
    finish_other_parts(parts, published, is_draft)
    path.write_bytes(write_parts(parts, dated=published))


def _drop_typed_heading_numbers(document: Any) -> None:
    """Word numbers the headings by their styles; numbers that were typed would come twice."""
    for run in list(document.iter(tag("r"))):
        style = run.find(f"{tag('rPr')}/{tag('rStyle')}")
        if style is None or style.get(tag("val")) != "SectionNumber":
            continue
        following = run.getnext()
        if following is not None and following.find(tag("tab")) is not None:
            following.getparent().remove(following)
        run.getparent().remove(run)


def _name_languages_from_right_to_left(document: Any) -> None:
    """pandoc gives the language of such words to those written from left to right alone."""
    for mark in document.iter(tag("rtl")):
        language = mark.getparent().find(tag("lang"))
        if language is not None:
            language.set(tag("bidi"), language.get(tag("val")))


def _renumber_bookmarks(document: Any) -> None:
    """Bookmarks' ids from 1 in order; two that a filter wrote may share one."""
    number = 0
    open_ids: dict[str, list[str]] = {}
    for element in document.iter(tag("bookmarkStart"), tag("bookmarkEnd")):
        old = element.get(tag("id"))
        if name_of(element) == "bookmarkStart":
            number += 1
            open_ids.setdefault(old, []).append(str(number))
            element.set(tag("id"), str(number))
        elif open_ids.get(old):
            element.set(tag("id"), open_ids[old].pop())
