"""The worked example against the department's own files, and those files through the rooms."""

import csv
from pathlib import Path

import pytest

from sufficiency.content import ExtractEntry, IndicatorEntry
from sufficiency.content.binding import bind
from sufficiency.extracts import read_extract
from sufficiency.indicators import compute_indicator
from sufficiency.sources import parse_yaml
from sufficiency.tables import Status

ROOT = Path(__file__).resolve().parents[1]

pytestmark = pytest.mark.open_data

CATALOGUE = """
file: la_cla_on_31_march_by_characteristics_2021_2025.csv
title: Children looked after in England including adoptions
publisher: Department for Education
licence: Open Government Licence v3.0
as_at: 31 March 2025
release: published
columns:
  time_period: {type: text}
  geographic_level: {type: text}
  la_name: {type: text, blank: allowed}
  cla_group: {type: text}
  characteristic: {type: text}
  number: {type: count}
  percentage: {type: percentage}
"""
INDICATOR = """
label: Children in care by group
unit: count
extract: characteristics
value: number
place: la_name
period: {column: time_period, means: point}
where: {geographic_level: Local authority}
breakdowns: [cla_group, characteristic]
"""


def bound(text: str, model: type) -> object:
    tree, problems = parse_yaml(text, "data/test.yml")
    assert tree is not None
    value, more = bind(tree, model)
    assert [*problems, *more] == []
    return value


class TestExampleExtract:
    def test_every_row_stands_so_in_the_departments_file(self, open_data: Path) -> None:
        published = open_data / "dfe" / "lait_cla_adoption_finance_long.csv"
        with published.open(encoding="utf-8-sig", newline="") as file:
            rows = {
                (row["Short Desc"], row["Years"], row["LA and Regions"]): row["Values"]
                for row in csv.DictReader(file)
            }
        with (ROOT / "data/lait-barnet.csv").open(encoding="utf-8", newline="") as file:
            ours = list(csv.DictReader(file))
        assert len(ours) > 20
        for row in ours:
            key = (row["Short Desc"], row["Years"], row["LA and Regions"])
            assert rows[key] == row["Values"], key


class TestCharacteristics:
    """150 councils, 5 years, suppressed cells and all."""

    def test_the_whole_file_is_read_and_its_symbols_become_statuses(self, open_data: Path) -> None:
        name = "la_cla_on_31_march_by_characteristics_2021_2025.csv"
        entry = bound(CATALOGUE, ExtractEntry)
        assert isinstance(entry, ExtractEntry)
        data = (open_data / "dfe" / name).read_bytes()
        extract, problems = read_extract("characteristics", entry, data)
        assert problems == []
        assert extract is not None
        assert len(extract.frame) == data.count(b"\n") - 1 + (not data.endswith(b"\n"))
        indicator = bound(INDICATOR, IndicatorEntry)
        assert isinstance(indicator, IndicatorEntry)
        table, problems = compute_indicator(indicator, extract)
        assert problems == []
        assert table is not None
        hidden = table[table["status"] == Status.SUPPRESSED]
        local = extract.frame[extract.frame["geographic_level"] == "Local authority"]
        assert len(hidden) == (local["number"] == "c").sum() > 1000
        assert hidden["value"].isna().all()
