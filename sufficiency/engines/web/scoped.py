"""A style sheet that holds within one element of somebody else's page, and nowhere else.

Each selector is written anew below that element, with the weight of two ids, so that it holds
against what the host says of the same elements, in every browser in use.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import tinycss2

_WEIGHT = ":not(#_):not(#_)"  # true of each element, and counts as two ids
_NESTING = ("media", "supports", "layer", "container")
_BLOCKS = ("() block", "[] block", "{} block")
_AS_IT_IS = ("font-face", "keyframes")
# Some hosts make a rem smaller than the reader's own size of text.
_REM = "--rem: max(1rem, 16px);"


def scoped(style: str, scope: str, renamed: Mapping[str, str]) -> str:
    """The style sheet with each selector below ``scope`` (".our-part").

    ``renamed`` are types of elements that are there under another selector ({"main": ".main"}); of
    the host's own, ``:root``, ``html`` and ``body``, the scope takes the place. Rules for pages of
    paper and for dark mode, in which the host may have no part, are left out.
    """
    rules = tinycss2.parse_stylesheet(style, skip_comments=True, skip_whitespace=True)
    root = scope + _WEIGHT
    names = {"html": root, "body": root, "root": root, **renamed}
    return "\n".join([f"{root} {{ {_REM} }}", *_rules(rules, root, names), ""])


def _rules(rules: Sequence[Any], root: str, names: Mapping[str, str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = ", ".join(_below(one, root, names) for one in _parted(rule.prelude))
            yield f"{selectors} {{{_written(rule.content)}}}"
        elif rule.type == "at-rule" and rule.at_keyword in _AS_IT_IS:
            yield rule.serialize()
        elif rule.type == "at-rule" and rule.at_keyword in _NESTING and rule.content is not None:
            condition = tinycss2.serialize(rule.prelude).strip()
            if "prefers-color-scheme" in condition:
                continue
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            lines = "\n".join(_rules(inner, root, names))
            yield f"@{rule.at_keyword} {condition} {{\n{lines}\n}}"


def _parted(prelude: Sequence[Any]) -> list[list[Any]]:
    """The selectors of a list, at its commas."""
    parts: list[list[Any]] = [[]]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _below(selector: Sequence[Any], root: str, names: Mapping[str, str]) -> str:
    """The selector below the root, or of the root where it begins with the host's own."""
    text = ""
    before = None
    for token in selector:
        is_type = token.type == "ident" and not (before is not None and _joins(before))
        if is_type and token.value in names:
            text += names[token.value]
        elif token.type == "ident" and token.value == "root" and text.endswith(":"):
            text = text.removesuffix(":") + names["root"]
        else:
            text += token.serialize()
        before = token
    text = " ".join(text.split())
    # "html body" and ":root body" name one element here.
    while text.startswith(f"{root} {root}"):
        text = text.removeprefix(f"{root} ")
    return text if text.startswith(root) else f"{root} {text}"


def _joins(token: Any) -> bool:
    """Whether a name after this token is that of a class or a state, and not of an element."""
    return bool(token.type == "literal" and token.value in (".", ":"))


def _written(tokens: Sequence[Any]) -> str:
    """A rule's content, with lengths that hold where the host has made a rem smaller."""
    return "".join(map(_token_written, tokens))


def _token_written(token: Any) -> str:
    if token.type == "dimension" and token.lower_unit == "rem":
        return f"calc({token.representation} * var(--rem))"
    if token.type == "function":
        return f"{token.name}({_written(token.arguments)})"
    if token.type in _BLOCKS:
        before, after = token.type.removesuffix(" block")
        return f"{before}{_written(token.content)}{after}"
    text: str = token.serialize()
    return text
