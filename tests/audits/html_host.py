"""A fragment in a page of somebody else's: neither's style may reach the other.

What is compared is what the browser computes for each element, in a host with hostile styles
and in one with none, and for the host's own elements with the fragment's style sheet and without.
"""

from pathlib import Path

from tests.audits.browser import WIDE, opened

HOSTILE = """
html { font-size: 62.5%; }
body { font: italic 3rem/3 serif; color: #ff00ff; text-transform: uppercase;
  letter-spacing: 0.3em; text-align: center; text-indent: 5em; }
* { margin: 9px; border: 2px solid red; }
p, li, td, th, dd, dt, figcaption, summary { color: lime; font-size: 40px; padding: 30px; }
.content p, .content li, #host a { display: block; float: right; text-decoration: none; }
#host .content h2, #host .content h3, #host .content th { background: black; font-weight: 100; }
table, tr, thead { display: block; }
ul { list-style: square; }
img { width: 20px; opacity: 0.2; }
details, summary { visibility: hidden; }
"""
PROPERTIES = (
    "color backgroundColor fontFamily fontSize fontWeight fontStyle lineHeight textTransform"
    " letterSpacing textAlign textIndent textDecorationLine display cssFloat position visibility"
    " opacity listStyleType whiteSpace marginTop marginBottom paddingTop paddingLeft"
    " borderTopWidth borderTopStyle borderLeftColor"
).split()
COMPUTE = """([selector, properties]) => [...document.querySelectorAll(selector)].map(element => {
  const style = getComputedStyle(element);
  return [`<${element.localName} class="${element.className}">`, properties.map(one => style[one])];
})"""
Computed = list[tuple[str, list[str]]]


def write_host(folder: Path, name: str, style: str, *, fragments_style: bool = True) -> Path:
    """A host page in the fragment's folder, around the fragment."""
    sheet = '<link rel="stylesheet" href="strategy.css">' if fragments_style else ""
    page = (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head><meta charset="utf-8">'
        f"<title>Our strategy</title>{sheet}<style>{style}</style></head>\n"
        '<body id="host">\n<header class="ours"><a class="ours" href="#host">Council</a></header>\n'
        '<main class="content">\n<h1 class="ours">Our strategy</h1>\n<p class="ours">Before.</p>\n'
        f"{(folder / 'strategy.html').read_text('utf-8')}"
        '<table class="ours"><caption>Ours</caption><thead><tr><th scope="col">A</th></tr></thead>'
        "<tbody><tr><td>1</td></tr></tbody></table>\n</main>\n</body>\n</html>\n"
    )
    (folder / name).write_text(page, encoding="utf-8")
    return folder / name


def audit(folder: Path) -> list[str]:
    """A fault for each element that looks other than it would where there is only one style."""
    ours, theirs = ".sufficiency-strategy, .sufficiency-strategy *", ".ours, .ours *"
    plain = write_host(folder, "host-plain.html", "")
    hostile = write_host(folder, "host-hostile.html", HOSTILE)
    alone = write_host(folder, "host-alone.html", HOSTILE, fragments_style=False)
    return [
        *_differences(_computed(plain, ours), _computed(hostile, ours), "the host changes"),
        *_differences(_computed(alone, theirs), _computed(hostile, theirs), "the fragment changes"),
    ]


def _computed(path: Path, selector: str) -> Computed:
    with opened(path, width=WIDE) as shown:
        found: Computed = shown.page.evaluate(COMPUTE, [selector, PROPERTIES])
    return found


def _differences(wanted: Computed, found: Computed, whose: str) -> list[str]:
    if len(wanted) != len(found) or not wanted:
        return [f"{len(wanted)} elements were compared with {len(found)}"]
    return [
        f"{whose} {name} of {element}: {was} to {becomes}"
        for (element, before), (_, after) in zip(wanted, found, strict=True)
        for name, was, becomes in zip(PROPERTIES, before, after, strict=True)
        if was != becomes
    ]
