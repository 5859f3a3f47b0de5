"""WCAG 2.2 A and AA and best practice by axe-core, in Chromium, narrow and wide."""

from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe

from tests.audits.browser import NARROW, WIDE, opened

TAGS = "wcag2a wcag2aa wcag21a wcag21aa wcag22a wcag22aa best-practice".split()
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    # axe leaves the one new rule of WCAG 2.2 off unless it is asked for by name.
    "rules": {"target-size": {"enabled": True}},
}
FEWEST_RULES = 60


def audit(path: Path) -> list[str]:
    """One fault for each element that breaks a rule, with the width, the rule and axe's words.

    Raises:
        RuntimeError: If axe ran so few rules that its silence would prove nothing.
    """
    return [fault for width in (NARROW, WIDE) for fault in _at(path, width)]


def _at(path: Path, width: int) -> list[str]:
    with opened(path, width=width) as shown:
        results: dict[str, list[dict[str, Any]]] = Axe().run(shown.page, options=OPTIONS).response
    outcomes = ("violations", "passes", "incomplete", "inapplicable")
    ran = {rule["id"] for outcome in outcomes for rule in results[outcome]}
    if len(ran) < FEWEST_RULES or "target-size" not in ran:
        raise RuntimeError(f"axe-core ran only {len(ran)} rules on {path.name}")
    return [
        f"at {width} px, {rule['id']}: {rule['help']}: {', '.join(map(str, element['target']))}"
        for rule in results["violations"]
        for element in rule["nodes"]
    ]
