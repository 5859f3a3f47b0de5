"""The page for authors is true: whoever takes its steps gets what it promises.

Every block of the page is tried, in order, on a fresh copy of the example (see ``walk``).
"""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from PIL import Image
from typer.testing import CliRunner

from sufficiency import pipeline
from sufficiency.cli import app
from sufficiency.content.catalogue import ColumnType
from sufficiency.content.figures import ChartKind
from sufficiency.facts import StatedFigure
from sufficiency.outputs import Cache
from sufficiency.prose.expressions import Placement, Printed, evaluate
from sufficiency.sources.yaml_tree import Text, parse_yaml
from sufficiency.tables import PeriodKind, Unit
from tests.audits import agreement
from tests.docs.walk import PAGE, ROOT, Walk, read_steps
from tests.example import outputs_in
from tools.author_pictures import PICTURES, texts_of_pages

WORDS = PAGE.read_text("utf-8")
PROSE = re.sub(r"^```.*?^```$", "", WORDS, flags=re.MULTILINE | re.DOTALL)
INLINE = [code.replace(r"\|", "|") for code in re.findall(r"`([^`\n]+)`", PROSE)]
LARGEST = 150_000  # bytes of one picture

pytestmark = pytest.mark.xdist_group("for authors")


@pytest.fixture(scope="module")
def walked(
    tmp_path_factory: pytest.TempPathFactory, cache_of_tests: Path
) -> Iterator[tuple[Walk, list[str]]]:
    """A reader who has taken every step, and the pictures that they saw on the way."""
    seen: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SUFFICIENCY_CACHE", str(cache_of_tests))
        tool = tmp_path_factory.mktemp("tool")
        # The commands are typed in the tool's own folder, which holds a project of its own.
        for name in ("strategy", "data"):
            shutil.copytree(ROOT / name, tool / name)
        walk = Walk(tool, lambda picture, _: seen.append(picture))
        walk.take(read_steps(PAGE))
        yield walk, seen


@pytest.fixture(scope="module")
def project(walked: tuple[Walk, list[str]]) -> Path:
    return walked[0].here


@pytest.fixture(scope="module")
def model(project: Path, cache_of_tests: Path) -> pipeline.Model:
    """What the reader's project says in the end."""
    understood, _ = pipeline.understand(project, cache=Cache(cache_of_tests))
    assert understood is not None
    return understood


class TestSteps:
    def test_they_go_through_every_kind_of_file_that_an_author_changes(
        self, walked: tuple[Walk, list[str]]
    ) -> None:
        folders = {re.sub(r"/[^/]+\.(md|csv|jpg)$", "/", file) for file in walked[0].changed}
        assert folders == {
            "data/",
            "data/catalogue.yml",
            "data/indicators.yml",
            "strategy/facts.yml",
            "strategy/figures.yml",
            "strategy/needs.yml",
            "strategy/pictures.yml",
            "strategy/pictures/",
            "strategy/priorities/2-fostering.yml",
            "strategy/priorities/4-sixteen-and-over.yml",
            "strategy/references.yml",
            "strategy/sections/",
        }

    def test_commands_of_windows_are_those_of_the_readme(self) -> None:
        readme = (ROOT / "README.md").read_text("utf-8")
        lines = [
            line
            for step in read_steps(PAGE)
            if step.kind == "powershell"
            for line in step.text.splitlines()
        ]
        assert len(lines) == 2
        assert [line for line in lines if line not in readme] == []


SECTION = "suitable-homes"
IN_THE_SECTION = [
    "A suitable home after care",
    "In the year to 31 March 2019, 82% of ours did.",
    "Across England it was 85%, which is 3 percentage points higher",
    "A suitable home is a little rarer here than across England",
    "to know why some care leavers have no suitable home, and what would help",
    "to have a suitable home for each care leaver who wants our help",
]


class TestNewSection:
    @pytest.mark.parametrize("kind", ["html", "docx"])
    def test_it_is_in_the_web_page_and_in_word(self, project: Path, kind: str) -> None:
        path = outputs_in(project / "_output").by_format[kind]
        assert agreement.audit(path, IN_THE_SECTION) == []

    @pytest.mark.audit
    def test_it_is_in_the_pdf(self, project: Path) -> None:
        said = " ".join(texts_of_pages(outputs_in(project / "_output").pdf))
        assert [words for words in IN_THE_SECTION if not agreement.says(said, words)] == []

    def test_its_three_facts_are_in_the_ledger(self, project: Path) -> None:
        ledger = json.loads((project / "_output/evidence/ledger.json").read_text("utf-8"))
        printed = {
            entry["fact"]["name"]: entry["printed"]
            for entry in ledger["entries"]
            if entry["section"] == SECTION
        }
        assert printed == {
            "suitable_now": "82%",
            "suitable_england": "85%",
            "suitable_gap": "3 percentage points higher",
        }

    def test_its_chart_and_its_box_stand_in_it(self, model: pipeline.Model) -> None:
        (section,) = [part for part in model.bound.sections if part.section.id == SECTION]
        ids = [getattr(block.content, "anchor", "") for block in section.blocks]
        boxes = [getattr(block.content, "needs", ()) for block in section.blocks]
        assert f"fig-{SECTION}" in ids
        assert max(map(len, boxes)) == 2


