"""Turns trees of text into models, and pydantic's complaints into problems an author can mend."""

import copy
import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from sufficiency.content.expected import adapter_of, fixed_values, keys_of
from sufficiency.problems import (
    Cause,
    Code,
    Location,
    Problem,
    foreign_letter,
    nearest,
    suggestion,
    what_differs,
)
from sufficiency.sources import YamlList, YamlMapping
from sufficiency.tables.period import print_date, read_date

KEY_MISSING = Code(
    "KEY-MISSING",
    "A key that is needed is missing",
    "Without it the entry cannot be printed or computed.",
    "Add the key with its value.",
    "- strand: strategic\n  owner: Head of Fostering",
    mended="- strand: strategic\n  text: Recruit carers near home.\n  owner: Head of Fostering",
    cause=Cause.ENTRY,
)
VALUE_TYPE = Code(
    "VALUE-TYPE",
    "A value is not of the kind that is expected here",
    "A date, a number or one of a few words is needed to go on.",
    "Write it as the message shows.",
    "as_at: end of March",
    mended="as_at: 31 March 2019",
    cause=Cause.ENTRY,
)
ID_TWICE = Code(
    "ID-TWICE",
    "Two things have the same id",
    "Whatever names this id could mean either.",
    "Rename one of the two.",
    "- id: carers\n  text: more carers near home\n- id: carers\n  text: carers for weekends",
    mended="- id: local_carers\n"
    "  text: more carers near home\n"
    "- id: weekend_carers\n"
    "  text: carers for weekends",
    cause=Cause.ENTRY,
)

Model = TypeVar("Model")
ModelHeld = TypeVar("ModelHeld", covariant=True)


@dataclass(frozen=True)
class Shelf(Generic[ModelHeld]):
    """Entries by id, and the ids whose entries could not be read.

    ``complete`` is False where a whole file could not be read: then no id can be called
    unknown, so that one mistake does not yield forty.
    """

    entries: Mapping[str, ModelHeld]
    broken: frozenset[str] = frozenset()
    complete: bool = True

    @property
    def names(self) -> frozenset[str]:
        """Every id that is written down, its entry readable or not."""
        return self.broken | self.entries.keys()

    def may_hold(self, id: str) -> bool:
        """Whether the id is defined, or might be but for a problem already reported."""
        return id in self.entries or id in self.broken or not self.complete


def bind(tree: YamlMapping, model: Any) -> tuple[Any | None, list[Problem]]:
    """The model that a tree holds, or None with what is wrong."""
    problems: list[Problem] = []
    try:
        value = adapter_of(model).validate_python(tree, context=problems)
    except ValidationError as error:
        details = error.errors(include_url=False)
        found = [
            _translate(tree, each, model)
            for each in details
            if not _is_misspelt(tree, each, problems)
        ]
        return None, problems + found
    return value, problems


def bind_what_can_be(tree: YamlMapping, model: Any) -> tuple[Any | None, bool, list[Problem]]:
    """The model without the values at fault, whether it is whole, and what is wrong.

    A value that cannot be used is left out, with the list item that cannot do without it, so
    that a draft shows the rest; None where the model itself cannot do without it.
    """
    value, problems = bind(tree, model)
    if value is not None:
        return value, True, problems
    left: YamlMapping | None = copy.deepcopy(tree)
    while left is not None:
        try:
            return adapter_of(model).validate_python(left, context=[]), False, problems
        except ValidationError as error:
            left = _without(left, error.errors(include_url=False))
    return None, False, problems


def _without(tree: YamlMapping, details: Iterable[Any]) -> YamlMapping | None:
    """The tree without what the details complain of; None where that is the tree itself."""
    for steps in sorted({_at_fault(tree, detail) for detail in details}, reverse=True):
        if not steps:
            return None
        node: Any = tree
        for _, step in steps[:-1]:
            node = node[step]
        node.leave_out(steps[-1][1])
    return tree


