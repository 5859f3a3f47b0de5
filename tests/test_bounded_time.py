"""However much of a sign stands in a file, it is read or told within seconds."""

from pathlib import Path

import pytest

from sufficiency import pipeline
from sufficiency.outputs import Cache, cache_folder
from sufficiency.problems import Problem
from sufficiency.problems.reports import tell
from tests.a_project import SOUND, replaced, write_project
from tests.audits import agreement
from tests.test_any_input import LONGEST, within

SECTION = "strategy/sections/10-summary.md"
MANY = 100_000  # characters
REPEATED = (
    "[",
    "*",
    "_",
    "`",
    ":::",
    "{{",
    "|",
    "[^",
    "{##",
    "{%",
    "]{",
    "![",
    "}}",
    " ",
    "]( ",
    "## a",
    "5*3",
)


def problems_of(folder: Path, changes: dict[str, str | bytes | None]) -> list[Problem]:
    with within(LONGEST):
        root = write_project(folder, changes)
        _, problems = pipeline.understand(root, cache=Cache(cache_folder()))
        if problems:
            tell(pipeline.find_lines(root, problems))
    return problems


@pytest.mark.parametrize("sign", REPEATED)
@pytest.mark.parametrize("end", ["", "\n"], ids=["line", "lines"])
def test_a_section_of_one_sign(tmp_path: Path, sign: str, end: str) -> None:
    text = (sign + end) * (MANY // len(sign + end))
    problems_of(tmp_path, {SECTION: f"{SOUND[SECTION]}\n{text}\n"})


@pytest.mark.parametrize(
    "text",
    [
        "- x\n" * 1_250_000,
        "a: [" * 1_000,
        "".join(" " * depth + "a:\n" for depth in range(450)),
        "- x y\n" * 40_000 + "\t- z",
        "a: 1\n" * 49_000,
        "k" * 10_000 + ": 1\n",
        "a: '" + "'" * 240_000,
    ],
    ids="5-megabytes deep-brackets deep-keys late-fault same-key long-key quotes".split(),
)
def test_yaml_of_any_size_and_depth_is_a_problem(tmp_path: Path, text: str) -> None:
    assert problems_of(tmp_path, {"strategy/needs.yml": text})


@pytest.mark.parametrize(
    "sign", ["[", "[a][", "![", "[@ ", "\"a 'b ", "'a ", "[a](https://a ", "> ", "&", "`", "(a) "]
)
def test_what_pandoc_would_not_end_with_is_told_and_a_draft_is_built(
    tmp_path: Path, sign: str
) -> None:
    root = write_project(tmp_path, {SECTION: f"{SOUND[SECTION]}\n{sign * 4_000}\n"})
    with within(LONGEST):
        cache = Cache(cache_folder())
        built = pipeline.build(root, output=root / "output", cache=cache, formats=["html"])
    assert {problem.code.id for problem in built.problems} >= {"MARKUP-REFUSED"}
    assert len(built.files) > 0


PILED = "a \"b 'c " * 40


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("strategy/needs.yml", "more carers near home", "'" + PILED.replace("'", "''") + "'"),
        (
            "data/costs.csv",
            "home,pounds\n",
            f'home,pounds\n"{PILED.replace(chr(34), chr(34) * 2)}",5\n',
        ),
    ],
)
def test_quotation_marks_that_pile_up_in_a_text_are_printed(
    tmp_path: Path, path: str, old: str, new: str
) -> None:
    changes = replaced(path, old, new)
    root = write_project(tmp_path, changes)
    cache = Cache(cache_folder())
    with within(LONGEST):
        built = pipeline.build(root, output=root / "output", cache=cache, formats=["html"])
    assert built.problems == ()
    assert agreement.audit(built.files[0], [PILED]) == []
