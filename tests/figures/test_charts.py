"""Charts are drawn when they are asked for, once, and remembered."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sufficiency.figures.charts import Charts
from sufficiency.figures.look import NARROW, WIDE
from tests.models import understood


class Shelf:
    """Remembers, and knows what was made."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def remember(self, key: str, make: Callable[[], bytes]) -> bytes:
        if key not in self.kept:
            self.kept[key] = make()
        return self.kept[key]


class TestCharts:
    def test_are_named_by_their_file_and_leave_out_tables(self, tmp_path: Path) -> None:
        charts = Charts(understood(tmp_path).figures, WIDE, "figures", Shelf().remember)
        assert list(charts) == ["figures/in-care.svg"]
        assert len(charts) == 1

    def test_none_is_drawn_before_it_is_asked_for(self, tmp_path: Path) -> None:
        shelf = Shelf()
        charts = Charts(understood(tmp_path).figures, WIDE, "figures", shelf.remember)
        assert ("figures/in-care.svg" in charts, shelf.kept) == (True, {})
        svg = charts["figures/in-care.svg"]
        assert list(shelf.kept.values()) == [svg]
        assert svg.startswith(b"<svg")

    def test_each_paper_is_remembered_by_itself(self, tmp_path: Path) -> None:
        figures, shelf = understood(tmp_path).figures, Shelf()
        wide = Charts(figures, WIDE, "figures", shelf.remember)
        narrow = Charts(figures, NARROW, "figures/narrow", shelf.remember)
        assert wide["figures/in-care.svg"] != narrow["figures/narrow/in-care.svg"]
        assert Charts(figures, WIDE, "figures", shelf.remember)["figures/in-care.svg"]
        assert len(shelf.kept) == 2

    def test_what_is_no_chart_is_not_there(self, tmp_path: Path) -> None:
        charts = Charts(understood(tmp_path).figures, WIDE, "figures", Shelf().remember)
        assert "figures/costs.svg" not in charts
        with pytest.raises(KeyError):
            charts["figures/costs.svg"]
