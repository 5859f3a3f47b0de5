"""Binds typed numbers one by one: what each may be bound to, and the only writer of the choice.

A number is replaced by a fact, by a new fact for a figure of a released table, or marked as a
stated figure or a commitment. The project is read as if that stood there already before anything
is written.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sufficiency.authoring.desk import open_desk
from sufficiency.authoring.names import free_id, id_from
from sufficiency.authoring.numbers import add_fact
from sufficiency.authoring.refused import Refused
from sufficiency.authoring.rewrite import CannotRewrite, offset_of, rewrite
from sufficiency.authoring.unedited import refuse_if_edited, replace_unedited
from sufficiency.content import read_content
from sufficiency.facts import visible_rows
from sufficiency.facts.wording import say_number
from sufficiency.model import Model, understand
from sufficiency.outputs import Cache
from sufficiency.problems import Location, Problem
from sufficiency.prose.printer import publications
from sufficiency.prose.unbound import NUMBER_WORD, NumberProblem, bare_number, expressions_for
from sufficiency.tables import ReleasedRow, ReleasedTable

_MOST = 8
"""Facts, and figures of tables, that are offered for one number."""
# Of a sentence, a list's item, a cell of a table, a value of YAML.
_BEGINS = re.compile(
    r"[.?!]\s|\n\s*\n|---\n|^\s*(?:[-*#>|]+|\d+\.)\s|[\w-]+:\s+[>|\"']?", re.MULTILINE
)
_ENDS = re.compile(r"[.?!](?=[\s\"'])|\n\s*\n|\n(?=---|\s*-?\s*[\w-]+: |\s*[-|])")


@dataclass(frozen=True)
class Cell:
    """A figure of a released table that has the number's value."""

    table: ReleasedTable
    row: ReleasedRow

    @property
    def label(self) -> str:
        """What it is, in words, and where it stands."""
        parts = [self.table.label, *self.row.breakdown.values(), self.row.place]
        where = f"{self.row.source.file}, line {self.row.source.line}"
        return f"{', '.join(parts)}, {self.row.period.label} ({where})"


