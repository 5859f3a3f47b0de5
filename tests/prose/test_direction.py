"""Numbers beside words that say which way: told as problems, since readers would be told the
opposite."""

from pathlib import Path

import pytest

from tests.a_project import replaced
from tests.checks.finding import problems_of

SUMMARY = "strategy/sections/10-summary.md"
LARGE = replaced(
    "strategy/strategy.yml", "comparators:", "little_change: {small_counts: 0}\ncomparators:"
)
"""The sound project's counts are small: a rise from 58 to 60 may be chance."""
GAP = LARGE | replaced("strategy/facts.yml", "agency_week - own_week", "own_week - agency_week")


def told(folder: Path, sentence: str, facts: dict[str, str | bytes | None] = GAP) -> list[str]:
    """What is told of a sentence; ``cost_gap`` is -261 pounds a week."""
    carers = replaced("strategy/sections/30-carers.md", "{{ cost_gap | amount }} a week less", "it")
    changes = replaced(SUMMARY, "We had [12", f"{sentence}\n\nWe had [12") | carers | facts
    problems = problems_of(folder, changes)
    assert {problem.code.id for problem in problems} <= {"FACT-DIRECTION"}
    assert not any(problem.is_warning for problem in problems)
    return [str(problem) for problem in problems]


class TestContradiction:
    @pytest.mark.parametrize(
        "sentence",
        [
            "It is {{ cost_gap }} higher.",
            "It costs {{ cost_gap | amount }} a week **more**.",
            "It costs {{ cost_gap | amount }}\nless.",
            "A {{ cost_gap }} rise.",
            "It rose by {{ cost_gap }}.",
            "An increase of {{ cost_gap | amount }} in a year.",
            "- It is {{ cost_gap }} above ours.",
            "It is **{{ cost_gap }}** higher.",
            "We need {{ cost_gap | amount }} children fewer.",
            "It is {{ cost_gap }} up.",
            "**Growth** of {{ cost_gap }}.",
        ],
    )
    def test_a_number_below_zero_beside_such_a_word_is_told(
        self, tmp_path: Path, sentence: str
    ) -> None:
        (message,) = told(tmp_path, sentence)
        assert f"prints {'−£261'}" in message

    @pytest.mark.parametrize(
        "sentence",
        [
            "The gap is {{ cost_gap }}. More of them are needed.",
            "The gap is {{ cost_gap }}, more than before.",
            "It is {{ cost_gap | higher_or_lower }}, no more.",
            "It is {{ cost_gap | more_or_less }} for each.",
            "By {{ cost_gap }} is what it differs.",
            "Negative growth of {{ cost_gap }}.",
            "A rise or fall of {{ cost_gap }}.",
            "An increase or a decrease of {{ cost_gap }}.",
            "It is {{ cost_gap }} more or less.",
            "It was {{ cost_gap }} up to then.",
            "A gap of {{ cost_gap }} means fewer homes.",
        ],
    )
    def test_other_sentences_are_let_be(self, tmp_path: Path, sentence: str) -> None:
        assert told(tmp_path, sentence) == []

    def test_a_number_above_zero_may_stand_beside_it(self, tmp_path: Path) -> None:
        assert told(tmp_path, "It is {{ cost_gap }} higher.", LARGE) == []


