"""What the tool asks before it starts a project: the questions, their defaults, their rules."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sufficiency.authoring.refused import Refused
from sufficiency.content.binding import bind
from sufficiency.content.strategy import Strategy
from sufficiency.sources import parse_yaml
from sufficiency.sources.yaml_tree import Text
from sufficiency.tables.period import print_date, read_date


@dataclass(frozen=True)
class Question:
    """A key of strategy.yml that is asked for, as the terminal asks."""

    key: str
    words: str


QUESTIONS = (
    Question("council", "The council's name, as it stands in the data"),
    Question("council_name", "The council's full name, for the cover"),
    Question("title", "The title of the strategy"),
    Question("edition", "The years that it covers"),
    Question("as_at", "The date that the figures stand at"),
    Question("published", "The date of publication"),
)


def default_answer(key: str, answers: Mapping[str, str], *, folder: str, today: date) -> str:
    """What is answered where somebody only presses Enter.

    Args:
        key: The question's.
        answers: Those given to the questions before it.
        folder: The name of the new folder, in which the council's may stand.
        today: From which the years and dates are counted.
    """
    if key == "council":
        return _council_in(folder)
    if key == "council_name":
        council = answers["council"]
        says_what = _KINDS.intersection(re.findall(r"\w+", council.lower()))
        return council if says_what else f"{council} Council"
    if key == "title":
        return "Placement sufficiency strategy"
    if key == "edition":
        return f"{today.year} to {today.year + 3}"
    if key == "as_at":
        is_past = (today.month, today.day) >= (3, 31)
        return print_date(date(today.year if is_past else today.year - 1, 3, 31))
    assert key == "published"
    # No strategy is published before the date of its figures.
    return print_date(max(today, read_date(answers.get("as_at", "")) or today))


_KINDS = frozenset({"council", "cyngor", "borough", "county"})
"""Words of names that need no "Council" behind them; the second is Welsh for the first."""


def _council_in(folder: str) -> str:
    """The council that a folder's name holds ("north-ambleford-2026"), or one that is made up."""
    words = [word for word in re.split(r"[\W\d_]+", folder) if word.lower() not in _NO_NAMES]
    name = " ".join(word[0].upper() + word[1:] for word in words if word)
    return name or "Ambleford"


_NO_NAMES = frozenset(
    "a and council draft final for my new of our placement placements project strategies strategy "
    "sufficiency test the".split()
)


def read_answer(key: str, given: str) -> tuple[str, str | None]:
    """An answer on one line, and what is wrong with it by the rules of strategy.yml, if anything.

    Spaces of every kind that stand together become one.
    """
    answer = " ".join(given.split())
    strange = next((c for c in answer if unicodedata.category(c) in ("Cc", "Cs", "Co", "Cn")), "")
    if strange:
        return answer, f"{answer!a} holds a character that no font can show. Type it again."
    if not answer:
        return answer, "This may not be blank."
    tree, _ = parse_yaml(_SOUND, "")
    assert tree is not None
    tree[key] = Text(answer)
    # All else in it is sound, so that what is wrong is wrong with the answer.
    _, problems = bind(tree, Strategy)
    return answer, f"{problems[0].message} {problems[0].mend}".strip() if problems else None


_SOUND = """\
format: 1
council: Ambleford
council_name: Ambleford Council
title: Placement sufficiency strategy
edition: 2019 to 2023
as_at: 31 March 2019
published: 1 May 2019
status: draft
description: How Ambleford will find homes.
documents: {strategy: {}}
"""


def read_answers(given: Mapping[str, str | None], *, folder: str, today: date) -> dict[str, str]:
    """Every answer, those that were not given being the defaults.

    Raises:
        Refused: With every answer that cannot be used.
    """
    answers: dict[str, str] = {}
    wrong: list[str] = []
    for question in QUESTIONS:
        words = given.get(question.key)
        if words is None:
            words = default_answer(question.key, answers, folder=folder, today=today)
        answers[question.key], fault = read_answer(question.key, words)
        if fault is not None:
            wrong.append(f"{question.words}: {fault}")
    if wrong:
        raise Refused("\n".join(wrong))
    return answers


def years_before(day: date, years: int) -> Iterator[date]:
    """The same day in each of the years before, and the day itself, oldest first."""
    for back in range(years, -1, -1):
        is_leap_day = (day.month, day.day) == (2, 29)
        yield date(day.year - back, day.month, 28 if is_leap_day and back else day.day)
