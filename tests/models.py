"""The sound project understood, whole or changed: what later rooms are given."""

from pathlib import Path

from sufficiency import pipeline
from sufficiency.outputs import Cache, cache_folder
from tests.a_project import write_project


def understood(
    folder: Path, changes: dict[str, str | bytes | None] | None = None
) -> pipeline.Model:
    """The project's model; it must be sound with its changes, too."""
    model, problems = pipeline.understand(
        write_project(folder, changes), cache=Cache(cache_folder())
    )
    assert [str(problem) for problem in problems] == []
    assert model is not None
    return model
