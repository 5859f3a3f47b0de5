"""How long a build takes, measured against the same work done by hand.

The yardstick is the shipped filters and templates run on the same composed files, one command
after another: pandoc for HTML, for typst and for Word, then typst. A ratio to it says the same on a
slow machine as on a fast one. Each build runs in a fresh process on a copy of the worked example:
cold with an empty cache, warm after one edited sentence; Python has its modules compiled, as from
an installation's second build on. A check is timed from where its imports end, as somebody waits
for it who runs it after every sentence.

    python benchmarks/time_build.py [--rounds N] [--check] [--slack FACTOR]

With ``--check`` it ends with status 1 when a budget is missed. ``--slack`` widens each budget for
that verdict alone: on a machine with other work a build that uses both cores loses more than the
yardstick, which uses one.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sufficiency.engines.pandoc import READING, run_pandoc
from sufficiency.engines.typst_pdf import compile_pdf

ROOT = Path(__file__).resolve().parents[1]
PEAK_MEMORY = Path(__file__).with_name("peak_memory.py")
PROJECT = ("strategy", "data", "_quarto.yml", "_brand.yml")
COLD_BUDGET = 4.0  # times the yardstick
WARM_BUDGET = 2.5  # times the yardstick
MEMORY_BUDGET = 400.0  # megabytes, of the first Python process alone
HELP_BUDGET = 0.3  # seconds
CHECK_BUDGET = 0.16  # times the yardstick, once imported, with a warm cache
TIMED_CHECK = """\
import sys
import time
from contextlib import suppress

from sufficiency import pipeline, reporting
from sufficiency.cli import main

began = time.perf_counter()
with suppress(SystemExit):
    main(["check", "--project", sys.argv[1]])
print(time.perf_counter() - began)
"""


@dataclass
class Measured:
    """What each round gave: seconds, and megabytes for memory."""

    yardstick: list[float] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    help: list[float] = field(default_factory=list)
    check: list[float] = field(default_factory=list)
    cold_check: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    second: list[float] = field(default_factory=list)


@dataclass(frozen=True)
class Line:
    """One line of the table; a line without a budget is only told."""

    name: str
    value: str
    reached: float
    budget: float | None = None
    unit: str = ""

    @property
    def kept(self) -> bool:
        return not self.exceeds(1.0)

    def exceeds(self, slack: float) -> bool:
        """Whether it is beyond its budget, widened by so many times."""
        return self.budget is not None and self.reached > self.budget * slack


@dataclass(frozen=True)
class Bench:
    """A copy of the worked example with a cache and an output folder of its own."""

    folder: Path

    @property
    def project(self) -> Path:
        return self.folder / "project"

    @property
    def cache(self) -> Path:
        return self.folder / "cache"

    def command(self, *arguments: str) -> float:
        """Seconds that the command line takes in a fresh process; its peak memory is kept.

        Raises:
            SystemExit: If it fails; with its words.
        """
        script = [str(PEAK_MEMORY), str(self.folder / "peak"), str(self.folder / "command.py")]
        command = [*script, *arguments, "--project", str(self.project)]
        began = time.perf_counter()
        self._run(command)
        return time.perf_counter() - began

    def check(self) -> float:
        """Seconds that a check takes in a fresh process once everything is imported."""
        said = self._run(["-c", TIMED_CHECK, str(self.project)])
        assert "No problems." in said
        return float(said.split()[-1])

    def help(self) -> float:
        """Seconds until the installed command has said how it is used."""
        command = shutil.which("sufficiency", path=str(Path(sys.executable).parent))
        assert command is not None, "the project is not installed beside this Python"
        began = time.perf_counter()
        subprocess.run([command, "--help"], env=self._environment, capture_output=True, check=True)
        return time.perf_counter() - began

    @property
    def _environment(self) -> dict[str, str]:
        """This process's, but that modules are compiled once wherever it runs, into the bench."""
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = str(self.folder / "bytecode")
        return {**environment, "SUFFICIENCY_CACHE": str(self.cache)}

    def _run(self, command: list[str]) -> str:
        said = subprocess.run(
            [sys.executable, *command],
            env=self._environment,
            capture_output=True,
            encoding="utf-8",
        )
        if said.returncode:
            sys.exit(f"{' '.join(command)} ended with {said.returncode}:\n{said.stderr}")
        return said.stdout

    def build(self) -> float:
        return self.command("build", "--output", str(self.folder / "output"))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Times the build against the same work by hand.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--slack", type=float, default=1.0, help="widens budgets for --check")
    parser.add_argument("--check", action="store_true", help="status 1 when a budget is missed")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="time-build-") as folder:
        lines = table(measure(prepared(Path(folder)), rounds=options.rounds))
    sys.stdout.writelines(f"{text}\n" for text in printed(lines))
    return 1 if options.check and any(line.exceeds(options.slack) for line in lines) else 0


def prepared(folder: Path) -> Bench:
    """A bench in the folder, with the worked example copied to it."""
    bench = Bench(folder)
    for name in PROJECT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, bench.project / name)
        elif source.is_file():
            shutil.copy(source, bench.project / name)
    command = "from sufficiency.cli import main\n\nmain()\n"
    (folder / "command.py").write_text(command, encoding="utf-8")
    return bench


