"""The body alone, as one element to be put in a page of the council's own.

The host page has the title, the way to the main part and the policy; headings begin at level 2.
"""

from sufficiency.engines.web.scoped import scoped
from sufficiency.engines.web.single import Single
from sufficiency.engines.web.tree import made, write_piece

SCOPE = "sufficiency-strategy"
FRAGMENT = "strategy.html"
_MAIN = "strategy-main"
# What the host page says of elements of all kinds ends here.
_ANEW = """:root { all: initial; display: block; color-scheme: light; }
*, *::before, *::after { all: revert; }"""


def fragment_files(single: Single, own_style: str) -> dict[str, bytes]:
    """The fragment, its style sheet, and its figures, by their names."""
    fragment = made("div", "\n", class_=SCOPE, lang=single.shell.get("lang", "en-GB"))
    fragment.extend(list(single.before_chapters()))
    main = made("div", "\n", class_=_MAIN)
    for chapter in single.chapters:
        main.append(chapter.section(*chapter.elements()))
    fragment.append(main)
    style = scoped(f"{_ANEW}\n{single.style}\n{own_style}", f".{SCOPE}", {"main": f".{_MAIN}"})
    for block in fragment:
        block.tail = "\n"
    # In plain ASCII it says the same in a page of any encoding.
    text = f"{write_piece(fragment)}\n".encode("ascii", "xmlcharrefreplace")
    return {FRAGMENT: text, "strategy.css": style.encode(), **single.files}
