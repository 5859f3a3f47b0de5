"""Alternative texts that the tool drafted: each sentence is true of the figure's own data.

Nothing passes by looking right: a sentence is recounted or looked up in its row and column, the way
that it says figures went is held against them, and a sentence of a form that nobody knows here is
not true, with a number or without. Names of rows and columns, which have numbers of their own,
stand as one private sign each while a text is read.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tests.audits.agreement import as_read
from tests.audits.figure_data import Cell, FigureData

ROW, COLUMN = 0xE000, 0xF000
ROWS, COLUMNS = f"[{chr(ROW)}-{chr(COLUMN - 1)}]", f"[{chr(COLUMN)}-\uf8ff]"
NAME = re.compile(f"{ROWS}|{COLUMNS}")
BETWEEN_NAMES = re.compile(r"(?:,|;| |\band\b)*")
RANKS = "highest,second,third,fourth,fifth,sixth,seventh,eighth,ninth,tenth".split(",")
WAYS = {"rose": 1, "fell": -1, "ended where they began": 0}
# What may be noise went up or down, and is not said to.
NOISE = ("changed little", "showed no clear change")
KINDS = {
    "Bar chart",
    "Dumbbell chart",
    "Grouped bar chart",
    "Horizontal bar chart",
    "Line chart",
    "Population pyramid",
    "Small line charts on one scale",
    "Stacked bar chart",
}
REASONS = {
    "": "no figure",
    "[c]": "hidden to protect children's confidentiality [c]",
    "[x]": "not available [x]",
    "[z]": "not applicable [z]",
    "[low]": "rounds to zero but is not zero [low]",
}


@dataclass(frozen=True)
class Told:
    """A figure's data with the signs that stand for its names while its text is read.

    ``before`` is the sentence before the one that is looked at.
    """

    data: FigureData
    before: str = ""

    @property
    def rows(self) -> str:
        return "".join(map(self.row, self.data.rows))

    @property
    def columns(self) -> str:
        return "".join(map(self.column, self.data.columns))

    @property
    def is_alone(self) -> bool:
        """Whether there is one column, whose name no sentence says."""
        return len(self.data.columns) == 1

    def row(self, name: str) -> str:
        return chr(ROW + self.data.rows.index(name))

    def column(self, name: str) -> str:
        return chr(COLUMN + self.data.columns.index(name))

    def place(self, row: str, column: str) -> str:
        """What tells a figure from the others: its column, its row or both."""
        if self.is_alone:
            return self.row(row)
        return self.column(column) + ("" if len(self.data.rows) == 1 else self.row(row))

    def signed(self, text: str) -> str:
        names = [(name, self.row(name)) for name in self.data.rows]
        names += [(name, self.column(name)) for name in self.data.columns if not self.is_alone]
        for name, sign in sorted(names, key=lambda pair: -len(pair[0])):
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", sign, text)
        return text

    def unsigned(self, text: str) -> str:
        for name in self.data.rows:
            text = text.replace(self.row(name), name)
        for name in self.data.columns:
            text = text.replace(self.column(name), name)
        return text


def is_drafted(text: str, data: FigureData) -> bool:
    """Whether the text begins as those that the tool drafts."""
    return re.match(rf"[\w ]+: {re.escape(data.measure)}", as_read(text)) is not None


def false_sentences(text: str, data: FigureData) -> Iterator[str]:
    """Each sentence of a drafted text with something in it that the data do not say."""
    told = Told(data.turned if text.startswith("Dumbbell") else data)
    kind, _, rest = as_read(text).partition(f": {data.label}, ")
    first, *sentences = re.split(r"(?<=\.) (?=\S)", told.signed(rest))
    if kind not in KINDS or not _covers(first, told):
        yield told.unsigned(f"{kind}: {data.label}, {first}")
    for before, sentence in pairwise([first, *sentences]):
        told = Told(told.data, before)
        if not _is_true(sentence, told):
            yield told.unsigned(sentence)


def _covers(said: str, told: Told) -> bool:
    """Whether the opening has the first and the last row, or their number, and the columns."""
    covered, _, columns = said.removesuffix(".").partition(", for ")
    if columns and not _lists(columns, told.columns):
        return False
    if between := re.fullmatch(f"between ({ROWS}) and ({ROWS})", covered):
        return "".join(between.groups()) == told.rows[0] + told.rows[-1]
    if count := re.fullmatch(r"(\d+) categories", covered):
        return int(count[1]) == len(told.rows)
    if by := re.fullmatch(r"by category \((.+)\)", covered):
        return _lists(by[1], told.rows)
    return covered == told.rows


def _lists(said: str, wanted: str | Sequence[str]) -> bool:
    """Whether what is listed is the beginning of what is wanted, and the rest is counted."""
    more = re.search(r" and (\d+) more$", said)
    named = "".join(NAME.findall(said))
    count = next((n for n in range(len(wanted) + 1) if "".join(wanted[:n]) == named), None)
    rest = said[: more.start()] if more else said
    return (
        count is not None
        and BETWEEN_NAMES.fullmatch(NAME.sub("", rest)) is not None
        and (count + (int(more[1]) if more else 0) == len(wanted))
    )


def _is_true(sentence: str, told: Told) -> bool:
    """Whether the data say it; what none of the known forms has is a change from row to row."""
    for form, is_true in FORMS.items():
        if found := re.fullmatch(form, sentence):
            return is_true(found, told)
    return _is_change(sentence, told)


def _is_change(sentence: str, told: Told) -> bool:
    """Whether it is what may be said of how a column went, with its first and its last figure."""
    return any(
        sentence == f"{'It' if told.is_alone else told.column(name)} {change}."
        for name in told.data.columns
        for change in _changes(told.data.column(name), told)
    )


def _changes(figures: Sequence[tuple[str, Cell]], told: Told) -> Iterator[str]:
    """Every way in which these figures' change from the first to the last may be said."""
    if len(figures) == 1:
        yield f"has one figure, {figures[0][1].printed} ({told.row(figures[0][0])})"
    if len(figures) < 2:
        return
    before = _dated(figures[0], told.rows[0], told)
    after = _dated(figures[-1], told.rows[-1], told)
    way = _way(figures[0][1], figures[-1][1])
    if way:
        verbs = ["rose" if way > 0 else "fell", *(f"{verb}," for verb in NOISE)]
        yield from (f"{verb} from {before} to {after}" for verb in verbs)
    elif len({cell.printed for _, cell in figures}) == 1:
        yield f"stayed at {after}"
    else:
        yield f"began and ended at {after}"


