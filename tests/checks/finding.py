"""What is found in the sound project with changes."""

from pathlib import Path

from sufficiency import pipeline
from sufficiency.outputs import Cache, cache_folder
from sufficiency.problems import Problem
from tests.a_project import write_project

PRIORITY = "strategy/priorities/1-fostering.yml"
Changes = dict[str, str | bytes | None]


def problems_of(folder: Path, changes: Changes) -> list[Problem]:
    return pipeline.understand(write_project(folder, changes), cache=Cache(cache_folder()))[1]


def told(folder: Path, changes: Changes) -> list[str]:
    return [problem.message for problem in problems_of(folder, changes)]


def codes(folder: Path, changes: Changes) -> list[str]:
    return [problem.code.id for problem in problems_of(folder, changes)]
