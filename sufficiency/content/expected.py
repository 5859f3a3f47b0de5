"""What a model takes, by its JSON Schema: the values of keys that have fixed ones, and the keys
that stand below others."""

from collections.abc import Mapping
from functools import cache
from itertools import chain
from typing import Any

from pydantic import TypeAdapter


@cache
def adapter_of(model: Any) -> TypeAdapter[Any]:
    """What binds trees to a model; made once, since that takes longer than binding."""
    return TypeAdapter(model)


@cache
def fixed_values(model: Any) -> Mapping[str, list[str]]:
    """The values of each key that has fixed ones, in all that a model holds.

    A key that stands in several entries may have what any of them takes (a chart's ``kind``, and
    that of tiles); one that takes free text somewhere is left out.
    """
    schema = adapter_of(model).json_schema()
    definitions = schema.get("$defs", {})
    found: dict[str, list[list[str]]] = {}
    for entry in (schema, *definitions.values()):
        for key, taken in entry.get("properties", {}).items():
            named = definitions.get(taken.get("$ref", "").rpartition("/")[2], {})
            values = {**named, **taken}
            found.setdefault(key, []).append(values.get("enum") or [values.get("const", "")])
    return {
        key: list(dict.fromkeys(chain(*several)))
        for key, several in found.items()
        if all(map(all, several))
    }


@cache
def keys_of(model: Any) -> Mapping[str, str]:
    """What is to be written below each key that takes keys and values: "one: …, many: …"."""
    schema = adapter_of(model).json_schema()
    definitions = schema.get("$defs", {})
    found: dict[str, str] = {}
    for entry in (schema, *definitions.values()):
        for key, taken in entry.get("properties", {}).items():
            for one in (taken, *taken.get("anyOf", ())):
                below = {**definitions.get(one.get("$ref", "").rpartition("/")[2], {}), **one}
                if below.get("additionalProperties") == {"type": "string"}:
                    found[key] = "column: category" if key == "where" else "name: text"
                elif "properties" in below:
                    needed = below.get("required", [])
                    names = dict.fromkeys([*list(below["properties"])[:1], *needed])
                    found[key] = ", ".join(f"{name}: …" for name in names)
    return found
