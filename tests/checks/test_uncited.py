"""Paragraphs that claim and have nothing near that shows it; false alarms are the enemy."""

from pathlib import Path

import pytest

from tests.checks.finding import codes, problems_of

MARKET = "strategy/sections/40-market.md"


def section(body: str, front: str = "") -> dict[str, str | bytes | None]:
    return {MARKET: f"---\ntitle: The market\n{front}---\n{body}\n"}


class TestUncited:
    @pytest.mark.parametrize(
        "claim",
        [
            "Prices have risen every year.",
            "The number of homes has\nfallen.",
            "Research shows that families help most.",
            "The majority of children live nearby.",
            "Our costs are higher than the London average.",
            "Costs rose sharply.",
        ],
    )
    def test_a_claim_alone_is_told(self, tmp_path: Path, claim: str) -> None:
        assert codes(tmp_path, section(claim)) == ["SECTION-UNCITED"]

    @pytest.mark.parametrize(
        "words",
        [
            "We have increased the number of visits that we make.",
            "We want more homes, and children should find them near.",
            "Prices will rise, and most of us will notice.",
            "We will grow our own fostering, and reduce what we spend.",
            "Prices have risen (see @sec-fostering).",
            "Prices have risen, as the [report](https://example.org/report) says.",
            "Prices have risen.[^1]\n\n[^1]: The report of the market.",
            'Prices have risen, by [12 pounds]{source="register"}.',
            "Prices have risen to {{ own_week }}.",
            '::: {.voice consent="12" by="Carer"}\nPrices have risen.\n:::',
        ],
    )
    def test_a_promise_a_reference_or_a_voice_is_none(self, tmp_path: Path, words: str) -> None:
        assert codes(tmp_path, section(words)) == []

    def test_a_commitment_is_no_evidence(self, tmp_path: Path) -> None:
        words = "Prices have risen. We answer [within 5 days]{.commitment}."
        assert codes(tmp_path, section(words)) == ["SECTION-UNCITED"]

    def test_a_chapter_cites_what_its_parts_do(self, tmp_path: Path) -> None:
        part = "---\ntitle: Costs\nparent: market\n---\nA home costs {{ own_week }}.\n"
        changes = {**section("Prices have risen."), "strategy/sections/45-prices.md": part}
        assert codes(tmp_path, changes) == []

    @pytest.mark.parametrize(
        ("body", "told"),
        [
            ("A home costs {{ own_week }}.\n\nPrices have risen.", 0),
            ("Prices have risen.\n\nA home costs {{ own_week }}.", 0),
            ("A home costs {{ own_week }}.\n\nWe plan.\n\nPrices have risen.", 1),
            ("A home costs {{ own_week }}.\n\n## Prices\n\nPrices have risen.", 1),
            ("We plan.\n\nPrices have risen.\n\nWe plan.\n\nCosts rose sharply.", 2),
        ],
    )
    def test_one_citation_does_not_answer_for_a_whole_section(
        self, tmp_path: Path, body: str, told: int
    ) -> None:
        assert codes(tmp_path, section(body)) == ["SECTION-UNCITED"] * told

    @pytest.mark.parametrize(
        ("changes", "found"),
        [
            ({"strategy/references.yml": "references: ["}, ["YAML-SYNTAX"]),
            (section("Prices have risen {{ nobody_now }}."), ["NAME-UNKNOWN"]),
        ],
    )
    def test_what_cannot_be_read_or_printed_may_show_it(
        self, tmp_path: Path, changes: dict[str, str | bytes | None], found: list[str]
    ) -> None:
        assert codes(tmp_path, section("Prices have risen.") | changes) == found

    def test_a_claim_that_comes_again_is_told_where_it_stands(self, tmp_path: Path) -> None:
        body = "Prices have risen (see @sec-fostering).\n\nWe plan.\n\nPrices have risen."
        (problem,) = problems_of(tmp_path, section(body))
        assert (problem.at.line, problem.at.column) == (8, 8)
