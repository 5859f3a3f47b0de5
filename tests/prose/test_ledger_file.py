"""The ledger as a file: every printed number in order, with its trail."""

import csv
import hashlib
import json
from pathlib import Path

from sufficiency.prose.ledger_file import COLUMNS, ledger_file, ledger_table
from tests.a_project import SOUND, replaced
from tests.models import understood


class TestLedgerFile:
    def test_numbers_stand_in_the_order_of_reading(self, tmp_path: Path) -> None:
        ledger = json.loads(ledger_file(understood(tmp_path).bound))
        assert (ledger["ledger"], ledger["documents"]) == (2, ["strategy"])
        assert [entry["number"] for entry in ledger["entries"]] == list(range(1, 12))
        assert [(entry["section"], entry["printed"]) for entry in ledger["entries"]] == [
            ("summary", "60 children"),
            ("summary", "showed no clear change, from 58 to 60"),
            ("summary", "75%"),
            ("summary", "12 enquiries"),
            ("summary", "within 5 days"),
            ("fostering", "60"),
            ("carers", "£261"),
            ("action-plan", "£675 a week"),
            ("action-plan", "£936 a week"),
            ("action-plan", "60 children"),
            ("golden-thread", "60 children"),
        ]

    def test_a_fact_has_its_trail_to_the_row(self, tmp_path: Path) -> None:
        entry = json.loads(ledger_file(understood(tmp_path).bound))["entries"][6]
        sha256 = hashlib.sha256(SOUND["data/costs.csv"].encode()).hexdigest()
        source = {"file": "data/costs.csv", "sheet": None, "extract": "costs", "sha256": sha256}
        assert entry == {
            "number": 7,
            "kind": "fact",
            "printed": "£261",
            "value": "261",
            "section": "carers",
            "at": "strategy/sections/30-carers.md:7:34",
            "fact": {
                "name": "cost_gap",
                "label": "cost gap",
                "value": "261",
                "unit": "£ a week",
                "period": "2018 to 2019",
                "periods": [{"label": "2018 to 2019", "first": "2018-04-01", "last": "2019-03-31"}],
                "place": "Ambleford",
                "status": "published",
                "formula": "£936 − £675",
                "in_words": "“Weekly cost of a home, Agency carers” less "
                "“Weekly cost of a home, Own carers”",
                "numerator": None,
                "denominator": None,
                "indicators": ["weekly_cost"],
                "sources": [source | {"line": 3}, source | {"line": 2}],
            },
        }

    def test_a_commitment_is_the_councils_own_word(self, tmp_path: Path) -> None:
        entry = json.loads(ledger_file(understood(tmp_path).bound))["entries"][4]
        assert (entry["printed"], entry["value"], entry["kind"]) == (
            "within 5 days",
            "5",
            "commitment",
        )

    def test_a_figure_has_the_lines_that_it_shows(self, tmp_path: Path) -> None:
        figures = json.loads(ledger_file(understood(tmp_path).bound))["figures"]
        assert [(figure["id"], figure["file"]) for figure in figures] == [
            ("in-care", "data/children.csv"),
            ("costs", "data/costs.csv"),
        ]
        assert figures[1]["lines"] == [2, 3]

    def test_an_extract_says_what_it_is_and_under_which_licence(self, tmp_path: Path) -> None:
        changes = replaced(
            "data/catalogue.yml", "title: Costs", "url: https://a.test\n    title: Costs"
        )
        ledger = json.loads(ledger_file(understood(tmp_path, changes).bound))
        children, costs = ledger["extracts"]
        assert (children["file"], costs["as_at"]) == ("data/children.csv", "2019-03-31")
        assert (children["url"], costs["url"]) == (None, "https://a.test")

    def test_a_stated_figure_has_its_source(self, tmp_path: Path) -> None:
        entry = json.loads(ledger_file(understood(tmp_path).bound))["entries"][3]
        assert entry["at"] == "strategy/sections/10-summary.md:8:8"
        assert entry["stated"] == {
            "source": "register",
            "citation": "Register of enquiries, Ambleford Council, April 2019",
        }

    def test_a_publication_has_the_licence_that_it_was_given(self, tmp_path: Path) -> None:
        given = replaced("strategy/references.yml", "    date:", "    licence: Open\n    date:")
        licences = [
            json.loads(ledger_file(understood(tmp_path / name, changes).bound))["publications"][0][
                "licence"
            ]
            for name, changes in {"without": {}, "with": given}.items()
        ]
        assert licences == [None, "Open"]


