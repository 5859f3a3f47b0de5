"""The bones of a page: its language, its landmarks, and headings that skip no level."""

from pathlib import Path

from lxml import etree, html

LANDMARKS = {"header": "body/header", "nav": ".//nav", "main": ".//main", "footer": "body/footer"}


def audit(path: Path) -> list[str]:
    """One fault for each thing that is missing, is there twice, or skips a level."""
    page = html.document_fromstring(path.read_bytes())
    faults = [] if page.get("lang") else ["the page does not say its language"]
    for name, place in LANDMARKS.items():
        count = len(page.findall(place))
        faults += [f"there are {count} <{name}> landmarks"] * (count != 1)
    return faults + _headings(page) + _inline(page)


def _headings(page: html.HtmlElement) -> list[str]:
    headings = list(page.iter("h1", "h2", "h3", "h4", "h5", "h6"))
    levels = [int(heading.tag[1]) for heading in headings]
    faults = [f"there are {levels.count(1)} <h1>"] * (levels.count(1) != 1)
    for heading, above, level in zip(headings[1:], levels, levels[1:], strict=False):
        if level > above + 1:
            words = " ".join(heading.text_content().split())
            faults.append(f"<h{level}> {words} follows <h{above}>")
    return faults


def _inline(page: html.HtmlElement) -> list[str]:
    """One style, one script; nothing that styles or acts by an attribute."""
    scripts = [one for one in page.iter("script") if one.get("type") != "application/ld+json"]
    styles = list(page.iter("style"))
    faults = [f"there are {len(styles)} <style> elements"] * (len(styles) > 1)
    faults += [f"there are {len(scripts)} scripts"] * (len(scripts) > 1)
    return faults + [
        f"<{element.tag}> in line {element.sourceline} has {name}"
        for element in page.iter(etree.Element)
        for name in map(str, element.attrib)
        if name == "style" or name.startswith("on")
    ]
