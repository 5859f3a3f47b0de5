"""Composed documents are written anywhere but over a project."""

from pathlib import Path

import pytest

from sufficiency.outputs import OutputRefused, refuse_project


class TestRefuseProject:
    def test_the_folder_of_a_strategy_is_refused_by_whatever_path(self, tmp_path: Path) -> None:
        (tmp_path / "plan" / "strategy").mkdir(parents=True)
        with pytest.raises(OutputRefused, match='"plan" is the folder of a strategy'):
            refuse_project(tmp_path / "plan" / "strategy" / "..")

    @pytest.mark.parametrize("name", ["plan/composed", "elsewhere"])
    def test_a_folder_in_it_or_elsewhere_is_let_through(self, tmp_path: Path, name: str) -> None:
        (tmp_path / "plan" / "strategy").mkdir(parents=True)
        refuse_project(tmp_path / name)
