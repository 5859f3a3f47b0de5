"""The golden thread as CSV and JSON."""

import csv
import io
import json
from pathlib import Path

from sufficiency.prose.thread_file import thread_csv, thread_json
from tests.a_project import replaced
from tests.models import understood

PRIORITY = "strategy/priorities/1-fostering.yml"


class TestCsv:
    def test_each_way_is_a_row_with_ids_and_words(self, tmp_path: Path) -> None:
        text = thread_csv(understood(tmp_path).bound.thread).decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text)))
        assert [row["Need id"] for row in rows] == ["local_carers", "weekend_carers"]
        assert rows[0]["Action"] == "Recruit carers for the 60 children."
        assert rows[0]["Indicator"] == "Children in foster homes"
        assert rows[0]["Extract"] == "Children in care, Department of Examples"
        assert rows[0]["Section id"] == ""

    def test_nothing_in_it_runs_as_a_formula(self, tmp_path: Path) -> None:
        changes = replaced(PRIORITY, "text: Offer weekends.", "text: =A1 is no formula.")
        text = thread_csv(understood(tmp_path, changes).bound.thread).decode("utf-8-sig")
        assert "'=A1 is no formula." in text


class TestJson:
    def test_each_entry_says_what_it_is_tied_to_both_ways(self, tmp_path: Path) -> None:
        told = json.loads(thread_json(understood(tmp_path).bound.thread))
        assert told["thread"] == 1
        entries = {(entry["step"], entry["id"]): entry for entry in told["entries"]}
        assert entries["action", "recruit"]["onward"] == [{"step": "priority", "id": "fostering"}]
        assert entries["action", "recruit"]["back"] == [{"step": "need", "id": "local_carers"}]
        assert entries["action", "recruit"]["at"].startswith(f"{PRIORITY}:7:")

    def test_evidence_and_reasons_are_told(self, tmp_path: Path) -> None:
        changes = replaced(PRIORITY, "indicator: fostered", "evidence: A survey")
        told = json.loads(thread_json(understood(tmp_path, changes).bound.thread))
        (measure,) = (one for one in told["entries"] if one["step"] == "measure")
        assert measure["evidence"] == "A survey"
        assert measure["onward"] == []