class TestLedgerTable:
    def test_has_a_row_an_entry_with_value_formula_rows_date_and_licence(
        self, tmp_path: Path
    ) -> None:
        lines = ledger_table(understood(tmp_path).bound).decode("utf-8-sig").splitlines()
        rows = list(csv.DictReader(lines))
        assert len(rows) == 11
        told = (
            "printed",
            "value",
            "unit",
            "name",
            "worked out",
            "rows",
            "as at",
            "licence",
            "line",
        )
        assert [rows[6][column] for column in told] == [
            *("£261", "261", "£ a week", "cost_gap", "£936 − £675", "data/costs.csv, lines 2 to 3"),
            *("2019-03-31", "Open", "7"),
        ]
        worked_out = ("period", "periods", "in words", "numerator", "denominator")
        assert [rows[1][column] for column in worked_out] == [
            "31 March 2018 and 31 March 2019",
            "31 March 2018; 31 March 2019",
            "the figure of 31 March 2019 less that of 31 March 2018",
            *("", ""),
        ]
        assert [rows[2][column] for column in worked_out] == [
            *("31 March 2019", "31 March 2019"),
            "“Children in foster homes” divided by “Children in care”",
            *("45", "60"),
        ]
        assert rows[3]["source"].startswith("Register of enquiries")

    def test_what_is_quoted_has_the_licence_of_its_publication(self, tmp_path: Path) -> None:
        given = replaced("strategy/references.yml", "    date:", "    licence: Open\n    date:")
        lines = ledger_table(understood(tmp_path, given).bound).decode("utf-8-sig").splitlines()
        rows = list(csv.DictReader(lines))
        assert (rows[3]["kind"], rows[3]["licence"]) == ("stated", "Open")
        assert (rows[4]["kind"], rows[4]["licence"]) == ("commitment", "")
        assert [row["kind"] for row in rows[3:6]] == ["stated", "commitment", "fact"]

    def test_the_unit_is_blank_where_a_form_prints_another_value_than_its_fact(
        self, tmp_path: Path
    ) -> None:
        sizes = "They differ by {{ cic_change | rise_by }}, {{ cic_change | rise_by_percent }}."
        changes = replaced("strategy/sections/10-summary.md", "We had", f"{sizes}\n\nWe had")
        lines = ledger_table(understood(tmp_path, changes).bound).decode("utf-8-sig").splitlines()
        rows = list(csv.DictReader(lines))
        told = [(row["value"], row["unit"]) for row in rows if row["name"] == "cic_change"]
        assert told == [("2", "count"), ("2", "count"), ("3", "")]

    def test_its_columns_and_the_keys_of_the_other_file_are_documented(
        self, tmp_path: Path
    ) -> None:
        page = (Path(__file__).parents[2] / "docs/evidence.md").read_text("utf-8")
        ledger = json.loads(ledger_file(understood(tmp_path).bound))
        lists = [ledger, *ledger["entries"], *ledger["figures"], *ledger["extracts"]]
        facts = [entry["fact"] for entry in ledger["entries"] if "fact" in entry]
        keys = {key for one in [*lists, *facts, facts[0]["sources"][0]] for key in one}
        assert [one for one in sorted({*keys, *COLUMNS}) if f"`{one}`" not in page] == []
