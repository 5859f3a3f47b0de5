"""A page held to its own policy: served with it as a web server would, and from nowhere else.

The policy that the page carries is sent as a header too. What the browser refuses because of it is
a fault, and so is every request but for the page.
"""

from pathlib import Path
from urllib.parse import urlsplit

from lxml import html
from playwright.sync_api import Route

from tests.audits.browser import WIDE, window

SITE = "http://strategy.example"
LISTEN = """() => {
  window.refused = [];
  document.addEventListener("securitypolicyviolation", event =>
    window.refused.push(`${event.effectiveDirective} refuses ${event.blockedURI}`));
}"""


def policy_of(path: Path) -> str:
    """The policy that the page carries, as a server would send it; blank if it has none."""
    page = html.document_fromstring(path.read_bytes())
    metas = page.findall('.//meta[@http-equiv="Content-Security-Policy"]')
    return "".join(str(meta.get("content")) for meta in metas)


def audit(path: Path) -> list[str]:
    """A fault for a policy that is missing or lets everything pass, and for all that it refuses."""
    policy = policy_of(path)
    faults = [] if policy.startswith("default-src 'none'") else ["the policy allows by default"]
    faults += ["the policy allows what stands in the page"] * ("unsafe" in policy)
    served = f"/{path.name}"

    def serve(route: Route) -> None:
        asked = urlsplit(route.request.url)
        if f"{asked.scheme}://{asked.netloc}" == SITE and asked.path == served:
            headers = {"Content-Security-Policy": policy, "Content-Type": "text/html"}
            route.fulfill(body=path.read_bytes(), headers=headers)
        elif asked.path == "/favicon.ico":
            route.fulfill(status=204)
        else:
            faults.append(f"the page asks for {route.request.url}")
            route.abort()

    with window(width=WIDE) as context:
        context.route("**/*", serve)
        context.add_init_script(f"({LISTEN})()")
        page = context.new_page()
        page.on("console", lambda said: faults.append(f"the console says: {said.text}"))
        page.on("pageerror", lambda error: faults.append(f"the script fails: {error.message}"))
        page.goto(f"{SITE}{served}", wait_until="load")
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        page.evaluate(
            "Promise.all([...document.images].map(one => one.decode().catch(() => null)))"
        )
        faults += page.evaluate("window.refused")
    return faults
