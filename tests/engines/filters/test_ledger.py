"""Printed numbers know their value and their entry on a web page, and leave no mark elsewhere."""

import zipfile
from pathlib import Path

from tests.engines.rendering import FRONT, page_of, text, typst_of, word_of, word_paragraphs

LEDGER = FRONT.replace("engine:", 'ledger-values: "312\\\\|67.307692\\\\|5\\\\|2"\nengine:')
BODY = """# We look after [312 children]{.n1} {#sec-a}

Foster carers look after [67%]{.n2} of them, as `[5]{.n3}` says; [67%]{.n2} again. [2]{.n9}

| In the text | Entry |
|:--|:--|
| 312 children | [1]{.e1 .gone}, [2]{.e2} |
"""


class TestOnAWebPage:
    def test_numbers_know_their_value_and_lead_to_their_entry(self, tmp_path: Path) -> None:
        main = page_of(BODY, tmp_path, front=LEDGER).find(".//main")
        found = [(one.get("value"), one.get("data-entry"), text(one)) for one in main.iter("data")]
        assert found == [
            ("312", "#evidence-1", "312 children"),
            ("67.307692", "#evidence-2", "67%"),
            ("67.307692", "#evidence-2", "67%"),
        ]

    def test_each_has_a_name_once_and_those_of_headings_none(self, tmp_path: Path) -> None:
        page = page_of(BODY, tmp_path, front=LEDGER)
        assert [one.get("id") for one in page.iter("data")] == [None, None, "number-2", None]

    def test_entries_lead_back_to_those_that_have_a_name(self, tmp_path: Path) -> None:
        page = page_of(BODY, tmp_path, front=LEDGER)
        (back,) = page.xpath("//a[@id='evidence-2']")
        assert back.get("href") == "#number-2"
        assert page.xpath("//*[@id='evidence-1']")[0].tag == "span"

    def test_one_whose_value_nobody_told_and_one_in_code_are_text(self, tmp_path: Path) -> None:
        page = page_of(BODY, tmp_path, front=LEDGER)
        assert text(page.find(".//code")) == "5"
        assert text(page.find(".//main//p")).endswith("again. 2")


class TestTheLedgersFile:
    FILE = '# A\n\n::: {.ledger-file file="figures/weekly-costs.csv"}\nAll entries\n:::\n\nText.\n'

    def test_is_offered_on_a_web_page_alone(self, tmp_path: Path) -> None:
        page = page_of(self.FILE, tmp_path)
        (link,) = page.xpath("//main//a")
        assert (link.get("download"), text(link)) == (
            "weekly-costs.csv",
            "All entries (CSV, 1 kB)",
        )
        assert "All entries" not in typst_of(self.FILE, tmp_path)


class TestElsewhere:
    def test_the_pdf_has_plain_text(self, tmp_path: Path) -> None:
        plain = "Foster carers look after 67% of them, as `5` says; 67% again. 2"
        assert plain in typst_of(BODY, tmp_path, front=LEDGER)

    def test_word_has_plain_text_and_no_values_among_its_properties(self, tmp_path: Path) -> None:
        words = [said for _, said in word_paragraphs(word_of(BODY, tmp_path, front=LEDGER))]
        assert "Foster carers look after 67% of them, as 5 says; 67% again. 2" in words
        path = next(tmp_path.glob("*.docx"))
        with zipfile.ZipFile(path) as package:
            properties = [name for name in package.namelist() if name.startswith("docProps/")]
            assert properties
            assert all(b"67.307" not in package.read(name) for name in properties)
