"""The JSON Schemas: up to date in the repository, and true of the example's own files."""

import json
from pathlib import Path
from typing import Any

import pytest

from sufficiency.content.schema import schemas
from sufficiency.sources import YamlList, YamlMapping, parse_yaml

ROOT = Path(__file__).parents[2]
FILES = [
    *sorted((ROOT / "strategy").glob("*.yml")),
    *sorted((ROOT / "strategy" / "priorities").glob("*.yml")),
    *sorted((ROOT / "data").glob("*.yml")),
    ROOT / "_brand.yml",
]


def schema_of(path: Path) -> Any:
    name = "priority" if path.parent.name == "priorities" else path.stem.lstrip("_")
    return json.loads(schemas()[f"{name}.schema.json"])


class TestSchemas:
    def test_those_in_the_repository_are_what_the_command_writes(self) -> None:
        kept = {path.name: path.read_text("utf-8") for path in (ROOT / "schemas").iterdir()}
        assert kept == dict(schemas())

    def test_every_key_has_a_description(self) -> None:
        assert [
            f"{name}: {key}"
            for name, text in schemas().items()
            for model in [json.loads(text), *json.loads(text).get("$defs", {}).values()]
            if "title" in model
            for key, field in model.get("properties", {}).items()
            if "description" not in field
        ] == []

    def test_an_editor_may_take_a_year_for_a_number(self) -> None:
        strategy = json.loads(schemas()["strategy.schema.json"])["properties"]
        assert strategy["edition"]["type"] == ["string", "number"]
        assert strategy["format"]["enum"] == ["1", 1]

    def test_an_editor_takes_dates_as_people_write_them(self) -> None:
        assert [name for name, text in schemas().items() if '"format": "date"' in text] == []


class TestExample:
    @pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
    def test_each_file_has_the_keys_that_its_schema_knows(self, path: Path) -> None:
        tree, problems = parse_yaml(path.read_text("utf-8"), path.name)
        assert problems == []
        schema = schema_of(path)
        assert list(faults(tree, schema, schema)) == []

    @pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
    def test_each_file_names_its_schema_for_editors(self, path: Path) -> None:
        first = path.read_text("utf-8").partition("\n")[0]
        schema = path.parent / first.removeprefix("# yaml-language-server: $schema=")
        name = "priority" if path.parent.name == "priorities" else path.stem.lstrip("_")
        assert schema.resolve() == ROOT / "schemas" / f"{name}.schema.json"

    def test_a_key_that_no_schema_knows_would_be_found(self) -> None:
        text = "figures:\n  a: {kind: tiles, headline: H, facts: [b], places: [c]}\n"
        tree, _ = parse_yaml(text, "figures.yml")
        schema = schema_of(Path("strategy/figures.yml"))
        assert list(faults(tree, schema, schema)) != []


def faults(value: Any, schema: Any, root: Any) -> list[str]:
    """What the schema refuses: unknown and missing keys, values of another shape or word."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    choices = schema.get("anyOf") or schema.get("oneOf")
    if choices:
        tried = [faults(value, choice, root) for choice in choices]
        return [] if [] in tried else min(tried, key=len)
    if isinstance(value, YamlMapping):
        return _mapping_faults(value, schema, root)
    if isinstance(value, YamlList):
        if schema.get("type") != "array":
            return [f"a list where {schema.get('type')} is expected"]
        return [fault for item in value for fault in faults(item, schema["items"], root)]
    if schema.get("type") in ("object", "array"):
        return [f'"{value}" where {schema["type"]} is expected']
    words = schema.get("enum", [schema["const"]] if "const" in schema else None)
    return [] if words is None or str(value) in words else [f'"{value}" is none of {words}']


def _mapping_faults(value: YamlMapping, schema: Any, root: Any) -> list[str]:
    if schema.get("type") != "object":
        return [f"keys where {schema.get('type')} is expected"]
    known, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    found = [f'"{key}" is missing' for key in schema.get("required", []) if key not in value]
    for key, item in value.items():
        if key in known:
            found += faults(item, known[key], root)
        elif isinstance(others, dict):
            found += faults(item, others, root)
        elif not others:
            found.append(f'"{key}" is not known')
    return found
