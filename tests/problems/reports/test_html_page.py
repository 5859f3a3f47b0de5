"""The page of problems: all of them by file, as typed, with explanations, asking for nothing."""

from pathlib import Path

from lxml import html

from sufficiency.problems import Findings, Location, Problem
from sufficiency.problems.reports import REPORTS
from tests.problems.made import ENTRY, MEANING, WARNING, found
from tests.problems.reports.many import find_many


def page(findings: Findings) -> html.HtmlElement:
    return html.document_fromstring(REPORTS["html"](findings))


def texts(tree: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(element.text_content().split()) for element in tree.findall(path)]


class TestPage:
    def test_it_says_how_many_there_are(self) -> None:
        tree = page(Findings([found(ENTRY, "a"), found(WARNING, "a")]))
        assert texts(tree, ".//h1") == ["1 problem and 1 warning"]
        assert texts(tree, ".//title") == ["1 problem and 1 warning – the strategy’s files"]

    def test_a_problem_has_its_place_its_words_its_line_and_its_mend(self) -> None:
        tree = page(Findings([found(MEANING, "a", 2, 4)], {"a": ["", "is it?"]}))
        (item,) = tree.findall(".//main//li")
        assert texts(item, "h3") == ["Problem Line 2, column 4"]
        assert texts(item, "p") == ["This is wrong.", "How to mend it: Mend it."]
        assert texts(item, "pre") == ["2 is it?"]
        assert texts(item, "pre/code/mark") == ["it"]

    def test_the_code_is_explained_on_demand(self) -> None:
        tree = page(Findings([found(MEANING, "a")]))
        (details,) = tree.findall(".//details")
        assert texts(details, "summary") == ["What MADE-MEANING means"]
        assert texts(details, "pre") == ["a: 1 b: 2", "a: 2"]
        assert details.get("open") is None

    def test_a_warning_is_called_one(self) -> None:
        tree = page(Findings([found(WARNING, "a")]))
        assert texts(tree, ".//h3") == ["Warning Line 1, column 1"]

    def test_several_files_have_contents_that_lead_to_them(self) -> None:
        tree = page(Findings([found(ENTRY, "a"), found(MEANING, "b"), found(MEANING, "b", 2)]))
        assert texts(tree, ".//nav//li") == ["a 1 problem", "b 2 problems"]
        targets = [link.get("href", "")[1:] for link in tree.findall(".//nav//a")]
        assert [tree.get_element_by_id(target).text for target in targets] == ["a", "b"]

    def test_one_file_needs_no_contents(self) -> None:
        assert page(Findings([found(ENTRY, "a")])).find(".//nav") is None

    def test_signs_for_code_become_code(self) -> None:
        tree = page(Findings([found(ENTRY, "a", message="write `a: <b>` or `c`, not d.")]))
        assert texts(tree, ".//p[@class='what']/code") == ["a: <b>", "c"]
        assert "Write a: <b> or c, not d." in texts(tree, ".//p")

    def test_a_place_in_a_workbook_is_a_cell_of_a_sheet(self) -> None:
        place = Location("data/a.xlsx", 5, 3, "<b>Costs")
        tree = page(Findings([Problem(ENTRY, place, "this is wrong.")]))
        assert texts(tree, ".//*[@class='place']") == ["Cell C5 of the sheet “<b>Costs”"]

    def test_without_a_problem_it_says_so(self) -> None:
        tree = page(Findings([]))
        assert texts(tree, ".//h1") == ["No problems"]
        assert texts(tree, ".//main/p") == ["The documents can be built."]


class TestProject:
    def test_what_was_typed_is_shown_as_it_was_typed(self, tmp_path: Path) -> None:
        tree = page(find_many(tmp_path))
        lines = texts(tree, ".//pre")
        assert "6 <script>alert('x')</script> and \ufffd[31mred" in lines
        assert "6 titel: Café <b>£60</b>" in lines

    def test_it_runs_nothing_and_styles_nothing_in_place(self, tmp_path: Path) -> None:
        tree = page(find_many(tmp_path))
        assert tree.findall(".//script") == []
        assert tree.xpath("//@style | //@*[starts-with(name(), 'on')]") == []
        assert tree.xpath("//@src | //link") == []

    def test_all_problems_are_in_it(self, tmp_path: Path) -> None:
        findings = find_many(tmp_path)
        tree = page(findings)
        assert len(tree.findall(".//main//ol/li")) == len(findings.problems)
        assert "a boy of nine" not in tree.text_content()
