"""One module a form in which problems are told; each has one public function.

They know places and codes, and nothing of strategies. What may not be shown is not in the
findings that they are given.
"""

from collections.abc import Callable, Mapping

from sufficiency.problems.findings import Findings
from sufficiency.problems.reports.github import write_github
from sufficiency.problems.reports.html_page import write_html
from sufficiency.problems.reports.json_report import write_json
from sufficiency.problems.reports.sarif import write_sarif
from sufficiency.problems.reports.terminal import tell

REPORTS: Mapping[str, Callable[[Findings], str]] = {
    "json": write_json,
    "github": write_github,
    "sarif": write_sarif,
    "html": write_html,
}
"""What writes each report, by the name that the command line knows it by."""

_BEGINNINGS = (b"::error file=", b"::warning file=")
_MARKS = (b'"name": "sufficiency"', b'content="sufficiency, report of problems"')
_LOOKED_AT = 1000


def is_report(data: bytes) -> bool:
    """Whether a file's bytes are one of these reports, which a new one may replace."""
    head = data[:_LOOKED_AT]
    return head.startswith(_BEGINNINGS) or any(mark in head for mark in _MARKS)


__all__ = ["REPORTS", "is_report", "tell"]
