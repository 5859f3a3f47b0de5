"""What stands in a box without consent is quoted by no problem."""

from pathlib import Path

import pytest

from sufficiency import pipeline
from sufficiency.outputs import Cache, cache_folder
from sufficiency.problems.reports import REPORTS, tell
from tests.a_project import replaced, write_project

SECTION = "strategy/sections/10-summary.md"
LINE = "Of them {{ fostered_share }} live with carers (see @sec-fostering)."
SAID = """\
[ask Zebra whether she minds]{.todo}

{{ Zebra_said }} and @fig-zebra and ![x](zebra.png)[^zebra] and {{ zebra

<b>Zebra</b> \u202ezebra\u202c {% zebra %} 🦓 zebra
"""
BOXES = {
    "no consent": f"::: {{.voice}}\n{SAID}:::",
    "no consent, text touching its lines": f"::: {{.voice}}\n{SAID.strip()}\n:::",
    "a misspelt kind": f'::: {{.voise consent="a"}}\n\n{SAID}\n\n:::',
    "never closed": f"::: {{.voice}}\n{SAID}",
}


class TestWithheld:
    @pytest.mark.parametrize("box", BOXES)
    def test_no_report_and_no_draft_has_a_word_of_it(self, tmp_path: Path, box: str) -> None:
        root = write_project(tmp_path, replaced(SECTION, LINE, BOXES[box]))
        cache = Cache(cache_folder())
        model, problems = pipeline.understand(root, cache=cache)
        assert model is not None
        assert {problem.at.path for problem in problems} == {SECTION}
        findings = pipeline.find_lines(root, problems)
        told = [tell(findings).plain, *(write(findings) for write in REPORTS.values())]
        (document,) = pipeline.compose_documents(model, cache=cache)
        assert "zebra" not in "".join([*told, document.qmd]).lower()

    def test_with_consent_what_is_wrong_in_it_is_told(self, tmp_path: Path) -> None:
        box = f'::: {{.voice consent="a"}}\n{SAID}:::'
        root = write_project(tmp_path, replaced(SECTION, LINE, box))
        _, problems = pipeline.understand(root, cache=Cache(cache_folder()))
        assert len(problems) > 5
        assert any("Zebra_said" in problem.message for problem in problems)
