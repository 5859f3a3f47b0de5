"""A site behind a strict content security policy: what of it a browser would refuse."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from tests.audits.browser import WIDE, window

STRICT = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self';"
    " base-uri 'none'; form-action 'none'"
)
LISTEN = """window.refused = [];
document.addEventListener("securitypolicyviolation", event =>
  window.refused.push(`${event.violatedDirective} refuses ${event.blockedURI}`));"""


def audit(folder: Path, names: list[str]) -> list[str]:
    """A fault for each thing that the policy refuses on these pages, and for each error."""
    faults: list[str] = []
    with _served(folder) as address, window(width=WIDE) as context:
        page = context.new_page()
        page.add_init_script(LISTEN)
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        for name in names:
            page.goto(f"{address}/{name}", wait_until="load")
            faults += [f"{name}: {fault}" for fault in page.evaluate("window.refused")]
            if not page.evaluate("[...document.styleSheets].some(one => one.cssRules.length > 50)"):
                faults.append(f"{name}: the style sheet was not taken")
    return faults


class _Strict(SimpleHTTPRequestHandler):
    """Serves files with the policy, and says nothing of it."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", STRICT)
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Strict, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