def _at_fault(tree: YamlMapping, detail: Any) -> tuple[tuple[bool, Any], ...]:
    """The way to the value at fault, each step with whether it is a place in a list.

    Where a key is missing, what lacks it is at fault. Sorting puts later items of a list last.
    """
    node: Any = tree
    steps: list[tuple[bool, Any]] = []
    for step in detail["loc"]:
        is_item = isinstance(node, YamlList) and isinstance(step, int) and step < len(node)
        if is_item or (isinstance(node, YamlMapping) and step in node):
            steps.append((is_item, step))
            node = node[step]
    return tuple(steps)


def _is_misspelt(tree: YamlMapping, detail: Any, problems: list[Problem]) -> bool:
    """Whether a missing key stands there in another spelling, which has been noted already."""
    if detail["type"] != "missing":
        return False
    offer = suggestion(str(detail["loc"][-1]), [str(detail["loc"][-1])])
    given = set(_locate_node(tree, detail["loc"])[1].keys_at.values())
    return any(problem.mend.startswith(offer) and problem.at in given for problem in problems)


def bind_shelf(
    tree: YamlMapping | None, key: str, model: Any, *, in_part: bool = False
) -> tuple[Shelf[Any], list[Problem]]:
    """The entries below the file's one key, each bound alone so that a broken one costs no other.

    ``tree`` is None for a file that could not be read. With ``in_part`` an entry that is broken
    only in a part stands there without it, and among the broken ones too.
    """
    if tree is None:
        return Shelf({}, complete=False), []
    problems = _other_keys(tree, key)
    below = tree.get(key)
    if not isinstance(below, YamlMapping):
        place = tree.values_at.get(key, tree.at)
        if any(problem.mend.startswith(suggestion(key, [key])) for problem in problems):
            return Shelf({}, complete=False), problems
        message = f'the file needs the key "{key}" with entries below it.'
        mend = f"Write `{key}:` in the first column and each entry, indented, below."
        return Shelf({}, complete=False), [*problems, Problem(KEY_MISSING, place, message, mend)]
    entries: dict[str, Any] = {}
    # An entry that was not indented is told of already: nothing that names it is a problem too.
    broken = {other for other in tree if other != key}
    for id, entry in below.items():
        value, is_whole, found = _bind_entry(entry, model, below, id)
        problems += found
        if not is_whole:
            # Whoever refers to it may write its name as it should be.
            broken |= {id, as_id(id)}
        if value is not None and (is_whole or in_part):
            entries[id] = value
    return Shelf(entries, frozenset(broken)), problems


def is_id(name: str) -> bool:
    """Whether a name has only small letters, digits, hyphens and underscores, a letter first."""
    return re.fullmatch(r"[a-z][a-z0-9_-]*", name) is not None


def as_id(name: str) -> str:
    """A name's words as an id: "children_now" of "Children now"."""
    return re.sub("[^a-z0-9_-]+", "_", name.casefold()).strip("_")


def _bind_entry(
    entry: Any, model: Any, below: YamlMapping, id: str
) -> tuple[Any | None, bool, list[Problem]]:
    if not is_id(id):
        message = f'"{id}" {_WORDS["id"]}'
        mend = foreign_letter(id) or (f'Did you mean "{as_id(id)}"?' if is_id(as_id(id)) else "")
        return None, False, [Problem(VALUE_TYPE, below.keys_at[id], message, mend)]
    if not isinstance(entry, YamlMapping):
        message = f'"{id}" needs keys and values below it.'
        mend = "Write each key on a line of its own, indented below the name."
        return None, False, [Problem(VALUE_TYPE, below.values_at[id], message, mend)]
    return bind_what_can_be(entry, model)


def _other_keys(tree: YamlMapping, key: str) -> list[Problem]:
    from sufficiency.content.entry import KEY_UNKNOWN

    return [
        Problem(
            KEY_UNKNOWN,
            tree.keys_at[other],
            f'the key "{other}" is not known here.',
            _mend_other_key(other, key, has_key=key in tree),
        )
        for other in tree
        if other != key
    ]


