"""Finishes a Word document that pandoc or Quarto wrote.

What neither can say is put right here: headers in every section, tables' row headers and
texts, contents that are filled in, bookmarks of their own numbers, fixed dates. Doing it twice
changes nothing more.
"""

from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

from sufficiency.engines.errors import EngineError
from sufficiency.engines.finish_contents import fill_contents
from sufficiency.engines.word_file import read_parts, write_parts
from sufficiency.engines.word_xml import name_of, parse, serialise, style_of, tag, text_of

_DOCUMENT = "word/document.xml"
_DRAFT = "DRAFT"
_WORDPROCESSING_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def finish_docx(path: Path, *, published: date) -> None:
    """Finishes the file in place; ``published`` is the only date it carries.

    Raises:
        EngineError: If the file is not a Word document.
    """
    parts = read_parts(path.read_bytes())
    if _DOCUMENT not in parts:
        raise EngineError(f"{path.name} is not a Word document: it has no {_DOCUMENT}.")
    document = parse(parts[_DOCUMENT])
    _drop_typed_heading_numbers(document)
    _finish_sections(document)
    bullets = _bullet_lists(parts)
    for table in document.iter(tag("tbl")):
        _finish_table(table, bullets)
        _part_from_next(table)
    _end_lists(document)
    _keep_lead_ins(document)
    _mark_decorative(document)
    _set_pictures_flush(document)
    _renumber_bookmarks(document)
    fill_contents(document)
    _begin_pages(document)
    parts[_DOCUMENT] = serialise(document)
    is_draft = any(style_of(paragraph) == "DraftMark" for paragraph in document.iter(tag("p")))
    _finish_other_parts(parts, published, is_draft)
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


def _finish_sections(document: Any) -> None:
    """Gives inner sections the last one's header, footer and margins; only page one has none."""
    sections = list(document.iter(tag("sectPr")))
    last = sections[-1]
    references = [
        child for child in last if name_of(child) in ("headerReference", "footerReference")
    ]
    margins, first_page = last.find(tag("pgMar")), last.find(tag("titlePg"))
    for section in sections[:-1]:
        if section.find(tag("headerReference")) is None:
            for place, reference in enumerate(references):
                section.insert(place, deepcopy(reference))
        if section.find(tag("pgMar")) is None and margins is not None:
            section.find(tag("pgSz")).addnext(_turned(margins, section))
    if len(sections) > 1 and first_page is not None:
        sections[0].append(first_page)  # which takes it from the last


def _turned(margins: Any, section: Any) -> Any:
    """The margins for a section: on a landscape page the sides change places."""
    turned = deepcopy(margins)
    if section.find(tag("pgSz")).get(tag("orient")) == "landscape":
        for side, was in (
            ("top", "left"),
            ("bottom", "right"),
            ("left", "bottom"),
            ("right", "top"),
        ):
            turned.set(tag(side), margins.get(tag(was)))
    return turned


def _set_pictures_flush(document: Any) -> None:
    """No distance round a picture in its line: LibreOffice takes an eighth of an inch unless told,
    and moves the picture out of the text's edge."""
    for picture in document.iter(_WORDPROCESSING_DRAWING + "inline"):
        for side in ("distT", "distB", "distL", "distR"):
            picture.set(side, "0")


def _begin_pages(document: Any) -> None:
    """The first chapter on a page of its own. It and the first of a section stand at the top."""
    for heading in document.iter(tag("p")):
        before = next(_beside(heading, backwards=True), None)
        if before is None or not style_of(heading).startswith("Heading1"):
            continue
        properties = heading.find(tag("pPr"))
        follows_contents = name_of(before) == "sdt"
        if follows_contents and properties.find(tag("pageBreakBefore")) is None:
            properties.insert(1, properties.makeelement(tag("pageBreakBefore")))
        ends_section = before.find(f"{tag('pPr')}/{tag('sectPr')}") is not None
        if (follows_contents or ends_section) and properties.find(tag("spacing")) is None:
            spacing = properties.makeelement(tag("spacing"))
            spacing.set(tag("before"), "0")
            properties.append(spacing)


_DECORATIVE = "decorative"  # the title by which templates/filters/pictures.lua names them
_DECORATIVE_EXTENSION = (
    b'<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    b'<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1"'
    b' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"/>'
    b"</a:ext></a:extLst>"
)


def _mark_decorative(document: Any) -> None:
    """Tells Word which pictures a screen reader is to pass over."""
    for properties in document.iter(_WORDPROCESSING_DRAWING + "docPr"):
        if properties.get("title") != _DECORATIVE or properties.get("descr"):
            continue
        del properties.attrib["title"]
        properties.append(parse(_DECORATIVE_EXTENSION))


