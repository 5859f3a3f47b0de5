"""The ledger as a file: every printed number in order, with its trail."""

import hashlib
import json
from pathlib import Path

from sufficiency.prose.ledger_file import ledger_file
from tests.a_project import SOUND
from tests.models import understood


class TestLedgerFile:
    def test_numbers_stand_in_the_order_of_reading(self, tmp_path: Path) -> None:
        ledger = json.loads(ledger_file(understood(tmp_path).bound))
        assert ledger["ledger"] == 1
        assert [entry["number"] for entry in ledger["entries"]] == list(range(1, 11))
        assert [(entry["section"], entry["printed"]) for entry in ledger["entries"]] == [
            ("summary", "60 children"),
            ("summary", "rose from 58 to 60"),
            ("summary", "75%"),
            ("summary", "12 enquiries"),
            ("summary", "within 5 days"),
            ("fostering", "60"),
            ("carers", "£261"),
            ("action-plan", "£675 a week"),
            ("action-plan", "£936 a week"),
            ("action-plan", "60 children"),
        ]

    def test_a_fact_has_its_trail_to_the_row(self, tmp_path: Path) -> None:
        entry = json.loads(ledger_file(understood(tmp_path).bound))["entries"][6]
        sha256 = hashlib.sha256(SOUND["data/costs.csv"].encode()).hexdigest()
        source = {"file": "data/costs.csv", "sheet": None, "extract": "costs", "sha256": sha256}
        assert entry == {
            "number": 7,
            "printed": "£261",
            "section": "carers",
            "at": "strategy/sections/30-carers.md:7:34",
            "fact": {
                "name": "cost_gap",
                "label": "cost gap",
                "value": "261",
                "unit": "£ a week",
                "period": "2018 to 2019",
                "place": "Ambleford",
                "status": "published",
                "formula": "£936 − £675",
                "sources": [source | {"line": 3}, source | {"line": 2}],
            },
        }

    def test_a_commitment_is_the_councils_own_word(self, tmp_path: Path) -> None:
        entry = json.loads(ledger_file(understood(tmp_path).bound))["entries"][4]
        assert (entry["printed"], entry["commitment"]) == ("within 5 days", True)

    def test_a_figure_has_the_lines_that_it_shows(self, tmp_path: Path) -> None:
        figures = json.loads(ledger_file(understood(tmp_path).bound))["figures"]
        assert [(figure["id"], figure["file"]) for figure in figures] == [
            ("in-care", "data/children.csv"),
            ("costs", "data/costs.csv"),
        ]
        assert figures[1]["lines"] == [2, 3]

    def test_a_stated_figure_has_its_source(self, tmp_path: Path) -> None:
        entry = json.loads(ledger_file(understood(tmp_path).bound))["entries"][3]
        assert entry["at"] == "strategy/sections/10-summary.md:8:8"
        assert entry["stated"] == {
            "source": "register",
            "citation": "Register of enquiries, Ambleford Council, April 2019",
        }