def _mend_other_key(other: str, key: str, *, has_key: bool) -> str:
    """A file that has its one key holds no misspelling of it, but an entry not indented below."""
    if not has_key:
        return suggestion(other, [key])
    return f"If it belongs to `{key}:`, indent it, and all that is below it, like its neighbours."


def _translate(tree: YamlMapping, detail: Any, model: Any) -> Problem:
    kind, given = detail["type"], detail["input"]
    place = _locate(tree, detail["loc"])
    key = str(detail["loc"][-1]) if detail["loc"] else ""
    if kind == "missing":
        values = fixed_values(model).get(key, [])
        mend = f"Add it with one of: {', '.join(values)}." if values else KEY_MISSING.mend
        if len(values) == 1:
            mend = f"Add it: `{key}: {values[0]}`."
        return Problem(KEY_MISSING, place, f'the key "{key}" is missing.', mend)
    shown = f'"{given}"' if isinstance(given, str) else "this"
    if kind in ("literal_error", "enum"):
        choices = _choices(detail["ctx"]["expected"])
        if len(choices) == 1:
            message = f"{shown} cannot be used here."
            return Problem(VALUE_TYPE, place, message, f'It has to be "{choices[0]}".')
        near = nearest(given, choices) if isinstance(given, str) else None
        mend = f'Did you mean "{near}"? {what_differs(given, near)}'.rstrip() if near else ""
        message = f"{shown} is not one of: {', '.join(choices)}."
        return Problem(VALUE_TYPE, place, message, mend)
    if kind == "day" and isinstance(given, str):
        return _no_day(place, given)
    if kind == "fact_kinds":
        message = f"this is several facts in one: {detail['ctx']['kinds']} each make one."
        mend = "Keep one of them and what belongs to it; give the other a name of its own."
        return Problem(VALUE_TYPE, place, message, mend)
    if (
        given == ""
        and key.isidentifier()
        and kind in ("empty_text", "dict_type", "model_type", "list_type")
    ):
        shown = f"`{key}`"
    words = _WORDS.get(kind, _expected(detail))
    return Problem(VALUE_TYPE, place, f"{shown} {words}", _meant(kind, given, key, model))


def _meant(kind: str, given: Any, key: str, model: Any) -> str:
    """How to write a value that is of another shape; "" where the words about it say enough."""
    if not isinstance(given, str):
        return ""
    if kind == "id":
        return foreign_letter(given)
    if kind == "list_type" and given and len(given) < _SHORT and "[" not in given:
        return f"Or write `{key}: [{given}]`."
    if kind in ("dict_type", "model_type"):
        example = keys_of(model).get(key)
        return f"Write it like `{key}: {{{example}}}`." if example else ""
    years = re.fullmatch(r"\D{0,3}(\d{4})\s*[-–—/]\s*(\d{4})\D{0,3}", given)
    return f'Did you mean "{years[1]} to {years[2]}"?' if kind == "edition" and years else ""


_SHORT = 80


