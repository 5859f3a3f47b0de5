"""Where a number stands and where it came from, as it is told on a terminal."""

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
