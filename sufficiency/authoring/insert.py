"""Adds an entry to a YAML file by adding lines: no other character of it changes.

PyYAML's marks say where the last entry ends. A round trip through a library that keeps comments
would still lose the author's indentation, line breaks within a text, spaces and line ends.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from sufficiency.authoring.yaml_text import Value, block, flow, list_item
from sufficiency.sources import parse_yaml

# Where PyYAML's marks begin a new line.
_ENDS = r"\r\n\x85\u2028\u2029"
_LINE = re.compile(rf"[^{_ENDS}]*(?:\r\n|[{_ENDS}])|[^{_ENDS}]+")


class CannotInsert(Exception):
    """The file is laid out in a way to which lines cannot be added safely."""


@dataclass(frozen=True)
class NewEntry:
    """What is added: an entry of that name, or without a name an item of a list.

    ``remarks`` are printed below it as comments, where it has lines of its own.
    """

    name: str | None
    values: Mapping[str, Value]
    remarks: Sequence[str] = ()

    def lines(self, step: int, gap: int = 2) -> list[str]:
        """As it stands in a file, from the column of its siblings."""
        body = [*block(self.values, step), *(f"# {remark}" for remark in self.remarks)]
        if self.name is None:
            return list_item(body, gap)
        return [f"{self.name}:", *(" " * step + line for line in body)]

    @property
    def in_flow(self) -> str:
        """As it stands between brackets."""
        return flow(self.values) if self.name is None else f"{self.name}: {flow(self.values)}"

    @property
    def in_flow_alone(self) -> str:
        """As a list or mapping of its own."""
        return f"[{self.in_flow}]" if self.name is None else f"{{{self.in_flow}}}"


@dataclass(frozen=True)
class Inserted:
    """The file's new text, and the numbers of the lines that are new, from 1."""

    text: str
    lines: range


def insert(text: str, keys: Sequence[str], entry: NewEntry) -> Inserted:
    """The text with ``entry`` as the last below ``keys``.

    Args:
        text: A YAML file without problems, with any line ends, without a byte order mark.
        keys: The way from the top to the mapping or list that is added to.
        entry: Its name is not there yet.

    Raises:
        CannotInsert: Where the result would not be the old content and the new entry.
    """
    node = _find(yaml.compose(_plain_ends(text), Loader=yaml.BaseLoader), keys)
    lines = _LINE.findall(text)
    if node.flow_style and not node.value:
        done = _into_empty(lines, node, entry)
    elif node.flow_style:
        done = _into_flow(lines, node, entry)
    else:
        done = _into_block(lines, node, entry)
    if _meaning(done.text) != _with_entry(_meaning(text), keys, entry):
        raise CannotInsert
    return done


def _find(node: Any, keys: Sequence[str]) -> Any:
    for key in keys:
        below = [value for name, value in node.value if name.value == key]
        if len(below) != 1 or not isinstance(below[0], yaml.CollectionNode):
            raise CannotInsert
        node = below[0]
    return node


def _into_block(lines: list[str], node: Any, entry: NewEntry) -> Inserted:
    """Below the last entry and the remarks that belong to it."""
    column = node.start_mark.column
    first = node.value[0]
    if isinstance(node, yaml.SequenceNode):
        is_beside = first.start_mark.line == node.start_mark.line
        gap = first.start_mark.column - column if is_beside else 2
        new = entry.lines(step=2, gap=gap)
    else:
        nested = _block_column(first[1])
        new = entry.lines(step=2 if nested is None else nested - column)
    end = _past_remarks(lines, _last_line(lines, node) + 1, column)
    if _are_parted(lines, node):
        new.insert(0, "")
    return _with_lines(lines, end, [(" " * column + line).rstrip() for line in new])


def _into_flow(lines: list[str], node: Any, entry: NewEntry) -> Inserted:
    """Behind the last entry between the brackets."""
    last = node.value[-1]
    mark = (last if isinstance(node, yaml.SequenceNode) else last[1]).end_mark
    line = lines[mark.line]
    changed = f"{line[: mark.column]}, {entry.in_flow}{line[mark.column :]}"
    text = "".join([*lines[: mark.line], changed, *lines[mark.line + 1 :]])
    return Inserted(text, range(mark.line + 1, mark.line + 2))


