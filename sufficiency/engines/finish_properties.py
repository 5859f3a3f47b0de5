"""What stands beside the text of a Word document: properties, headers and footers, settings."""

from collections.abc import Callable
from datetime import date
from typing import Any

from sufficiency.engines.finish_styles import drop_pandocs_styles
from sufficiency.engines.word_xml import name_of, parse, serialise, tag, text_of

_DRAFT = "DRAFT"


def finish_other_parts(parts: dict[str, bytes], published: date, is_draft: bool) -> None:
    """Finishes, in place, all parts but the document's own; ``published`` is the file's day."""
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
    _change(parts, "word/styles.xml", drop_pandocs_styles)
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