def measure(bench: Bench, *, rounds: int) -> Measured:
    """Measures everything once a round, so that a slow moment falls on all alike."""
    bench.command("compose", "--output", str(bench.folder / "composed"))
    by_hand = work_by_hand(bench.folder / "composed")
    # What no build gets to empty is full before the first is timed: the operating system's caches
    # by the work by hand, compiled modules by each command once.
    by_hand()
    bench.build()
    bench.check()
    bench.help()
    measured = Measured()
    for _ in range(rounds):
        measured.yardstick.append(timed(by_hand))
        shutil.rmtree(bench.cache, ignore_errors=True)
        measured.cold_check.append(bench.check())
        shutil.rmtree(bench.cache, ignore_errors=True)
        (bench.folder / "peak.second").unlink(missing_ok=True)
        measured.cold.append(bench.build())
        measured.memory.append(megabytes(bench.folder / "peak"))
        if (second := bench.folder / "peak.second").is_file():
            measured.second.append(megabytes(second))
        edit_one_sentence(bench.project)
        measured.warm.append(bench.build())
        edit_one_sentence(bench.project)
        measured.check.append(bench.check())
        measured.help.append(bench.help())
    return measured


def work_by_hand(folder: Path) -> Callable[[], None]:
    """The yardstick: three pandoc commands and typst on the composed files, one by one."""
    qmd = next(folder.glob("*.qmd"))
    text = qmd.read_text(encoding="utf-8")
    iso = re.search(r"^date-iso: \"?([\d-]+)", text, re.MULTILINE)
    published = date.fromisoformat(iso[1]) if iso else date(2026, 1, 1)
    filtered = [qmd.name, f"--from={READING}", "--lua-filter=templates/filters/strategy.lua"]
    outputs = {
        "by-hand.html": ["--to=html5", "--template=templates/formats/html/page.html", "--toc"],
        "by-hand.typ": ["--to=typst", "--template=templates/formats/typst/page.typ", "--wrap=none"],
        "by-hand.docx": ["--reference-doc=templates/formats/docx/reference.docx", "--toc"],
    }

    def work() -> None:
        for output, arguments in outputs.items():
            arguments = [*filtered, *arguments, "--standalone", f"--output={output}"]
            run_pandoc(arguments, making=output, folder=folder)
        pdf = folder / "by-hand.pdf"
        compile_pdf(folder / "by-hand.typ", pdf, published=published)

    return work


def edit_one_sentence(project: Path) -> None:
    """Adds a few words to the first paragraph of a section's prose, different each time."""
    section = sorted((project / "strategy" / "sections").glob("*.md"))[0]
    front, text = section.read_text(encoding="utf-8").split("\n---\n", 1)
    first, _, rest = text.strip().partition("\n")
    section.write_text(f"{front}\n---\n{first} So it is.\n{rest}\n", encoding="utf-8")


def megabytes(report: Path) -> float:
    """The peak memory that a process reported as it ended."""
    return int(report.read_text(encoding="ascii")) / 1024


def timed(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def table(measured: Measured) -> list[Line]:
    """The medians, and what each is held to."""
    yardstick = statistics.median(measured.yardstick)
    cold, warm = statistics.median(measured.cold), statistics.median(measured.warm)
    helped = statistics.median(measured.help)
    memory, second = max(measured.memory), max(measured.second, default=0.0)
    check, cold_check = statistics.median(measured.check), statistics.median(measured.cold_check)
    return [
        Line("yardstick: pandoc three times, then typst", f"{yardstick:.2f} s", 1.0, None, "x"),
        Line("cold build", f"{cold:.2f} s", cold / yardstick, COLD_BUDGET, "x"),
        Line("warm build after one edit", f"{warm:.2f} s", warm / yardstick, WARM_BUDGET, "x"),
        Line("peak memory of Python", f"{memory:.0f} MB", memory, MEMORY_BUDGET, " MB"),
        Line("peak memory of its second process", f"{second:.0f} MB", second, None, " MB"),
        Line("sufficiency --help", f"{helped:.2f} s", helped, HELP_BUDGET, " s"),
        Line(
            "check after one edit, once imported",
            f"{check:.2f} s",
            check / yardstick,
            CHECK_BUDGET,
            "x",
        ),
        Line("cold check, once imported", f"{cold_check:.2f} s", cold_check, None, " s"),
    ]


def printed(lines: Sequence[Line]) -> list[str]:
    """The lines as text in columns: what, measured, reached, budget, and whether it was kept."""
    texts = []
    for line in lines:
        reached = f"{line.reached:.3g}{line.unit}"
        budget = f"{line.budget:g}{line.unit}" if line.budget is not None else ""
        verdict = ("kept" if line.kept else "MISSED") if line.budget is not None else ""
        texts.append(f"{line.name:<42}{line.value:>9}{reached:>10}{budget:>9}  {verdict}".rstrip())
    return texts


if __name__ == "__main__":
    sys.exit(main())
