"""The small project: sound whatever the answers, explained key by key, home to authors."""

import csv
import json
import re
import resource
import shlex
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sufficiency import pipeline
from sufficiency.authoring import Refused, make_example, make_starter, read_answer, read_answers
from sufficiency.authoring.starter import HOME
from sufficiency.authoring.texts import starter_files
from sufficiency.checks.thread import LOOSE_ENDS
from sufficiency.content import Strategy, read_content
from sufficiency.content.read import SHELF_FILES
from sufficiency.outputs import Cache, OutputFailed
from sufficiency.sources import parse_yaml, read_project
from tests.authoring.a_desk import mistakes
from tests.cli.running import run_well

ROOT = Path(__file__).parents[2]
HARD_NAMES = (
    'O\'Neil: & "Sons" #1',
    "Cyngor Sir Ynys Môn / Llŷn",
    "no",
    "{{ council }} <b>*bold*</b>, $x$ @fig-a [c]",
    "=1+1",
)
answer = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=1)


def answers(**given: str) -> dict[str, str]:
    return read_answers(given, folder="plan", today=date(2026, 7, 1))


@pytest.fixture
def cache(cache_of_tests: Path) -> Cache:
    return Cache(cache_of_tests)


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("starter") / "plan"
    make_starter(folder, answers(council="Ambleford"))
    return folder


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("example") / "copy"
    make_example(folder, "barnet")
    return folder


class TestItsFiles:
    def test_all_that_is_wrong_with_the_project_is_that_its_figures_are_made_up(
        self, starter: Path, cache: Cache
    ) -> None:
        model, (to_do,) = pipeline.understand(starter, cache=cache)
        assert (to_do.code.id, to_do.at.path) == ("TODO-OPEN", "strategy/strategy.yml")
        assert "The figures in this draft are made up" in to_do.message
        assert model is not None
        assert len(model.bound.figures) == 2
        assert len(model.facts.entries) == 2
        assert model.bound.ledger[0].printed == "204 children"

    def test_it_has_a_little_of_everything(self, starter: Path) -> None:
        content, _ = read_content(read_project(starter)[0])
        assert len(content.priorities.entries) == len(content.boxes.entries) == 1
        assert 2 <= len(content.sections.entries) <= 3
        assert {figure.kind for figure in content.figures.entries.values()} == {"bar", "table"}
        assert content.references.entries and content.glossary.entries

    def test_all_three_formats_are_built(self, starter: Path, cache: Cache, tmp_path: Path) -> None:
        built = pipeline.build(starter, output=tmp_path / "out", cache=cache)
        assert mistakes(built.problems) == []
        assert {file.suffix for file in built.files} == {".html", ".pdf", ".docx"}

    def test_it_cannot_be_published_as_it_is(
        self, starter: Path, cache: Cache, tmp_path: Path
    ) -> None:
        built = pipeline.build(starter, output=tmp_path / "out", cache=cache, final=True)
        assert built.files == ()

    def test_every_key_of_the_strategy_is_explained_above_it(self, starter: Path) -> None:
        lines = (starter / "strategy/strategy.yml").read_text("utf-8").splitlines()
        found = {}
        remark = ""
        for line in lines:
            key = re.match(r"(?:# )?([a-z_]+):(?: |$)", line)
            if key and key[1] in Strategy.model_fields:
                found[key[1]] = remark
                remark = ""
            elif line.startswith("#"):
                remark = remark or line
            elif not line:
                remark = ""
        assert found == {
            key: f"# {field.description}" for key, field in Strategy.model_fields.items()
        }

    def test_what_is_made_up_says_so(self, starter: Path) -> None:
        catalogue = (starter / "data/catalogue.yml").read_text("utf-8")
        (name,) = [path.name for path in (starter / "data").glob("*.csv")]
        assert name == "made-up-figures.csv"
        assert "# Replace this: the figures are made up." in catalogue
        strategy = (starter / "strategy/strategy.yml").read_text("utf-8")
        assert '\nnotice: "[The figures in this draft are made up' in strategy
        assert "\nstatus: draft\n" in strategy

    def test_each_yaml_file_names_its_schema(self, starter: Path) -> None:
        for path in starter.rglob("*.yml"):
            first = path.read_text("utf-8").partition("\n")[0]
            schema = path.parent / first.removeprefix("# yaml-language-server: $schema=")
            assert schema.is_file(), path

    def test_it_can_be_kept_where_what_is_built_is_not(self, starter: Path) -> None:
        ignored = (starter / ".gitignore").read_text("utf-8").splitlines()
        assert {"/_output*/", "/composed/"} <= set(ignored)

    @pytest.mark.parametrize("project", ["starter", "example"])
    def test_the_first_thing_to_read_names_what_is_there(
        self, project: str, request: pytest.FixtureRequest
    ) -> None:
        folder = request.getfixturevalue(project)
        text = (folder / "READ-ME-FIRST.txt").read_text("utf-8")
        assert text.isascii()
        names = re.findall(r"\b((?:strategy|data)\\[\w.\\-]*\w)", text)
        assert len(names) > 5
        for name in names:
            assert (folder / name.replace("\\", "/")).exists(), name

    def test_a_copy_of_the_example_is_not_said_to_be_made_up(
        self, example: Path, cache: Cache
    ) -> None:
        text = (example / "READ-ME-FIRST.txt").read_text("utf-8")
        assert "made up" not in text
        _, problems = pipeline.understand(example, cache=cache)
        assert ("At first it finds no problems." in text, problems) == (True, [])

    def test_the_commands_in_it_do_what_they_say(self, tmp_path: Path, cache: Cache) -> None:
        make_starter(tmp_path / "plan", answers())
        text = (tmp_path / "plan/READ-ME-FIRST.txt").read_text("utf-8")
        commands = re.findall(r"^   python -m sufficiency (new .*)$", text, re.MULTILINE)
        assert len(commands) == 5
        for command in commands:
            run_well(*shlex.split(command), "--project", tmp_path / "plan")
        _, problems = pipeline.understand(tmp_path / "plan", cache=cache)
        told = [each.message for each in mistakes(problems) if each.code not in LOOSE_ENDS]
        assert told == ['no section shows the figure "homes_chart".']


