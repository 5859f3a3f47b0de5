"""What an author typed never becomes a part of a format."""

from pathlib import Path

import pytest

from sufficiency.engines import EngineError
from tests.engines.rendering import main_of, rendered, text, typst_of


class TestGuards:
    def test_markup_that_an_author_typed_is_text(self, tmp_path: Path) -> None:
        body = "# A\n\n<script>alert(1)</script> and `#pagebreak()`{=typst} <div>x</div>\n"
        main = main_of(body, tmp_path)
        assert "<script>alert(1)</script>" in text(main)
        assert [child.tag for child in main] == ["h2", "p"]

    def test_attributes_that_style_or_act_are_dropped(self, tmp_path: Path) -> None:
        body = '# A {style="color:red"}\n\n[x]{onclick="y()" style="z" style="a" .source-link}\n'
        main = main_of(body, tmp_path)
        assert dict(main.find("p/span").attrib) == {"class": "source-link"}
        assert main.find("h2").get("style") is None

    def test_typst_hidden_in_an_attribute_is_dropped(self, tmp_path: Path) -> None:
        body = '# A\n\n[x]{typst:text:size="#panic()"}\n'
        assert "panic" not in typst_of(body, tmp_path)

    @pytest.mark.parametrize(
        "path", ["/etc/hostname", "../secret", "https://example.org/x.svg", "file:///etc/hostname"]
    )
    def test_pictures_from_elsewhere_are_refused(self, tmp_path: Path, path: str) -> None:
        with pytest.raises(EngineError, match="is not one of this document's own"):
            rendered(f"# A\n\n![Words]({path})\n", tmp_path, ["html"])

    @pytest.mark.parametrize("link", ["javascript:x", "JAVASCRIPT:x"])
    def test_links_that_run_scripts_are_refused(self, tmp_path: Path, link: str) -> None:
        with pytest.raises(EngineError, match=f"a link to {link} is not allowed"):
            rendered(f"# A\n\n[x]({link})\n", tmp_path, ["html"])

    def test_a_web_address_may_begin_in_capitals(self, tmp_path: Path) -> None:
        main = main_of("# A\n\n[x](HTTPS://example.org)\n", tmp_path)
        assert [link.get("href") for link in main.iter("a")] == ["HTTPS://example.org"]

    def test_codes_in_brackets_stay_as_typed(self, tmp_path: Path) -> None:
        main = main_of("# A\n\n- [x] means not available\n- it cost $5 or $6\n", tmp_path)
        assert [text(item) for item in main.iter("li")] == [
            "[x] means not available",
            "it cost $5 or $6",
        ]
