"""What a project's own templates print, as far as their text says so."""

import pytest

from sufficiency.sources.templates import own_headings, packaged_templates, resolve_templates

DOCUMENT = "documents/strategy.qmd.j2"
PACKAGED, _ = resolve_templates(packaged_templates().parent)


class TestOwnHeadings:
    def test_the_packaged_templates_are_nobodys_own(self) -> None:
        assert own_headings(PACKAGED) == frozenset()

    def test_a_document_of_ones_own_may_print_every_part(self) -> None:
        ids = own_headings(PACKAGED | {DOCUMENT: b"# Thanks {#sec-thanks .unnumbered}\n"})
        assert {"sec-thanks", "sec-glossary", "sec-control"} <= ids

    def test_a_part_of_ones_own_stands_where_the_packaged_one_did(self) -> None:
        own = b"# Words {#sec-glossary}\n\n## Short forms {#sec-short}\n"
        assert own_headings(PACKAGED | {"partials/glossary.md.j2": own}) == {"sec-short"}

    @pytest.mark.parametrize("text", [b"# {{ a }} {#sec-{{ id }}}", b"{#sec-a}", b"# A {#tbl-a}"])
    def test_ids_that_are_made_or_no_headings_are_none(self, text: bytes) -> None:
        assert own_headings(PACKAGED | {"partials/own.md.j2": text}) == frozenset()