_ROW_ORDER = "cantSplit trHeight tblHeader tblCellSpacing jc hidden".split()
# A short table stays on one page. A longer one would leave half a page empty, and one that fits no
# page would move to the next and break there, leaving its caption behind.
_MOST_ROWS_KEPT_TOGETHER = 16
_MOST_LETTERS_KEPT_TOGETHER = 1000
_TEXT_STYLES = ("Compact", "BodyText", "FirstParagraph", "Normal", "")


def _bullet_lists(parts: dict[str, bytes]) -> set[str]:
    """The numbers of the lists whose first level has bullets."""
    if "word/numbering.xml" not in parts:
        return set()
    numbering = parse(parts["word/numbering.xml"])
    described = {
        kind.get(tag("abstractNumId"))
        for kind in numbering.findall(tag("abstractNum"))
        if (shape := kind.find(f"{tag('lvl')}/{tag('numFmt')}")) is not None
        and shape.get(tag("val")) == "bullet"
    }
    return {
        str(used.get(tag("numId")))
        for used in numbering.findall(tag("num"))
        if used.find(tag("abstractNumId")).get(tag("val")) in described
    }


def _finish_table(table: Any, bullets: set[str]) -> None:
    """First column as row headers, rows that stay whole, texts in the table's own styles."""
    properties = table.find(tag("tblPr"))
    look = properties.find(tag("tblLook"))
    if look is not None:
        look.set(tag("firstColumn"), "1")
        look.set(tag("val"), "00A0")  # the same two flags as bits: first row, first column
    caption = next(_beside(table, backwards=True), None)
    if caption is not None and style_of(caption) == "TableCaption":
        _set_table_title(properties, text_of(caption))
    rows = table.findall(tag("tr"))
    for row in rows:
        _finish_row(row, bullets)
    letters = sum(len(text_of(row)) for row in rows)
    if len(rows) <= _MOST_ROWS_KEPT_TOGETHER and letters <= _MOST_LETTERS_KEPT_TOGETHER:
        for paragraph in (found for row in rows[:-1] for found in row.iter(tag("p"))):
            _keep_with_next(paragraph)


def _part_from_next(table: Any) -> None:
    """Room below a table: Word makes one of two that meet, and text would touch its line."""
    following = next(_beside(table), None)
    if following is None:
        return
    if name_of(following) == "tbl":
        between = table.makeelement(tag("p"))
        style = table.makeelement(tag("pStyle"))
        style.set(tag("val"), "TableEnd")
        between.append(table.makeelement(tag("pPr")))
        between[0].append(style)
        following.addprevious(between)
    elif style_of(following) in ("BodyText", "FirstParagraph"):
        following.find(f"{tag('pPr')}/{tag('pStyle')}").set(tag("val"), "TextBelowTable")


def _end_lists(document: Any) -> None:
    """Room below a list, as below a paragraph: its own items stand close together."""
    for item in document.iter(tag("p")):
        if style_of(item) != "Compact" or item.find(f"{tag('pPr')}/{tag('numPr')}") is None:
            continue
        following = next(_beside(item), None)
        if following is None or style_of(following) not in ("Compact", "CompactLast"):
            item.find(f"{tag('pPr')}/{tag('pStyle')}").set(tag("val"), "CompactLast")


def _keep_lead_ins(document: Any) -> None:
    """A line that leads into a list stands on the page where that begins."""
    for item in document.iter(tag("p")):
        if item.find(f"{tag('pPr')}/{tag('numPr')}") is None:
            continue
        before = next(_beside(item, backwards=True), None)
        leads_in = before is not None and text_of(before).rstrip().endswith(":")
        if leads_in and style_of(before) in ("BodyText", "FirstParagraph"):
            _keep_with_next(before)


def _beside(element: Any, *, backwards: bool = False) -> Iterator[Any]:
    """What follows an element, or goes before it, without the bookmarks between."""
    for neighbour in element.itersiblings(preceding=backwards):
        if name_of(neighbour) not in ("bookmarkStart", "bookmarkEnd"):
            yield neighbour


def _keep_with_next(paragraph: Any) -> None:
    properties = paragraph.find(tag("pPr"))
    if properties.find(tag("keepNext")) is None:
        style = properties.find(tag("pStyle"))
        keep = properties.makeelement(tag("keepNext"))
        properties.insert(0 if style is None else 1, keep)


def _set_table_title(properties: Any, title: str) -> None:
    """What a screen reader says on reaching the table."""
    element = properties.find(tag("tblCaption"))
    if element is None:
        element = properties.makeelement(tag("tblCaption"))
        properties.append(element)
    element.set(tag("val"), title)


