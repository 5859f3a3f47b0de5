"""The sound project understood, whole or changed: what later rooms are given."""

from pathlib import Path

from sufficiency import pipeline
from sufficiency.checks.thread import LOOSE_ENDS
from sufficiency.outputs import Cache, cache_folder
from tests.a_project import write_project


def understood(
    folder: Path, changes: dict[str, str | bytes | None] | None = None
) -> pipeline.Model:
    """The project's model; it must be sound with its changes, too.

    Its plan may have loose ends: a plan that a test makes is seldom tied at both.
    """
    model, problems = pipeline.understand(
        write_project(folder, changes), cache=Cache(cache_folder())
    )
    assert [str(problem) for problem in problems if problem.code not in LOOSE_ENDS] == []
    assert model is not None
    return model
