"""Bad input beside its message: each case's project gets exactly the words in its file.

``pytest --update-snapshots`` writes what is said now into the cases; read the differences.
"""

import io
import re
from contextlib import redirect_stderr
from pathlib import Path

import pytest
import typer

from sufficiency.cli.build import check
from tests.a_project import write_project
from tests.problems_seen.cases import all_cases, read_case

PROBLEM = re.compile(
    r"(?:(?:strategy|data)/[^:\n]+|[\w.-]+):\d+:\d+ .+ \[[A-Z]+(?:-[A-Z]+)+\]", re.M
)
STAGE = re.compile(r"[A-Z][a-z ]+ …\n")


def said_by_check(project: Path) -> str:
    """What ``sufficiency check`` prints, without the stages it names on its way.

    It is called and not typed: to set up a command line takes as long as to check a small project.
    """
    told = io.StringIO()
    with redirect_stderr(told), pytest.raises(typer.Exit) as ended:
        check(project, strict=True)
    assert ended.value.exit_code == 1
    lines = told.getvalue().splitlines(keepends=True)
    return "".join(line for line in lines if not STAGE.fullmatch(line))


@pytest.mark.parametrize("path", all_cases(), ids=lambda path: path.stem)
def test_a_problem_is_told_in_the_words_beside_it(
    path: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    case = read_case(path)
    said = said_by_check(write_project(tmp_path, case.changes))
    if request.config.getoption("--update-snapshots"):
        case.update(said)
        return
    assert said == case.expected


@pytest.mark.parametrize("path", all_cases(), ids=lambda path: path.stem)
def test_every_expected_problem_has_its_place_and_its_code(path: Path) -> None:
    expected = read_case(path).expected
    counted = re.search(r"^(?:\d+ (?:problem|warning)s?(?: and )?)+ found\.", expected, re.M)
    assert counted is not None
    assert len(PROBLEM.findall(expected)) == sum(map(int, re.findall(r"\d+", counted[0])))


def test_a_case_that_changes_nothing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "case.txt"
    path.write_text("@@ replace strategy/needs.yml\nno such line\n@@ with\n\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="does not hold"):
        read_case(path)
