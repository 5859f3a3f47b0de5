"""The embedded engine as a whole: what it takes, what it gives, and that it never varies."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import html

from sufficiency.brand import default_brand
from sufficiency.engines import EngineError, composed_files, embedded, render, write_composed
from sufficiency.engines.finish_html import size_in_words
from sufficiency.engines.fonts import font_files
from sufficiency.prose import escape_markdown
from tests.council_template import council_template
from tests.engines.rendering import (
    BOX,
    CHARTS,
    DATA_FILES,
    FIGURE,
    FRONT,
    LIST_TABLE,
    NARROW_CHARTS,
    TABLE,
    TEMPLATES,
    composed,
    page_of,
    remember,
    rendered,
    text,
)

ROOT = Path(__file__).parents[2]
STOP_AS_IT_BEGINS = """\
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tests.engines.rendering import rendered

class Stopped(BaseException): ...

submit = ThreadPoolExecutor.submit

def stop_behind(workers, work, *given):
    ThreadPoolExecutor.submit = submit
    submit(workers, work, *given)
    raise Stopped

ThreadPoolExecutor.submit = stop_behind
try:
    rendered("# A\\n", Path(sys.argv[1]), [sys.argv[2]])
except Stopped:
    sys.exit(0)
sys.exit(1)
"""
WHOLE = f"""# Summary {{#sec-summary .unnumbered}}

::: {{source="strategy/sections/10-summary.md:5"}}
See @sec-needs, @fig-costs and @tbl-plan.[^1]
:::

[^1]: A note.

# Needs {{#sec-needs}}

{BOX}
{FIGURE}
{TABLE}
::: {{.figure-note}}
Source: our own.
:::

::: {{.landscape}}

# Plan {{#sec-plan}}

{LIST_TABLE}
:::

# Words

Sufficiency

:   Enough homes.
"""
SPACES = ("\N{NO-BREAK SPACE}", " ")
RENDER_AND_PRINT = """
import hashlib, sys
from pathlib import Path
from sufficiency.brand import default_brand
from sufficiency.engines import render
from tests.engines.rendering import TEMPLATES, composed
from tests.engines.test_embedded import WHOLE
made = render(composed(WHOLE), folder=Path(sys.argv[1]), templates=TEMPLATES,
              remember=lambda key, make: make())
for name, path in made.items():
    print(name, hashlib.sha256(path.read_bytes()).hexdigest())
