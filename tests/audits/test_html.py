"""The HTML audits: each passes the small good page and names what is broken in a copy."""

import base64
from pathlib import Path

import pytest

from sufficiency.figures import draw
from sufficiency.figures.look import NARROW, WIDE, Paper
from tests.audits import html_alone, html_axe, html_charts, html_nu, html_reflow
from tests.figures.a_chart import home_costs

pytestmark = pytest.mark.audit

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
        assert named == {f"at {width} px, {rule}" for width in (320, 1280) for rule in rules}


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
