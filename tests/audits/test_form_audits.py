"""The audits of pages in folders: each passes a small good one and names what is broken in it."""

from pathlib import Path

import pytest

from tests.audits import html_filter, html_folder, html_host, html_nu, html_site_policy
from tests.engines.web.a_page import forms_of, replaced, single_page

pytestmark = pytest.mark.audit


def written(folder: Path, form: str) -> Path:
    """A small strategy in that form."""
    for name, data in forms_of(single_page(), form).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def broken(path: Path, was: str, becomes: str) -> None:
    path.write_bytes(replaced(path.read_bytes(), was, becomes))


class TestFolder:
    def test_a_good_site_has_no_faults(self, tmp_path: Path) -> None:
        assert html_folder.audit(written(tmp_path, "site")) == []

    @pytest.mark.parametrize(
        ("was", "becomes", "named"),
        [
            ('href="homes.html#fig-costs"', 'href="home.html"', "home.html leads to no file"),
            ("homes.html#fig-costs", "homes.html#fig-x", "fig-x leads to an id that is not there"),
            ('href="style.css"', 'href="../style.css"', "../style.css leads to no file"),
            ('id="need-homes"', 'id="tbl-plan"', "the id tbl-plan stands 2 times"),
            ("<h2 ", "<h1 ", "there are 2 headings of level 1"),
            ("<h2 class", "<h3 class", "a heading of level 3 follows one of level 1"),
            ("<title>2. Plan", "<title>1. Homes", "2 pages have the title"),
            ('name="description"', 'name="x"', "a page has no description"),
            ('aria-label="', 'aria-labelledby="x" title="', "aria-labelledby refers to x"),
        ],
    )
    def test_what_is_broken_on_a_page_is_named(
        self, tmp_path: Path, was: str, becomes: str, named: str
    ) -> None:
        page = written(tmp_path, "site") / "plan.html"
        broken(page, was, becomes)
        assert named in "\n".join(html_folder.audit(tmp_path))

    def test_a_folder_without_pages_is_named(self, tmp_path: Path) -> None:
        assert html_folder.audit(tmp_path) == ["there is no page"]


class TestFilter:
    def test_a_good_chapter_loses_nothing(self, tmp_path: Path) -> None:
        assert html_filter.audit(written(tmp_path, "cms") / "plan.html") == []

    @pytest.mark.parametrize(
        ("becomes", "named"),
        [
            ("<div><p>a</p></div>", "<div> would go"),
            ('<h2 id="a">A</h2>', "id of <h2> would go"),
            ('<table><tr><th scope="row">A</th></tr></table>', "scope of <th> would go"),
            ("<p>a<br>b</p>", "<br> would go"),
        ],
    )
    def test_what_it_would_lose_is_named(self, tmp_path: Path, becomes: str, named: str) -> None:
        (tmp_path / "plan.html").write_text(becomes, encoding="utf-8")
        assert named in "\n".join(html_filter.audit(tmp_path / "plan.html"))

    def test_the_filter_keeps_what_a_dropped_tag_held_but_no_script(self) -> None:
        text = '<section class="x"><h2 id="a">A</h2><script>1</script></section>'
        assert html_filter.filtered(text) == "<h2>A</h2>"


@pytest.mark.xdist_group("browser")
class TestPolicy:
    def test_a_good_site_has_no_faults(self, tmp_path: Path) -> None:
        assert html_site_policy.audit(written(tmp_path, "site"), ["index.html", "homes.html"]) == []

    def test_an_address_cut_short_stops_no_script_of_a_site(self, tmp_path: Path) -> None:
        names = ["index.html#%E0%A4", "homes.html#%E0%A4"]
        assert html_site_policy.audit(written(tmp_path, "site"), names) == []

    @pytest.mark.parametrize(
        ("becomes", "named"),
        [
            ("<style>p { color: red }</style></head>", "style-src-elem refuses inline"),
            ("<script>1</script></head>", "script-src-elem refuses inline"),
            ('</head><img src="data:image/png;base64,AA==" alt="">', "img-src refuses data"),
        ],
    )
    def test_what_the_policy_refuses_is_named(
        self, tmp_path: Path, becomes: str, named: str
    ) -> None:
        broken(written(tmp_path, "site") / "homes.html", "</head>", becomes)
        assert named in "\n".join(html_site_policy.audit(tmp_path, ["homes.html"]))

    def test_a_style_sheet_that_is_not_there_is_named(self, tmp_path: Path) -> None:
        (written(tmp_path, "site") / "style.css").unlink()
        assert "the style sheet was not taken" in "\n".join(
            html_site_policy.audit(tmp_path, ["homes.html"])
        )


@pytest.mark.xdist_group("browser")
class TestHost:
    def test_a_good_fragment_has_no_faults(self, tmp_path: Path) -> None:
        assert html_host.audit(written(tmp_path, "fragment")) == []

    def test_a_fragment_that_lets_the_host_in_is_named(self, tmp_path: Path) -> None:
        broken(written(tmp_path, "fragment") / "strategy.css", "all: revert;", "")
        assert "the host changes color of <p" in "\n".join(html_host.audit(tmp_path))

    def test_a_style_sheet_that_reaches_the_host_is_named(self, tmp_path: Path) -> None:
        sheet = written(tmp_path, "fragment") / "strategy.css"
        sheet.write_text(f"{sheet.read_text('utf-8')}\n#host td {{ color: navy }}", "utf-8")
        assert "the fragment changes color of <td" in "\n".join(html_host.audit(tmp_path))


@pytest.mark.xdist_group("java")
class TestNuOfAFolder:
    def test_each_fault_says_on_which_page(self, tmp_path: Path) -> None:
        broken(written(tmp_path, "site") / "plan.html", "</figure>", "</section>")
        faults = html_nu.audit(tmp_path)
        assert faults
        assert all(fault.startswith("plan.html, line ") for fault in faults)
