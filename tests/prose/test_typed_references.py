"""References that are typed by hand are told; those to other publications and acts are not."""

import pytest

from sufficiency.problems import Location
from sufficiency.prose.typed_references import tell_typed_references


def told(text: str) -> list[str]:
    found = tell_typed_references(text, lambda offset, fragment: Location("s.md", 1, offset + 1))
    return [problem.message.split('"')[1] for problem in found]


class TestTyped:
    @pytest.mark.parametrize(
        ("text", "reference"),
        [
            ("See Table 1.", "Table 1"),
            ("As figure 12 shows", "figure 12"),
            ("Figures 3 and 4 agree.", "Figures 3"),
            ("(Fig. 2)", "Fig. 2"),
            ("Table 1 of our action plan", "Table 1"),
            ("Chapter 4 says more.", "Chapter 4"),
            ("See section 4 for costs.", "See section 4"),
            ("Section 4.2 says more.", "Section 4.2"),
            ("It stands on page 9.", "on page 9"),
            ("**Figure 5**: what homes cost", "Figure 5"),
        ],
    )
    def test_a_reference_by_a_number_is_told(self, text: str, reference: str) -> None:
        assert told(text) == [reference]

    @pytest.mark.parametrize(
        "text",
        [
            "As @fig-costs and @tbl-homes show.",
            "See Table 4 of the register.",
            "Figures 3 to 5 in the department's release",
            "Figure 2 (DfE, 2031) shows it.",
            "See section 17 of the Act.",
            "Enquiries under section 47, and section 20 care",
            "See section 22G, Children Act 1989.",
            'They say so in [table 4]{source="register"}.',
            "Chapter and verse; a table for 12; page by page",
            "`Table 1`",
            "Priority 1 and Appendix 2",
        ],
    )
    def test_what_keeps_its_number_is_not(self, text: str) -> None:
        assert told(text) == []