def _dated(figure: tuple[str, Cell], expected: str, told: Told) -> str:
    row, cell = told.row(figure[0]), figure[1]
    return cell.printed if row == expected else f"{cell.printed} ({row})"


def _is_extreme(found: re.Match[str], told: Told) -> bool:
    shown = told.data.shown()
    ordered = sorted(shown, key=lambda figure: figure[2].value or 0)
    extreme = ordered[-1 if found["which"] == "Highest" else 0][2].printed if ordered else ""
    places = [told.place(row, column) for row, column, one in shown if one.printed == extreme]
    return found["value"] == extreme and _lists(found["places"], places)


def _is_rank(found: re.Match[str], told: Told) -> bool:
    figures = {told.row(row): cell for row, _, cell in told.data.shown()}
    own = figures.get(found["row"])
    if own is None:
        return False
    higher = sum((cell.value or 0) > (own.value or 0) for cell in figures.values())
    level = sum(cell.printed == own.printed for cell in figures.values()) > 1
    rank = "highest" if not higher else f"{_ordinal(higher)} highest"
    said = (found["value"], found["rank"], int(found["count"]))
    return said == (own.printed, f"{'joint ' if level else ''}{rank}", len(figures))


def _ordinal(higher: int) -> str:
    if higher < len(RANKS):
        return RANKS[higher]
    ends = {1: "st", 2: "nd", 3: "rd"}
    number = higher + 1
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ends.get(number % 10, 'th')}"


def _has_values(found: re.Match[str], told: Told) -> bool:
    each = [f"{told.row(row)} {cell.printed}" for row, _, cell in told.data.shown()]
    return found["values"] == "; ".join(each)


def _counts(found: re.Match[str], told: Told) -> bool:
    """Whether so many columns, without one that the sentence before has told, went each way.

    No more are said to have risen or fallen than did; the others of them may be noise.
    """
    without = told.before if found["whose"] == "others" else ""
    figures = [
        told.data.column(name) for name in told.data.columns if told.column(name) not in without
    ]
    ways = Counter(_way(one[0][1], one[-1][1]) for one in figures if len(one) > 1)
    pattern = rf"(\d+) ({'|'.join((*WAYS, *NOISE))})"
    said = {verb: int(count) for count, verb in re.findall(pattern, found["counts"])}
    clear = {way: said.get(verb, 0) for verb, way in WAYS.items()}
    rest = re.sub(pattern, "", found["counts"])
    return (
        clear[0] == ways[0]
        and clear[1] <= ways[1]
        and clear[-1] <= ways[-1]
        and int(found["all"]) == sum(ways.values()) == sum(said.values())
        and BETWEEN_NAMES.fullmatch(rest) is not None
    )


def _way(first: Cell, last: Cell) -> int:
    if first.printed == last.printed:
        return 0
    return 1 if (last.value or 0) > (first.value or 0) else -1


def _is_every(found: re.Match[str], told: Told) -> bool:
    return {found["value"]} == {cell.printed for _, _, cell in told.data.shown()}


def _is_hidden(found: re.Match[str], told: Told) -> bool:
    hidden = [
        told.column(column) + told.row(row) if not told.is_alone else told.row(row)
        for column in told.data.columns
        for row in told.data.rows
        if told.data.cells[row, column].value is None
        and found["why"] == REASONS.get(told.data.cells[row, column].printed)
    ]
    return bool(hidden) and _lists(found["places"], hidden)


def _is_nothing(found: re.Match[str], told: Told) -> bool:
    return not told.data.shown()


FORMS = {
    r"(?P<which>Highest|Lowest): (?P<value>.+?) \((?P<places>.+)\)\.": _is_extreme,
    rf"(?P<row>{ROWS}): (?P<value>.+), (?P<rank>.+) of the (?P<count>\d+) shown\.": _is_rank,
    r"Values: (?P<values>.+)\.": _has_values,
    r"Of (?P<all>\d+) (?P<whose>others|series), (?P<counts>.+)\.": _counts,
    r"(?:All are|The figure is) (?P<value>.+)\.": _is_every,
    r"Not shown, (?P<why>.+?): (?P<places>.+)\.": _is_hidden,
    r"No figure can be shown\.": _is_nothing,
}
