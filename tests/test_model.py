"""A project understood: in which order it is read, and what the model keeps."""

from pathlib import Path

from sufficiency.model import understand
from sufficiency.outputs import Cache, cache_folder
from tests.a_project import replaced, write_project


class TestUnderstand:
    def test_each_stage_is_told_before_it_begins(self, tmp_path: Path) -> None:
        stages: list[str] = []
        root = write_project(tmp_path)
        understand(root, cache=Cache(cache_folder()), tell=stages.append)
        assert stages == [
            "Reading the strategy",
            "Reading the extracts",
            "Working out facts and figures",
            "Reading the pictures",
            "Binding the text to the facts",
        ]

    def test_only_figures_that_are_placed_are_kept_for_drawing(self, tmp_path: Path) -> None:
        more = "figures:\n  other:\n    kind: bar\n    headline: H\n    indicator: fostered\n"
        more += "    across: period\n"
        root = write_project(tmp_path, replaced("strategy/figures.yml", "figures:\n", more))
        model, (warning,) = understand(root, cache=Cache(cache_folder()))
        assert warning.code.id == "PLACED-NOWHERE"
        assert model is not None
        assert model.figures.entries.keys() == {"in-care", "costs"}
