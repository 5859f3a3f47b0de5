"""A place among others: its position, and how many of them it stands above or below."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from sufficiency.facts.wording import say_position


@dataclass(frozen=True)
class Standing:
    """A position among places with figures, from 1; equal figures share the better one."""

    position: int
    of: int
    order: Literal["highest", "lowest"]
    is_joint: bool


def stand_among(
    figures: Mapping[str, Decimal],
    place: str,
    order: Literal["highest", "lowest"],
    listed: int,
    noun: str,
) -> tuple[Standing, dict[str, str]]:
    """Where a place stands among the ``figures`` of all places, its own included, and the forms
    that say so.

    ``listed`` is how many other places there are, with a figure or without, ``noun`` what they
    are called.
    """
    own, values = figures[place], list(figures.values())
    ahead = [value for value in values if (value > own if order == "highest" else value < own)]
    standing = Standing(len(ahead) + 1, len(values), order, values.count(own) > 1)
    words = "joint " if standing.is_joint else ""
    others = [value for other, value in figures.items() if other != place]
    return standing, {
        "position": words + say_position(standing.position, order),
        "amount": str(standing.position),
        **comparison_forms(own, others, listed, noun),
    }


def say_beyond(count: int, others: int, listed: int, noun: str, word: str) -> str:
    """How many of the others it stands ``word`` than: "higher than 8 of the 10 statistical
    neighbours with figures".

    ``others`` have a figure, of ``listed`` that the group names. Where some have none the words
    say so, since those could stand anywhere.
    """
    group = f"{others} {noun}" + ("" if others == listed else " with figures")
    if count == others:
        return f"{word} than all {group}"
    return f"{word} than {count or 'none'} of the {group}"


def comparison_forms(
    own: Decimal, others: Sequence[Decimal], listed: int, noun: str
) -> dict[str, str]:
    """The forms that compare a figure with ``others``, of ``listed`` places; several are needed."""
    if len(others) < 2:
        return {}
    above, below = (sum(own > one for one in others), sum(own < one for one in others))
    return {
        "higher_than": say_beyond(above, len(others), listed, noun, "higher"),
        "lower_than": say_beyond(below, len(others), listed, noun, "lower"),
    }
