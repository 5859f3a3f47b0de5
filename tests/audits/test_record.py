"""What the documents say of the audits is true of the templates that are committed."""

import json
from pathlib import Path

import pytest

from sufficiency.sources import audited_whole, resolve_templates
from sufficiency.sources.audited import read_record
from tests.audits import record
from tests.audits.record import CHECKS, RECORD
from tests.example import ROOT, ExampleOutputs


class TestRecord:
    def test_it_is_of_the_templates_that_are_committed(self) -> None:
        templates, _ = resolve_templates(ROOT)
        assert read_record().templates == audited_whole(templates), (
            "The templates are not those that were audited. Run `make audited` (python -m"
            f" tests.audits.record), and commit {RECORD.relative_to(ROOT)} with them."
        )

    def test_it_names_every_audit_that_is_run(self) -> None:
        recorded = [(one.format, one.checked, one.program) for one in read_record().audits]
        assert recorded == [(one.format, one.checked, one.program) for one in CHECKS]


class TestMain:
    @pytest.fixture
    def kept(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """A record of nothing; the audits find what each test says, in no documents."""
        path = tmp_path / "audited.json"
        path.write_bytes(b"before")
        outputs = ExampleOutputs(tmp_path, *(tmp_path / name for name in ("a", "b", "c")))
        monkeypatch.setattr(record, "RECORD", path)
        monkeypatch.setattr(record, "build_once", lambda folder: outputs)
        monkeypatch.setenv("CI", "")
        return path

    def test_it_is_written_where_no_audit_finds_a_fault(
        self, kept: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(record, "CHECKS", [_check([])])
        assert record.main() == 0
        (audit,) = json.loads(kept.read_bytes())["audits"]
        assert audit == {
            "format": "pdf",
            "checked": "all",
            "program": "Checker",
            "version": "1.2",
            "errors": 0,
        }

    def test_it_stays_as_it_was_where_one_finds_a_fault(
        self, kept: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(record, "CHECKS", [_check([]), _check(["no title"])])
        assert record.main() == 1
        assert kept.read_bytes() == b"before"
        assert capsys.readouterr().out == "Checker, pdf: no title\n"


def _check(faults: list[str]) -> record.Check:
    return record.Check("pdf", "all", "Checker", lambda: "1.2", lambda path: faults)
