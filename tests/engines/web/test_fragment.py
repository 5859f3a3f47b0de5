"""The fragment: one element, headings from level 2, and a style that holds within it alone."""

import pytest

from sufficiency.engines.web.scoped import scoped
from tests.engines.web.a_page import forms_of, single_page, texts, tree

ROOT = ".ours:not(#_):not(#_)"


@pytest.fixture(scope="module")
def fragment() -> dict[str, bytes]:
    return forms_of(single_page(), "fragment")


class TestFragment:
    def test_is_one_element_and_a_style_sheet(self, fragment: dict[str, bytes]) -> None:
        files = [name for name in fragment if not name.startswith("fonts/")]
        assert files == ["strategy.html", "strategy.css", "figures/costs.svg"]
        (element,) = tree(fragment["strategy.html"])
        assert (element.tag, element.get("class")) == ("div", "sufficiency-strategy")

    def test_has_nothing_that_the_host_page_has(self, fragment: dict[str, bytes]) -> None:
        tags = {element.tag for element in tree(fragment["strategy.html"]).iter()}
        assert not tags & set("html head body title main h1 header footer style script".split())

    def test_has_dates_notice_contents_and_every_chapter(self, fragment: dict[str, bytes]) -> None:
        element = tree(fragment["strategy.html"])
        assert texts(element, "h2") == ["1 Homes", "2 Plan", "Glossary"]
        assert texts(element, "summary")[0] == "Contents"
        said = " ".join(texts(element, "div"))
        assert "20 November 2026" in said
        assert "An unofficial worked example." in said

    def test_links_stay_within_it(self, fragment: dict[str, bytes]) -> None:
        element = tree(fragment["strategy.html"])
        ids = {one.get("id") for one in element.iter() if one.get("id")}
        links = {link.get("href") for link in element.iter("a")} - {
            "https://www.legislation.gov.uk"
        }
        assert {link[1:] for link in links} <= ids

    def test_is_plain_ascii_for_a_host_of_any_encoding(self, fragment: dict[str, bytes]) -> None:
        assert fragment["strategy.html"].isascii()


def own_rules(style: str) -> list[str]:
    """The rules of the scoped sheet after the first, which defines the size of a rem."""
    return scoped(style, ".ours", {"main": ".text"}).splitlines()[1:]


class TestScoped:
    @pytest.mark.parametrize(
        ("rule", "becomes"),
        [
            ("p, li > a:hover { x: 1 }", f"{ROOT} p, {ROOT} li > a:hover {{ x: 1 }}"),
            (":root { --a: 1 }", f"{ROOT} {{ --a: 1 }}"),
            ("body { x: 1 }", f"{ROOT} {{ x: 1 }}"),
            ("html body p { x: 1 }", f"{ROOT} p {{ x: 1 }}"),
            ("main > p { x: 1 }", f"{ROOT} .text > p {{ x: 1 }}"),
            (
                ".main, .body, #main { x: 1 }",
                f"{ROOT} .main, {ROOT} .body, {ROOT} #main {{ x: 1 }}",
            ),
            ("a:is(p, q) { x: 1 }", f"{ROOT} a:is(p, q) {{ x: 1 }}"),
            ("*::before { x: 1 }", f"{ROOT} *::before {{ x: 1 }}"),
        ],
    )
    def test_each_selector_is_below_the_scope(self, rule: str, becomes: str) -> None:
        assert " ".join(own_rules(rule)) == becomes

    def test_rules_within_conditions_are_too(self) -> None:
        said = own_rules("@media (min-width: 3rem) { p { x: 1 } @supports (x: 1) { q { x: 1 } } }")
        assert said[0] == "@media (min-width: 3rem) {"
        assert f"{ROOT} q {{ x: 1 }}" in said

    def test_fonts_stay_as_they_are(self) -> None:
        face = '@font-face { font-family: "Ours"; src: url("a.woff2") }'
        assert own_rules(face) == [face]

    @pytest.mark.parametrize(
        "rule", ["@media (prefers-color-scheme: dark) { p { x: 1 } }", "@page { margin: 0 }"]
    )
    def test_what_would_reach_beyond_the_host_is_left_out(self, rule: str) -> None:
        assert own_rules(rule) == []

    def test_lengths_within_brackets_do_too(self) -> None:
        assert own_rules("p { margin: calc((1rem + 2px) * 2) }") == [
            f"{ROOT} p {{ margin: calc((calc(1 * var(--rem)) + 2px) * 2) }}"
        ]
        assert own_rules("p { grid: [a] 1px; & q { x: 1rem } }") == [
            f"{ROOT} p {{ grid: [a] 1px; & q {{ x: calc(1 * var(--rem)) }} }}"
        ]

    def test_lengths_hold_where_the_host_has_a_small_rem(self) -> None:
        assert own_rules("p { margin: max(1rem, 2px) -2rem }") == [
            f"{ROOT} p {{ margin: max(calc(1 * var(--rem)), 2px) calc(-2 * var(--rem)) }}"
        ]
