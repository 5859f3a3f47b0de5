"""Whatever stands in a project's files, a build ends in outputs or in problems.

Hypothesis changes the sound project at random: bytes, lines, keys, values, cells. In half of the
cases one of its extracts is a workbook, of which bytes are changed, those of the file or those that
are packed in it. Each case is understood, told in every form and composed, and every few are
rendered as well.
``SUFFICIENCY_FUZZ`` says how many cases are tried (40 without it).
"""

import io
import os
import re
import signal
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sufficiency import pipeline
from sufficiency.outputs import Cache, cache_folder
from sufficiency.problems.reports import REPORTS, tell
from tests.a_project import SOUND, write_project
from tests.workbooks import COSTS, workbook

FEW = 40
CASES = int(os.environ.get("SUFFICIENCY_FUZZ", FEW))
LONGEST = 20  # seconds a case may take
MOST_MEMORY = 700_000  # kilobytes, beyond what the process held before
RENDERED = 12  # one case in so many is rendered

PATHS = sorted(SOUND)
NASTY = (
    *("{{", "}}", "{{ x }}", "{{ cic_now | y }}", "{% for a in b %}", "{## ", "{{ ''.__class__ }}"),
    *(
        "{{ cic_now ** 9 }}",
        '{{ figure("in-care") }}',
        '{{ list("x") }}',
        '{{ we_need("carers") }}',
    ),
    *(
        "---",
        "...",
        "# x",
        "## y {#y}",
        "===",
        "***",
        ":::",
        "::: {.x}",
        "```{python}",
        "~~~",
        "$$",
        "|",
    ),
    *(
        "<script>",
        "</style>",
        "<!--",
        "&amp;",
        "[x](javascript:y)",
        "![a](b.png)",
        "[^1]",
        "[^1]: x",
    ),
    *("@fig-in-care", "@x", "[a]{.b}", '[9]{source="register"}', "`x`{=html}", "\\", "\\newpage"),
    *(
        "\t",
        "\N{NO-BREAK SPACE}",
        "\N{BYTE ORDER MARK}",
        "\0",
        "\x07",
        "\x85",
        "\u2028",
        "😀",
        "مرحبا",
    ),
    *(
        "no",
        "yes",
        "~",
        "null",
        "1:1",
        "12:30",
        "2023-02-30",
        "31/02/2023",
        "1e999",
        "-0",
        "NaN",
        "%",
    ),
    *(
        "&a",
        "*a",
        "!!python/object:os.system",
        "? ",
        "- ",
        ": ",
        " #",
        '"',
        "'",
        "[",
        "]",
        "{",
        "}",
    ),
    *("=1+1", "+1", "@SUM(A1)", "1,234", "50%", "£5", "c", "x", "[c]", "-5", "0", "9" * 400, "٣"),
    *("council", "latest", "31 March 2019", "year to 31 March 2019", "period", "place", "a - b"),
    *("cic_now / cic_now", "a: {formula: b}", "..", "../x.csv", "/etc/passwd", "C:\\x", "x" * 3000),
)


@dataclass(frozen=True)
class Change:
    """One change: what is done to which file, where (0 to 1 of its length), with what."""

    kind: str
    path: str
    where: float
    other: float
    text: str


KINDS = ("insert", "cut", "repeat", "swap", "line", "value", "word", "byte", "delete", "empty")

changes = st.builds(
    Change,
    st.sampled_from(KINDS),
    st.sampled_from(PATHS),
    st.floats(0, 1, exclude_max=True),
    st.floats(0, 1, exclude_max=True),
    st.sampled_from(NASTY) | st.text(max_size=12),
)


def changed(files: dict[str, str | bytes | None], change: Change) -> None:
    """Makes the change where the file is still a text."""
    text = files[change.path]
    if not isinstance(text, str) or not text:
        return
    place, other = int(change.where * len(text)), int(change.other * len(text))
    lines = text.splitlines(keepends=True)
    line, another = int(change.where * len(lines)), int(change.other * len(lines))
    if change.kind == "insert":
        files[change.path] = text[:place] + change.text + text[place:]
    elif change.kind == "cut":
        files[change.path] = text[: min(place, other)] + text[max(place, other) :]
    elif change.kind == "repeat":
        files[change.path] = "".join([*lines[: line + 1], *lines[line:]])
    elif change.kind == "swap":
        lines[line], lines[another] = lines[another], lines[line]
        files[change.path] = "".join(lines)
    elif change.kind == "line":
        files[change.path] = "".join([*lines[:line], change.text + "\n", *lines[line + 1 :]])
    elif change.kind == "value":
        key, colon, _ = lines[line].partition(":")
        lines[line] = f"{key}{colon} {change.text}\n"
        files[change.path] = "".join(lines)
    elif change.kind == "word":
        words = text.split(" ")
        words[int(change.where * len(words))] = change.text
        files[change.path] = " ".join(words)
    elif change.kind == "byte":
        data = text.encode("utf-8", "surrogatepass")
        place = int(change.where * len(data))
        files[change.path] = data[:place] + bytes([int(change.other * 256)]) + data[place + 1 :]
    else:
        files[change.path] = None if change.kind == "delete" else ""


