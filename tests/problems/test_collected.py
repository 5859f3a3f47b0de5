"""Problems of several stages, collected."""

from sufficiency.problems import Collected
from tests.problems.made import ENTRY, WARNING, found


class TestCollected:
    def test_it_gives_each_stages_value_and_keeps_its_problems_in_order(self) -> None:
        collected = Collected()
        first, second, third = found(WARNING, "b"), found(ENTRY, "c"), found(ENTRY, "a")
        assert collected.value(("read", [first])) == "read"
        assert collected.value((4, (second, third))) == 4
        assert collected.problems == [first, second, third]
