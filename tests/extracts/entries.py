"""Entries of the catalogue and the indicators, from YAML text alone."""

from typing import Any

from sufficiency.content import ExtractEntry, IndicatorEntry
from sufficiency.content.binding import bind
from sufficiency.extracts import ExtractFrame, read_extract
from sufficiency.sources import parse_yaml

CATALOGUE = """\
file: {file}
title: Homes
publisher: Examples
licence: Open
as_at: 31 March 2019
release: {release}
columns:
  place: {{type: text}}
  year: {{type: text}}
  home: {{type: text}}
  cost: {{type: money, blank: {blank}}}
"""
INDICATOR = """\
label: Cost of a home
unit: £ a week
extract: homes
value: cost
place: place
period: {column: year, means: point}
breakdowns: [home]
"""


def entry(text: str, model: Any) -> Any:
    """The model that a YAML text holds, which must be sound."""
    tree, problems = parse_yaml(text, "data/a.yml")
    assert tree is not None
    value, found = bind(tree, model)
    assert problems + found == []
    return value


def extract_entry(
    release: str = "published", blank: str = "refused", file: str = "homes.csv"
) -> ExtractEntry:
    found = entry(CATALOGUE.format(release=release, blank=blank, file=file), ExtractEntry)
    assert isinstance(found, ExtractEntry)
    return found


def indicator_entry(text: str = INDICATOR) -> IndicatorEntry:
    found = entry(text, IndicatorEntry)
    assert isinstance(found, IndicatorEntry)
    return found


def frame(rows: str) -> ExtractFrame:
    """The frame of an extract with the header place,year,home,cost."""
    data = f"place,year,home,cost\n{rows}".encode()
    found, problems = read_extract("homes", extract_entry(), data)
    assert problems == []
    assert found is not None
    return found
