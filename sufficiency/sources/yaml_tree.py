"""YAML without its traps: every scalar is text, every key and value keeps its place.

PyYAML's events are read directly, since its resolver turns ``12:30`` into 750 and ``no`` into
False, and its nodes forget anchors. Typing belongs to the content models.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Any, TypeAlias

import yaml
from pydantic import GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from sufficiency.problems import Cause, Code, Location, Problem
from sufficiency.sources.shape import BRAND, SETTINGS
from sufficiency.sources.yaml_words import (
    YAML_SYNTAX,
    find_swallowed,
    find_unspaced,
    keep_backslash,
    plain_words,
)

YAML_KEY_TWICE = Code(
    "YAML-KEY-TWICE",
    "A key stands twice in one place",
    "Only one of the two values could be used, and nobody would see which.",
    "Delete or rename one of the two. Where the keys of an item in a list come again, put a hyphen "
    "before the next item.",
    "title: Fostering\ntitle: Foster care",
    mended="title: Foster care",
    cause=Cause.ENTRY,
)
YAML_ANCHOR = Code(
    "YAML-ANCHOR",
    "An anchor, alias or tag is used",
    "Names that begin with & or *, and tags that begin with !, make YAML repeat or convert "
    "values out of sight of the reader.",
    "Write the value out. If the text itself begins with &, * or !, put quotation marks around it.",
    "title: *fostering",
    mended="title: Fostering",
    cause=Cause.ENTRY,
)
YAML_CUT = Code(
    "YAML-CUT",
    "A # cuts a text short",
    "In YAML a # with a space before it begins a remark that nobody will read in print.",
    "Put double quotation marks around the whole text, or move the remark to a line of its own.",
    "text: Recruit assessors # for mothers and babies",
    mended='text: "Recruit assessors # for mothers and babies"',
    cause=Cause.ENTRY,
)
YAML_ESCAPE = Code(
    "YAML-ESCAPE",
    "A backslash stands for another sign",
    "Between double quotation marks YAML makes something else of a backslash and what follows it: "
    "what is printed would not be what was typed, and might not be seen.",
    "Put single quotation marks around the whole text, or type the sign itself. Where the text "
    "has an apostrophe in it, write \\\\ in place of each \\.",
    'item: "Kept in S:\\board\\papers"',
    mended="item: 'Kept in S:\\board\\papers'",
    cause=Cause.ENTRY,
)
YAML_SHAPE = Code(
    "YAML-SHAPE",
    "A YAML file is not made of keys and values",
    "Each file here is a set of keys, each followed by a colon and its value, and nothing else.",
    "Compare the file with the one of the same name in the example.",
    "- local_carers: more carers near home",
    mended="boxes:\n"
    "  carers:\n"
    "    needs:\n"
    "      - id: local_carers\n"
    "        text: more carers near home",
    cause=Cause.SYNTAX,
)

_DEEPEST = 40
_LONGEST_TEXT = 10_000  # characters; a title or an alt text of three times as many stops the PDF

# libyaml's parser is ten times as fast; PyYAML is built without it on some machines.
_FAST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

NOWHERE = Location("(supplied by the tool)")
"""The place of a default, which no author typed."""


class Text(str):
    """What an author typed, with its place.

    ``at`` is where it begins. ``raw`` is the text as it stands in the file (quotation marks,
    indentation and all), from which places inside it are found.
    """

    at: Location
    raw: str

    def __new__(cls, value: str, at: Location = NOWHERE, raw: str | None = None) -> "Text":
        text = super().__new__(cls, value)
        text.at = at
        text.raw = value if raw is None else raw
        return text

    def place_of(self, fragment: str, occurrence: int = 0, *, is_word: bool = False) -> Location:
        """Where the nth ``fragment`` stands in the file; the text's own place if it was folded.

        ``is_word`` passes over what is a part of a longer word.
        """
        edges = (r"(?<!\w)", r"(?!\w)") if is_word else ("(?=", ")")
        found = list(re.finditer(edges[0] + re.escape(fragment) + edges[1], self.raw))
        if occurrence >= len(found):
            return self.at
        before = self.raw[: (offset := found[occurrence].start())]
        line = before.count("\n")
        column = offset - (before.rfind("\n") + 1) + 1
        return Location(
            self.at.path, self.at.line + line, column if line else self.at.column + column - 1
        )

    def place_at(self, offset: int) -> Location:
        """The place of a character of a text that stands in its file unchanged."""
        line = bisect_right(self._line_starts, offset) - 1
        column = offset - self._line_starts[line] + (1 if line else self.at.column)
        return Location(self.at.path, self.at.line + line, column)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self))]

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _accept_text,
            json_schema_input_schema=core_schema.str_schema(),
            serialization=core_schema.to_string_ser_schema(),
        )


def _accept_text(value: Any) -> Text:
    if not isinstance(value, Text):
        raise PydanticCustomError("string_type", "text is expected")
    if len(value) > _LONGEST_TEXT:
        raise PydanticCustomError("text_long", "text is too long")
    return value


class YamlMapping(dict[str, Any]):
    """A mapping with the place of itself, of each key and of each value."""

    def __init__(self, at: Location) -> None:
        super().__init__()
        self.at = at
        self.keys_at: dict[str, Location] = {}
        self.values_at: dict[str, Location] = {}

    def leave_out(self, key: str) -> None:
        """Takes a key out, with its value and their places."""
        del self[key], self.keys_at[key], self.values_at[key]


class YamlList(list[Any]):
    """A list with the place of itself and of each item."""

    def __init__(self, at: Location) -> None:
        super().__init__()
        self.at = at
        self.items_at: list[Location] = []

    def leave_out(self, place: int) -> None:
        """Takes an item out, with its place; those behind it move up."""
        del self[place], self.items_at[place]


YamlNode: TypeAlias = Text | YamlMapping | YamlList


def parse_yaml(
    text: str, path: str, first_line: int = 1
) -> tuple[YamlMapping | None, list[Problem]]:
    """The mapping that a YAML text holds, or None where it cannot be read.

    ``first_line`` is the text's line in the file: front matter starts further down.
    """
    odd = _odd_indents(text, path, first_line)
    if odd:
        return None, odd
    builder = _Builder(text, path, first_line)
    try:
        try:
            node = builder.build(_FAST)
        except yaml.YAMLError:
            # Told again by the parser whose complaints are translated below.
            builder = _Builder(text, path, first_line)
            node = builder.build(yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        return None, [*builder.problems, builder.syntax_problem(error)]
    except yaml.reader.ReaderError as error:
        number = error.character if isinstance(error.character, int) else 0
        line = text.count("\n", 0, error.position) + first_line
        message = f"the character U+{number:04X} may not stand in a YAML file."
        return None, [Problem(YAML_SYNTAX, Location(path, line), message, "Delete it.")]
    if isinstance(node, YamlMapping):
        return node, builder.problems
    if not builder.problems:
        what = "is empty" if node is None else "does not begin with a key"
        example = _EXAMPLES.get(path, "`title: Fostering`")
        mend = f"It should hold keys and values, such as {example}."
        if path in _EXAMPLES and node is None:
            mend += " If nothing should be changed, delete the file."
        place = Location(path, first_line)
        builder.problems.append(Problem(YAML_SHAPE, place, f"the file {what}.", mend))
    return None, builder.problems


_EXAMPLES = {
    BRAND: '`color:` and, on the line below it, indented by two spaces, `primary: "#12436d"`',
    SETTINGS: "`toc-depth: 2`",
}

_ODD_INDENT = re.compile(r" *([\u00a0\u2000-\u200a\u202f\u3000])\s*(?:- |[\w-]+:)")


def _odd_indents(text: str, path: str, first_line: int) -> list[Problem]:
    """Each line that is indented with a space which looks like one and is none to YAML."""
    problems = []
    for number, line in enumerate(text.split("\n"), start=first_line):
        found = _ODD_INDENT.match(line)
        if found is None:
            continue
        message = "this line is indented with a space that is none to YAML (often one that was "
        message += "pasted from Word or a web page)."
        mend = "Delete what stands before the first word and type spaces."
        place = Location(path, number, found.start(1) + 1)
        problems.append(Problem(YAML_SYNTAX, place, message, mend))
    return problems


def _tell_keys_twice(mapping: YamlMapping, again: list[Text], is_item: bool) -> Iterator[Problem]:
    """What is told of keys that come again in a mapping; ``is_item`` is one in a list.

    Where an item's first key comes again, or several do, the hyphen of the next was left out: to
    delete what stands twice would lose an item.
    """
    if is_item and again and (len(again) > 1 or again[0] == next(iter(mapping))):
        key, begun = again[0], mapping.at.line
        message = f'the key "{key}" stands here and in line {mapping.keys_at[key].line}, in one '
        message += "item of a list: the hyphen of the next item seems to be missing."
        mend = "Put a hyphen and a space before the next item's first key, in line with the hyphen "
        mend += f"of line {begun}. If no other item is meant, delete or rename one of the two."
        yield Problem(YAML_KEY_TWICE, key.at, message, mend)
        return
    for key in again:
        message = f'the key "{key}" stands here and in line {mapping.keys_at[key].line}.'
        yield Problem(YAML_KEY_TWICE, key.at, message, "Delete or rename one of the two.")


# Those that make nothing but quotation marks, backslashes and white space are let pass.
_ESCAPED = re.compile(r'(?:[^\\]|\\["\\/ n\n])*\\([^"\\/ n\n])')


class _Builder:
    """Turns PyYAML's events into a tree of text, lists and mappings, noting problems."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text, self.path, self.first_line = text, path, first_line
        self.problems: list[Problem] = []

    def build(self, loader: Any) -> YamlNode | None:
        events: Iterator[Any] = iter(yaml.parse(self.text, Loader=loader))
        root: YamlNode | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._note(YAML_SHAPE, event, "a second document begins here (`---`).")
            elif isinstance(event, yaml.NodeEvent):
                node = self._node(event, events, depth=0)
                root = node if root is None else root
        empty = isinstance(root, Text) and not root
        return None if empty else root

    def syntax_problem(self, error: yaml.MarkedYAMLError) -> Problem:
        index = error.problem_mark.index if error.problem_mark else 0
        swallowed = find_swallowed(self.text, index)
        if swallowed:
            begun, ended = (self._location(mark) for mark in swallowed)
            message = "a quotation mark is opened and not closed: the text runs on to the next, in "
            message += f"line {ended.line}."
            return Problem(YAML_SYNTAX, begun, message, "Close it, or leave both marks out.")
        unspaced = find_unspaced(self.text, index)
        if unspaced:
            start, *words = unspaced
            number = self.text.count("\n", 0, start) + self.first_line
            column = start - self.text.rfind("\n", 0, start)
            return Problem(YAML_SYNTAX, Location(self.path, number, column), *words)
        line = self.text[:index].rpartition("\n")[2] + self.text[index:].partition("\n")[0]
        message, mend, is_at_its_beginning = plain_words(error, line)
        marks = [error.problem_mark, error.context_mark]
        mark = next(filter(None, reversed(marks) if is_at_its_beginning else marks), None)
        place = self._location(mark) if mark else Location(self.path, self.first_line)
        return Problem(YAML_SYNTAX, place, message, mend)

    def _node(
        self, event: Any, events: Iterator[Any], depth: int, is_item: bool = False
    ) -> YamlNode:
        if depth > _DEEPEST:
            raise yaml.MarkedYAMLError(problem="nested too deeply", problem_mark=event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            self._note(YAML_ANCHOR, event, f'the alias "*{event.anchor}" cannot be used here.')
            return Text(f"*{event.anchor}", self._location(event.start_mark))
        if event.anchor:
            self._note(YAML_ANCHOR, event, f'the anchor "&{event.anchor}" cannot be used here.')
        if event.tag:
            self._note(YAML_ANCHOR, event, f'the tag "{event.tag}" cannot be used here.')
        if isinstance(event, yaml.ScalarEvent):
            self._note_cut(event)
            raw = self.text[event.start_mark.index : event.end_mark.index]  # type: ignore[union-attr]
            escaped = _ESCAPED.match(raw) if event.style == '"' else None
            if escaped:
                message = f'the backslash and the "{escaped[1]}" behind it stand for another sign.'
                mend = f"{keep_backslash(raw)}, or type the sign itself."
                self._note(YAML_ESCAPE, event, message, mend)
            value = raw[1:-1] if escaped else event.value
            return Text(value, self._location(event.start_mark), raw)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(event, events, depth)
        return self._mapping(event, events, depth, is_item)

    def _note_cut(self, event: Any) -> None:
        """A text of several words with a comment behind it was probably meant to go on."""
        if event.style or " " not in event.value:
            return
        end = self.text.find("\n", event.end_mark.index)
        rest = self.text[event.end_mark.index : end if end >= 0 else None]
        if rest.lstrip(" \t").startswith("#"):
            left_out = rest.strip()
            message = f'what stands behind the # is left out of this text: "{left_out}".'
            self._note(YAML_CUT, event, message)

    def _list(self, start: Any, events: Iterator[Any], depth: int) -> YamlList:
        items = YamlList(self._location(start.start_mark))
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.items_at.append(self._location(event.start_mark))
            items.append(self._node(event, events, depth + 1, is_item=True))
        return items

    def _mapping(self, start: Any, events: Iterator[Any], depth: int, is_item: bool) -> YamlMapping:
        mapping = YamlMapping(self._location(start.start_mark))
        again: list[Text] = []
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            self._refuse_braces(event)
            key_node = self._node(event, events, depth + 1)
            value_event = next(events)
            value = self._node(value_event, events, depth + 1)
            if not isinstance(key_node, Text):
                self._note(YAML_SHAPE, event, "a list or set of keys stands where a key should.")
                continue
            key = str(key_node)
            if key in mapping:
                again.append(key_node)
                continue
            mapping[key] = value
            mapping.keys_at[key] = key_node.at
            mapping.values_at[key] = self._location(value_event.start_mark)
        self.problems += _tell_keys_twice(mapping, again, is_item)
        return mapping

    def _refuse_braces(self, event: Any) -> None:
        """Stops at ``{{`` outside quotation marks, which YAML takes for keys within keys."""
        mark = event.start_mark
        if isinstance(event, yaml.MappingStartEvent) and self.text[mark.index - 1] == "{":
            outer = yaml.Mark("", mark.index - 1, mark.line, mark.column - 1, None, 0)
            raise yaml.MarkedYAMLError(problem="begins with {{", problem_mark=outer)

    def _location(self, mark: Any) -> Location:
        return Location(self.path, mark.line + self.first_line, mark.column + 1)

    def _note(self, code: Code, event: Any, message: str, mend: str = "") -> None:
        place = self._location(event.start_mark)
        self.problems.append(Problem(code, place, message, mend or code.mend))
