"""One file that asks nothing of anyone: no request, and nothing that would start one.

A script must be one that the page's own policy names by its hash, whatever it does then.
"""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from lxml import etree, html

from tests.audits.browser import WIDE, opened
from tests.audits.html_policy import policy_of

FETCHED = ("src", "srcset", "poster", "data", "background")
LINKS = ("href", "xlink:href")
FOLLOWED = ("a", "area")  # only when a reader chooses to; any other element fetches by itself
REFERENCE_IN_STYLE = re.compile(r"@import\b|url\(\s*['\"]?(?!['\"]?(?:data:|#))", re.IGNORECASE)


def audit(path: Path) -> list[str]:
    """Faults in what the page asked for in Chromium, then in what its source could ask for."""
    return _requests(path) + _source(path)


def _requests(path: Path) -> list[str]:
    with opened(path, width=WIDE, afresh=True) as shown:
        own = path.resolve().as_uri()
        if own not in shown.asked_for:
            raise RuntimeError(f"Chromium did not open {path.name}")
        return [
            f"the page asks for {address}"
            for address in shown.asked_for
            if address != own and not address.startswith("data:")
        ]


def _source(path: Path) -> list[str]:
    page = html.document_fromstring(path.read_bytes())
    policy = policy_of(path)
    faults = []
    for element in page.iter(etree.Element):
        tag = element.tag if isinstance(element.tag, str) else ""
        where = f"<{tag}> in line {element.sourceline}"
        if tag == "script" and not _is_allowed(element, policy):
            faults.append(where)
        if tag == "style" and REFERENCE_IN_STYLE.search(element.text or ""):
            faults.append(f"a reference in {where}")
        faults += [
            f"{fault} {name} of {where}"
            for name, value in ([] if element.get("rel") == "canonical" else element.items())
            if isinstance(name, str) and (fault := _attribute(tag, name, str(value)))
        ]
    return faults


def _is_allowed(script: etree._Element, policy: str) -> bool:
    """A block of data, which is not run, or a script within the page that the policy names."""
    if script.get("type") == "application/ld+json":
        return True
    hashed = b64encode(sha256((script.text or "").encode()).digest()).decode()
    return script.get("src") is None and f"'sha256-{hashed}'" in policy


def _attribute(tag: str, name: str, value: str) -> str:
    """What an attribute would do beside saying something: nothing, in a page that stands alone."""
    value = value.strip()
    if name.startswith("on") or value.lower().startswith("javascript:"):
        return "script in"
    if name == "style" and REFERENCE_IN_STYLE.search(value):
        return "a reference in"
    fetched = name in FETCHED or (name in LINKS and tag not in FOLLOWED)
    if fetched and not value.startswith(("data:", "#")):
        return f"{value} would be fetched by"
    return ""
