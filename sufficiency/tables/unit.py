"""The units that indicators are measured in. A new unit starts here and in facts/wording.py."""

from dataclasses import dataclass
from enum import Enum


class Unit(Enum):
    """What a value counts; the enum's value is the word that authors write in YAML."""

    COUNT = "count"
    PERCENTAGE = "percentage"
    PERCENTAGE_POINTS = "percentage points"
    RATE_PER_10000 = "rate per 10,000"
    POUNDS_A_WEEK = "£ a week"
    POUNDS = "£"
    NUMBER = "number"
    # Of comparisons alone: no indicator is measured in it.
    YES_OR_NO = "yes or no"

    @property
    def default_decimals(self) -> int:
        """Digits after the point when the indicator does not say: 1 for rates, else none."""
        return 1 if self is Unit.RATE_PER_10000 else 0


@dataclass(frozen=True)
class Noun:
    """What a count counts: ``one`` child, ``many`` children."""

    one: str
    many: str