class TestAnswers:
    @pytest.mark.parametrize("council", HARD_NAMES)
    def test_a_council_may_have_any_name(self, council: str, tmp_path: Path, cache: Cache) -> None:
        folder = tmp_path / "plan"
        make_starter(folder, answers(council=council, council_name=council, title=council))
        model, problems = pipeline.understand(folder, cache=cache)
        assert mistakes(problems) == []
        assert model is not None
        assert model.bound.strategy.council == council
        assert model.bound.strategy.council_name == council

    def test_letters_that_the_font_lacks_are_named_by_the_check(
        self, tmp_path: Path, cache: Cache
    ) -> None:
        make_starter(tmp_path / "plan", answers(council="ロンドン"))
        _, problems = pipeline.understand(tmp_path / "plan", cache=cache)
        assert {problem.code.id for problem in mistakes(problems)} == {"CHARACTER-NONE"}

    @given(council=answer, title=answer)
    @settings(max_examples=30)
    def test_whatever_is_typed_is_read_again_as_it_was(self, council: str, title: str) -> None:
        given = {
            key: text
            for key, words in (("council", council), ("title", title))
            for text, fault in [read_answer(key, words)]
            if fault is None
        }
        made = answers(**given)
        files = dict(starter_files({**made, "days": ["1 May 2024", "1 May 2025", "1 May 2026"]}))
        tree, problems = parse_yaml(files["strategy/strategy.yml"].decode(), "strategy.yml")
        assert problems == []
        assert tree is not None
        assert {key: tree[key] for key in made} == made
        rows = list(csv.DictReader(files["data/made-up-figures.csv"].decode().splitlines()))
        assert {row["council"] for row in rows} == {made["council"]}

    def test_the_made_up_figures_end_at_the_date_that_was_given(
        self, tmp_path: Path, cache: Cache
    ) -> None:
        make_starter(tmp_path / "plan", answers(as_at="29/02/2028"))
        model, problems = pipeline.understand(tmp_path / "plan", cache=cache)
        assert mistakes(problems) == []
        assert model is not None
        assert model.facts.entries["children_change"].said == "rose from 188 to 204"


class TestHome:
    def test_every_project_has_the_same_home(self, starter: Path, tmp_path: Path) -> None:
        make_example(tmp_path / "copy", "barnet")
        for name in HOME:
            assert (starter / name).read_bytes() == (ROOT / name).read_bytes()
            assert (tmp_path / "copy" / name).read_bytes() == (ROOT / name).read_bytes()

    def test_its_schemas_are_those_of_the_tool(self, starter: Path) -> None:
        assert _texts(starter / "schemas") == _texts(ROOT / "schemas")

    def test_the_example_is_copied_whole(self, tmp_path: Path) -> None:
        make_example(tmp_path / "copy", "barnet")
        for name in ("strategy", "data", "schemas"):
            assert _texts(tmp_path / "copy" / name) == _texts(ROOT / name)
        assert (tmp_path / "copy" / "READ-ME-FIRST.txt").is_file()

    def test_every_file_with_entries_has_a_schema_in_the_editors_settings(self) -> None:
        settings_of_editor = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
        schemas = settings_of_editor["yaml.schemas"]
        files = {file.path for file in SHELF_FILES.values()}
        expected = files | {"strategy/strategy.yml", "strategy/priorities/*.yml"}
        expected |= {"_quarto.yml", "_brand.yml"}
        assert set(schemas.values()) == expected
        assert [schema for schema in schemas if not (ROOT / schema).is_file()] == []


class TestWriting:
    @pytest.mark.parametrize("exists", [True, False])
    def test_nothing_is_left_where_the_disk_is_full(self, tmp_path: Path, exists: bool) -> None:
        folder = tmp_path / "plan"
        if exists:
            folder.mkdir()
        told = '^"plan" could not be written: the disk does not take a file of this size'
        with files_of_at_most(1000), pytest.raises(OutputFailed, match=told):
            make_starter(folder, answers())
        assert list(tmp_path.iterdir()) == ([folder] if exists else [])
        assert not exists or list(folder.iterdir()) == []

    def test_an_example_that_there_is_not(self, tmp_path: Path) -> None:
        with pytest.raises(Refused, match=r'no example "barnett"\. Did you mean "barnet"\?'):
            make_example(tmp_path / "copy", "barnett")
        assert list(tmp_path.iterdir()) == []


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """Lets the system refuse to write more than so many bytes into a file, as a full disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _texts(folder: Path) -> Mapping[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }
