"""Every number of the three outputs is in the ledger or passes by a named rule."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.audits.numbers_answered import Answers, audit
from tests.example import ExampleOutputs

pytestmark = pytest.mark.audit


def told(answers: Mapping[str, Answers]) -> str:
    """What is left, a line each, for whoever sees this test red."""
    return "\n".join(f"{format}: {one}" for format, all in answers.items() for one in all.left)


class TestExample:
    def test_no_number_is_left_without_an_answer(self, example_outputs: ExampleOutputs) -> None:
        answers = audit(example_outputs.by_format, example_outputs.folder / "evidence")
        assert told(answers) == ""
        assert answers["html"].by_rule["ledger"] > 200
        for format in ("pdf", "docx"):
            assert answers[format].by_rule["said on the web page, and answered there"] > 900


class TestOnePage:
    @pytest.mark.parametrize(
        ("becomes", "named"),
        [
            ("<p>We have 4711 homes.</p></main>", "4711: We have 4711 homes."),
            ('<p><data value="1" data-entry="#evidence-1">4711</data></p></main>', "4711: 4711"),
            ("<ul><li>4711</li></ul></main>", "4711: 4711"),
        ],
    )
    def test_a_number_that_nothing_answers_for_is_named(
        self, example_outputs: ExampleOutputs, tmp_path: Path, becomes: str, named: str
    ) -> None:
        page = Path(shutil.copy(example_outputs.html, tmp_path / "page.html"))
        text = page.read_text("utf-8")
        page.write_text(text.replace("</main>", becomes, 1), "utf-8")
        found = audit({"html": page}, example_outputs.folder / "evidence")
        assert found["html"].left == [named]
