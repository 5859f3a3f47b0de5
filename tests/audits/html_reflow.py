"""Reflow (WCAG 1.4.10): at 320 CSS pixels nobody has to scroll sideways to read a page."""

from pathlib import Path

from tests.audits.browser import NARROW, ZOOM, opened

FIND = """() => {
  const faults = [];
  const root = document.documentElement;
  const width = root.clientWidth;
  if (root.scrollWidth > width)
    faults.push(`the page is ${root.scrollWidth} px wide in a window of ${width} px`);
  for (const element of [root, document.body])
    if (["hidden", "clip"].includes(getComputedStyle(element).overflowX))
      faults.push(`${element.localName} hides what is too wide (overflow-x)`);
  const scrolls = element => {
    for (let up = element.parentElement; up; up = up.parentElement)
      if (["auto", "scroll"].includes(getComputedStyle(up).overflowX)) return true;
    return false;
  };
  for (const element of document.body.querySelectorAll("*")) {
    const box = element.getBoundingClientRect();
    if (box.width && box.left >= 0 && box.right > width + 1 && !scrolls(element))
      faults.push(`<${element.localName}> ends at ${Math.round(box.right)} px of ${width}: `
        + element.textContent.trim().slice(0, 40));
  }
  return faults;
}"""


def audit(path: Path) -> list[str]:
    """Faults for a page too wide, a page that hides the surplus, and each element that sticks out.

    An element inside a region that scrolls by itself, as a wide table does, is no fault.
    """
    with opened(path, width=NARROW, zoom=ZOOM) as shown:
        faults: list[str] = shown.page.evaluate(FIND)
    return faults
