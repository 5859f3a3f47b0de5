"""Marks in bound text, and what stands for them where Markdown has no meaning."""

from sufficiency.problems import Location
from sufficiency.prose import BoundText, Markdown
from sufficiency.prose.marks import keys_of_marks, mark_at, mark_of, replace_marks

AT = Location('strategy/sections/10 a "b".md', 3, 7)


class TestMarks:
    def test_a_mark_names_its_place_whatever_the_path_holds(self) -> None:
        assert keys_of_marks(f"A {mark_at(AT)} b.") == [str(AT)]

    def test_a_mark_names_an_entry_of_a_file(self) -> None:
        assert keys_of_marks(mark_of("strategy/facts.yml", "x")) == ["strategy/facts.yml#x"]

    def test_each_is_replaced_by_what_it_stands_for(self) -> None:
        text = f"{mark_at(AT)} and {mark_of('f.yml', 'x')}"
        assert replace_marks(text, lambda key: key[-3:]) == "3:7 and l#x"

    def test_plain_text_says_that_there_is_a_problem(self) -> None:
        text = BoundText(Markdown(rf"\*Costs\* {mark_at(AT)}"))
        assert text.plain == "*Costs* [problem]"
