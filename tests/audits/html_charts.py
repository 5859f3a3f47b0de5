"""Charts on a narrow screen: their text, drawn as outlines, is large enough to be read.

What is measured is on the screen: each chart's picture is put in its own place as SVG, and its
letters are asked how large they came out.
"""

from pathlib import Path
from typing import Any
from urllib.request import urlopen

from tests.audits.browser import NARROW, opened

SMALLEST = 11.0  # CSS pixels of a line of text
# A capital or a digit of the charts' typeface is 0.668 of the text's size.
DIGIT = 0.668

MEASURE = """async () => {
  const found = [];
  for (const image of document.querySelectorAll("picture img")) {
    const shown = image.getBoundingClientRect();
    const text = await window.textOf(image.currentSrc);
    const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    svg.setAttribute("width", shown.width);
    svg.setAttribute("height", shown.height);
    image.replaceWith(svg);
    const lines = [...svg.querySelectorAll('g[transform*="scale"]')];
    found.push({
      alt: image.alt,
      is_narrow: image.currentSrc !== image.src,
      width: shown.width,
      sizes: lines.map(line => Math.abs(line.getScreenCTM().d) * 1000),
      tallest: lines.map(line => Math.max(
        ...[...line.querySelectorAll("use")].map(one => one.getBoundingClientRect().height))),
    });
  }
  return found;
}"""


def measured(path: Path, *, width: int = NARROW) -> list[dict[str, Any]]:
    """For each chart: alt, is_narrow, width, and for each line of its text ``sizes`` and
    ``tallest``, the type size and the height of the tallest letter, in CSS pixels."""
    with opened(path, width=width, afresh=True) as shown:
        # A page may not read a file that lies beside it.
        shown.page.expose_function("textOf", _text)
        charts: list[dict[str, Any]] = shown.page.evaluate(MEASURE)
    return charts


def _text(address: str) -> str:
    """What stands at an address, be it data or a file's."""
    with urlopen(address) as found:
        text: str = found.read().decode("utf-8")
    return text


def audit(path: Path) -> list[str]:
    """A fault for each chart with small text at 320 pixels, or with no text to be found."""
    charts = measured(path)
    faults = [] if charts else ["no chart was found"]
    for chart in charts:
        name = chart["alt"][:60]
        if not chart["sizes"]:
            faults.append(f"no text was found in: {name}")
            continue
        size, digit = min(chart["sizes"]), max(chart["tallest"])
        if size < SMALLEST:
            faults.append(f"text of {size:.1f} pixels in: {name}")
        if digit < SMALLEST * DIGIT:
            faults.append(f"digits of {digit:.1f} pixels in: {name}")
    return faults
