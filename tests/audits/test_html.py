"""The HTML audits: each passes the small good page and names what is broken in a copy."""

import base64
from pathlib import Path

import pytest

from sufficiency.engines.finish_html import seal
from sufficiency.figures import draw
from sufficiency.figures.look import NARROW, WIDE, Paper
from tests.audits import (
    html_alone,
    html_axe,
    html_charts,
    html_contents,
    html_downloads,
    html_keys,
    html_nu,
    html_outline,
    html_policy,
    html_reflow,
)
from tests.audits.browser import window
from tests.figures.a_chart import home_costs

pytestmark = pytest.mark.audit

COVER = 'style="position:fixed;inset:0;background:#fff"'
HOLDING = "onkeydown=\"event.key === 'Tab' && event.preventDefault()\""
TINY_BUTTON = '<button style="width:9px;height:9px;padding:0">a</button>'
BREAKS_AND_RULES = [
    ("image-alt", ' alt="Line chart. 312 children."', ""),
    ("document-title", "<title>Homes strategy</title>", ""),
    ("html-has-lang", ' lang="en-GB"', ""),
    ("heading-order", "<h3>Actions</h3>", "<h5>Actions</h5>"),
    ("color-contrast", "color: #14212a", "color: #aaaaaa"),
    ("empty-table-header", '<th scope="col">Priority</th>', '<th scope="col"></th>'),
    ("scope-attr-valid", '<th scope="col">Action</th>', '<th scope="above">Action</th>'),
    ("target-size", "</main>", f"<p>{TINY_BUTTON * 2}</p></main>"),
]


def broken(path: Path, was: str, becomes: str) -> Path:
    """The page with one thing broken, in place."""
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, becomes, 1), encoding="utf-8")
    return path


@pytest.mark.xdist_group("browser")
class TestAxe:
    def test_a_good_page_has_no_faults(self, good_html: Path) -> None:
        assert html_axe.audit(good_html) == []

    def test_each_thing_broken_is_named_at_both_widths(self, good_html: Path) -> None:
        for _, was, becomes in BREAKS_AND_RULES:
            broken(good_html, was, becomes)
        rules = {rule for rule, _, _ in BREAKS_AND_RULES}
        named = {fault.split(": ")[0] for fault in html_axe.audit(good_html)}
        views = [(width, scheme) for width in (320, 1280) for scheme in ("light", "dark")]
        views.append((1280, "printed"))
        assert named == {
            f"at {width} px, {name}, {rule}" for width, name in views for rule in rules
        }


@pytest.mark.xdist_group("browser")
class TestReflow:
    def test_a_good_page_has_no_faults(self, good_html: Path) -> None:
        assert html_reflow.audit(good_html) == []

    def test_a_wide_table_outside_its_region_is_named(self, good_html: Path) -> None:
        faults = html_reflow.audit(broken(good_html, ".wide { overflow-x: auto; }", ""))
        assert "px wide in a window of 320 px" in faults[0]
        assert any(fault.startswith("<table> ends at") for fault in faults)

    def test_a_page_that_hides_its_surplus_is_named(self, good_html: Path) -> None:
        faults = html_reflow.audit(
            broken(good_html, ".wide { overflow-x: auto; }", "body { overflow-x: hidden; }")
        )
        assert "body hides what is too wide (overflow-x)" in faults


def with_chart(path: Path, narrow: Paper) -> Path:
    """The page with a chart, and the same on that paper for narrow screens."""
    chart = home_costs()
    addresses = [
        f"data:image/svg+xml;base64,{base64.b64encode(draw(chart, paper)).decode()}"
        for paper in (narrow, WIDE)
    ]
    picture = (
        f'<picture><source media="(max-width: 37rem)" srcset="{addresses[0]}">'
        f'<img src="{addresses[1]}" width="280" alt="Costs"></picture></main>'
    )
    return broken(path, "</main>", picture)


@pytest.mark.xdist_group("browser")
class TestCharts:
    def test_a_chart_drawn_for_narrow_screens_has_no_faults(self, good_html: Path) -> None:
        assert html_charts.audit(with_chart(good_html, NARROW)) == []

    def test_one_that_is_only_scaled_down_is_named(self, good_html: Path) -> None:
        text, digits = html_charts.audit(with_chart(good_html, WIDE))
        assert text == "text of 5.9 pixels in: Costs"
        assert digits.endswith("pixels in: Costs")

    def test_a_page_without_charts_is_named(self, good_html: Path) -> None:
        assert html_charts.audit(good_html) == ["no chart was found"]


