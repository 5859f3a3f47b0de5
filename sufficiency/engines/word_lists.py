"""The lists of a council's own Word template, with those of ours that added styles need."""

from collections.abc import Collection, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from sufficiency.engines.word_package import add_part
from sufficiency.engines.word_xml import add, parse, serialise, set_property, tag

_NUMBERING = "word/numbering.xml"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
_NO_LIST = (None, "0")
_HEADINGS = ("Heading1", "Heading2", "Heading3", "Heading4")


def add_lists(
    parts: dict[str, bytes], ours: Mapping[str, bytes], styles: Any, added: Collection[Any]
) -> None:
    """Gives the added styles their lists, and headings that have no numbers the numbers of ours."""
    our_lists = parse(ours[_NUMBERING])
    is_new = _NUMBERING not in parts
    lists = _Lists(_emptied(our_lists) if is_new else parse(parts[_NUMBERING]), our_lists)
    by_id = {style.get(tag("styleId")): style for style in styles.findall(tag("style"))}
    headings = [by_id[id] for id in _HEADINGS]
    # The council's own first: what it lacks below goes on counting there.
    heading_list = _list_of(headings[0])
    if heading_list in _NO_LIST:
        heading_list = lists.copied(lists.of_headings())
    for style in added:
        number = _list_of(style)
        if number not in _NO_LIST and style not in headings:
            style.find(_NUMBER_OF_LIST).set(tag("val"), lists.copied(str(number)))
    numbered = [one for one in headings if one in added or _list_of(one) in _NO_LIST]
    for heading in numbered:
        _set_level(heading, str(heading_list), headings.index(heading))
    _leave_others_unnumbered(styles, headings)
    lists.unlink(by_id, [*added, *numbered])
    written = serialise(lists.own)
    if is_new:
        add_part(parts, _NUMBERING, written, _KIND, _RELATION)
    parts[_NUMBERING] = written


_NUMBER_OF_LIST = f"{tag('pPr')}/{tag('numPr')}/{tag('numId')}"


def _list_of(style: Any) -> str | None:
    number = style.find(_NUMBER_OF_LIST)
    return None if number is None else str(number.get(tag("val")))


def _set_level(style: Any, number: str, level: int) -> None:
    """Numbers a style's paragraphs by a level of a list."""
    set_property(style, "numPr")
    numbering = style.find(f"{tag('pPr')}/{tag('numPr')}")
    for child in list(numbering):
        numbering.remove(child)
    add(numbering, "ilvl", val=str(level))
    add(numbering, "numId", val=number)


def _leave_others_unnumbered(styles: Any, headings: Sequence[Any]) -> None:
    """What the council bases on a heading, as Word does the title of the contents, is none."""
    ids = {heading.get(tag("styleId")) for heading in headings}
    for style in styles.findall(tag("style")):
        below = style.find(tag("basedOn"))
        is_based = below is not None and below.get(tag("val")) in ids and style not in headings
        if is_based and style.get(tag("type")) == "paragraph" and _list_of(style) is None:
            _set_level(style, "0", 0)


def _emptied(lists: Any) -> Any:
    root = deepcopy(lists)
    for child in list(root):
        root.remove(child)
    return root


@dataclass
class _Lists:
    """The council's lists, to which those of ours are added one by one.

    Word describes kinds of lists (``abstractNum``), and numbers the lists that are of a kind
    (``num``); a style names the number. ``copies`` are the new numbers of ours, ``kinds`` of what
    kind these are.
    """

    own: Any
    ours: Any
    copies: dict[str, str] = field(default_factory=dict)
    kinds: set[str] = field(default_factory=set)

    def of_headings(self) -> str:
        """The number of our list whose first level is that of Heading 1."""
        link = next(
            link for link in self.ours.iter(tag("pStyle")) if link.get(tag("val")) == _HEADINGS[0]
        )
        kind = next(link.iterancestors(tag("abstractNum"))).get(tag("abstractNumId"))
        return next(number for number, used in _kinds(self.ours).items() if used == kind)

    def copied(self, number: str) -> str:
        """The number that a list of ours has among the council's, to which it is added once."""
        if number not in self.copies:
            wanted = _kinds(self.ours)[number]
            described = next(
                deepcopy(one)
                for one in self.ours.findall(tag("abstractNum"))
                if one.get(tag("abstractNumId")) == wanted
            )
            kind = self._free("abstractNum", "abstractNumId")
            described.set(tag("abstractNumId"), kind)
            # The schema wants pictures, kinds and lists in this order.
            place = len(self.own.findall(tag("numPicBullet")))
            place += len(self.own.findall(tag("abstractNum")))
            self.own.insert(place, described)
            self.copies[number] = self._free("num", "numId")
            used = self.own.makeelement(tag("num"))
            used.set(tag("numId"), self.copies[number])
            add(used, "abstractNumId", val=kind)
            self.own.insert(place + 1 + len(self.own.findall(tag("num"))), used)
            self.kinds.add(kind)
        return self.copies[number]

    def _free(self, name: str, attribute: str) -> str:
        numbers = [int(one.get(tag(attribute))) for one in self.own.findall(tag(name))]
        return str(max(numbers, default=0) + 1)

    def unlink(self, by_id: Mapping[str, Any], styles: Collection[Any]) -> None:
        """A level leads to a style only where that is numbered by it, if one of the two is ours.

        ``styles`` are those that are. A list of the council's may have belonged to a style that
        it has no more, and one of ours belongs to a style that it has.
        """
        used = _kinds(self.own)
        for described in self.own.findall(tag("abstractNum")):
            kind = described.get(tag("abstractNumId"))
            for link in list(described.iter(tag("pStyle"))):
                style = by_id.get(link.get(tag("val")))
                is_ours = kind in self.kinds or style in styles
                if is_ours and (style is None or used.get(str(_list_of(style))) != kind):
                    link.getparent().remove(link)


def _kinds(lists: Any) -> dict[str, str]:
    """The kind of each list by its number."""
    return {
        used.get(tag("numId")): used.find(tag("abstractNumId")).get(tag("val"))
        for used in lists.findall(tag("num"))
    }
