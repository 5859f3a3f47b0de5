"""Every number of the three outputs is in the ledger or passes by a named rule.

What the rules let pass is kept in ``numbers_let_pass.txt``, to be read by a person: a rule that is
too wide lets a figure pass in the sources and here alike, and only its words show that it is one.
``pytest --update-snapshots`` writes it anew; read the differences.
"""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import docx
import pytest
from lxml import html

from tests.audits.numbers_answered import Answers, audit
from tests.example import ExampleOutputs

pytestmark = pytest.mark.audit
LET_PASS = Path(__file__).with_name("numbers_let_pass.txt")
OWNERS = "15: an owner for all 15 actions"
PICTURE = "91: Figure 2 as a picture (PNG, 91 kB)"


def told(answers: Mapping[str, Answers]) -> str:
    """What is left, a line each, for whoever sees this test red."""
    return "\n".join(f"{format}: {one}" for format, all in answers.items() for one in all.left)


def listed(answers: Mapping[str, Answers]) -> str:
    """What each rule let pass in any format: the rule, and below it each text once."""
    rules = sorted({rule for one in answers.values() for rule in one.let_pass})
    parts = [
        (rule, sorted(set[str]().union(*(one.let_pass[rule] for one in answers.values()))))
        for rule in rules
    ]
    return "\n".join("\n  ".join((rule, *texts)) + "\n" for rule, texts in parts if texts)


def in_place_of(said: str, right: str) -> str:
    return f'"{said}" stands where "{right}" should'


class TestExample:
    def test_no_number_is_left_without_an_answer(self, example_outputs: ExampleOutputs) -> None:
        answers = audit(example_outputs.by_format, example_outputs.folder / "evidence")
        assert told(answers) == ""
        assert answers["html"].by_rule["ledger"] > 200
        assert answers["html"].by_rule["annex of evidence, as the ledger has it"] > 200
        assert answers["html"].by_rule["figures' data, by row and column"] > 200
        assert answers["html"].by_rule["alternative texts, true of the figure's data"] == 17
        for format in ("pdf", "docx"):
            assert answers[format].by_rule["said on the web page, and answered there"] > 900

    def test_what_rules_let_pass_was_read_by_a_person(
        self, example_outputs: ExampleOutputs, request: pytest.FixtureRequest
    ) -> None:
        answers = audit(example_outputs.by_format, example_outputs.folder / "evidence")
        if request.config.getoption("--update-snapshots"):
            LET_PASS.write_text(listed(answers), "utf-8", newline="\n")
        assert listed(answers) == LET_PASS.read_text("utf-8")

    def test_no_text_passes_only_by_several_rules_together(self) -> None:
        assert "several rules together" not in LET_PASS.read_text("utf-8")


