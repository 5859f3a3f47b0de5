"""Problems as a terminal shows them: place, what, how to mend it, code, the line with a caret.

The words and their lines are the same on every terminal, however wide, and in a log; only
colours come and go.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sufficiency.problems.excerpt import harmless
from sufficiency.problems.findings import Findings
from sufficiency.problems.problem import Problem, count_problems

if TYPE_CHECKING:
    from rich.text import Text

MOST_TOLD = 50
"""Problems that are told at once; of more, each file tells its share and counts the rest."""

Pieces = list[tuple[str, str]]
"""Text with the style that a terminal with colours gives it."""


def tell(findings: Findings, *, conclusion: str = "", tells_all: str = "") -> "Text":
    """Everything that was found, then how many there are and what follows.

    ``conclusion`` says what became of the command; ``tells_all`` names what holds every problem
    where some are left out here.
    """
    from rich.text import Text

    files = findings.by_file()
    problems = [problem for file in files for problem in file.problems]
    share = _share([len(file.problems) for file in files])
    pieces: Pieces = []
    for file in files:
        if len(file.problems) > 1:
            heading = f"{_path(findings, file.path)}: {count_problems(file.problems)}"
            pieces += [(heading, "bold underline"), ("\n\n", "")]
        for problem in file.problems[:share]:
            pieces += [*_told(problem, findings), ("\n", "")]
        left_out = len(file.problems) - share
        if left_out > 0:
            pieces.append((f"and {left_out} more in this file\n\n", ""))
    is_cut = any(len(file.problems) > share for file in files)
    pieces += _closing(problems, conclusion, tells_all if is_cut else "")
    return Text.assemble(*pieces)


def _share(counts: Sequence[int]) -> int:
    """How many each file may tell so that no more than MOST_TOLD are told, but one of each."""
    share = max(counts, default=0)
    while share > 1 and sum(min(count, share) for count in counts) > MOST_TOLD:
        share -= 1
    return share


def _path(findings: Findings, path: str) -> str:
    return harmless(findings.folder + path)


def _told(problem: Problem, findings: Findings) -> Pieces:
    at = problem.at
    loud = "bold yellow" if problem.is_warning else "bold red"
    place = f"{_path(findings, at.path)}:{harmless(at.within)}"
    pieces: Pieces = [(place, "bold"), (" ", "")]
    if problem.is_warning:
        pieces += [("warning:", loud), (" ", "")]
    words = f"{problem.message} {problem.mend}" if problem.mend else problem.message
    pieces += [(harmless(words), ""), (f" [{problem.code.id}]\n", "dim")]
    excerpt = findings.excerpt(problem)
    if excerpt is not None:
        pieces += [
            (f"{at.line:>5} | ", "dim"),
            (f"{excerpt.text}\n", ""),
            ("      | ", "dim"),
            (f"{' ' * excerpt.indent}^\n", loud),
        ]
    return pieces


def _closing(problems: Sequence[Problem], conclusion: str, tells_all: str) -> Pieces:
    first = problems[0].code.id
    more = f"`sufficiency explain {first}` says more about the first"
    if any(problem.code.id != first for problem in problems):
        more += ", and so it does for every code in square brackets"
    lines = [f"{count_problems(problems)} found. {conclusion}".rstrip(), tells_all, f"{more}."]
    return [("\n".join(filter(None, lines)), "")]
