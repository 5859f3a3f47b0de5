"""Words in another language: marked as such, and from right to left where they are so written."""

from pathlib import Path

import pikepdf
import pytest

from sufficiency.engines.word_xml import tag, text_of
from tests.engines.rendering import main_of, rendered, text, typst_of, word_of

WORDS = '# A\n\n[Croeso *i* bawb]{lang="cy"} and [دار الأمل]{lang="ar"} (2).\n'
BLOCKS = '# A\n\n::: {lang="ar"}\n\nدار الأمل\n\n- بيت\n\n:::\n\n::: {lang="cy"}\n\nCroeso\n\n:::\n'
WITH_SCRIPT = WORDS.replace('"ar"', '"pa-Arab-PK"')
HEADING = '# A\n\n## [Croeso]{lang="cy"}\n\nText.\n'


class TestOnAWebPage:
    @pytest.mark.parametrize("body", [WORDS, BLOCKS])
    def test_language_and_direction_are_said(self, body: str, tmp_path: Path) -> None:
        found = main_of(body, tmp_path).xpath(".//*[@lang]")
        said = {(part.get("lang"), part.get("dir")): text(part) for part in found}
        assert set(said) == {("cy", None), ("ar", "rtl")}
        assert said["ar", "rtl"].startswith("دار الأمل")

    def test_a_headings_words_are_marked_and_not_its_chapter(self, tmp_path: Path) -> None:
        (part,) = main_of(HEADING, tmp_path).xpath(".//*[@lang]")
        assert (part.tag, part.getparent().tag) == ("span", "h3")

    @pytest.mark.parametrize("typed", ['lang="welsh"', 'lang="cy\'"', 'dir="rtl"', 'lang=""'])
    def test_what_is_no_language_is_left_out(self, typed: str, tmp_path: Path) -> None:
        main = main_of(f"# A\n\n[Croeso]{{{typed}}}\n", tmp_path)
        assert main.xpath(".//*[@lang or @dir]") == []

    def test_the_script_decides_where_it_is_named(self, tmp_path: Path) -> None:
        body = '# A\n\n[a]{lang="ar-Latn"} [b]{lang="pa-Arab-PK"} [c]{lang="pt-BR"}\n'
        found = main_of(body, tmp_path).xpath(".//*[@lang]")
        assert [part.get("dir") for part in found] == [None, "rtl", None]


class TestInThePdf:
    def test_typst_is_told(self, tmp_path: Path) -> None:
        written = typst_of(WORDS, tmp_path)
        assert '#text(lang: "cy", region: none, dir: ltr)[Croeso #emph[i] bawb];' in written
        assert '#text(lang: "ar", region: none, dir: rtl)[' in written

    @pytest.mark.parametrize("body", [WORDS, BLOCKS, HEADING, WITH_SCRIPT])
    def test_readers_are_told(self, body: str, tmp_path: Path) -> None:
        path = rendered(body, tmp_path, ["pdf"])["pdf"]
        with pikepdf.open(path) as pdf:
            said = {str(part.Lang) for part in pdf.objects if "/Lang" in _keys(part)}
        assert "cy" in said


class TestInWord:
    @pytest.mark.parametrize("body", [WORDS, BLOCKS])
    def test_runs_say_their_language(self, body: str, tmp_path: Path) -> None:
        said = {
            (language.get(tag("val")), language.get(tag("bidi")))
            for language in word_of(body, tmp_path).iter(tag("lang"))
        }
        assert said == {("cy", None), ("ar", "ar")}

    def test_paragraphs_from_right_to_left_say_so(self, tmp_path: Path) -> None:
        paragraphs = word_of(BLOCKS, tmp_path).iter(tag("p"))
        turned = [text_of(part) for part in paragraphs if list(part.iter(tag("bidi")))]
        assert turned == ["دار الأمل", "بيت"]


def _keys(part: pikepdf.Object) -> list[str]:
    return list(part.keys()) if isinstance(part, pikepdf.Dictionary) else []
