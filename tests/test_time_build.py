"""The benchmark's arithmetic: medians, ratios to the yardstick, and budgets that can be missed."""

from pathlib import Path

from benchmarks.time_build import Line, Measured, edit_one_sentence, printed, table

MEASURED = Measured(
    yardstick=[1.0, 1.2, 9.0],
    cold=[3.6],
    warm=[3.6],
    help=[0.2],
    check=[0.2],
    cold_check=[2.0],
    memory=[100.0, 450.0],
    second=[150.0],
)


class TestTable:
    def test_builds_are_held_to_the_yardsticks_median(self) -> None:
        reached = {line.name: round(line.reached, 3) for line in table(MEASURED)}
        assert reached["cold build"] == 3.0
        assert reached["peak memory of Python"] == 450.0

    def test_slack_forgives_a_noisy_machine_and_no_more(self) -> None:
        line = Line("cold build", "6 s", 5.0, 4.0, "x")
        assert [line.exceeds(slack) for slack in (1.0, 1.2, 1.5)] == [True, True, False]

    def test_a_missed_budget_is_told(self) -> None:
        missed = [line.name for line in table(MEASURED) if not line.kept]
        assert missed == [
            "warm build after one edit",
            "peak memory of Python",
            "check after one edit, once imported",
        ]
        verdicts = [text.rpartition(" ")[2] for text in printed(table(MEASURED))[1:-1]]
        assert verdicts == ["kept", "MISSED", "MISSED", "MB", "kept", "MISSED"]


class TestEditOneSentence:
    def test_it_adds_words_to_the_first_paragraph(self, tmp_path: Path) -> None:
        section = tmp_path / "strategy" / "sections" / "10-homes.md"
        section.parent.mkdir(parents=True)
        section.write_text("---\ntitle: Homes\n---\nOne.\n\nTwo.\n", encoding="utf-8")
        edit_one_sentence(tmp_path)
        assert section.read_text(encoding="utf-8") == (
            "---\ntitle: Homes\n---\nOne. So it is.\n\nTwo.\n"
        )