"""


class TestRender:
    def test_returns_the_formats_asked_for_in_the_folder(self, tmp_path: Path) -> None:
        made = rendered(WHOLE, tmp_path, ["docx", "html", "pdf"])
        assert made == {
            ending: tmp_path / f"sufficiency-strategy.{ending}"
            for ending in ("html", "pdf", "docx")
        }
        assert all(path.stat().st_size > 1000 for path in made.values())

    def test_has_memory_go_back_as_soon_as_it_is_freed(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked: list[str] = []
        monkeypatch.setattr(embedded, "return_large_blocks", lambda: asked.append("asked"))
        rendered("# A\n", tmp_path, ["html"])
        assert asked == ["asked"]

    def test_makes_nothing_that_was_not_asked_for(self, tmp_path: Path) -> None:
        made = rendered("# A\n", tmp_path, ["html"])
        assert list(made) == ["html"]
        assert sorted(path.suffix for path in tmp_path.iterdir() if path.is_file()) == [
            ".html",
            ".qmd",
        ]

    def test_refuses_a_format_that_it_does_not_know(self, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match="unknown formats: odt"):
            rendered("# A\n", tmp_path, ["odt"])

    def test_has_the_same_bytes_wherever_and_whenever_it_runs(self, tmp_path: Path) -> None:
        runs = [
            ("first", {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "1", "LC_ALL": "C"}),
            ("second/a b", {"TZ": "America/Lima", "PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8"}),
        ]
        printed = []
        for name, settings in runs:
            folder = tmp_path / name
            folder.mkdir(parents=True)
            finished = subprocess.run(
                [sys.executable, "-c", RENDER_AND_PRINT, str(folder)],
                cwd=ROOT,
                env={**os.environ, "SOURCE_DATE_EPOCH": str(len(name)), **settings},
                capture_output=True,
                text=True,
                check=True,
            )
            printed.append(finished.stdout)
        assert len(printed[0].splitlines()) == 3
        assert printed[0] == printed[1]

    def test_uses_a_projects_own_templates(self, tmp_path: Path) -> None:
        own = {**TEMPLATES, "formats/html/page.html": b"<title>Ours</title>\n$body$\n"}
        made = rendered("# A\n\nText.\n", tmp_path, ["html"], templates=own)
        assert made["html"].read_text(encoding="utf-8").startswith("<title>Ours</title>")

    def test_an_error_in_one_format_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(EngineError, match="typst could not make the PDF"):
            rendered("# A\n\n\N{EGYPTIAN HIEROGLYPH A001}\n", tmp_path, ["html", "pdf"])


class TestWriteComposed:
    def test_writes_what_pandoc_and_typst_read(self, tmp_path: Path) -> None:
        path = write_composed(composed("# A\n"), tmp_path, TEMPLATES, remember)
        written = {
            found.relative_to(tmp_path).as_posix()
            for found in tmp_path.rglob("*")
            if found.is_file()
        }
        assert path == tmp_path / "strategy.qmd"
        assert written == {
            "strategy.qmd",
            "figures/weekly-costs.svg",
            "figures/weekly-costs.png",
            *NARROW_CHARTS,
            *DATA_FILES,
            "templates/formats/docx/reference.docx",
            "templates/formats/html/brand.css",
            *(f"templates/{name}" for name in TEMPLATES),
            *font_files(default_brand()),
        }

    def test_writes_the_councils_own_template_with_what_it_lacks(self, tmp_path: Path) -> None:
        own = {**TEMPLATES, "formats/docx/reference.docx": council_template()}
        write_composed(composed("# A\n"), tmp_path, own, remember)
        written = docx.Document(str(tmp_path / "templates/formats/docx/reference.docx"))
        names = {style.name for style in written.styles}
        assert {"Council Note", "Box Bullet"} <= names

    def test_makes_nothing_for_word_where_it_is_not_wanted(self, tmp_path: Path) -> None:
        write_composed(composed("# A\n"), tmp_path, TEMPLATES, remember, formats=["html", "pdf"])
        assert not (tmp_path / "templates/formats/docx/reference.docx").exists()
        assert (tmp_path / "figures/weekly-costs.svg").read_bytes() == CHARTS[
            "figures/weekly-costs.svg"
        ]


class TestCharts:
    """Drawn while pandoc works; what stops the drawing stops everything."""

    class Broken(Mapping[str, bytes]):
        def __getitem__(self, name: str) -> bytes:
            raise ArithmeticError(name)

        def __iter__(self) -> Iterator[str]:
            return iter(["figures/weekly-costs.svg"])

        def __len__(self) -> int:
            return 1

    @pytest.mark.parametrize("kind", ["charts", "narrow_charts"])
    def test_one_that_cannot_be_drawn_leaves_nobody_waiting(
        self, tmp_path: Path, kind: str
    ) -> None:
        whole = composed("# A\n")
        if kind == "charts":
            document = replace(whole, charts=self.Broken())
        else:
            document = replace(whole, narrow_charts=self.Broken())
        with pytest.raises(ArithmeticError):
            render(document, folder=tmp_path, templates=TEMPLATES, remember=remember)

    @pytest.mark.parametrize("format", ["html", "pdf", "docx"])
    def test_whoever_stops_it_as_it_begins_leaves_nobody_waiting(
        self, tmp_path: Path, format: str
    ) -> None:
        """In a Python of its own, which is ended if it waits for ever."""
        subprocess.run(
            [sys.executable, "-c", STOP_AS_IT_BEGINS, str(tmp_path), format],
            cwd=ROOT,
            timeout=60,
            check=True,
        )

    @pytest.mark.parametrize("format", ["html", "pdf", "docx"])
    def test_a_copy_that_cannot_be_made_stops_every_format(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str
    ) -> None:
        def broken(*_: object, **__: object) -> bytes:
            raise ArithmeticError

        monkeypatch.setattr(composed_files, "png_of", broken)
        with pytest.raises(ArithmeticError):
            rendered("# A\n", tmp_path, [format])


class TestFiltersOfTheCouncilsOwn:
    def test_what_they_print_is_no_word_of_ours(self, tmp_path: Path) -> None:
        cover = TEMPLATES["filters/cover.lua"].decode()
        opening = "function cover.apply(document)\n"
        assert opening in cover
        talking = cover.replace(opening, f'{opening}  print("wrote html") print("pictures?")\n')
        own = {**TEMPLATES, "filters/cover.lua": talking.encode()}
        made = rendered("# A\n", tmp_path, ["html", "docx"], templates=own)
        assert sorted(made) == ["docx", "html"]


class TestContents:
    @pytest.mark.parametrize(("asked", "listed"), [("", 2), ("toc-depth: 3\n", 3)])
    def test_list_the_levels_that_the_front_matter_asks_for(
        self, tmp_path: Path, asked: str, listed: int
    ) -> None:
        front = FRONT.replace("toc-depth: 2\n", asked)
        body = "# A\n\n## B\n\n### C\n\ntoc-depth: 1\n"
        contents = page_of(body, tmp_path, front=front).find(".//nav")
        assert len(list(contents.iter("li"))) == listed


class TestPage:
    def test_has_landmarks_one_h1_and_a_skip_link(self, tmp_path: Path) -> None:
        page = page_of(WHOLE, tmp_path)
        landmarks = [element.tag for element in page.iter("header", "nav", "main", "footer")]
        assert landmarks == ["header", "nav", "main", "footer"]
        assert [text(heading) for heading in page.iter("h1")] == [
            "Placement sufficiency strategy 2019 to 2023"
        ]
        assert page.find("body/a").get("href") == "#main"
        assert page.get("lang") == "en-GB"

    def test_lists_contents_to_the_second_level(self, tmp_path: Path) -> None:
        page = page_of("# A\n\n## B\n\n### C\n", tmp_path)
        assert [text(link) for link in page.find(".//nav").iter("a")] == ["1 A", "1.1 B"]

    def test_asks_nothing_of_anyone(self, tmp_path: Path) -> None:
        page = page_of(WHOLE, tmp_path)
        asked = [
            address
            for name in ("src", "href")
            for address in page.xpath(f"//@{name}")
            if not address.startswith(("#", "data:"))
        ]
        assert asked == []
        assert [script.get("src") for script in page.iter("script")] == [None, None]

    def test_wraps_chapters_and_their_parts_in_elements_of_their_names(
        self, tmp_path: Path
    ) -> None:
        page = page_of(WHOLE, tmp_path)
        chapters = page.xpath("//main/section[not(@role)]/@id")
        assert chapters == ["sec-summary", "sec-needs", "sec-plan", "words"]
        assert page.get_element_by_id("need-homes").getparent().get("id") == "sec-needs"

    def test_offers_the_documents_that_were_made_and_no_other(self, tmp_path: Path) -> None:
        front = FRONT.replace("engine:", 'file-stem: "sufficiency-strategy"\nengine:')
        offered = {}
        for formats in (["html"], ["html", "pdf"], ["docx", "html", "pdf"]):
            folder = tmp_path / "-".join(formats)
            folder.mkdir()
            made = rendered("# A\n", folder, formats, front=front)
            page: Any = html.document_fromstring(made["html"].read_bytes())
            links = page.find_class("download")
            offered["-".join(formats)] = [(text(link), link.get("href")) for link in links]
        pdf, word = (
            size_in_words((folder / f"sufficiency-strategy.{ending}").stat().st_size)
            for ending in ("pdf", "docx")
        )
        to_print = (f"Download to print (PDF, {pdf})".replace(*SPACES), "sufficiency-strategy.pdf")
        to_edit = (f"Download to edit (Word, {word})".replace(*SPACES), "sufficiency-strategy.docx")
        assert offered == {
            "html": [],
            "html-pdf": [to_print],
            "docx-html-pdf": [to_print, to_edit],
        }

    def test_says_what_it_is_to_programs(self, tmp_path: Path) -> None:
        title = 'Homes </script> & "more"'
        front = FRONT.replace('"Placement sufficiency strategy"', f"'{title}'")
        page = page_of("# A\n", tmp_path, front=front)
        metas = {meta.get("property"): meta.get("content") for meta in page.iter("meta")}
        assert metas["og:title"].startswith("Homes")
        assert metas["og:type"] == "article"
        assert metas["og:locale"] == "en_GB"
        assert metas["og:description"].startswith("How we will make sure")
        (block,) = page.xpath('//script[@type="application/ld+json"]')
        said = json.loads(block.text)
        assert said["@type"] == "Report"
        assert said["name"] == "Homes </script> & “more” 2019 to 2023"
        assert said["datePublished"] == "2026-11-20"
        assert said["temporalCoverage"] == "2019/2023"
        assert said["keywords"] == ["children in care", "sufficiency"]
        assert said["publisher"] == {
            "@type": "GovernmentOrganization",
            "name": "Norton & Sutton Council",
        }

    def test_names_the_address_at_which_it_is_published(self, tmp_path: Path) -> None:
        address = "https://www.example.org/our_plan/a--b/?x=1&y=2"
        front = FRONT.replace(
            "engine:", f"web-address: {json.dumps(escape_markdown(address))}\nengine:"
        )
        page = page_of("# A\n", tmp_path, front=front)
        assert page.xpath("//head/link[@rel='canonical']/@href") == [address]
        assert page.xpath("//meta[@property='og:url']/@content") == [address]
        (block,) = page.xpath('//script[@type="application/ld+json"]')
        assert json.loads(block.text)["url"] == address

    def test_without_an_address_it_names_none(self, tmp_path: Path) -> None:
        page = page_of("# A\n", tmp_path)
        assert page.xpath("//link[@rel='canonical'] | //meta[@property='og:url']") == []
        (block,) = page.xpath('//script[@type="application/ld+json"]')
        assert "url" not in json.loads(block.text)

    def test_prints_the_notice_before_everything_else(self, tmp_path: Path) -> None:
        (notice,) = page_of("# A\n", tmp_path).find_class("notice")
        assert text(notice) == "An unofficial worked example."