class TestWhatIsNamed:
    @pytest.mark.parametrize("code", [code for code in INLINE if code.startswith("{{")])
    def test_every_expression_means_something(self, model: pipeline.Model, code: str) -> None:
        result = evaluate(code.strip("{}"), model.facts)
        assert isinstance(result, Printed | Placement)
        if isinstance(result, Placement):
            sections = [part.section.body for part in model.bound.sections]
            assert any(code in body for body in sections)

    def test_every_form_prints_what_the_page_says(self, model: pipeline.Model) -> None:
        rows = re.findall(r"^\| `\{\{ (.+?) \}\}` \| (.+?) \|$", PROSE, re.MULTILINE)
        assert len(rows) > 8
        for code, printed in rows:
            result = evaluate(code.replace(r"\|", "|"), model.facts)
            assert isinstance(result, Printed)
            assert result.text == printed

    def test_every_cross_reference_leads_somewhere(self, walked: tuple[Walk, list[str]]) -> None:
        names = [code[1:] for code in INLINE if re.fullmatch(r"@\w+-[\w-]+", code)]
        page = walked[0].page.read_text("utf-8")
        assert len(names) > 3
        assert [name for name in names if f'id="{name}"' not in page] == []

    def test_every_source_is_listed(self, model: pipeline.Model) -> None:
        origins = [entry.origin for entry in model.bound.ledger]
        sources = {origin.publication.id for origin in origins if isinstance(origin, StatedFigure)}
        named = set(re.findall(r'\{source="(\w+)"\}', WORDS))
        assert len(named) > 1
        assert named <= sources

    def test_every_command_is_one(self) -> None:
        commands = [code.split() for code in INLINE if code.startswith("sufficiency ")]
        assert len(commands) > 4
        for _, *words in commands:
            result = CliRunner().invoke(app, [*words, "--help"])
            assert result.exit_code == 0, words

    def test_every_file_and_folder_is_there(self, project: Path) -> None:
        paths = [code for code in INLINE if re.match(r"(strategy|data|_output)/", code)]
        assert len(paths) > 20
        assert [path for path in paths if not (project / path).exists()] == []

    @pytest.mark.parametrize(
        ("key", "choices"),
        [
            ("kind", {*get_args(ChartKind), "table"}),
            ("type", {*get_args(ColumnType)}),
            (
                "unit",
                {unit.value for unit in Unit}
                - {Unit.PERCENTAGE_POINTS.value, Unit.YES_OR_NO.value},
            ),
            ("means", {kind.value for kind in PeriodKind}),
        ],
    )
    def test_every_choice_of_a_key_is_named(self, key: str, choices: set[str]) -> None:
        (line,) = [line for line in WORDS.splitlines() if line.startswith(f"- `{key}` is ")]
        assert {*re.findall(r"`([^`]+)`", line)} - {key} == choices


SIGNS = [f"{sign}homes" for sign in "{[&*!@%"]


class TestYaml:
    @pytest.mark.parametrize("value", ["no", "1:30", "31 March 2029", "2029-03-31", "007"])
    def test_what_needs_no_care_is_text_as_it_was_typed(self, value: str) -> None:
        tree, problems = parse_yaml(f"text: {value}\n", "x.yml")
        assert problems == []
        assert tree == {"text": value}

    @pytest.mark.parametrize("value", ["More homes: nearer", "Our homes # near", *SIGNS])
    def test_what_needs_quotation_marks_is_text_with_them_and_none_without(
        self, value: str
    ) -> None:
        quoted, problems = parse_yaml(f'text: "{value}"\n', "x.yml")
        assert problems == []
        assert quoted == {"text": value}
        bare, problems = parse_yaml(f"text: {value}\n", "x.yml")
        assert problems or bare is None or not isinstance(bare["text"], Text)

    def test_the_page_names_those_signs(self) -> None:
        (line,) = [line for line in WORDS.splitlines() if "begins with a sign such as" in line]
        signs = line.partition("begins with a sign such as")[2]
        assert set(re.findall("`(.)`", signs)) == {sign[0] for sign in SIGNS}


class TestPictures:
    def test_the_tool_takes_those_that_the_page_shows_and_no_others(
        self, walked: tuple[Walk, list[str]]
    ) -> None:
        assert walked[1] == [f"pictures/{name}" for name in PICTURES]

    @pytest.mark.parametrize("name", PICTURES)
    def test_each_is_there_and_small(self, name: str) -> None:
        path = PAGE.parent / "pictures" / name
        assert path.stat().st_size < LARGEST
        with Image.open(path) as picture:
            assert picture.width > 400

    def test_each_says_in_words_what_it_shows(self) -> None:
        pictures = [step for step in read_steps(PAGE) if step.kind == "picture"]
        assert len(pictures) == len(PICTURES)
        assert [step.text for step in pictures if len(step.lead.split()) < 8] == []