def _finish_row(row: Any, bullets: set[str]) -> None:
    properties = row.find(tag("trPr"))
    if properties is None:
        properties = row.makeelement(tag("trPr"))
        row.insert(0, properties)
    if properties.find(tag("cantSplit")) is None:
        properties.insert(0, properties.makeelement(tag("cantSplit")))
    is_header = properties.find(tag("tblHeader")) is not None
    for paragraph in row.iter(tag("p")):
        _restyle_cell_paragraph(paragraph, "TableHead" if is_header else "TableText", bullets)


def _restyle_cell_paragraph(paragraph: Any, style: str, bullets: set[str]) -> None:
    properties = paragraph.find(tag("pPr"))
    if properties is None:
        properties = paragraph.makeelement(tag("pPr"))
        paragraph.insert(0, properties)
    if style_of(paragraph) not in _TEXT_STYLES:
        return
    named = properties.find(tag("pStyle"))
    if named is None:
        named = properties.makeelement(tag("pStyle"))
        properties.insert(0, named)
    numbering = properties.find(tag("numPr"))
    is_bullet = numbering is not None and _is_first_level_of(numbering, bullets)
    if is_bullet:
        # The style carries a bullet that fits a narrow cell.
        properties.remove(numbering)
    named.set(tag("val"), "TableBullet" if is_bullet else style)


def _is_first_level_of(numbering: Any, lists: set[str]) -> bool:
    level, number = numbering.find(tag("ilvl")), numbering.find(tag("numId"))
    return level.get(tag("val")) == "0" and number.get(tag("val")) in lists


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


def _finish_other_parts(parts: dict[str, bytes], published: date, is_draft: bool) -> None:
    core = parse(parts["docProps/core.xml"])
    shown = {
        "TITLE": core.findtext("{http://purl.org/dc/elements/1.1/}title") or "",
        "AUTHOR": core.findtext("{http://purl.org/dc/elements/1.1/}creator") or "",
    }
    for moment in core.iter(
        "{http://purl.org/dc/terms/}created", "{http://purl.org/dc/terms/}modified"
    ):
        moment.text = f"{published.isoformat()}T00:00:00Z"
    parts["docProps/core.xml"] = serialise(core)
    for name in parts:
        if name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
            _change(parts, name, lambda part: _show_in_fields(part, shown))
        if is_draft and name.startswith("word/header") and name.endswith(".xml"):
            _change(parts, name, _mark_header)
    if "word/settings.xml" in parts:
        _change(parts, "word/settings.xml", _set_language)
        _change(parts, "word/settings.xml", _set_word_version)
    if "docProps/custom.xml" in parts:
        _change(parts, "docProps/custom.xml", _drop_build_properties)


def _change(parts: dict[str, bytes], name: str, change: Callable[[Any], None]) -> None:
    part = parse(parts[name])
    change(part)
    parts[name] = serialise(part)


def _show_in_fields(part: Any, shown: dict[str, str]) -> None:
    """Readers that do not work fields out show the text that stands in them."""
    for instruction in part.iter(tag("instrText")):
        value = shown.get((instruction.text or "").strip())
        run = instruction.getparent()
        while value is not None and run is not None:
            text = run.find(tag("t"))
            if text is not None:
                text.text = value
                break
            run = run.getnext()


def _mark_header(header: Any) -> None:
    """Says DRAFT before the title on every page but the cover; a header is read on request."""
    paragraph = header.find(tag("p"))
    if paragraph is None or text_of(paragraph).startswith(_DRAFT):
        return
    run, text = paragraph.makeelement(tag("r")), paragraph.makeelement(tag("t"))
    text.text = f"{_DRAFT} \N{EM DASH} "
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(text)
    properties = paragraph.find(tag("pPr"))
    paragraph.insert(0 if properties is None else 1, run)


def _set_language(settings: Any) -> None:
    for language in settings.iter(tag("themeFontLang")):
        language.set(tag("val"), "en-GB")


def _set_word_version(settings: Any) -> None:
    """Says that the file is for Word 2013 and later; Word opens it in a compatibility mode else."""
    if settings.find(tag("compat")) is not None:
        return
    compatibility = settings.makeelement(tag("compat"))
    setting = settings.makeelement(tag("compatSetting"))
    setting.set(tag("name"), "compatibilityMode")
    setting.set(tag("uri"), "http://schemas.microsoft.com/office/word")
    setting.set(tag("val"), "15")
    compatibility.append(setting)
    # The schema wants it before the language of the theme, with nothing of these in between.
    following = next(
        (child for child in settings if name_of(child) in ("rsids", "mathPr", "themeFontLang")),
        None,
    )
    if following is None:
        settings.append(compatibility)
    else:
        following.addprevious(compatibility)


def _drop_build_properties(custom: Any) -> None:
    """pandoc keeps the whole front matter as properties; how it was built is nobody's business."""
    for child in list(custom):
        custom.remove(child)
