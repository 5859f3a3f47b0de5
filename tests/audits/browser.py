"""A finished page in a real browser: Chromium, without a window, at a chosen width."""

import atexit
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from tests.audits import tools

NARROW = 320  # CSS pixels: 1,280 zoomed to 400%, the width that WCAG 1.4.10 asks about
ZOOM = 4  # of such a window: each CSS pixel is drawn with four by four of the screen's
WIDE = 1280
HEIGHT = 900
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()
SHOW_EVERYTHING = """async () => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const button of document.querySelectorAll("[aria-pressed='false']")) button.click();
  window.scrollTo(0, document.body.scrollHeight);
  await Promise.all([...document.images].map(image => image.decode().catch(() => null)));
}"""


@dataclass
class Opened:
    """A page as Chromium shows it, and every address that it asked for."""

    page: Page
    asked_for: list[str] = field(default_factory=list)

    def note(self, request: Request) -> None:
        self.asked_for.append(request.url)


@contextmanager
def opened(path: Path, *, width: int, zoom: int = 1, afresh: bool = False) -> Iterator[Opened]:
    """Opens the file in a tab, scrolled to its end so that late pictures load.

    What opens on demand is open, and what a switch shows is shown, so that it is audited too. The
    page's own policy is passed over: it would keep audits from measuring (html_policy.py holds the
    page to it). A tab has shown other pages before; ``afresh`` asks for a new window, where focus
    or what was loaded matters.
    """
    with _tab(zoom, afresh=afresh) as tab:
        tab.set_viewport_size({"width": width, "height": HEIGHT})
        tab.emulate_media(media="null", color_scheme="null")
        shown = Opened(tab)
        tab.on("request", shown.note)
        tab.goto(path.resolve().as_uri(), wait_until="load")
        tab.evaluate(SHOW_EVERYTHING)
        yield shown
        tab.remove_listener("request", shown.note)


@contextmanager
def _tab(zoom: int, *, afresh: bool) -> Iterator[Page]:
    """A tab that nobody else uses. To make one takes longer than most audits, so it is kept,
    unless something failed in it."""
    if afresh:
        with window(width=WIDE, **_settings(zoom)) as context:
            yield context.new_page()
        return
    idle = _idle_tabs(zoom)
    tab = idle.pop() if idle else _context(zoom).new_page()
    yield tab
    idle.append(tab)


@cache
def _idle_tabs(zoom: int) -> list[Page]:
    return []


@cache
def _context(zoom: int) -> BrowserContext:
    return _browser().new_context(**_settings(zoom))


def _settings(zoom: int) -> dict[str, Any]:
    return {"bypass_csp": True, "device_scale_factor": zoom}


@contextmanager
def window(*, width: int, **settings: Any) -> Iterator[BrowserContext]:
    """A fresh window without a page, with Playwright's settings of a context."""
    context = _browser().new_context(viewport={"width": width, "height": HEIGHT}, **settings)
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
