"""WCAG 2.2 A and AA and best practice by axe-core, in Chromium.

Narrow (at 400% zoom) and wide, light and dark, and as it is printed.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.audits.browser import HEIGHT, NARROW, WIDE, ZOOM, opened

TAGS = "wcag2a wcag2aa wcag21a wcag21aa wcag22a wcag22aa best-practice".split()
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    # axe leaves the one new rule of WCAG 2.2 off unless it is asked for by name.
    "rules": {"target-size": {"enabled": True}},
    # Of a rule that is kept, one element stands for all: naming each takes most of the time.
    "resultTypes": ["violations"],
}
FEWEST_RULES = 60
View = tuple[int, Literal["light", "dark"], Literal["screen", "print"]]
VIEWS: tuple[View, ...] = (
    (NARROW, "light", "screen"),
    (NARROW, "dark", "screen"),
    (WIDE, "light", "screen"),
    (WIDE, "dark", "screen"),
    (WIDE, "light", "print"),
)
EACH_ONCE: tuple[View, ...] = (VIEWS[0], VIEWS[3], VIEWS[4])
"""Each width, each scheme and the printed page: what one does to a rule the others do not undo.
A record is made of all the views."""


def audit(path: Path, views: Sequence[View] = VIEWS) -> list[str]:
    """One fault for each element that breaks a rule: where, the rule and axe's words.

    Raises:
        RuntimeError: If axe ran so few rules that its silence would prove nothing.
    """
    faults = []
    with opened(path, width=NARROW, zoom=ZOOM) as shown:
        for width, scheme, media in views:
            shown.page.set_viewport_size({"width": width, "height": HEIGHT})
            shown.page.emulate_media(media=media, color_scheme=scheme)
            where = f"at {width} px, {scheme if media == 'screen' else 'printed'}"
            faults += _violations(shown.page, where)
    return faults


def _violations(page: Page, where: str) -> list[str]:
    results: dict[str, list[dict[str, Any]]] = Axe().run(page, options=OPTIONS).response
    outcomes = ("violations", "passes", "incomplete", "inapplicable")
    ran = {rule["id"] for outcome in outcomes for rule in results[outcome]}
    if len(ran) < FEWEST_RULES or "target-size" not in ran:
        raise RuntimeError(f"axe-core ran only {len(ran)} rules {where}")
    return [
        f"{where}, {rule['id']}: {rule['help']}: {', '.join(map(str, element['target']))}"
        for rule in results["violations"]
        for element in rule["nodes"]
    ]
