"""The JSON report: keys that programs may rely on."""

import json
from pathlib import Path
from typing import Any

from sufficiency.problems import Findings
from sufficiency.problems.reports import REPORTS
from tests.problems.made import ENTRY, MEANING, WARNING, found
from tests.problems.reports.many import find_many

ROOT = Path(__file__).resolve().parents[3]


def report(findings: Findings) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(REPORTS["json"](findings))
    return read


class TestJson:
    def test_a_problem_has_these_keys(self) -> None:
        findings = Findings([found(MEANING, "a", 1, 4)], {"a": ["is it £60?"]}, folder="here/")
        assert report(findings)["problems"] == [
            {
                "code": "MADE-MEANING",
                "severity": "problem",
                "path": "a",
                "line": 1,
                "column": 4,
                "sheet": None,
                "message": "this is wrong.",
                "mend": "",
                "excerpt": {"before": "is ", "marked": "it", "after": " £60?"},
            }
        ]

    def test_the_whole_has_these(self) -> None:
        read = report(Findings([found(MEANING, "a"), found(WARNING, "a")]))
        assert list(read) == ["schema", "tool", "counts", "problems", "codes"]
        assert read["schema"] == 1
        assert read["counts"] == {"problems": 1, "warnings": 1}
        assert read["codes"]["MADE-MEANING"] == {
            "title": "A meaning",
            "severity": "problem",
            "why": "It matters.",
            "mend": "Mend it.",
            "example": "a: 1\nb: 2",
            "mended": "a: 2",
        }

    def test_a_line_that_may_not_be_shown_is_null(self) -> None:
        assert report(Findings([found(ENTRY, "a")]))["problems"][0]["excerpt"] is None

    def test_without_a_problem_the_keys_are_the_same(self) -> None:
        read = report(Findings([]))
        assert read["counts"] == {"problems": 0, "warnings": 0}
        assert (read["problems"], read["codes"]) == ([], {})

    def test_it_is_ascii_whatever_was_typed(self, tmp_path: Path) -> None:
        text = REPORTS["json"](find_many(tmp_path))
        assert text.isascii()
        messages = [problem["message"] for problem in json.loads(text)["problems"]]
        assert any("日" in message for message in messages)

    def test_all_of_a_project_are_in_it_the_most_basic_first(self, tmp_path: Path) -> None:
        findings = find_many(tmp_path)
        problems = report(findings)["problems"]
        assert len(problems) == len(findings.problems) > 8
        assert problems[0]["code"] == "YAML-SYNTAX"
        assert "a boy of nine" not in json.dumps(problems)

    def test_the_docs_describe_every_key(self) -> None:
        findings = Findings([found(MEANING, "a", 1, 4)], {"a": ["is it?"]})
        read = report(findings)
        keys = {*read, *read["problems"][0], *read["codes"]["MADE-MEANING"], *read["counts"]}
        docs = (ROOT / "docs" / "reports.md").read_text("utf-8")
        assert [key for key in sorted(keys) if f"`{key}`" not in docs] == []
