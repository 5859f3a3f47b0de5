"""Markup that reaches out of the strategy, and what looks like it and is let through."""

import pytest

from sufficiency.prose.refused import refused_markup
from sufficiency.sources import Text


def told(body: str) -> list[str]:
    return [f"{p.at.line}:{p.at.column} {p.message}" for p in refused_markup(Text(body), {})]


def test_a_list_too_long_for_pandoc_is_told_where_it_begins() -> None:
    assert told("First.\n\n" + "- a\n\n" * 5_000) == [
        "3:1 a paragraph or list of 24,998 characters begins here."
    ]


class TestRefusedMarkup:
    @pytest.mark.parametrize(
        ("body", "message"),
        [
            ("a\n{{< include x >}}", "2:1 a shortcode stands here."),
            ("```{python}\n<b>\n```", "1:1 a cell that would be run stands here."),
            ("```\u007b.python}\nx\n```", "1:1 a cell that would be run stands here."),
            ("~~~ {=typst}\n![x](y)\n~~~", "1:1 raw markup stands here."),
            ("a `x`{=html} b", "1:3 raw markup stands here."),
            ("a <span\nclass='x'>b", "1:3 HTML stands here."),
            ("a ![b](c.png)", "1:3 a picture stands here."),
            ("a ![b](https://example.org/c.png)", "1:3 a picture stands here."),
            ("a ![b]", "1:3 a picture stands here."),
            ("[a](b.docx)", "1:3 a link that leads to no web page stands here."),
            ("[a]: ../b", "1:1 a link that leads to no web page stands here."),
            ("<file:///etc/passwd>", "1:1 HTML stands here."),
            ("[a](<b c.docx>)", "1:3 a link that leads to no web page stands here."),
            ("[a](  JavaScript:x)", "1:3 a link that leads to no web page stands here."),
            ("[a]:\n  <../b>", "1:1 a link that leads to no web page stands here."),
        ],
    )
    def test_it_is_told_once_where_it_stands(self, body: str, message: str) -> None:
        assert told(body) == [message]

    @pytest.mark.parametrize(
        ("body", "offered"),
        [
            ("![Home](pictures/home.jpg)", "home"),
            ("![Home](Home.JPG)", "home"),
            (r"![Home](C:\pictures\hom.jpg)", "home"),
            ('![Home](strategy/pictures/home.jpg "A home")', "home"),
        ],
    )
    def test_the_picture_that_is_meant_is_offered(self, body: str, offered: str) -> None:
        pictures = {"home": "home.jpg", "crest": "logo.svg"}
        (problem,) = refused_markup(Text(body), pictures)
        assert problem.mend == f'Did you mean {{{{ picture("{offered}") }}}}, on a line by itself?'

    @pytest.mark.parametrize("body", ["![Map](map.png)", "![Map]", "![Map]()", "![Map][home]"])
    def test_where_none_is_like_it_the_way_is_said(self, body: str) -> None:
        (problem,) = refused_markup(Text(body), {"home": "home.jpg"})
        assert problem.mend.startswith("List it in strategy/pictures.yml and place it with")

    @pytest.mark.parametrize(
        "body",
        [
            "# A `mark\n<b> `",
            "a\n~~~\n<b>\n~~~",
            "    ```\n\n<b>\n    ```",
            "```\n<b>",
            "- a\n\n  ```\n  x\n\n<b>\n\n  ```",
            "[x](a`b) <b> [y](c`d)",
            "a ` b\nc ` <b> `",
            "-------  ------\na ` b    <b> `\n",
            "{##\n\n```\n##}\n<b>\n\n```",
            r"\` <b> `",
            "```\n{{< include x >}}\n```",
            "```\nx\n---\ny\n```",
            "`{python} <b>`",
            "`<b>`{=html}",
            "```{=html}\n<b>\n```",
        ],
    )
    def test_what_could_be_more_than_code_is_told(self, body: str) -> None:
        assert told(body) != []

    def test_places_below_code_are_right(self) -> None:
        assert told("`<b>` c\n\n```\n<b>\n```\n\nx <i>") == ["7:3 HTML stands here."]

    @pytest.mark.parametrize(
        "body",
        [
            "5 < 6 and 7 > 4",
            "[Act](https://example.org) or <https://example.org> or [us](mailto:a@example.org)",
            "[call](tel:01234) and [below](#sec-x)",
            "[a]: https://example.org",
            "[a](<https://example.org>) or [a]( https://example.org )",
            "[a]: <https://example.org>",
            "[a]:\n  https://example.org",
            "[a](\n  https://example.org)",
            "[a](HTTPS://example.org), <HTTPS://example.org> or [us](Mailto:a@example.org)",
            "A note[^1]\n\n[^1]: the note",
            "```\nplain\n```",
            "`code` {x}",
            "The sign `<b>` or `` ![a](b.png) `` is text.\n- and `[a](b.docx)` too",
            "A page:\n\n```html\n<b>\n\n![a](b.png)\n```\n\nand ~ on",
            "~~~\n[a](b.docx)\n[a]: ../b\n~~~\n",
            r"\<b> and \![b](https://example.org)",
            '[12]{source="register"} and [5 days]{.commitment}',
            "Wow! [a](https://example.org)",
        ],
    )
    def test_what_only_looks_like_it_is_let_through(self, body: str) -> None:
        assert told(body) == []
