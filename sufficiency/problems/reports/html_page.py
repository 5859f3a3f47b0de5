"""Problems as one page that an author opens in a browser: by file, with lines and explanations.

The page asks for nothing and runs nothing. Whatever an author typed is shown as it was typed.
"""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sufficiency.problems.excerpt import harmless
from sufficiency.problems.findings import Findings
from sufficiency.problems.problem import Problem, count_problems

if TYPE_CHECKING:
    from markupsafe import Markup

_FOLDER = Path(__file__).parent


def write_html(findings: Findings) -> str:
    """The page, complete with its style."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        autoescape=True,
        loader=FileSystemLoader(_FOLDER),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "harmless": harmless,
        "words": _words,
        "sentence": _sentence,
        "count": count_problems,
    }
    page = environment.get_template("page.html.j2")
    return page.render(
        files=findings.by_file(),
        problems=findings.in_order(),
        excerpt=findings.excerpt,
        mend=_mend,
        style=(_FOLDER / "page.css").read_text("utf-8"),
    )


def _sentence(text: str) -> str:
    """The text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]


def _words(text: str) -> "Markup":
    """A message's text, escaped, with what stands between backticks as code."""
    from markupsafe import Markup, escape

    parts = re.split(r"`([^`]+)`", harmless(text))
    marked = (Markup("<code>{}</code>").format(part) for part in parts[1::2])
    return Markup("").join(
        part
        for pair in zip(map(escape, parts[::2]), [*marked, Markup("")], strict=True)
        for part in pair
    )


def _mend(problem: Problem) -> str:
    """How to mend a problem; where its message says that already, what its code says."""
    return problem.mend or problem.code.mend