@pytest.mark.xdist_group("browser")
class TestAlone:
    def test_a_good_page_has_no_faults(self, good_html: Path) -> None:
        assert html_alone.audit(good_html) == []

    @pytest.mark.parametrize(
        ("becomes", "named"),
        [
            ("<script>1</script></body>", "<script> in line 41"),
            ('<script src="data:text/javascript,1"></script></body>', "<script> in line 41"),
            ('<p onclick="go()">Go</p></body>', "script in onclick of <p>"),
            ('<a href="javascript:go()">Go</a></body>', "script in href of <a>"),
            ('<img src="chart.png" alt="Chart"></body>', "chart.png"),
            ('<link rel="stylesheet" href="style.css"></body>', "style.css"),
            ('<p style="background: url(wave.svg)">Sea</p></body>', "a reference in style of <p>"),
            ("<style>@font-face { src: url('a.woff2') }</style></body>", "a reference in <style>"),
        ],
    )
    def test_a_page_that_asks_or_acts_is_named(
        self, good_html: Path, becomes: str, named: str
    ) -> None:
        assert named in "\n".join(html_alone.audit(broken(good_html, "</body>", becomes)))

    def test_what_the_browser_asks_for_is_seen(self, good_html: Path) -> None:
        broken(good_html, "</body>", '<iframe src="map.html" title="Map"></iframe></body>')
        (good_html.parent / "map.html").write_text("<title>Map</title>", encoding="utf-8")
        faults = html_alone.audit(good_html)
        assert f"the page asks for {(good_html.parent / 'map.html').as_uri()}" in faults


@pytest.mark.xdist_group("java")
class TestNu:
    def test_a_good_page_has_no_faults(self, good_html: Path) -> None:
        assert html_nu.audit(good_html) == []

    def test_each_thing_broken_is_named(self, good_html: Path) -> None:
        broken(good_html, "<title>Homes strategy</title>", "")
        broken(good_html, "</figure>", "</section>")
        broken(good_html, "line-height: 1.5", "line-height: tall")
        faults = "\n".join(html_nu.audit(good_html))
        assert "“title”" in faults
        assert "Stray end tag “section”" in faults
        assert "“line-height”" in faults


@pytest.mark.xdist_group("browser")
class TestPolicy:
    def test_a_finished_page_keeps_its_own(self, finished_html: Path) -> None:
        assert html_policy.audit(finished_html) == []

    @pytest.mark.parametrize(
        ("was", "becomes", "named"),
        [
            ("default-src 'none'", "default-src *", "the policy allows by default"),
            ("style-src", "style-src 'unsafe-inline'", "the policy allows what stands in the page"),
            ("<script>", "<script>1;", "script-src-elem refuses inline"),
            ("<style>", "<style>p {}", "style-src-elem refuses inline"),
            ("<main", '<main style="margin:0"', "style-src-attr refuses inline"),
            ("<main", '<main onclick="go()"', "script-src-attr refuses inline"),
            ("</main>", '<img src="https://example.org/x.png" alt=""></main>', "img-src refuses"),
            ("const contents", "gone(); const contents", "the script fails: gone is not defined"),
        ],
    )
    def test_what_breaks_it_is_named(
        self, finished_html: Path, was: str, becomes: str, named: str
    ) -> None:
        page = broken(finished_html, was, becomes)
        if "gone()" in becomes:  # under a hash of its own
            page.write_bytes(seal(page.read_bytes()))
        assert any(fault.startswith(named) for fault in html_policy.audit(page))

    def test_a_request_that_the_policy_allows_is_named_too(self, finished_html: Path) -> None:
        page = broken(finished_html, "img-src data:", "img-src data: https:")
        broken(page, "</main>", '<img src="https://example.org/x.png" alt="x"></main>')
        assert "the page asks for https://example.org/x.png" in html_policy.audit(page)


