"""Collects the problems of several stages, so that their story reads as that of their values."""

from collections.abc import Iterable
from typing import TypeVar

from sufficiency.problems.problem import Problem

_Value = TypeVar("_Value")


class Collected:
    """The problems found so far, in the order in which they were found."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def value(self, given: tuple[_Value, Iterable[Problem]]) -> _Value:
        """What a stage gives, without the problems that it gives beside it: these are kept."""
        value, problems = given
        self.problems += problems
        return value
