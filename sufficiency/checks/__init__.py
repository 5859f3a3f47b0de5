"""Rules over the bound strategy: one module a family, each rule with its own code.

Reads models only, never rendered files; what the finished documents must hold is audited in
``tests/audits``.
"""

from collections.abc import Collection

from sufficiency.checks.almost_markup import check_almost_markup
from sufficiency.checks.dates import check_dates
from sufficiency.checks.emphasis import check_emphasis
from sufficiency.checks.figures import check_figures
from sufficiency.checks.footnotes import check_footnotes
from sufficiency.checks.lag import check_lag
from sufficiency.checks.pictures import check_pictures
from sufficiency.checks.placed import check_placed
from sufficiency.checks.plan import check_plan
from sufficiency.checks.quoted import check_quoted
from sufficiency.checks.quotients import check_quotients
from sufficiency.checks.sections import check_sections
from sufficiency.checks.sums import check_sums
from sufficiency.checks.tables import check_tables
from sufficiency.checks.targets import check_targets
from sufficiency.checks.thread import check_thread
from sufficiency.checks.uncited import check_uncited
from sufficiency.content import Content, Shelf
from sufficiency.problems import Problem
from sufficiency.prose import BoundStrategy
from sufficiency.tables import ReleasedTable


def check(
    content: Content,
    bound: BoundStrategy,
    tables: Shelf[ReleasedTable],
    headings: Collection[str] = (),
) -> list[Problem]:
    """All problems that every rule finds; ``headings`` are ids that own templates may print."""
    return [
        *check_plan(content, bound),
        *check_thread(content, bound, tables),
        *check_lag(content, tables, bound.strategy),
        *check_uncited(content, bound),
        *check_quoted(content, bound, tables),
        *check_dates(content, bound.strategy),
        *check_targets(content, bound, tables),
        *check_quotients(content.indicators, tables, bound.strategy.as_at),
        *check_sums(content.indicators, tables, bound.strategy.as_at),
        *check_placed(content, bound),
        *check_sections(content, bound, headings),
        *check_figures(bound),
        *check_tables(content, bound),
        *check_footnotes(content),
        *check_emphasis(content),
        *check_almost_markup(content),
        *check_pictures(content),
    ]


__all__ = ["check"]