@pytest.mark.xdist_group("browser")
class TestKeys:
    def test_a_finished_page_can_be_walked(self, finished_html: Path) -> None:
        assert html_keys.audit(finished_html, width=320) == []

    @pytest.mark.parametrize(
        ("was", "becomes", "named"),
        [
            ("a:focus-visible,", "a { outline: none } i,", "looks the same"),
            ("</head>", "<style>nav a { position: fixed; left: -99px }</style></head>", "out of"),
            ("</head>", "<style>nav a { opacity: 0 }</style></head>", "cannot be seen"),
            ("</body>", f"<div {COVER}>x</div></body>", "is covered"),
            ("<footer", '<p><a href="#main" tabindex="1">x</a></p><footer', "comes after"),
            ("</main>", '<a href="#main" tabindex="-1">Lost</a></main>', "Lost is never reached"),
            ("</main>", f"<a href='#main' {HOLDING}>Held</a></main>", "Held is a stop twice"),
        ],
    )
    def test_what_stands_in_the_way_is_named(
        self, finished_html: Path, was: str, becomes: str, named: str
    ) -> None:
        faults = html_keys.audit(broken(finished_html, was, becomes), width=320)
        assert any(named in fault for fault in faults), faults


@pytest.mark.xdist_group("browser")
class TestContents:
    def test_a_finished_page_marks_the_section_in_view(self, finished_html: Path) -> None:
        assert html_contents.audit(finished_html, width=1280) == []

    def test_a_line_in_the_wrong_place_is_named(self, finished_html: Path) -> None:
        page = broken(finished_html, "-5% 0px -94% 0px", "-95% 0px -4% 0px")
        (fault, *_) = html_contents.audit(page, width=1280)
        assert fault.startswith("at 1 Summary the contents mark 1.1 Homes")

    def test_contents_that_mark_nothing_are_named(self, finished_html: Path) -> None:
        page = broken(finished_html, "<script>", "<script>0 && ")
        assert html_contents.audit(page, width=1280)

    def test_an_address_cut_short_stops_no_script(self, finished_html: Path) -> None:
        said: list[str] = []
        with window(width=1280) as context:
            page = context.new_page()
            page.on("pageerror", lambda error: said.append(str(error)))
            page.goto(f"{finished_html.as_uri()}#%E0%A4")
            page.keyboard.press("End")
            page.wait_for_timeout(300)
            marked = page.locator("nav [aria-current]").all_inner_texts()
        assert said == []
        assert len(marked) == 1


class TestOutline:
    def test_a_finished_page_has_no_faults(self, finished_html: Path) -> None:
        assert html_outline.audit(finished_html) == []

    @pytest.mark.parametrize(
        ("was", "becomes", "named"),
        [
            (' lang="en-GB"', "", "the page does not say its language"),
            ("</main>", "<h1>x</h1></main>", "there are 2 <h1>"),
            ("</main>", "<h5>Deep</h5></main>", "<h5> Deep follows <h3>"),
            ("<nav", "<nav></nav><nav", "there are 2 <nav> landmarks"),
            ("<footer", "<main></main><footer", "there are 2 <main> landmarks"),
            ("</head>", "<style></style></head>", "there are 2 <style> elements"),
            ("</body>", "<script></script></body>", "there are 2 scripts"),
            ("<h2", '<h2 style="color: red"', "has style"),
            ("<h2", '<h2 onclick="go()"', "has onclick"),
        ],
    )
    def test_what_is_broken_is_named(
        self, finished_html: Path, was: str, becomes: str, named: str
    ) -> None:
        faults = html_outline.audit(broken(finished_html, was, becomes))
        assert [fault for fault in faults if fault.endswith(named)]


class TestDownloads:
    def test_a_finished_page_has_no_faults(self, finished_html: Path) -> None:
        assert html_downloads.audit(finished_html) == []
        assert len(html_downloads.offered(finished_html)) == 3

    def test_a_file_that_is_gone_and_one_that_has_changed_are_named(
        self, finished_html: Path
    ) -> None:
        drawing = finished_html.parent / "figures/weekly-costs.svg"
        drawing.write_bytes(b"x" * 12_345)
        drawing.with_suffix(".png").unlink()
        words = "Figure 1 as a drawing (SVG, 1 kB)"
        changed, resized, gone = html_downloads.audit(finished_html)
        assert changed == f"{words}: it is of another kind"
        assert resized == f"{words}: it has 12 kB"
        assert gone.endswith("figures/weekly-costs.png is not there")

    def test_a_link_that_does_not_say_its_size_and_a_page_without_any_are_named(
        self, finished_html: Path, good_html: Path
    ) -> None:
        (fault,) = html_downloads.audit(broken(finished_html, " (CSV, 1\N{NO-BREAK SPACE}kB)", ""))
        assert fault == "Data of figure 1: no format and size are said"
        assert html_downloads.audit(good_html) == ["none"]
