"""A small single page with all that a strategy may hold, rendered from Markdown, and its forms."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lxml import html

from sufficiency.engines.web import web_files
from tests.engines.rendering import BOX, FIGURE, LIST_TABLE, TABLE, TEMPLATES, remember, rendered

BODY = f"""# Homes {{#sec-homes}}

What homes cost is in @fig-costs and @tbl-costs; the plan is @sec-plan. Its *aim*
is `local`, says [the law](https://www.legislation.gov.uk).[^one]

[^one]: The **first** note.

## What homes cost {{#sec-costs}}

{FIGURE}
::: {{.figure-note}}
Source: the council.
:::

{TABLE}

# Plan {{#sec-plan}}

See @fig-costs and @tbl-plan.[^two] More in @sec-homes.

[^two]: The second note.

    It goes on.

{BOX}

:::: {{.voice}}
I want to *stay*.

Please.

::: {{.voice-by}}
Young person
:::
::::

{LIST_TABLE}

# Glossary {{#sec-glossary .unnumbered}}

Home
:   Where a child lives.

Sufficiency
:   Enough *homes*.

    Near home.
"""


@cache
def single_page() -> bytes:
    """The finished page; it needs no file beside it."""
    with TemporaryDirectory() as folder:
        return rendered(BODY, Path(folder), ["html"])["html"].read_bytes()


def forms_of(page: bytes, mode: str, beside: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    """The files that a page becomes, with these files beside it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "strategy.html"
        for name, data in {"strategy.html": page, **(beside or {})}.items():
            (path.parent / name).write_bytes(data)
        return web_files(path, mode, templates=TEMPLATES, remember=remember)


def tree(data: bytes) -> Any:
    """A page's tree, or that of a piece of one, in a single element."""
    text = data.decode("utf-8")
    if text.startswith("<!DOCTYPE"):
        return html.document_fromstring(data)
    return html.fragment_fromstring(text, create_parent="div")


def texts(element: Any, *tags: str) -> list[str]:
    """The words of each element of these tags, with single spaces."""
    return [" ".join("".join(one.itertext()).split()) for one in element.iter(*tags)]


def replaced(page: bytes, was: str, becomes: str) -> bytes:
    """The page with one thing in it changed."""
    assert was.encode() in page
    return page.replace(was.encode(), becomes.encode(), 1)
