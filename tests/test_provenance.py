"""Where a number stands and where it came from, as it is told on a terminal."""

from dataclasses import replace

import pytest

from sufficiency.model import Model
from sufficiency.provenance import NotPrinted, trace
from tests.models import understood


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    return understood(tmp_path_factory.mktemp("project"))


class TestTrace:
    def test_an_entry_says_where_it_is_printed_and_from_which_rows(self, model: Model) -> None:
        told = trace(model, "3")
        assert told[:7] == [
            "entry 3: 75%",
            "printed in:   Summary, strategy/sections/10-summary.md:6:9",
            "documents:    strategy",
            "fact:         fostered_share (strategy/facts.yml)",
            "what it is:   Children in foster homes as a share of: Children in care, Ambleford, "
            "31 March 2019",
            "value:        75 (percentage)",
            "worked out:   45 ÷ 60",
        ]
        assert "from:         data/children.csv, lines 3, 7" in told
        assert any(line.strip().startswith("SHA-256 ") for line in told)

    def test_it_names_the_other_places_of_the_same_fact(self, model: Model) -> None:
        assert trace(model, "1")[-3:-1] == [
            "printed also: entry 6 (60), strategy/figures.yml:4:29",
            "              entry 10 (60 children), strategy/priorities/1-fostering.yml:7:34",
        ]

    def test_a_fact_says_where_it_is_printed(self, model: Model) -> None:
        assert trace(model, "own_week")[-1].startswith("printed:      entry 8 (£675 a week), ")
        assert trace(model, "cic_rank")[-1] == "printed:      nowhere"

    def test_a_number_as_it_is_printed_is_found(self, model: Model) -> None:
        assert trace(model, "12 enquiries")[0] == "entry 4: 12 enquiries"
        assert "quoted from:  Register of enquiries" in "\n".join(trace(model, "12 enquiries"))
        assert trace(model, "within 5 days")[-1].endswith("the council's own word")

    def test_a_number_may_be_an_entry_s_and_printed_elsewhere(self, model: Model) -> None:
        """The sixth entry prints 60, as the first and others do; the second prints 60 in words."""
        model = replace(model, bound=replace(model.bound, ledger=model.bound.ledger * 6))
        told = trace(model, "60")
        assert told[0] == "entry 60: within 5 days"
        assert any(line.startswith("60 itself:    entry 1 (60 children), ") for line in told)
        assert any(
            line.startswith("within:       entry 2 (showed no clear change, from 58 to 60), ")
            for line in told
        )

    @pytest.mark.parametrize("asked", ["60", "60 children", "60 CHILDREN"])
    def test_a_value_is_found_in_whatever_form_it_is_printed(
        self, model: Model, asked: str
    ) -> None:
        told = trace(model, asked)
        assert told[0] == "entry 1: 60 children"
        assert any("entry 10 (60 children)" in line for line in told)

    def test_a_number_within_other_words_is_listed_with_its_place(self, model: Model) -> None:
        assert trace(model, "58") == [
            "within:       entry 2 (showed no clear change, from 58 to 60), "
            "strategy/sections/10-summary.md:5:53"
        ]

    def test_what_a_fact_would_print_is_found_though_nothing_prints_it(self, model: Model) -> None:
        told = trace(model, "exactly three-quarters")
        assert told[0].startswith("fact:         fostered_share ")
        assert told[-1].startswith("printed:      entry 3 (75%), ")
        assert trace(model, "45")[-1] == "printed:      nowhere"

    @pytest.mark.parametrize(
        ("asked", "said"),
        [
            (
                "own_weak",
                'There is no fact "own_weak", and nothing is printed so. Did you mean "own_week"?',
            ),
            ("99", "The ledger has 11 entries, and none of them prints 99."),
        ],
    )
    def test_what_is_not_there_is_told_with_what_is_near(
        self, model: Model, asked: str, said: str
    ) -> None:
        with pytest.raises(NotPrinted) as refused:
            trace(model, asked)
        assert str(refused.value) == said
