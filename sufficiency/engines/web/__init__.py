"""Web pages of other forms, cut from the finished single page: a site, a fragment, or files for a
content-management system.

Whatever made that page, the embedded engine or Quarto, and whatever its template, only its
structure is read: one main part, a heading of level 2 for each chapter, notes at the end.
"""

from collections.abc import Mapping
from pathlib import Path

from sufficiency.engines.svg_png import png_of
from sufficiency.remember import Remember

_STYLES = "formats/html"


def web_files(
    page: Path,
    mode: str,
    *,
    templates: Mapping[str, bytes],
    remember: Remember,
) -> dict[str, bytes]:
    """The files that a finished single page becomes, by name; the one to open is the first.

    Args:
        page: The page; what it leads to, such as the PDF, lies beside it or below.
        mode: "site", "fragment" or "cms".
        templates: Path below ``templates/`` to bytes; ``formats/html/site.css`` is a mode's style.
        remember: ``remember(key, make)`` returns the bytes kept under ``key``, or makes them.

    Raises:
        EngineError: If the page has no chapters, or leads to a file that is not there.
        ValueError: If the mode is unknown.
    """
    from sufficiency.engines.web.single import take_apart

    single = take_apart(page.read_bytes(), lambda name: _read(page.parent, name))
    if mode == "site":
        from sufficiency.engines.web.site import site_files

        return site_files(single, _style(templates, mode))
    if mode == "fragment":
        from sufficiency.engines.web.fragment import fragment_files

        return fragment_files(single, _style(templates, mode))
    if mode == "cms":
        from sufficiency.engines.web.cms import cms_files

        return cms_files(single, lambda name, svg: png_of(svg, name=name, remember=remember))
    raise ValueError(f"unknown form of the web page: {mode}")


def _style(templates: Mapping[str, bytes], mode: str) -> str:
    return templates[f"{_STYLES}/{mode}.css"].decode("utf-8")


def _read(folder: Path, name: str) -> bytes | None:
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
        return None
    return path.read_bytes()
