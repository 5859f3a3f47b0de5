"""The recorded result of the audits speaks of the packaged templates, and of them alone."""

from dataclasses import replace

import pytest

from sufficiency.sources import audited, audited_whole, fingerprint, resolve_templates
from sufficiency.sources.audited import describe_templates, find_record, read_record
from sufficiency.sources.templates import packaged_templates

TEMPLATES = {"partials/a.md.j2": b"a\nb\n", "filters/b.lua": b"b"}


class TestFingerprint:
    def test_order_and_line_ends_change_nothing(self) -> None:
        other = {"filters/b.lua": b"b", "partials/a.md.j2": b"a\r\nb\r\n"}
        assert fingerprint(other) == fingerprint(TEMPLATES)

    def test_a_changed_a_renamed_and_a_further_file_change_it(self) -> None:
        changed = TEMPLATES | {"filters/b.lua": b"c"}
        renamed = {"partials/a.md.j2": b"a\nb\n", "filters/c.lua": b"b"}
        further = TEMPLATES | {"documents/own.qmd.j2": b""}
        found = {fingerprint(each) for each in (TEMPLATES, changed, renamed, further)}
        assert len(found) == 4

    def test_a_files_end_is_not_taken_for_the_next_ones_name(self) -> None:
        assert fingerprint({"a": b"", "b": b""}) != fingerprint({"a": b"b"})


class TestFindRecord:
    def test_changed_templates_have_none(self) -> None:
        packaged, _ = resolve_templates(packaged_templates().parent)
        own = packaged | {"formats/html/style.css": b"body { color: silver }"}
        assert find_record(own) is None
        assert describe_templates(own) == {"sha256": fingerprint(own), "audited": None}

    def test_another_packaged_brand_has_none(self, monkeypatch: pytest.MonkeyPatch) -> None:
        templates, _ = resolve_templates(packaged_templates().parent)
        record = replace(read_record(), templates=audited_whole(templates))
        monkeypatch.setattr(audited, "read_record", lambda: record)
        assert find_record(templates) == record
        monkeypatch.setattr(audited, "packaged_brand", lambda: b"color: {}")
        assert find_record(templates) is None

    def test_other_code_that_makes_pages_of_them_has_none(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        record = replace(read_record(), templates=audited_whole(TEMPLATES))
        monkeypatch.setattr(audited, "read_record", lambda: record)
        assert find_record(TEMPLATES) == record
        code = audited.code_of_pages()
        for module in ("word_styles", "word_reference", "finish_docx", "finish_pdf"):
            changed = code | {f"sufficiency/engines/{module}.py": b""}
            assert changed.keys() == code.keys()
            monkeypatch.setattr(audited, "code_of_pages", lambda changed=changed: changed)
            assert find_record(TEMPLATES) is None

    def test_the_manifest_says_whether_the_brand_is_the_one_that_was_audited(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        record = replace(read_record(), templates=audited_whole(TEMPLATES))
        monkeypatch.setattr(audited, "read_record", lambda: record)
        for is_own_brand in (True, False):
            described = describe_templates(TEMPLATES, is_own_brand=is_own_brand)
            assert described["audited"]["in_this_brand"] is not is_own_brand

    def test_every_audit_that_is_recorded_found_nothing(self) -> None:
        record = read_record()
        assert {audit.format for audit in record.audits} == {"html", "pdf", "docx"}
        assert [audit for audit in record.audits if audit.errors] == []
        assert all(audit.version for audit in record.audits)
