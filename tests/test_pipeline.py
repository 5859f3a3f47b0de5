"""The whole build: from a folder to published files, and what a second build keeps."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from sufficiency import pipeline
from sufficiency.engines import FORMATS
from sufficiency.extracts.headed import TABLE_ROW
from sufficiency.outputs import Cache, OutputRefused, cache_folder
from sufficiency.problems import Location, Problem
from tests.a_project import replaced, write_project
from tests.example import ROOT

STEM = "ambleford-placement-sufficiency-strategy-2019-2022"


def built(
    root: Path, formats: tuple[str, ...] = ("html",), *, html: str | None = None
) -> list[str]:
    """The files that a build of the project makes; it must be sound."""
    done = pipeline.build(
        root, output=root / "_output", cache=Cache(cache_folder()), formats=formats, html=html
    )
    assert [str(problem) for problem in done.problems] == []
    return [path.relative_to(root).as_posix() for path in done.files]


def read_packaged_template(name: str) -> bytes:
    return (ROOT / "templates" / name).read_bytes()


def manifest_of(root: Path) -> Any:
    return json.loads((root / "_output" / "manifest.json").read_text(encoding="utf-8"))


class TestFindLines:
    def test_the_lines_of_the_files_with_problems_are_found(self, tmp_path: Path) -> None:
        root = write_project(tmp_path, replaced("strategy/facts.yml", "now\n", "no\n"))
        _, problems = pipeline.understand(root, cache=Cache(cache_folder()))
        (problem,) = problems
        excerpt = pipeline.find_lines(root, problems).excerpt(problem)
        assert excerpt is not None
        assert excerpt.text.strip() == "share: fostered_no"

    @pytest.mark.parametrize(
        ("changes", "is_shown"),
        [
            ({}, True),
            (replaced("data/catalogue.yml", "release: published", "release: protect"), False),
            (replaced("data/catalogue.yml", "file: children.csv", "file: others.csv"), False),
            ({"data/catalogue.yml": "extracts: '"}, False),
        ],
    )
    def test_a_line_that_may_be_about_a_child_never_is(
        self, tmp_path: Path, changes: dict[str, str | bytes | None], is_shown: bool
    ) -> None:
        root = write_project(tmp_path, changes)
        at = Location("data/children.csv", 3, 4)
        findings = pipeline.find_lines(root, [Problem(TABLE_ROW, at, "this row is wrong.")])
        (problem,) = findings.problems
        assert (findings.excerpt(problem) is not None) == is_shown
        assert ("data/children.csv" in findings.lines) == is_shown

    def test_a_cell_is_found_by_its_characters(self, tmp_path: Path) -> None:
        at = Location("data/children.csv", 3, 4)
        problem = Problem(TABLE_ROW, at, "this cell is wrong.")
        (told,) = pipeline.find_lines(write_project(tmp_path), [problem]).problems
        assert told.at == Location(
            "data/children.csv", 3, len("Ambleford,31 March 2019,in care,") + 1
        )


class TestBuild:
    def test_every_format_is_built_with_ledger_data_and_manifest(self, tmp_path: Path) -> None:
        root = write_project(tmp_path)
        names = [f"_output/{STEM}.{format}" for format in FORMATS]
        assert sorted(built(root, FORMATS)) == sorted(names)
        found = [p.relative_to(root).as_posix() for p in (root / "_output").rglob("*.*")]
        files = ("costs.csv", "in-care.csv", "in-care.png", "in-care.svg")
        evidence = [*(f"figures/{name}" for name in files), "ledger.csv", "ledger.json"]
        evidence += ["thread.csv", "thread.json"]
        extra = [f"_output/evidence/{name}" for name in evidence]
        assert sorted(found) == sorted([*names, *extra, "_output/manifest.json"])
        listed = [file["path"] for file in manifest_of(root)["evidence"]]
        assert listed == [f"evidence/{name}" for name in evidence]

    def test_the_manifest_has_each_files_checksum_and_no_absolute_path(
        self, tmp_path: Path
    ) -> None:
        root = write_project(tmp_path)
        (name,) = built(root)
        described = manifest_of(root)["documents"]["strategy"]["files"]["html"]
        assert described["sha256"] == hashlib.sha256((root / name).read_bytes()).hexdigest()
        text = (root / "_output" / "manifest.json").read_text(encoding="utf-8")
        assert str(tmp_path) not in text
        assert '"/' not in text
        assert "\\" not in text

    def test_inputs_are_every_file_that_was_read(self, tmp_path: Path) -> None:
        root = write_project(tmp_path)
        built(root)
        inputs = manifest_of(root)["inputs"]
        assert (
            inputs["data/costs.csv"]
            == hashlib.sha256((root / "data/costs.csv").read_bytes()).hexdigest()
        )
        assert "templates/documents/strategy.qmd.j2" in inputs

    @pytest.mark.parametrize("own", [None, b'color: {primary: "#12436d"}\n'])
    def test_the_brand_is_among_the_inputs_the_packaged_one_where_there_is_no_other(
        self, own: bytes | None, tmp_path: Path
    ) -> None:
        root = write_project(tmp_path, {"_brand.yml": own})
        built(root)
        expected = own or (ROOT / "_brand.yml").read_bytes()
        assert manifest_of(root)["inputs"]["_brand.yml"] == hashlib.sha256(expected).hexdigest()

    def test_a_format_that_is_not_built_anew_is_kept_and_marked(self, tmp_path: Path) -> None:
        root = write_project(tmp_path)
        built(root, ("html", "docx"))
        word = (root / f"_output/{STEM}.docx").read_bytes()
        built(root, ("html",))
        files = manifest_of(root)["documents"]["strategy"]["files"]
        assert {format: file.get("stale", False) for format, file in files.items()} == {
            "html": False,
            "docx": True,
        }
        assert (root / f"_output/{STEM}.docx").read_bytes() == word

    @pytest.mark.parametrize(
        ("html", "opened"),
        [("site", "index.html"), ("fragment", "strategy.html"), ("cms", "upload-sheet.html")],
    )
    def test_a_page_of_several_files_has_a_folder_and_one_to_open(
        self, tmp_path: Path, html: str, opened: str
    ) -> None:
        root = write_project(tmp_path)
        assert built(root, html=html) == [f"_output/{STEM}-{html}/{opened}"]
        described = manifest_of(root)["documents"]["strategy"]["files"]["html"]
        listed = {described["path"], *(file["path"] for file in described["beside"])}
        folder = root / "_output" / f"{STEM}-{html}"
        found = (path for path in folder.rglob("*") if path.is_file())
        assert listed == {path.relative_to(root / "_output").as_posix() for path in found}
        assert not (root / f"_output/{STEM}.html").exists()

    def test_the_form_of_the_page_that_is_asked_for_comes_before_that_of_the_strategy(
        self, tmp_path: Path
    ) -> None:
        site = replaced("strategy/strategy.yml", "status: draft\n", "status: draft\nhtml: site\n")
        root = write_project(tmp_path, site)
        assert built(root) == [f"_output/{STEM}-site/index.html"]
        assert built(root, html="single") == [f"_output/{STEM}.html"]
        assert not (root / f"_output/{STEM}-site").exists()

    def test_a_site_that_is_not_built_anew_is_kept_whole(self, tmp_path: Path) -> None:
        root = write_project(tmp_path)
        built(root, html="site")
        pages = sorted((root / "_output" / f"{STEM}-site").rglob("*"))
        built(root, ("pdf",))
        assert sorted((root / "_output" / f"{STEM}-site").rglob("*")) == pages
        assert manifest_of(root)["documents"]["strategy"]["files"]["html"]["stale"]

    def test_a_document_that_takes_anothers_name_takes_its_file(self, tmp_path: Path) -> None:
        """Two documents change their titles, and only one of them is built anew."""
        template = read_packaged_template("documents/strategy.qmd.j2")
        both = {"templates/documents/summary.qmd.j2": template}
        named = "  strategy:\n    title: {}\n  summary:\n    title: {}\n"
        old = "  strategy:\n    title: Placement sufficiency strategy\n"
        one, other = named.format("One", "Other"), named.format("Other", "One")
        built(write_project(tmp_path, both | replaced("strategy/strategy.yml", old, one)))
        write_project(tmp_path, both | replaced("strategy/strategy.yml", old, other))
        for _ in range(2):
            pipeline.build(
                tmp_path,
                output=tmp_path / "_output",
                cache=Cache(cache_folder()),
                formats=("html",),
                documents=("strategy",),
            )
        pages = [path.name for path in (tmp_path / "_output").glob("*.html")]
        assert pages == ["ambleford-other-2019-2022.html"]
        assert list(manifest_of(tmp_path)["documents"]) == ["strategy"]

    def test_a_document_that_is_no_longer_listed_goes(self, tmp_path: Path) -> None:
        template = read_packaged_template("documents/strategy.qmd.j2")
        both = {"templates/documents/summary.qmd.j2": template}
        old = "documents:\n"
        more = replaced("strategy/strategy.yml", old, "documents:\n  summary:\n    title: S\n")
        assert len(built(write_project(tmp_path, both | more))) == 2
        assert len(built(write_project(tmp_path))) == 1
        assert len(list((tmp_path / "_output").glob("*.html"))) == 1

    def test_an_edition_of_another_name_takes_the_place_of_the_last(self, tmp_path: Path) -> None:
        built(write_project(tmp_path))
        renamed = replaced("strategy/strategy.yml", "2019 to 2022", "2019 to 2024")
        for _ in range(2):
            built(write_project(tmp_path, renamed))
        pages = [path.name for path in (tmp_path / "_output").glob("*.html")]
        assert pages == [STEM.replace("2022", "2024") + ".html"]

    def test_where_a_final_has_a_problem_what_stood_there_stays(self, tmp_path: Path) -> None:
        root = write_project(tmp_path)
        built(root)
        before = (root / "_output" / "manifest.json").read_bytes()
        write_project(root, replaced("data/costs.csv", "675", "lots"))
        refused = pipeline.build(
            root,
            output=root / "_output",
            cache=Cache(cache_folder()),
            formats=("html",),
            final=True,
        )
        assert refused.files == ()
        assert [problem.code.id for problem in refused.problems] == ["CELL-TYPE"]
        assert (root / "_output" / "manifest.json").read_bytes() == before

    def test_a_folder_with_other_files_is_refused(self, tmp_path: Path) -> None:
        root = write_project(tmp_path)
        with pytest.raises(OutputRefused):
            pipeline.build(
                root, output=root / "data", cache=Cache(cache_folder()), formats=("html",)
            )
