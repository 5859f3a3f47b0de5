"""What is wrong with a project, where, and how to mend it, in words for a non-programmer.

The lowest room: it knows places in files and codes, and nothing of strategies. Every other
room declares its own codes beside the rule that raises them.
"""

from sufficiency.problems.collected import Collected
from sufficiency.problems.explanation import explain_code
from sufficiency.problems.findings import Findings
from sufficiency.problems.look_alike import foreign_letter, what_differs
from sufficiency.problems.many import few_enough
from sufficiency.problems.near_miss import nearest, suggestion
from sufficiency.problems.problem import (
    Cause,
    Code,
    Location,
    Problem,
    Severity,
    all_codes,
    count_problems,
    in_reading_order,
    refuses,
)
from sufficiency.problems.slips import slips_among

__all__ = [
    "Cause",
    "Code",
    "Collected",
    "Findings",
    "Location",
    "Problem",
    "Severity",
    "all_codes",
    "count_problems",
    "explain_code",
    "few_enough",
    "foreign_letter",
    "in_reading_order",
    "nearest",
    "refuses",
    "slips_among",
    "suggestion",
    "what_differs",
]
