"""Chapters for a strict content-management system: their tags, words and links; and the sheet."""

from base64 import b64encode

import pytest

from sufficiency.engines.web.kept_tags import in_kept_tags
from sufficiency.engines.web.tree import write_piece
from tests.engines.rendering import NARROW
from tests.engines.web.a_page import forms_of, replaced, single_page, texts, tree

KEPT = set("h2 h3 h4 h5 h6 p ul ol li strong em a table caption thead tbody tr th td img".split())


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return forms_of(single_page(), "cms")


def kept(body: str) -> str:
    """The body in the kept tags, on one line."""
    blocks = in_kept_tags(tree(body.encode()), lambda address: address)
    return " ".join("".join(write_piece(block) for block in blocks).split())


class TestKeptTags:
    @pytest.mark.parametrize(
        ("body", "becomes"),
        [
            ("<div><section>a<p>b</p>c</section></div>", "<p>a</p><p>b</p><p>c</p>"),
            ("<p>a<br>b <b>c</b> <i>d</i></p>", "<p>a b <strong>c</strong> <em>d</em></p>"),
            (
                '<p><data id="number-1" value="67.3">67%</data> '
                '<a class="entry" href="#number-1">1</a></p>',
                "<p>67% 1</p>",
            ),
            ("<p><q>a</q> <code>b</code></p>", "<p>“a” b</p>"),
            ("<p>10<sup>-3</sup> CO<sub>2</sub></p>", "<p>10⁻³ CO₂</p>"),
            ("<p>4<sup>th</sup> a<sup>b</sup> a<sub>bc</sub></p>", "<p>4th a^b a_(bc)</p>"),
            ("<p>a<sup><i>b</i></sup></p>", "<p>a^(<em>b</em>)</p>"),
            (
                "<figcaption><p>One.</p><p>Two.</p></figcaption>",
                "<p><strong>One. Two.</strong></p>",
            ),
            ("<figcaption>a<div>b</div>c</figcaption>", "<p><strong>a b c</strong></p>"),
            ("<dl><dt>a<dd>b<dd>c</dl>", "<ul> <li><strong>a</strong>: b<p>c</p></li> </ul>"),
            ("<ul><li><p>a</p></li></ul>", "<ul> <li>a</li> </ul>"),
            ("<ul><li>a<ol><li>b</ol></ul>", "<ul> <li>a<ol> <li>b</li> </ol></li> </ul>"),
            ("<dl><div><dt>a<dd>b</div></dl>", "<ul> <li><strong>a</strong>: b</li> </ul>"),
            ("<blockquote><p>a</p></blockquote>", "<p>“a”</p>"),
            ("<figure><img src='a' alt='b'></figure>", '<p><img src="a" alt="b"></p>'),
            ("<figure><figcaption>a</figcaption></figure>", "<p><strong>a</strong></p>"),
            ("<details><summary>a</summary>b</details>", "<p><strong>a</strong></p><p>b</p>"),
            (
                "<details><summary>a</summary><table><caption>b</caption></table></details>",
                "<table> <caption>b</caption> </table>",
            ),
            ("<p><a href='a.csv' download='a.csv'>Data</a></p>", ""),
            ("<ul><li><a href='a' download>A</a><li><a href='b' download>B</a></ul>", ""),
            ("<p>See <a href='a' download>this</a>.</p>", '<p>See <a href="a">this</a>.</p>'),
            ("<hr><button>a</button><svg><text>b</text></svg>", ""),
            ("<ol type='1'><li>a</ol>", "<ol> <li>a</li> </ol>"),
            ("<ol start='3'><li>a<li>b</ol>", "<p>3. a</p><p>4. b</p>"),
            ("<ol type='a'><li><p>a</p><p>b</p></ol>", "<p>a. a</p><p>b</p>"),
            ("<ol type='A' start='27'><li>a</ol>", "<p>AA. a</p>"),
            ("<ol type='i' start='4'><li><ul><li>a</ul></ol>", "<p>iv.</p><ul> <li>a</li> </ul>"),
            ("<ol><li value='2'>a<li>b</ol>", "<p>2. a</p><p>3. b</p>"),
            ("<ul><li>a<ol start='2'><li>b</ol></ul>", "<ul> <li>a<p>2. b</p></li> </ul>"),
            ("<p></p><p> </p>", ""),
            (
                "<div role='doc-endnotes'><ol><li value='2'><ul><li>a</ul><li value='3'>b</div>",
                "<h2>Notes</h2><p>Note 2:</p><ul> <li>a</li> </ul><p>Note 3: b</p>",
            ),
        ],
    )
    def test_say_with_what_is_kept_what_was_said_otherwise(self, body: str, becomes: str) -> None:
        assert kept(body) == becomes


