"""Contents that mark the section in view: each of a page's sections is gone to, and looked for."""

from pathlib import Path

from tests.audits.browser import opened

FOLLOW = """async () => {
  const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  const faults = [];
  const links = [...document.querySelectorAll("nav a[href^='#']")];
  for (const link of links) {
    location.hash = link.hash;
    await frame();
    await frame();
    const marked = document.querySelectorAll("nav [aria-current]");
    const words = [...marked].map(one => one.textContent.trim()).join(", ") || "nothing";
    if (marked.length !== 1 || marked[0] !== link)
      faults.push(`at ${link.textContent.trim()} the contents mark ${words}`);
    else if (!link.checkVisibility()) faults.push(`${words} is marked out of sight`);
  }
  return links.length ? faults : ["there are no contents"];
}"""


def audit(path: Path, *, width: int) -> list[str]:
    """One fault for each section whose link is not the one that is marked when it is in view."""
    with opened(path, width=width) as shown:
        faults: list[str] = shown.page.evaluate(FOLLOW)
    return faults
