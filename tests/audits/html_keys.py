"""A walk with the Tab key from the top of a page to its end, in a real browser.

Each stop must be seen: it has a size, lies in the window, nothing covers it, and it looks other
than when it is not focused. Stops come in the order of the document, none is left out, and the
walk ends.

The key is held down: a key that is let go only makes the browser draw the page once more. The page
itself looks at each stop, as the next press of the key arrives and before it moves on.
"""

from pathlib import Path

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
  const faults = [];
  let ended = false;
  const unseen = { opacityProperty: true, visibilityProperty: true };
  let last = null;
  const name = element => `<${element.localName}> ${element.textContent.trim().slice(0, 40)}`;
  const faultsOf = here => {
    if (visited.has(here)) return ["is a stop twice"];
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
    return faults;
  };
  const lookHere = () => {
    const here = document.activeElement;
    const isAway = !here || here === document.body;
    ended ||= isAway && visited.size > 0;
    if (!ended && !isAway) faults.push(...faultsOf(here).map(fault => `${name(here)} ${fault}`));
  };
  window.addEventListener("keydown", lookHere, true);
  window.walked = () => {
    lookHere();
    const leftOut = awaited.filter(stop => !visited.has(stop));
    return [
      ...faults,
      ...(ended ? [] : ["the walk does not end"]),
      ...leftOut.map(stop => `${name(stop)} is never reached`),
    ];
  };
  return stops.length;
}"""


def audit(path: Path, *, width: int) -> list[str]:
    """One fault for each thing wrong with a stop, for stops left out, and for a walk without end.

    Raises:
        RuntimeError: If the page has nothing to stop at.
    """
    # With the key held down a walk takes seconds, and may outrun what is still being painted: what
    # it finds must be there for somebody, too, who waits at each stop.
    return _walk(path, width, is_held=True) and _walk(path, width, is_held=False)


def _walk(path: Path, width: int, *, is_held: bool) -> list[str]:
    with opened(path, width=width, afresh=True) as shown:
        page = shown.page
        count: int = page.evaluate(PREPARE)
        if not count:
            raise RuntimeError(f"{path.name} has nothing to stop at")
        for _ in range(count + 5):
            page.keyboard.down("Tab")
            if not is_held:
                page.evaluate("() => new Promise(requestAnimationFrame)")
        faults: list[str] = page.evaluate("window.walked()")
        return faults
