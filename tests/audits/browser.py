"""A finished page in a real browser: Chromium, without a window, at a chosen width."""

import atexit
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.audits import tools

NARROW = 320  # CSS pixels: 1,280 zoomed to 400%, the width that WCAG 1.4.10 asks about
ZOOM = 4  # of such a window: each CSS pixel is drawn with four by four of the screen's
WIDE = 1280
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()
SHOW_EVERYTHING = """async () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  window.scrollTo(0, document.body.scrollHeight);
  await Promise.all([...document.images].map(image => image.decode().catch(() => null)));
}"""


@dataclass
class Opened:
    """A page as Chromium shows it, and every address that it asked for."""

    page: Page
    asked_for: list[str] = field(default_factory=list)


@contextmanager
def opened(path: Path, *, width: int, zoom: int = 1) -> Iterator[Opened]:
    """Opens the file in a fresh context, scrolled to its end so that late pictures load.

    What opens on demand is open, so that it is audited too. The page's own policy is passed over:
    it would keep audits from measuring (html_policy.py holds the page to it).
    """
    with window(width=width, bypass_csp=True, device_scale_factor=zoom) as context:
        shown = Opened(context.new_page())
        shown.page.on("request", lambda request: shown.asked_for.append(request.url))
        shown.page.goto(path.resolve().as_uri(), wait_until="load")
        shown.page.evaluate(SHOW_EVERYTHING)
        yield shown


@contextmanager
def window(*, width: int, **settings: Any) -> Iterator[BrowserContext]:
    """A fresh window without a page, with Playwright's settings of a context."""
    context = _browser().new_context(viewport={"width": width, "height": 900}, **settings)
    try:
        yield context
    finally:
        context.close()


@cache
def _browser() -> Browser:
    """One browser a process: starting it takes longer than any audit."""
    playwright = sync_playwright().start()
    atexit.register(playwright.stop)
    browser = playwright.chromium.launch(executable_path=tools.chromium(), args=QUIET)
    atexit.register(browser.close)
    return browser
