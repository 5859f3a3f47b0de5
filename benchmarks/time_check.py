"""How long the check of a very large strategy takes, and of one that is twice as large.

Each check runs in a fresh process and is timed from where its imports end, with the extracts
remembered, as somebody waits for it who runs it after every sentence. What is counted is the
processor's time, of which a check uses one core: other work on the machine does not lengthen it
much, and the two sizes take turns.

    python -m benchmarks.time_check [--rounds N] [--check] [--slack FACTOR]

With ``--check`` it ends with status 1 when a budget is missed, widened by ``--slack``.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.large_project import ACTIONS, FACTS, write_large_project
from benchmarks.time_build import Line, printed

SECTIONS = 60
SECONDS_BUDGET = 2.0
GROWTH_BUDGET = 2.0  # times the time for twice the size
TIMED_CHECK = """\
import sys
import time
from contextlib import suppress

from sufficiency import pipeline, reporting
from sufficiency.cli import main

began = time.process_time()
with suppress(SystemExit):
    main(["check", "--project", sys.argv[1]])
print(time.process_time() - began)
"""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Times the check of a very large strategy.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--slack", type=float, default=1.0, help="widens budgets for --check")
    parser.add_argument("--check", action="store_true", help="status 1 when a budget is missed")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="time-check-") as folder:
        lines = table(*measure(Path(folder), SECTIONS, rounds=options.rounds))
    sys.stdout.writelines(f"{text}\n" for text in printed(lines))
    return 1 if options.check and any(line.exceeds(options.slack) for line in lines) else 0


def measure(folder: Path, sections: int, *, rounds: int) -> tuple[float, float]:
    """Seconds for that many sections and for twice as many: the least of the rounds of each."""
    once = write_large_project(folder / "once", sections)
    twice = write_large_project(folder / "twice", sections * 2)
    for project in (once, twice):
        check(project, folder / "cache")
    taken = [[check(project, folder / "cache") for project in (once, twice)] for _ in range(rounds)]
    return min(small for small, _ in taken), min(large for _, large in taken)


def check(project: Path, cache: Path) -> float:
    """Seconds of the processor that a check takes once everything is imported.

    Raises:
        SystemExit: If it finds a problem; with its words.
    """
    said = subprocess.run(
        [sys.executable, "-c", TIMED_CHECK, str(project)],
        env={**os.environ, "SUFFICIENCY_CACHE": str(cache)},
        capture_output=True,
        encoding="utf-8",
    )
    if "No problems." not in said.stdout:
        sys.exit(f"The large project is not sound:\n{said.stdout[-2000:]}\n{said.stderr[-2000:]}")
    return float(said.stdout.split()[-1])


def table(once: float, twice: float) -> list[Line]:
    """Both, and what they are held to."""
    name = f"check of {SECTIONS} sections, {SECTIONS * FACTS} facts"
    grown = f"{SECTIONS * ACTIONS * 2} actions in place of {SECTIONS * ACTIONS}"
    return [
        Line(name, f"{once:.2f} s", once, SECONDS_BUDGET, " s"),
        Line(grown, f"{twice:.2f} s", twice / once, GROWTH_BUDGET, "x"),
    ]


if __name__ == "__main__":
    sys.exit(main())
