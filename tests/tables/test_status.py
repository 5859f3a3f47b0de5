"""What stands in place of a figure, and the digits a unit has."""

from sufficiency.tables import Status, Unit


class TestStatus:
    def test_its_symbol_is_printed_in_place_of_the_figure(self) -> None:
        assert [status.value for status in Status] == ["", "[c]", "[x]", "[z]", "[low]"]

    def test_each_has_a_meaning_in_words(self) -> None:
        assert Status.SUPPRESSED.meaning == "hidden to protect children's confidentiality"
        assert all(status.meaning for status in Status)


class TestUnit:
    def test_only_rates_have_a_digit_after_the_point(self) -> None:
        digits = {unit: unit.default_decimals for unit in Unit}
        assert digits == dict.fromkeys(Unit, 0) | {Unit.RATE_PER_10000: 1}
