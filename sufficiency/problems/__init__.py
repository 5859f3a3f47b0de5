"""What is wrong with a project, where, and how to mend it, in words for a non-programmer.

The lowest room: it knows places in files and codes, and nothing of strategies. Every other
room declares its own codes beside the rule that raises them.
"""

from sufficiency.problems.near_miss import nearest, suggestion
from sufficiency.problems.problem import (
    Code,
    Location,
    Problem,
    Severity,
    all_codes,
    in_reading_order,
)

__all__ = [
    "Code",
    "Location",
    "Problem",
    "Severity",
    "all_codes",
    "in_reading_order",
    "nearest",
    "suggestion",
]
