"""The SARIF report holds what version 2.1.0 of the format asks for, and nothing that it has not."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from sufficiency.problems import Findings, Location, Problem
from sufficiency.problems.reports import REPORTS
from tests.problems.made import ENTRY, MEANING, WARNING, found
from tests.problems.reports.many import find_many

# The schema's properties of each object that we write, and those that it requires.
OBJECTS: dict[str, tuple[set[str], set[str]]] = {
    "log": ({"$schema", "version", "runs"}, {"version", "runs"}),
    "run": ({"tool", "columnKind", "results"}, {"tool"}),
    "driver": ({"name", "version", "rules"}, {"name"}),
    "rule": (
        {"id", "shortDescription", "fullDescription", "help", "defaultConfiguration"},
        {"id"},
    ),
    "result": ({"ruleId", "ruleIndex", "level", "message", "locations"}, {"message"}),
    "place": ({"artifactLocation", "region"}, {"artifactLocation"}),
}


def log(findings: Findings) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(REPORTS["sarif"](findings))
    return read


def run(findings: Findings) -> dict[str, Any]:
    (only,) = log(findings)["runs"]
    assert isinstance(only, dict)
    return only


def assert_is(kind: str, value: dict[str, Any]) -> None:
    known, required = OBJECTS[kind]
    assert value.keys() <= known
    assert value.keys() >= required


def place_of(result: dict[str, Any]) -> dict[str, Any]:
    (location,) = result["locations"]
    place = location["physicalLocation"]
    assert isinstance(place, dict)
    return place


class TestSarif:
    def test_every_object_is_as_the_schema_asks(self, tmp_path: Path) -> None:
        whole = log(find_many(tmp_path))
        assert_is("log", whole)
        assert whole["version"] == "2.1.0"
        (held,) = whole["runs"]
        assert_is("run", held)
        assert held["columnKind"] == "unicodeCodePoints"
        assert held["tool"].keys() == {"driver"}
        assert_is("driver", held["tool"]["driver"])
        for rule in held["tool"]["driver"]["rules"]:
            assert_is("rule", rule)
            assert rule["defaultConfiguration"]["level"] in ("error", "warning")
            for key in ("shortDescription", "fullDescription", "help"):
                assert rule[key].keys() == {"text"}
                assert rule[key]["text"]
        assert len(held["results"]) > 8
        for result in held["results"]:
            assert_is("result", result)
            assert result["message"].keys() == {"text"}
            assert result["message"]["text"]
            place = place_of(result)
            assert_is("place", place)
            assert place["region"].keys() == {"startLine", "startColumn"}
            assert min(place["region"].values()) >= 1

    def test_every_result_points_to_its_rule(self, tmp_path: Path) -> None:
        held = run(find_many(tmp_path))
        rules = [rule["id"] for rule in held["tool"]["driver"]["rules"]]
        assert rules == sorted(set(rules))
        for result in held["results"]:
            assert rules[result["ruleIndex"]] == result["ruleId"]

    def test_addresses_are_relative_and_escaped(self, tmp_path: Path) -> None:
        addresses = {
            place_of(result)["artifactLocation"]["uri"]
            for result in run(find_many(tmp_path))["results"]
        }
        assert "strategy/sections/50-homes%20%26%20more%20%232.md" in addresses
        for address in addresses:
            parts = urlsplit(address)
            assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
            assert not unquote(parts.path).startswith("/")

    def test_a_colon_in_a_name_does_not_begin_a_scheme(self) -> None:
        held = run(Findings([found(ENTRY, "a:b.md")]))
        assert place_of(held["results"][0])["artifactLocation"]["uri"] == "a%3Ab.md"

    def test_a_warning_is_of_its_level(self) -> None:
        held = run(Findings([found(MEANING, "a"), found(WARNING, "a")]))
        assert [result["level"] for result in held["results"]] == ["error", "warning"]

    def test_without_a_problem_there_are_no_results(self) -> None:
        assert run(Findings([]))["results"] == []

    def test_no_line_of_a_file_is_in_it(self, tmp_path: Path) -> None:
        assert "a boy of nine" not in json.dumps(log(find_many(tmp_path)))

    def test_a_cell_of_a_workbook_is_a_logical_location(self) -> None:
        problem = Problem(ENTRY, Location("data/a.xlsx", 5, 3, "Costs"), "this is wrong.")
        (result,) = run(Findings([problem]))["results"]
        assert result["locations"] == [
            {
                "physicalLocation": {"artifactLocation": {"uri": "data/a.xlsx"}},
                "logicalLocations": [{"fullyQualifiedName": "Costs!C5"}],
            }
        ]