@dataclass(frozen=True)
class Damage:
    """Bytes put into a workbook, in the place of as many: where in the file, or, with a ``part``
    (0 to 1 of them), where in that part of what is packed in it."""

    part: float | None
    where: float
    data: bytes


CATALOGUE = "data/catalogue.yml"
WORKBOOK = workbook((*COSTS, ("=B2", 0.5)), change=lambda sheet: sheet.merge_cells("C1:D2"))
place = st.floats(0, 1, exclude_max=True)
nasty_bytes = st.sampled_from([text.encode() for text in NASTY]) | st.binary(max_size=8)
damages = st.none() | st.lists(st.builds(Damage, st.none() | place, place, nasty_bytes), max_size=3)


def overwritten(data: bytes, damage: Damage) -> bytes:
    """The bytes with those of the damage in their place."""
    begin = int(damage.where * len(data))
    return data[:begin] + damage.data + data[begin + len(damage.data) :]


def damaged(made: Sequence[Damage]) -> bytes:
    """The workbook with all damages, those of its parts first."""
    parts = {}
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    for damage in (each for each in made if each.part is not None):
        name = list(parts)[int((damage.part or 0) * len(parts))]
        parts[name] = overwritten(parts[name], damage)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, part in parts.items():
            whole.writestr(name, part)
    data = packed.getvalue()
    for damage in (each for each in made if each.part is None):
        data = overwritten(data, damage)
    return data


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Raises TimeoutError where the body takes longer: in time of its own on the processor, since
    others may be at work, and in all not more than a few times that."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"more than {seconds} seconds")

    timers = ((signal.ITIMER_PROF, signal.SIGPROF, 1), (signal.ITIMER_REAL, signal.SIGALRM, 6))
    before = [signal.signal(number, stop) for _, number, _ in timers]
    for timer, _, times in timers:
        signal.setitimer(timer, seconds * times)
    try:
        yield
    finally:
        for (timer, number, _), handler in zip(timers, before, strict=True):
            signal.setitimer(timer, 0)
            signal.signal(number, handler)


def most_memory_from_here() -> int:
    """Kilobytes that the process holds; the kernel's high-water mark is set back to that."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return most_memory()


def most_memory() -> int:
    """The kernel's high-water mark of this process, in kilobytes."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = re.search(r"^VmHWM:\s*(\d+) kB$", status, re.MULTILINE)
    assert peak is not None
    return int(peak[1])


@settings(
    max_examples=CASES,
    deadline=None,
    derandomize=CASES == FEW,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(st.lists(changes, min_size=1, max_size=4), damages, st.integers(0, RENDERED - 1))
def test_a_build_ends_in_outputs_or_in_problems(
    made: list[Change], damage: list[Damage] | None, turn: int
) -> None:
    files: dict[str, str | bytes | None] = dict(SOUND)
    if damage is not None:
        files["data/costs.xlsx"] = damaged(damage)
        files[CATALOGUE] = SOUND[CATALOGUE].replace("costs.csv", "costs.xlsx")
    for change in made:
        changed(files, change)
    cache = Cache(cache_folder())
    before = most_memory_from_here()
    with tempfile.TemporaryDirectory() as folder, within(LONGEST):
        root = write_project(Path(folder), files)
        model, problems = pipeline.understand(root, cache=cache)
        assert model is not None or problems
        for problem in problems:
            assert problem.message.strip(), problem
            assert problem.at.line >= 1, problem
        findings = pipeline.find_lines(root, problems)
        told = tell(findings).plain if problems else ""
        assert told.replace("\n", "").isprintable()
        for write in REPORTS.values():
            write(findings).encode("utf-8", "replace")
        if model is None:
            return
        for document in pipeline.compose_documents(model, cache=cache):
            assert all([*document.charts.values(), *document.narrow_charts.values()])
        if turn == 0:
            built = pipeline.build(root, output=root / "_output", cache=cache)
            assert all(path.stat().st_size for path in built.files)
    assert most_memory() - before < MOST_MEMORY
