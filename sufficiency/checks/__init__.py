"""Rules over the bound strategy: one module a family, each rule with its own code.

Reads models only, never rendered files; what the finished documents must hold is audited in
``tests/audits``.
"""

from sufficiency.checks.figures import check_figures
from sufficiency.checks.footnotes import check_footnotes
from sufficiency.checks.pictures import check_pictures
from sufficiency.checks.plan import check_plan
from sufficiency.checks.sections import check_sections
from sufficiency.content import Content
from sufficiency.problems import Problem
from sufficiency.prose import BoundStrategy


def check(content: Content, bound: BoundStrategy) -> list[Problem]:
    """All problems that every rule finds."""
    return [
        *check_plan(content, bound),
        *check_sections(content, bound),
        *check_figures(bound),
        *check_footnotes(content),
        *check_pictures(content, bound),
    ]


__all__ = ["check"]
