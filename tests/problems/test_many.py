"""Of thousands of problems in a file, as many are told as anybody mends at once."""

from sufficiency.problems import Location, Problem, few_enough
from sufficiency.problems.many import MOST, PROBLEMS_MANY
from sufficiency.sources.yaml_tree import YAML_SHAPE
from tests.problems.made import MEANING as A_CODE


class TestFewEnough:
    def test_few_are_all_told(self) -> None:
        problems = [Problem(A_CODE, Location("a.yml", line), "x") for line in range(1, MOST + 1)]
        assert few_enough(problems) == problems

    def test_of_many_the_most_basic_stay_and_the_rest_are_counted(self) -> None:
        problems = [Problem(A_CODE, Location("a.yml", line), "x") for line in range(1, MOST + 10)]
        basic = Problem(YAML_SHAPE, Location("a.yml", 9999), "y")
        other = Problem(A_CODE, Location("b.yml"), "z")
        kept = few_enough([*problems, basic, other])
        assert basic in kept
        assert other in kept
        (note,) = [problem for problem in kept if problem.code is PROBLEMS_MANY]
        assert note.message == "10 more of this file's problems are not told."
        assert note.at == Location("a.yml", MOST)
        assert len(kept) == MOST + 2
