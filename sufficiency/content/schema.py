"""JSON Schemas of every file that authors edit, from the models' own descriptions."""

import json
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from pydantic import TypeAdapter

from sufficiency.content.brand import BrandFile
from sufficiency.content.plan import Priority
from sufficiency.content.read import SHELF_FILES
from sufficiency.content.sections import SectionFront
from sufficiency.content.settings import Settings
from sufficiency.content.strategy import Strategy

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> Mapping[str, str]:
    """Each schema as JSON by its file's name: ``facts.schema.json`` for ``facts.yml``."""
    found = {
        "brand": TypeAdapter(BrandFile).json_schema(),
        "strategy": TypeAdapter(Strategy).json_schema(),
        "priority": TypeAdapter(Priority).json_schema(),
        "section": TypeAdapter(SectionFront).json_schema(),
        "quarto": TypeAdapter(Settings).json_schema(),
    }
    for file in SHELF_FILES.values():
        found[PurePosixPath(file.path).stem] = _of_shelf(file.key, file.model)
    return {
        f"{name}.schema.json": json.dumps(
            {"$schema": _DIALECT, **_for_editors(schema)}, indent=1, sort_keys=True
        )
        + "\n"
        for name, schema in sorted(found.items())
    }


def _for_editors(schema: Any) -> Any:
    """The schema as an editor must have it, which types values before it looks at them.

    A year or a target is text here and a number there; a date may be written as people do.
    """
    if isinstance(schema, list):
        return [_for_editors(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    told = {key: _for_editors(value) for key, value in schema.items()}
    if told.get("type") == "string" and all(map(str.isdigit, told.get("enum", [""]))):
        told["enum"] += [int(number) for number in told["enum"]]
        return {**told, "type": ["string", "number"]}
    is_open = "enum" not in told and told.get("const", "1").isdigit()
    if told.get("type") != "string" or not is_open:
        return told
    if "const" in told:
        told["enum"] = [told["const"], int(told.pop("const"))]
    if told.get("format") == "date":
        del told["format"]
    return {**told, "type": ["string", "number"]}


def _of_shelf(key: str, model: Any) -> dict[str, Any]:
    """A file that holds entries by id below one key."""
    entry = TypeAdapter(model).json_schema()
    definitions = entry.pop("$defs", {})
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [key],
        "properties": {
            key: {
                "type": "object",
                "additionalProperties": entry,
                "propertyNames": {"pattern": "^[a-z][a-z0-9_-]*$"},
            }
        },
        "$defs": definitions,
    }