@dataclass(frozen=True)
class Bench:
    """A project, understood, with its numbers that are bound to nothing."""

    root: Path
    cache: Cache
    model: Model

    @property
    def unbound(self) -> list[NumberProblem]:
        """The numbers in reading order."""
        return [one for one in self.model.problems if isinstance(one, NumberProblem)]

    def next(self, after: Location | None, *, digits_only: bool = False) -> NumberProblem | None:
        """The first number behind a place, or the first of all."""
        for one in self.unbound:
            is_passed = digits_only and one.code is NUMBER_WORD
            if (after is None or one.at > after) and not is_passed:
                return one
        return None

    def sentence(self, number: NumberProblem) -> str:
        """The sentence that a number stands in, on one line."""
        text = self._text(number.at.path)
        start = offset_of(text, number.at)
        first = max((one.end() for one in _BEGINS.finditer(text, 0, start)), default=0)
        behind = _ENDS.search(text, start + len(number.number))
        return " ".join(text[first : behind.end() if behind else None].split())

    def facts_for(self, number: NumberProblem) -> list[tuple[str, str, str]]:
        """What prints a number: the expression, what it prints, and what that is in words."""
        facts = self.model.facts.entries
        found = expressions_for(number.number, facts.values())[:_MOST]
        return [(one, said, facts[one.split()[0]].label) for one, said in found]

    def cells_for(self, number: NumberProblem) -> list[Cell]:
        """Figures of released tables with a number's value: the council's and the latest first."""
        strategy, wanted = self.model.bound.strategy, bare_number(number.number)
        facts = [self.model.facts.entries[one.split()[0]] for one, _, _ in self.facts_for(number)]
        offered = {fact.sources[0].row for fact in facts if len(fact.sources) == 1}
        found = [
            Cell(table, row)
            for table in self.model.tables.entries.values()
            for row in visible_rows(table, strategy.as_at)
            if row.value is not None
            and row.source not in offered
            and bare_number(say_number(row.value, table.unit, table.decimals)) == wanted
        ]
        found.sort(key=lambda cell: cell.row.period.end, reverse=True)
        found.sort(key=lambda cell: cell.row.place != strategy.council)
        return found[:_MOST]

    @property
    def sources(self) -> dict[str, str]:
        """What a stated figure can be quoted from: publications, then extracts, by id."""
        content, _ = read_content(self.model.project)
        return {id: one.citation for id, one in publications(content).entries.items()}

    def name_for(self, cell: Cell) -> str:
        """A name that is free, for a fact of a figure."""
        of_the_council = cell.row.place == self.model.bound.strategy.council
        place = [] if of_the_council else [cell.row.place]
        words = [cell.table.indicator, *cell.row.breakdown.values(), *place]
        year = str(cell.row.period.end.year)
        return free_id(id_from(" ".join([*words, year]), "_"), "_", self.model.facts.names)

    def write_fact(self, number: NumberProblem, expression: str, said: str) -> "Bench":
        """A fact in a number's place; where the text goes on as the fact does, also of that.

        Raises as ``write`` does.
        """
        text = self._text(number.at.path)
        goes_on = text.startswith(said, offset_of(text, number.at))
        return self.write(number, f"{{{{ {expression} }}}}", said if goes_on else number.number)

    def write_cell(self, number: NumberProblem, cell: Cell, name: str) -> "Bench":
        """A new fact for a figure, and the fact in the number's place. Raises as ``write`` does."""
        # Before the fact stands there: it would be left behind where it can be written nowhere.
        self._rewritten(number, f"{{{{ {name} }}}}", number.number)
        given: dict[str, str | dict[str, str]] = {
            "indicator": cell.table.indicator,
            "period": cell.row.period.label,
            "place": cell.row.place,
            "where": dict(cell.row.breakdown),
        }
        if cell.row.place == self.model.bound.strategy.council:
            del given["place"]
        added, _ = add_fact(open_desk(self.root, self.cache), name, given)
        assert added.model is not None
        bench = Bench(self.root, self.cache, added.model)
        return bench.write_fact(number, name, bench.model.facts.entries[name].said)

    def write(self, number: NumberProblem, words: str, old: str = "") -> "Bench":
        """Puts words in the place of a number, or of ``old``, which begins with it.

        Raises:
            Refused: Where they cannot stand there, or would be a problem. Nothing is written.
            OutputFailed: Where the file cannot be written.
        """
        path = number.at.path
        data = self._rewritten(number, words, old or number.number)
        model, problems = understand(self.root, cache=self.cache, instead={path: data})
        wrong = _new(problems, self.model.problems, path)
        if wrong or model is None:
            raise Refused("Nothing was written:\n- " + "\n- ".join(wrong))
        replace_unedited(self.root, path, data, self.model.project)
        return Bench(self.root, self.cache, model)

    def _rewritten(self, number: NumberProblem, words: str, old: str) -> bytes:
        refuse_if_edited(self.root, number.at.path, self.model.project)
        try:
            return rewrite(self.model.project.files[number.at.path], number.at, old, words)
        except CannotRewrite:
            raise Refused(
                f"{number.at} is laid out in a way in which nothing can be replaced safely. Write "
                f"{words} there yourself."
            ) from None

    def _text(self, path: str) -> str:
        data = self.model.project.files[path].decode("utf-8-sig")
        return re.sub(r"\r\n?", "\n", data)


def open_bench(root: Path, cache: Cache) -> Bench:
    """The project in a folder. Raises Refused where its strategy.yml cannot be used."""
    model, problems = understand(root, cache=cache)
    if model is None:
        raise Refused(f"Nothing can be bound yet. Mend this first:\n{problems[0]}", is_problem=True)
    return Bench(root, cache, model)


def stated(number: str, source: str) -> str:
    """A number marked with the publication that it is quoted from."""
    return f'[{number}]{{source="{source}"}}'


def promised(number: str) -> str:
    """A number marked as a promise."""
    return f"[{number}]{{.commitment}}"


def _new(problems: Iterable[Problem], before: Iterable[Problem], path: str) -> list[str]:
    """What is told of a file now and was not before, wherever in its line it stands."""
    known = {(one.at.line, one.message) for one in before}
    return [
        f"{one.message} {one.mend}".strip()
        for one in problems
        if one.at.path == path and not one.is_warning and (one.at.line, one.message) not in known
    ]
