"""A drafted alternative text is held against the data, sentence by sentence."""

import pytest

from sufficiency.content.strategy import LittleChange
from sufficiency.figures.alt_text import describe
from tests.audits.alternative_texts import false_sentences, is_drafted
from tests.figures.a_chart import (
    HOMES,
    MARCHES,
    NOT_AVAILABLE,
    SUPPRESSED,
    chart,
    data_of,
    fostering,
    home_costs,
)

# Each change is one: what may be noise has a chart of its own.
NO_NOISE = LittleChange(counts=0, percentages=0, rates=0, pounds=0, small_counts=0)
PLACES = ("Ambleford", "Briarton", "Copseham", "Dunmere", "Elmstow", "Fernley")
CHARTS = {
    "rows with a highlight": home_costs(highlight="Remand"),
    "columns over time": fostering(highlight="Barnet"),
    "one column with a peak": chart("line", MARCHES, {"x": [315, 344, 328, 312]}),
    "one that stays": chart("line", MARCHES, {"x": [35, 40, 30, 35]}),
    "one figure": chart("line", MARCHES, {"x": [SUPPRESSED, 5, SUPPRESSED, SUPPRESSED]}),
    "hidden figures": chart(
        "bar", MARCHES, {"Girls": [SUPPRESSED, 5, 7, 9], "Boys": [6, NOT_AVAILABLE, 8, SUPPRESSED]}
    ),
    "many columns": chart(
        "line",
        MARCHES,
        {name: [5, 5, 5, n] for n, name in enumerate(PLACES, start=3)},
        highlight="Copseham",
    ),
    "many columns, none brought out": chart(
        "small multiples", MARCHES, {name: [5, 5, 5, n] for n, name in enumerate(PLACES, start=3)}
    ),
    "two marks a row": chart(
        "dumbbell", PLACES, {"2016": [1, 2, 3, 4, 5, 6], "2018": [2, 2, 2, 5, 5, 10]}
    ),
    "parts": chart("stacked bar", HOMES[:2], {"20 miles or less": [81, 39], "More": [19, 61]}),
    "all alike": chart("bar", PLACES, {"x": [5] * 6}),
    "twelve rows": chart(
        "bar", [f"Place {n}" for n in range(12)], {"x": list(range(12))}, highlight="Place 0"
    ),
}


class TestTrueTexts:
    @pytest.mark.parametrize("rule", [NO_NOISE, LittleChange()], ids=["no noise", "noise"])
    @pytest.mark.parametrize("name", CHARTS)
    def test_what_is_drafted_is_true(self, name: str, rule: LittleChange) -> None:
        data = data_of(CHARTS[name])
        text = describe(CHARTS[name], rule)
        assert is_drafted(text, data)
        assert list(false_sentences(text, data)) == []


class TestFalseTexts:
    @pytest.mark.parametrize(
        ("name", "said", "instead"),
        [
            ("rows with a highlight", "8 categories", "7 categories"),
            ("rows with a highlight", "fifth highest", "fourth highest"),
            ("rows with a highlight", "of the 8 shown", "of the 6 shown"),
            ("rows with a highlight", "£4,600", "£3,211"),
            ("columns over time", "from £720 to £650", "from £725 to £650"),
            ("columns over time", "from £720 to £650", "from £650 to £720"),
            ("columns over time", "2016 to 2017 and", "2017 to 2018 and"),
            ("one column with a peak", "(31 March 2017)", "(31 March 2018)"),
            ("one column with a peak", "31 March 2018 328", "31 March 2018 344"),
            ("one that stays", "ended at 35", "ended at 40"),
            ("one figure", "5 (31 March 2017)", "5 (31 March 2018)"),
            ("hidden figures", "Boys, 31 March 2019", "Boys, 31 March 2018"),
            ("many columns", "at 5. Of", "at 6. Of"),
            ("many columns", "3 rose", "2 rose"),
            ("many columns", "Of 5 others", "Of 6 others"),
            ("many columns, none brought out", "Of 6 series", "Of 5 series"),
            ("two marks a row", "3 rose", "4 rose"),
            ("two marks a row", "and 1 more", "and 2 more"),
            ("parts", "20 miles or less, In-house", "More, In-house"),
            ("all alike", "All are 5", "All are 6"),
            ("twelve rows", "12th highest", "11th highest"),
            ("columns over time", "Barnet fell from", "Barnet rose from"),
            ("columns over time", "Barnet fell from", "Barnet halved, from"),
            ("columns over time", "Barnet fell from", "Barnet changed little, rather halved, from"),
            ("one column with a peak", "It fell from", "It stayed at"),
            ("one column with a peak", "It fell from", "They fell from"),
            ("one that stays", "began and ended at", "stayed at"),
            ("one that stays", "began and ended at", "rose to"),
            ("one figure", "has one figure", "doubled to one figure"),
            ("hidden figures", "children's confidentiality", "the council's name"),
            ("hidden figures", "not available [x]", "not available and falling [x]"),
            ("many columns", "3 rose and 2 fell", "3 rose and most fell"),
            ("many columns", "3 rose and 2 fell", "3 rose sharply and 2 fell"),
            ("two marks a row", "Dumbbell chart", "Dumbbell chart that rose"),
        ],
    )
    def test_another_number_name_or_verb_is_false(self, name: str, said: str, instead: str) -> None:
        text = describe(CHARTS[name], NO_NOISE)
        assert said in text, text
        (sentence,) = false_sentences(text.replace(said, instead, 1), data_of(CHARTS[name]))
        assert instead.partition(". ")[0] in sentence

    @pytest.mark.parametrize("instead", ["4 rose", "2 rose", "3 rose and 1 fell", "6 rose"])
    def test_no_more_columns_went_a_way_than_did(self, instead: str) -> None:
        shown = CHARTS["many columns, none brought out"]
        text = describe(shown, LittleChange()).replace("5 showed no clear change", instead)
        assert instead in text
        assert list(false_sentences(text, data_of(shown)))

    @pytest.mark.parametrize(
        "added", ["It fell by 20.", "All of it doubled every year.", "No figure can be shown."]
    )
    def test_a_sentence_of_an_unknown_form_is_false(self, added: str) -> None:
        shown = CHARTS["parts"]
        text = f"{describe(shown, NO_NOISE)} {added}"
        assert list(false_sentences(text, data_of(shown))) == [added]
