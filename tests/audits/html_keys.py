"""A walk with the Tab key from the top of a page to its end, in a real browser.

Each stop must be seen: it has a size, lies in the window, nothing covers it, and it looks other
than when it is not focused. Stops come in the order of the document, none is left out, and the
walk ends.
"""

from pathlib import Path
from typing import Any

from tests.audits.browser import opened

# What can be gone to, and how each looks before the walk.
PREPARE = """() => {
  window.scrollTo(0, 0);
  const look = element => {
    const style = getComputedStyle(element);
    return [style.outlineStyle, style.outlineColor, style.outlineWidth, style.boxShadow,
      style.backgroundColor, style.borderColor, style.color].join("|");
  };
  const stops = [...document.querySelectorAll("a[href], summary, button, [tabindex='0']")];
  const awaited = stops.filter(stop => stop.checkVisibility());
  const before = new Map(stops.map(stop => [stop, look(stop)]));
  const visited = new Set();
  const unseen = { opacityProperty: true, visibilityProperty: true };
  let last = null;
  const name = element => `<${element.localName}> ${element.textContent.trim().slice(0, 40)}`;
  window.leftOut = () => awaited.filter(stop => !visited.has(stop)).map(name);
  window.stopHere = () => {
    const here = document.activeElement;
    if (!here || here === document.body) return null;
    if (visited.has(here)) return [`${name(here)} is a stop twice`];
    visited.add(here);
    const faults = [];
    const box = here.getClientRects()[0] ?? new DOMRect();
    if (!box.width || !box.height || !here.checkVisibility(unseen)) faults.push("cannot be seen");
    else if (box.bottom < 1 || box.right < 1 || box.top >= innerHeight || box.left >= innerWidth)
      faults.push("is out of the window");
    else {
      const within = (at, end) => Math.min(Math.max(at, 1), end - 2);
      const x = within(box.left + Math.min(box.width, innerWidth) / 2, innerWidth);
      const y = within(box.top + Math.min(box.height, 12) / 2, innerHeight);
      const seen = document.elementFromPoint(x, y);
      if (!seen || !(here.contains(seen) || seen.contains(here))) faults.push("is covered");
    }
    if (look(here) === before.get(here)) faults.push("looks the same when it is focused");
    if (last && !(last.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING))
      faults.push("comes after what it stands before");
    last = here;
    return faults.map(fault => `${name(here)} ${fault}`);
  };
  return stops.length;
}"""


def audit(path: Path, *, width: int) -> list[str]:
    """One fault for each thing wrong with a stop, for stops left out, and for a walk without end.

    Raises:
        RuntimeError: If the page has nothing to stop at.
    """
    faults: list[str] = []
    with opened(path, width=width, afresh=True) as shown:
        page = shown.page
        count: int = page.evaluate(PREPARE)
        if not count:
            raise RuntimeError(f"{path.name} has nothing to stop at")
        for _ in range(count + 5):
            page.keyboard.press("Tab")
            found: list[str] | None = page.evaluate("window.stopHere()")
            if found is None:
                break
            faults += found
        else:
            faults.append("the walk does not end")
        left_out: list[Any] = page.evaluate("window.leftOut()")
        return [*faults, *(f"{name} is never reached" for name in left_out)]
