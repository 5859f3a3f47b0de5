"""What a page holds as data, as files: their names, each content once, and what is refused."""

import base64

import pytest
from lxml import html

from sufficiency.engines import EngineError
from sufficiency.engines.web.files import Files, file_words, take_out_files, take_out_of_style

SVG = "data:image/svg+xml;base64," + base64.b64encode(b"<svg/>").decode()
CSV = "data:text/csv;base64," + base64.b64encode(b"a,b").decode()
FONT = "data:font/woff2;base64," + base64.b64encode(b"wOF2").decode()


def taken(body: str, beside: dict[str, bytes] | None = None) -> tuple[str, dict[str, bytes]]:
    """The body, naming files, and the files."""
    files = Files()
    root = html.fragment_fromstring(body, create_parent="div")
    take_out_files(root, files, (beside or {}).get)
    return html.tostring(root, encoding="unicode"), files.all()


class TestTakeOutFiles:
    @pytest.mark.parametrize(
        ("body", "name"),
        [
            (f'<figure id="fig-weekly_costs"><img src="{SVG}"></figure>', "weekly-costs.svg"),
            (f'<p class="logo"><img src="{SVG}" alt="Arms"></p>', "logo.svg"),
            (f'<p><img src="{SVG}" alt="A street: café"></p>', "picture-a-street-cafe.svg"),
            (f'<p><img src="{SVG}" alt=""></p>', "picture.svg"),
        ],
    )
    def test_a_picture_is_named_by_what_it_is(self, body: str, name: str) -> None:
        page, files = taken(body)
        assert files == {f"figures/{name}": b"<svg/>"}
        assert f'src="figures/{name}"' in page

    def test_a_narrow_form_says_that_it_is_one(self) -> None:
        other = SVG.replace("PHN2", "PHN3")
        picture = f'<picture><source srcset="{other}"><img src="{SVG}"></picture>'
        _, files = taken(f'<figure id="fig-costs">{picture}</figure>')
        assert list(files) == ["figures/costs-narrow.svg", "figures/costs.svg"]

    def test_what_is_offered_keeps_its_name(self) -> None:
        page, files = taken(f'<a href="{CSV}" download="weekly-costs.csv">Data</a>')
        assert files == {"downloads/weekly-costs.csv": b"a,b"}
        assert 'download="weekly-costs.csv"' in page

    def test_what_lies_beside_the_page_is_taken_along(self) -> None:
        page, files = taken(
            '<a href="evidence/My%20costs.png">P</a>', {"evidence/My costs.png": b"P"}
        )
        assert files == {"downloads/my-costs.png": b"P"}
        assert 'href="downloads/my-costs.png"' in page

    def test_what_does_not_is_refused(self) -> None:
        with pytest.raises(EngineError, match=r"names plan\.pdf, which is not beside it"):
            taken('<a href="plan.pdf">Plan</a>')

    def test_other_addresses_stay(self) -> None:
        body = '<a href="#a">A</a><a href="https://b.uk/c.pdf">B</a><a href="mailto:a@b.uk">C</a>'
        assert taken(body) == (f"<div>{body}</div>", {})

    def test_a_content_without_a_known_ending_is_refused(self) -> None:
        with pytest.raises(EngineError, match="video/mp4"):
            taken('<img src="data:video/mp4;base64,AA==">')


class TestFiles:
    def test_one_content_is_kept_once(self) -> None:
        files = Files()
        assert files.keep("a.svg", b"1") == files.keep("b.svg", b"1") == "a.svg"

    def test_a_taken_name_gets_a_number_even_if_only_its_case_differs(self) -> None:
        files = Files()
        assert [files.keep(name, data) for name, data in [("a.svg", b"1"), ("A.svg", b"2")]] == [
            "a.svg",
            "A-2.svg",
        ]


class TestFileWords:
    def test_are_what_any_address_can_hold(self) -> None:
        assert file_words("Café – at_home/2!") == "cafe-at-home-2"
        assert file_words("Ŵyddgrug’s Straße") == "wyddgrugs-strasse"

    def test_are_a_hash_where_nothing_else_is_left(self) -> None:
        assert file_words("בית") != file_words("مدرسة")
        assert file_words("בית").isalnum()


class TestTakeOutOfStyle:
    def test_a_font_is_named_by_its_face(self) -> None:
        files = Files()
        face = (
            '@font-face { font-family: "Ours"; font-weight: 700; font-style: italic; src: url(%s) }'
        )
        assert take_out_of_style(face % FONT, files) == face % '"fonts/ours-700-italic.woff2"'
        assert files.all() == {"fonts/ours-700-italic.woff2": b"wOF2"}

    def test_a_background_in_text_is_a_file_too(self) -> None:
        files = Files()
        style = "a { background: url('data:image/svg+xml,%3Csvg/%3E') }"
        assert take_out_of_style(style, files) == 'a { background: url("figures/background.svg") }'
        assert files.all() == {"figures/background.svg": b"<svg/>"}
