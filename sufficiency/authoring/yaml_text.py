"""Values as YAML that says exactly them, in the plainest form that is safe.

Written by hand rather than dumped, so that what authors read has no line wrapped, no key sorted
and quotation marks only where they are needed.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import yaml

Value: TypeAlias = str | Sequence["Value"] | Mapping[str, "Value"]

# Letters of any script and the signs that mean nothing to YAML in the middle of a text.
_PLAIN_BETWEEN_BRACKETS = re.compile(r"[^\W_](?:[\w '’.()/;…£+€–-]*[\w'’.()…])?")
_PLAIN = re.compile(r"[^\W_](?:[\w '’.()/;…£+€–,-]*[\w'’.()…])?")
# What JSON writes as it is and YAML does not take so.
_TO_ESCAPE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def scalar(text: str, *, in_flow: bool = False) -> str:
    """The text as YAML on one line, in quotation marks unless it means itself without them.

    ``in_flow`` where it stands between brackets, in which a comma parts.
    """
    form = _PLAIN_BETWEEN_BRACKETS if in_flow else _PLAIN
    if form.fullmatch(text) and _is_text_to_every_reader(text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _TO_ESCAPE.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _is_text_to_every_reader(text: str) -> bool:
    """Whether editors, too, read a text: ``no``, ``12e3`` and ``2019-03-31`` mean more to them.

    A whole number stays plain: nobody puts quotation marks around a year.
    """
    if text.isdecimal():
        return text.isascii()
    is_one_word_with_digits = text[0].isdigit() and " " not in text
    return not is_one_word_with_digits and isinstance(yaml.safe_load(text), str)


def flow(value: Value) -> str:
    """A value between brackets: ``{one: child, many: children}``."""
    if isinstance(value, str):
        return scalar(value, in_flow=True)
    if isinstance(value, Mapping):
        pairs = (f"{scalar(key, in_flow=True)}: {flow(each)}" for key, each in value.items())
        return "{" + ", ".join(pairs) + "}"
    return "[" + ", ".join(flow(each) for each in value) + "]"


def block(values: Mapping[str, Value], step: int = 2) -> list[str]:
    """Keys and values as lines, indented by ``step`` within each other.

    A list of keys and values has a line for each key; any other list or mapping stands between
    brackets behind its key.
    """
    lines: list[str] = []
    for key, value in values.items():
        name = scalar(key)
        if isinstance(value, str):
            lines.append(f"{name}: {scalar(value)}")
        elif _is_list_of_mappings(value):
            lines.append(f"{name}:")
            for each in value:
                assert isinstance(each, Mapping)
                lines += [" " * step + line for line in list_item(block(each, step))]
        else:
            lines.append(f"{name}: {flow(value)}")
    return lines


def list_item(lines: Sequence[str], gap: int = 2) -> list[str]:
    """Lines as one item of a list: a hyphen before the first, the others indented like it."""
    first, *rest = lines
    return ["-".ljust(gap) + first, *(" " * gap + line for line in rest)]


def _is_list_of_mappings(value: Value) -> bool:
    is_list = isinstance(value, Sequence) and not isinstance(value, str)
    return is_list and all(isinstance(each, Mapping) for each in value)