def _no_day(place: Location, given: str) -> Problem:
    """Of a date that is none: whether month and day change places, or no such day exists."""
    numbers = re.fullmatch(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*", given)
    read = read_date(f"{numbers[1]}/{numbers[2]}/{numbers[3]}") if numbers else None
    if read is not None:
        message = f'"{given}" is not written as a date.'
        return Problem(VALUE_TYPE, place, message, f'Did you mean "{print_date(read)}"?')
    turned = read_date(f"{numbers[2]}/{numbers[1]}/{numbers[3]}") if numbers else None
    if turned is not None:
        message = f'"{given}" is not a date: the day comes first.'
        return Problem(VALUE_TYPE, place, message, f'Did you mean "{print_date(turned)}"?')
    month = re.fullmatch(r"(?:(?:by |the )*end of )?(?P<month>[A-Za-z]+ \d{4})", given.strip())
    first = read_date(f"1 {month['month']}") if month else None
    if first is not None:
        last = date(first.year, first.month, monthrange(first.year, first.month)[1])
        message = f'"{given}" is a month and not a day.'
        return Problem(VALUE_TYPE, place, message, f'Did you mean "{print_date(last)}"?')
    if numbers or re.search(r"\d{4}", given):
        message = f'"{given}" is no day of the calendar.'
        return Problem(VALUE_TYPE, place, message, "Write it like 31 March 2029.")
    return Problem(VALUE_TYPE, place, f'"{given}" {_WORDS["day"]}')


def _choices(expected: str) -> list[str]:
    return [word.strip().strip("'") for word in expected.replace(" or ", ", ").split(", ")]


def _expected(detail: Any) -> str:
    return f"cannot be used here: {detail['msg']}."


_WORDS = {
    "string_type": "should be a text, on one line behind the key.",
    "text_long": "is too long to be printed here: 10,000 characters are the most.",
    "empty_text": "may not be blank. Write the text, or delete the key.",
    "int_parsing": "should be a whole number, such as 3.",
    "int_type": "should be a whole number, such as 3.",
    "decimal_parsing": "should be a number alone, such as 2 or 0.5, without a sign or a unit.",
    "greater_than_equal": "is too small.",
    "less_than_equal": "is too large.",
    "bool_parsing": "should be true or false.",
    "bool_type": "should be true or false.",
    "day": "is not a date. Write it like 31 March 2029.",
    "id": "is not an id. Use small letters, digits, hyphens and underscores, and begin with "
    "a letter.",
    "label": "is too long for a number. Use at most 8 signs, such as 1, 1a or A.",
    "label_start": "is not a number of a priority. Begin it with a digit or a letter, such as 1, "
    "1a or A.",
    "edition_order": "ends before it begins. Write the earlier year first, like 2019 to 2023.",
    "web_address": "is not the address of a web page. Copy it from a browser, with https:// and "
    "without what follows a #, like https://www.example.org/strategy/.",
    "link": "is not a web address. Copy it from a browser, with https:// and without spaces or the "
    "signs <, >, | and \\, like https://www.example.org/report.",
    "edition": "is not an edition. Write the years like 2019 to 2023.",
    "list_type": "should be a list: one line for each item, each beginning with a hyphen.",
    "dict_type": "should have keys and values below it.",
    "model_type": "should have keys and values below it.",
    "too_short": "needs at least one entry.",
    "fact_kind": "is no fact yet: it needs one of the keys indicator, change, trend, rank, "
    "share, gap or formula.",
    "two_proofs": "has both an indicator and evidence. Keep the one that will show it.",
    "needs_and_none": "names needs that it answers, and says in `without_need` why it answers "
    "none. Delete one of the two.",
    "lag": "is no length of time. Write it in months or years, like 30 months or 3 years.",
    "tiles_of_an_indicator": "shows an indicator, and tiles show facts. Write another kind, such "
    "as bar or table; or in the place of `indicator` and what belongs to it `facts:` with the "
    "names of facts.",
    "chart_of_facts": "lists facts, which only tiles show. Write `kind: tiles`; or in the place of "
    "`facts` the `indicator` to show, and `across` what.",
    "word_template": "is not where a Word template is read. Put it into the folder templates, as a "
    ".docx file, and write it like templates/council.docx.",
    "list_kind": "needs one of the keys items and groups, and not both.",
    "two_wholes": "names two wholes. Keep one of the keys of and total.",
    "greater_than": "is too small.",
    "decimal_type": "should be a number alone, such as 2 or 0.5.",
    "period_source": "needs one of the keys column and always, and not both.",
}


def _locate(tree: YamlMapping, loc: tuple[Any, ...]) -> Location:
    return _locate_node(tree, loc)[0]


def _locate_node(tree: YamlMapping, loc: tuple[Any, ...]) -> tuple[Location, Any]:
    """Walks pydantic's path through the tree; steps that are no key (a union's tag) are passed."""
    node: Any = tree
    place = tree.at
    for step in loc:
        if isinstance(node, YamlMapping) and step in node:
            place, node = node.values_at[step], node[step]
        elif isinstance(node, YamlList) and isinstance(step, int) and step < len(node):
            place, node = node.items_at[step], node[step]
    return place, node
