"""A council's own Word template, with what it lacks added from our reference document.

Its styles, theme, paper, headers and footers stay as they are. Added are styles that it does not
have by name, in its own font, size and colour of text; numbers where its headings have none, since
the text refers to sections by number; British English; and a header and a footer where it has
neither.
"""

from collections.abc import Mapping
from typing import Any

from sufficiency.engines.word_file import read_parts, write_parts
from sufficiency.engines.word_lists import add_lists
from sufficiency.engines.word_margins import add_header_and_footer
from sufficiency.engines.word_xml import parse, serialise, tag

_STYLES = "word/styles.xml"
_LANGUAGE = "en-GB"
# Where a style's id stands, but for its own definition.
_NAMES_A_STYLE = "basedOn next link pStyle rStyle tblStyle styleLink numStyleLink".split()


def with_our_styles(own: bytes, ours: bytes) -> bytes:
    """The council's template, ready to be written from; ``ours`` is our reference document."""
    parts, our_parts = read_parts(own), read_parts(ours)
    styles, our_styles = parse(parts[_STYLES]), parse(our_parts[_STYLES])
    ids = _changed_ids(styles, our_styles)
    _rename(styles, ids)
    for name in parts:
        if name.startswith(("word/numbering", "word/header", "word/footer", "word/document.")):
            part = parse(parts[name])
            _rename(part, ids)
            parts[name] = serialise(part)
    added = _missing(styles, our_styles)
    styles.extend(added)
    add_lists(parts, our_parts, styles, added)
    _speak_british(styles)
    parts[_STYLES] = serialise(styles)
    add_header_and_footer(parts, our_parts)
    return write_parts(parts)


def _by_name(styles: Any) -> dict[str, Any]:
    """Word tells styles apart by their names, in capitals or not."""
    return {
        style.find(tag("name")).get(tag("val")).casefold(): style
        for style in styles.findall(tag("style"))
    }


def _changed_ids(styles: Any, our_styles: Any) -> dict[str, str]:
    """The ids of the council's styles that are called otherwise than ours of the same name.

    Word gives them in the language of whoever made the template; finishing goes by ours.
    """
    theirs = {name: style.get(tag("styleId")) for name, style in _by_name(styles).items()}
    ours = {name: style.get(tag("styleId")) for name, style in _by_name(our_styles).items()}
    changed = {id: ours[name] for name, id in theirs.items() if ours.get(name, id) != id}
    taken = set(changed.values())
    for id in theirs.values():
        if id not in changed and id in taken:
            changed[id] = f"{id}Own"
    return changed


def _rename(part: Any, ids: Mapping[str, str]) -> None:
    if not ids:
        return
    for style in part.iter(tag("style")):
        id = style.get(tag("styleId"))
        style.set(tag("styleId"), ids.get(id, id))
    for named in part.iter(*map(tag, _NAMES_A_STYLE)):
        id = named.get(tag("val"))
        named.set(tag("val"), ids.get(id, id))


def _missing(styles: Any, our_styles: Any) -> list[Any]:
    """Our styles that the council's template lacks, without what they say of the plain text."""
    theirs = _by_name(styles)
    has_default = {style.get(tag("type")) for style in theirs.values() if _is_default(style)}
    defaults = our_styles.find(f"{tag('docDefaults')}/{tag('rPrDefault')}/{tag('rPr')}")
    added = [style for name, style in _by_name(our_styles).items() if name not in theirs]
    for style in added:
        if style.get(tag("type")) in has_default:
            style.attrib.pop(tag("default"), None)
        for look in style.iter(tag("rPr")):
            _drop_what_is_plain(look, defaults)
    return added


def _is_default(style: Any) -> bool:
    return style.get(tag("default")) in ("1", "true", "on")


def _drop_what_is_plain(look: Any, defaults: Any) -> None:
    for fonts in look.findall(tag("rFonts")):
        look.remove(fonts)
    for name in ("color", "sz", "szCs"):
        said, plain = look.find(tag(name)), defaults.find(tag(name))
        if said is not None and plain is not None and said.get(tag("val")) == plain.get(tag("val")):
            look.remove(said)


def _speak_british(styles: Any) -> None:
    defaults = styles
    for name in ("docDefaults", "rPrDefault", "rPr", "lang"):
        found = defaults.find(tag(name))
        if found is None:
            found = defaults.makeelement(tag(name))
            defaults.insert(0 if name != "lang" else len(defaults), found)
        defaults = found
    defaults.set(tag("val"), _LANGUAGE)
    for language in styles.iter(tag("lang")):
        if language.get(tag("val")) is not None:
            language.set(tag("val"), _LANGUAGE)