def _into_empty(lines: list[str], node: Any, entry: NewEntry) -> Inserted:
    """In the place of ``{}`` or ``[]``: below its key, or between brackets where more follows."""
    start, end = node.start_mark, node.end_mark
    if start.line != end.line:
        raise CannotInsert
    line = lines[start.line]
    before, after = line[: start.column], line[end.column :]
    if before.rstrip().endswith(":") and not after.partition("#")[0].strip():
        lines[start.line] = before.rstrip() + after
        column = len(line) - len(line.lstrip()) + 2
        new = [" " * column + each for each in entry.lines(step=2)]
        return _with_lines(lines, start.line + 1, new)
    lines[start.line] = before + entry.in_flow_alone + after
    return Inserted("".join(lines), range(start.line + 1, start.line + 2))


def _with_lines(lines: list[str], at: int, new: list[str]) -> Inserted:
    """The lines with more of them before the one of index ``at``, with line ends like theirs."""
    end = "\r\n" if sum(line.endswith("\r\n") for line in lines) * 2 > len(lines) else "\n"
    before, after = lines[:at], lines[at:]
    has_end = not before or before[-1][-1] in "\r\n"
    added = [line + end for line in new] if has_end else [end + line for line in new]
    blank = len(new) - len([line for line in new if line])
    return Inserted("".join([*before, *added, *after]), range(at + 1 + blank, at + 1 + len(new)))


def _last_line(lines: list[str], node: Any) -> int:
    """The index of the last line of what a node says."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        last = node.value[-1]
        return _last_line(lines, last if isinstance(node, yaml.SequenceNode) else last[1])
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return _last_line_of_block(lines, node)
    return int(node.end_mark.line)


def _last_line_of_block(lines: list[str], node: Any) -> int:
    """A text behind | or > ends with its last line that is not blank, unless it keeps them."""
    start, end = node.start_mark, node.end_mark
    # The mark stands before the first character that is not the text's: on a line of its own,
    # but for a file whose last line has no end.
    last: int = end.line - (end.column == 0)
    if "+" in lines[start.line][start.column :].partition("#")[0]:
        return last
    while last > start.line and not lines[last].strip():
        last -= 1
    return last


def _past_remarks(lines: list[str], at: int, column: int) -> int:
    """Past remarks that belong to the entry above: at its column, or behind blank lines deeper."""
    while at < len(lines):
        ahead = at
        while ahead < len(lines) and not lines[ahead].strip():
            ahead += 1
        if ahead == len(lines) or not lines[ahead].lstrip().startswith("#"):
            return at
        indent = len(lines[ahead]) - len(lines[ahead].lstrip())
        if indent < column + (ahead > at):
            return at
        at = ahead + 1
    return at


def _block_column(node: Any) -> int | None:
    """The column of a block's first key, None for what is no block."""
    is_block = isinstance(node, yaml.MappingNode) and not node.flow_style
    return int(node.start_mark.column) if is_block else None


def _are_parted(lines: list[str], node: Any) -> bool:
    """Whether a blank line stands before each entry but the first."""
    keys = [each if isinstance(node, yaml.SequenceNode) else each[0] for each in node.value]
    firsts = [key.start_mark.line for key in keys[1:]]
    return bool(firsts) and all(_is_after_blank(lines, line) for line in firsts)


def _is_after_blank(lines: list[str], index: int) -> bool:
    while index and lines[index - 1].lstrip().startswith("#"):
        index -= 1
    return index > 0 and not lines[index - 1].strip()


def _plain_ends(text: str) -> str:
    return re.sub(r"\r\n?", "\n", text)


def _meaning(text: str) -> Any:
    """What a file says, by the project's own reader; None where it has problems."""
    tree, problems = parse_yaml(_plain_ends(text), "")
    return None if problems else tree


def _with_entry(tree: Any, keys: Sequence[str], entry: NewEntry) -> Any:
    """The tree with the entry at its end below the keys, as plain values in their order."""

    def copy(node: Any, way: Sequence[str] | None) -> Any:
        is_there = way is not None and not way
        if isinstance(node, Mapping):
            found = {
                key: copy(value, way[1:] if way and way[0] == key else None)
                for key, value in node.items()
            }
            return {**found, entry.name: entry.values} if is_there else found
        if isinstance(node, list):
            found_items = [copy(value, None) for value in node]
            return [*found_items, entry.values] if is_there else found_items
        return node

    return copy(tree, keys)