class TestCms:
    def test_the_sheet_comes_first_then_the_pages_in_order(self, files: dict[str, bytes]) -> None:
        assert list(files) == [
            "upload-sheet.html",
            "index.html",
            "homes.html",
            "plan.html",
            "glossary.html",
            "figures/costs.png",
        ]

    def test_pages_have_the_kept_tags_alone(self, files: dict[str, bytes]) -> None:
        for name in ("index.html", "homes.html", "plan.html", "glossary.html"):
            elements = list(tree(files[name]).iter())[1:]
            assert {element.tag for element in elements} <= KEPT
            attributes = {attribute for element in elements for attribute in element.attrib}
            assert attributes <= {"href", "src", "alt", "rowspan", "colspan"}
            assert files[name].isascii()

    def test_headings_begin_below_the_title_that_is_typed_in(self, files: dict[str, bytes]) -> None:
        assert texts(tree(files["homes.html"]), "h2") == ["1.1 What homes cost", "Notes"]
        assert "Homes" not in " ".join(texts(tree(files["homes.html"]), "h2"))

    def test_a_figure_is_a_picture_with_its_caption_below(self, files: dict[str, bytes]) -> None:
        page = tree(files["homes.html"])
        (image,) = page.iter("img")
        assert dict(image.attrib) == {"src": "figures/costs.png", "alt": "Bar chart: £675."}
        assert files["figures/costs.png"].startswith(b"\x89PNG")
        assert texts(page, "strong")[0] == "Figure 1: Homes cost more"

    def test_a_table_keeps_its_header_cells(self, files: dict[str, bytes]) -> None:
        page = tree(files["homes.html"])
        assert texts(page, "th") == ["Home", "2018", "2019", "In-house", "Agency"]
        (spanning,) = tree(files["plan.html"]).xpath("//th[@rowspan]")
        assert spanning.get("rowspan") == "2"

    def test_what_is_too_wide_for_a_telephone_stands_below_the_column_before(self) -> None:
        head = "<thead><tr><th>Is</th><th>What</th><th>Whence</th></tr></thead>"
        cells = "<th>312</th><td>Unaccompanied</td><td>data/of-the-department.csv, <em>4</em></td>"
        table = f"<table>{head}<tbody><tr>{cells}</tr></tbody></table>"
        told = kept(table)
        assert "<th>What<p>Whence</p></th>" in told
        assert "<td>Unaccompanied<p>data/of-the-department.csv, <em>4</em></p></td></tr>" in told
        assert kept(table.replace("of-the-department", "a")).count("<td>") == 2

    def test_what_does_not_break_counts_as_one_word(self) -> None:
        cells = "<th>312</th><td>Unaccompanied</td><td>lines 2 to 3 and 15</td>"
        table = f"<table><tbody><tr>{cells}</tr></tbody></table>"
        whole = table.replace("lines 2 to 3 and 15", "lines 2 to 3 and 15".replace(" ", "\xa0"))
        assert (kept(table).count("<td>"), kept(whole).count("<td>")) == (2, 1)

    def test_figures_stay_in_their_column_however_wide_they_are(self) -> None:
        figures = "".join(f"<td>{number},000,000,000</td>" for number in range(1, 6))
        head = "".join(f"<th>{year}</th>" for year in range(2015, 2020))
        table = f"<table><thead><tr>{head}</tr></thead><tbody><tr>{figures}</tr></tbody></table>"
        assert kept(table).count("<td>") == 5

    def test_a_table_with_cells_over_several_columns_keeps_them_all(self) -> None:
        row = f"<tr>{'<td>Incomprehensibilities</td>' * 3}</tr>"
        table = f'<table><tbody><tr><td colspan="3">All</td></tr>{row}</tbody></table>'
        assert kept(table).count("<td") == 4

    def test_a_table_of_uneven_rows_keeps_every_cell(self) -> None:
        cell = "<td>Incomprehensibilities</td>"
        table = f"<table><tbody><tr>{cell * 3}</tr><tr>{cell}</tr></tbody></table>"
        assert kept(table).count("<td>") == 4

    def test_links_lead_to_pages_and_are_words_within_one(self, files: dict[str, bytes]) -> None:
        page = tree(files["plan.html"])
        links = {texts(link, "a")[0]: link.get("href") for link in page.iter("a")}
        assert links == {"Figure 1": "homes.html", "section 1": "homes.html"}

    def test_notes_are_written_out(self, files: dict[str, bytes]) -> None:
        paragraphs = texts(tree(files["plan.html"]), "p")
        assert "Table 2. (note 2) More" in paragraphs[0]
        assert paragraphs[-2:] == ["Note 2: The second note.", "It goes on."]

    def test_what_was_said_has_quotation_marks(self, files: dict[str, bytes]) -> None:
        said = texts(tree(files["plan.html"]), "p")
        start = said.index("“I want to stay.")
        assert said[start : start + 3] == ["“I want to stay.", "Please.”", "– Young person"]

    def test_the_first_page_offers_the_documents_and_each_chapter(self) -> None:
        offer = (
            '<ul><li><a class="download" href="s.pdf" download>PDF</a></li></ul></div>\n</header>'
        )
        page = replaced(single_page(), "</div>\n</header>", offer)
        files = forms_of(page, "cms", {"s.pdf": b"%PDF"})
        links = [link.get("href") for link in tree(files["index.html"]).iter("a")]
        assert links == ["downloads/s.pdf", "homes.html", "plan.html", "glossary.html"]
        assert files["downloads/s.pdf"] == b"%PDF"
        assert b'<a href="downloads/s.pdf">' in files["upload-sheet.html"]

    def test_a_drawing_made_a_png_takes_no_other_pictures_name(self) -> None:
        drawing, photo = b64encode(NARROW).decode(), b64encode(b"a photo").decode()
        both = f"""<p><img alt="A home" src="data:image/svg+xml;base64,{drawing}">
<img alt="A home" src="data:image/png;base64,{photo}"></p></main>"""
        files = forms_of(replaced(single_page(), "</main>", both), "cms")
        shown = [image.get("src") for image in tree(files["glossary.html"]).iter("img")]
        assert len(set(shown)) == 2
        assert files[shown[0]].startswith(b"\x89PNG")
        assert files[shown[1]] == b"a photo"