class TestOnePage:
    @pytest.mark.parametrize(
        ("typed", "becomes", "named"),
        [
            ("</main>", "<p>We have 4711 homes.</p></main>", "4711: We have 4711 homes."),
            ("</main>", "<ul><li>4711</li></ul></main>", "4711: 4711"),
            (
                "</main>",
                '<p><data value="1" data-entry="#evidence-1">4711</data></p></main>',
                "4711: 4711",
            ),
            (">every\N{NO-BREAK SPACE}6", ">every\N{NO-BREAK SPACE}7", "7: every 7 weeks"),
            (
                '>342 (<a href="#source-barnet_children"',
                '>343 (<a href="#source-barnet_children"',
                "343, 1, 2: 343 (Source 1, line 2)",
            ),
            (">an owner for all 51 actions", ">an owner for all 15 actions", OWNERS),
            ("(PNG, 19\N{NO-BREAK SPACE}kB)", "(PNG, 91\N{NO-BREAK SPACE}kB)", PICTURE),
            (
                ">Figure\N{NO-BREAK SPACE}3:",
                ">Figure\N{NO-BREAK SPACE}4:",
                in_place_of("Figure 4:", "Figure 3:"),
            ),
            (
                'header-section-number">3.2.1<',
                'header-section-number">3.2.2<',
                in_place_of("3.2.2", "3.2.1"),
            ),
            ('toc-section-number">6.4<', 'toc-section-number">6.5<', in_place_of("6.5", "6.4")),
            (
                "<dd>31 March 2019<",
                "<dd>31 March 2018<",
                in_place_of("31 March 2018", "31 March 2019"),
            ),
            ('<data value="312"', '<data value="999"', "312: 312 Children in care"),
            (
                '#source-barnet_children">Source\N{NO-BREAK SPACE}1<',
                '#source-children_by_home">Source\N{NO-BREAK SPACE}2<',
                "2, 4: Source 2, line 4",
            ),
        ],
    )
    def test_a_number_that_nothing_answers_for_is_named(
        self, example_outputs: ExampleOutputs, tmp_path: Path, typed: str, becomes: str, named: str
    ) -> None:
        page = Path(shutil.copy(example_outputs.html, tmp_path / "page.html"))
        text = page.read_text("utf-8")
        assert typed in text
        page.write_text(text.replace(typed, becomes, 1), "utf-8")
        found = audit({"html": page}, example_outputs.folder / "evidence")
        assert named in found["html"].left

    @pytest.mark.parametrize(
        ("typed", "becomes"),
        [("28 February 2019", "27 February 2019"), ("29 April 2019", "29 April 2018")],
    )
    def test_a_date_that_nobody_has_read_is_among_what_passes(
        self, example_outputs: ExampleOutputs, tmp_path: Path, typed: str, becomes: str
    ) -> None:
        words = re.compile(r"\s+".join(typed.split()))
        text, count = words.subn(becomes, example_outputs.html.read_text("utf-8"), count=1)
        (page := tmp_path / "page.html").write_text(text, "utf-8")
        found = audit({"html": page}, example_outputs.folder / "evidence")
        unread = set(listed(found).splitlines()) - set(LET_PASS.read_text("utf-8").splitlines())
        assert count == 1
        assert any(becomes in one for one in unread)

    def test_a_program_that_audited_has_the_version_of_the_record(
        self, example_outputs: ExampleOutputs, tmp_path: Path
    ) -> None:
        text = example_outputs.html.read_text("utf-8")
        page = tmp_path / "page.html"
        page.write_text(text.replace("(Nu Html Checker ", "(Nu Html Checker 9", 1), "utf-8")
        (left,) = audit({"html": page}, example_outputs.folder / "evidence")["html"].left
        assert left.startswith('"the web page: correct HTML and CSS (Nu Html Checker 9')

    def test_a_printed_number_must_be_as_its_entry_has_it(
        self, example_outputs: ExampleOutputs, tmp_path: Path
    ) -> None:
        page = Path(shutil.copy(example_outputs.html, tmp_path / "page.html"))
        text = page.read_text("utf-8")
        assert ">67%</data>" in text
        page.write_text(text.replace(">67%</data>", ">67 %</data>", 1), "utf-8")
        tile, left = audit({"html": page}, example_outputs.folder / "evidence")["html"].left
        assert "67 %" in tile
        assert left.startswith("67 %: ") or left.startswith("67: ")

    @pytest.mark.parametrize(
        ("told", "becomes"),
        [
            ("fell from 23% to 17%.", "fell from 22% to 17%."),
            ("highest of the 8 shown.", "highest of the 7 shown."),
            ("Of 9 others, 1 rose, 1 fell", "Of 9 others, 2 rose, 1 fell"),
        ],
    )
    def test_an_alternative_text_must_be_true_of_its_figures_data(
        self, example_outputs: ExampleOutputs, tmp_path: Path, told: str, becomes: str
    ) -> None:
        page = Path(shutil.copy(example_outputs.html, tmp_path / "page.html"))
        text = page.read_text("utf-8")
        assert told in text
        page.write_text(text.replace(told, becomes, 1), "utf-8")
        (left,) = audit({"html": page}, example_outputs.folder / "evidence")["html"].left
        assert becomes in left


class TestTables:
    def test_two_cells_that_changed_places_are_named_in_each_format(
        self, example_outputs: ExampleOutputs, tmp_path: Path
    ) -> None:
        page = html.parse(example_outputs.html)
        first, last = page.xpath(
            "//table[@id]//tr[th='Ealing']/td[position() = 1 or position() = 3]"
        )
        assert (first.text, last.text) == ("25", "45")
        first.text, last.text = last.text, first.text
        page.write(tmp_path / "page.html", method="html", encoding="utf-8")
        outputs = example_outputs.by_format | {"html": tmp_path / "page.html"}
        answers = audit(outputs, example_outputs.folder / "evidence")
        table = "unaccompanied-neighbours, Ealing, "
        assert answers["html"].left == [
            f'{table}31 March 2016: "45" on the page, "25" in the data',
            f'{table}31 March 2018: "25" on the page, "45" in the data',
        ]
        on_paper = '"ealing | 25 | 25 | 45 | +80%" for "ealing | 45 | 25 | 25 | +80%"'
        for format in ("pdf", "docx"):
            (left,) = answers[format].left
            assert left.endswith(on_paper)

    def test_two_tiles_that_changed_places_are_named_in_each_format(
        self, example_outputs: ExampleOutputs, tmp_path: Path
    ) -> None:
        page = html.parse(example_outputs.html)
        first, second = page.xpath("//*[@class='tile-value']")[:2]
        first[:], second[:] = list(second), list(first)
        page.write(tmp_path / "page.html", method="html", encoding="utf-8")
        outputs = example_outputs.by_format | {"html": tmp_path / "page.html"}
        for answers in audit(outputs, example_outputs.folder / "evidence").values():
            first, second = answers.left
            assert ("32.1 per 10,000" in first, "312" in second) == (True, True)


class TestWord:
    @pytest.mark.parametrize(
        ("before", "behind"), [("4711 ", ""), ("Figure 4711: ", ""), ("", " 4711")]
    )
    def test_a_number_at_either_end_of_a_paragraph_is_named(
        self, example_outputs: ExampleOutputs, tmp_path: Path, before: str, behind: str
    ) -> None:
        document = docx.Document(str(example_outputs.docx))
        paragraph = next(one for one in document.paragraphs if "we looked after" in one.text)
        paragraph.runs[0].text = before + paragraph.runs[0].text
        paragraph.add_run(behind)
        document.save(str(tmp_path / "strategy.docx"))
        outputs = example_outputs.by_format | {"docx": tmp_path / "strategy.docx"}
        (left,) = audit(outputs, example_outputs.folder / "evidence")["docx"].left
        assert "4711" in left.partition(": ")[0]