class TestSizeOfAChange:
    """``cic_change`` rose by 2 from 58; with FELL it fell by 98."""

    FELL = replaced("data/children.csv", "2018,in care,58", "2018,in care,158")

    @pytest.mark.parametrize(
        ("sentence", "word"),
        [
            ("It has fallen by {{ cic_change | rise_by }}.", "fallen"),
            ("A **fall** of {{ cic_change | rise_by_percent }}.", "fall"),
            ("There are {{ cic_change | rise_by }} fewer.", "fewer"),
            ("It shrank by {{ cic_change | rise_by }}.", "shrank"),
            ("It **declined** by {{ cic_change | rise_by_percent }}.", "declined"),
            ("They were cut by {{ cic_change | rise_by }}.", "cut"),
            ("We lost {{ cic_change | rise_by }} of them.", "lost"),
            ("It came down, by {{ cic_change | rise_by }}.", "down"),
        ],
    )
    def test_a_rise_beside_a_word_for_a_fall_is_told(
        self, tmp_path: Path, sentence: str, word: str
    ) -> None:
        (message,) = told(tmp_path, sentence, LARGE)
        assert f'the sentence says "{word}", and "cic_change" rose: by' in message
        assert 'from where: "has risen from 58 to 60".' in message

    @pytest.mark.parametrize(
        "sentence",
        [
            "The fall was {{ cic_change | as_noun }}.",
            "A **decline** of {{ cic_change | as_noun }}.",
            "The reduction amounted to {{ cic_change | as_noun }}.",
        ],
    )
    def test_a_noun_that_names_it_the_other_way_is_told(
        self, tmp_path: Path, sentence: str
    ) -> None:
        (message,) = told(tmp_path, sentence, LARGE)
        assert 'and "cic_change" prints "a rise of 2 (3%)". Leave' in message

    @pytest.mark.parametrize(
        "sentence",
        [
            "A year earlier the number was {{ cic_change | rise_by }} lower.",
            "In 2018 there were {{ cic_change | rise_by }} fewer children than in 2019.",
            "Without it there would have been {{ cic_change | rise_by }} fewer.",
            "There had been {{ cic_change | rise_by }} fewer.",
        ],
    )
    def test_a_comparison_of_another_time_is_let_be(self, tmp_path: Path, sentence: str) -> None:
        assert told(tmp_path, sentence, LARGE) == []

    def test_what_another_sentence_says_of_another_time_changes_nothing(
        self, tmp_path: Path
    ) -> None:
        sentence = "It was lower before. There are {{ cic_change | rise_by }} fewer. It would do."
        assert len(told(tmp_path, sentence, LARGE)) == 1

    def test_a_fall_beside_a_word_for_a_rise_is_told(self, tmp_path: Path) -> None:
        (message,) = told(tmp_path, "It has risen by {{ cic_change | fall_by }}.", self.FELL)
        assert 'the sentence says "risen", and "cic_change" fell: by 98.' in message

    @pytest.mark.parametrize(
        "sentence",
        [
            "It rose by {{ cic_change | rise_by }}.",
            "A rise of {{ cic_change | rise_by_percent }}, down from a larger one.",
            "It rose by {{ cic_change | rise_by }} less than we feared.",
            "A rise or fall of {{ cic_change | rise_by }}.",
            "They differ by {{ cic_change | rise_by }}.",
            "The rise was {{ cic_change | as_noun }}.",
            "After the fall, there was {{ cic_change | as_noun }}.",
            "We gained {{ cic_change | rise_by }}.",
            "What we lost is {{ cic_change | rise_by }}.",
        ],
    )
    def test_other_sentences_are_let_be(self, tmp_path: Path, sentence: str) -> None:
        assert told(tmp_path, sentence, LARGE) == []


class TestFormulaOfAChange:
    FACTS = LARGE | replaced(
        "strategy/facts.yml",
        "facts:",
        """facts:
  earlier: {indicator: children_in_care, period: 31 March 2018}
  more: {formula: cic_now - earlier}
  turned: {formula: earlier - cic_now}""",
    )

    @pytest.mark.parametrize(
        "sentence",
        [
            "There are {{ more }} fewer.",
            "We look after {{ more | amount }} fewer children.",
            "It fell by {{ more }}.",
            "It rose by {{ turned }}.",
        ],
    )
    def test_a_word_that_says_the_other_way_is_told(self, tmp_path: Path, sentence: str) -> None:
        (message,) = told(tmp_path, sentence, self.FACTS)
        assert "FACT-DIRECTION" not in message
        assert '" rose: by ' in message or "prints −2" in message

    @pytest.mark.parametrize(
        "sentence", ["It rose by {{ more }}.", "There are {{ more }} more.", "It is {{ more }}."]
    )
    def test_the_true_word_is_let_be(self, tmp_path: Path, sentence: str) -> None:
        assert told(tmp_path, sentence, self.FACTS) == []


class TestMend:
    @pytest.mark.parametrize(
        ("sentence", "form", "out"),
        [
            ("It is {{ cost_gap }} higher.", "higher_or_lower", '"higher" out.'),
            ("It is {{ cost_gap | amount }} less.", "more_or_less", '"less" out.'),
            ("It is {{ cost_gap | amount }} a year less.", "more_or_less", '"less" out.'),
            (
                "It is {{ cost_gap | amount }} a week less.",
                "more_or_less",
                '"a week" and "less" out: it prints both.',
            ),
        ],
    )
    def test_it_offers_a_form_and_says_what_the_form_prints_itself(
        self, tmp_path: Path, sentence: str, form: str, out: str
    ) -> None:
        (message,) = told(tmp_path, sentence)
        assert f"Write {{{{ cost_gap | {form} }}}}" in message
        assert f"leave {out}" in message

    @pytest.mark.parametrize(
        "sentence",
        [
            "A rise of {{ cost_gap }}.",
            "It is higher by {{ cost_gap }}.",
            "A {{ cost_gap }} rise.",
            "It is {{ cost_gap }} above ours.",
        ],
    )
    def test_it_offers_none_that_could_not_take_the_word_s_place(
        self, tmp_path: Path, sentence: str
    ) -> None:
        (message,) = told(tmp_path, sentence)
        assert '". Reword the sentence, since the number is below zero; or turn' in message