class TestUploadSheet:
    def test_each_page_has_its_place_title_and_file(self, files: dict[str, bytes]) -> None:
        sheet = tree(files["upload-sheet.html"])
        rows = [texts(row, "th", "td") for row in sheet.find(".//table").iter("tr")]
        first, above = (
            "Placement sufficiency strategy 2019 to 2023",
            "The first page, above all others",
        )
        assert rows[1] == ["1", first, "index.html", above, "0", "3"]
        below = "Below the first page, as the first of its pages"
        assert rows[2] == ["2", "1. Homes", "homes.html", below, "1", "1"]
        assert rows[3][3] == "Below the first page, after “1. Homes”"

    def test_each_picture_has_its_alternative_text_and_its_place(
        self, files: dict[str, bytes]
    ) -> None:
        sheet = tree(files["upload-sheet.html"])
        rows = [texts(row, "th", "td") for row in sheet.findall(".//table")[1].iter("tr")]
        assert rows[1] == ["figures/costs.png", "Bar chart: £675.", "Figure 1: Homes cost more"]

    def test_each_link_to_set_says_its_words_and_where_it_leads(
        self, files: dict[str, bytes]
    ) -> None:
        assert "“section 1” leads to the page “1. Homes”" in texts(
            tree(files["upload-sheet.html"]), "li"
        )

    def test_what_authors_typed_is_escaped(self) -> None:
        page = replaced(single_page(), "Bar chart: £675.", "&lt;script&gt;1&lt;/script&gt;")
        sheet = forms_of(page, "cms")["upload-sheet.html"]
        assert b"&lt;script&gt;1&lt;/script&gt;" in sheet
        assert b"<script>" not in sheet
