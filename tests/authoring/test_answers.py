"""What is asked before a project is started."""

from datetime import date

import pytest

from sufficiency.authoring import QUESTIONS, Refused, default_answer, read_answer, read_answers
from sufficiency.authoring.answers import years_before
from sufficiency.content import Strategy

SPRING = date(2026, 3, 30)
SUMMER = date(2026, 7, 1)


def default(key: str, *, folder: str = "plan", today: date = SUMMER, **answers: str) -> str:
    return default_answer(key, answers, folder=folder, today=today)


class TestDefaults:
    @pytest.mark.parametrize(
        ("folder", "council"),
        [
            ("camden", "Camden"),
            ("north-ambleford_strategy-2026", "North Ambleford"),
            ("llŷn", "Llŷn"),
            ("our-placement-strategy", "Ambleford"),
            ("2026", "Ambleford"),
        ],
    )
    def test_the_council_stands_in_the_folders_name(self, folder: str, council: str) -> None:
        assert default("council", folder=folder) == council

    @pytest.mark.parametrize("council", ["Camden", "City of York", "Countesthorpe"])
    def test_the_full_name_follows_the_council(self, council: str) -> None:
        assert default("council_name", council=council) == f"{council} Council"

    @pytest.mark.parametrize(
        "council",
        ["Kent County Council", "Cyngor Sir X", "London Borough of Camden", "County Durham"],
    )
    def test_a_name_that_says_what_it_is_of_is_full(self, council: str) -> None:
        assert default("council_name", council=council) == council

    def test_the_figures_stand_at_the_last_end_of_a_year(self) -> None:
        assert default("as_at", today=SUMMER) == "31 March 2026"
        assert default("as_at", today=SPRING) == "31 March 2025"
        assert default("as_at", today=date(2026, 3, 31)) == "31 March 2026"

    def test_the_years_and_the_date_begin_today(self) -> None:
        assert default("edition") == "2026 to 2029"
        assert default("published") == "1 July 2026"


class TestReadAnswer:
    @pytest.mark.parametrize(
        ("key", "given", "answer"),
        [
            ("council", '  O\'Neil:\u00a0&  "Sons" #1 ', 'O\'Neil: & "Sons" #1'),
            ("council", "مجلس لندن", "مجلس لندن"),
            ("council", "{{ x }}", "{{ x }}"),
            ("edition", "2026", "2026"),
            ("as_at", "31/03/2026", "31/03/2026"),
            ("published", "1st July 2026", "1st July 2026"),
        ],
    )
    def test_sound_ones(self, key: str, given: str, answer: str) -> None:
        assert read_answer(key, given) == (answer, None)

    @pytest.mark.parametrize(
        ("key", "given", "fault"),
        [
            ("council", " ", "This may not be blank."),
            ("edition", "26-29", '"26-29" is not an edition. Write the years like 2019 to 2023.'),
            (
                "edition",
                "2029 to 2026",
                '"2029 to 2026" ends before it begins. Write the earlier year first, like 2019 to '
                "2023.",
            ),
            ("as_at", "now", '"now" is not a date. Write it like 31 March 2029.'),
            ("title", "Plan\x07", "holds a character that no font can show. Type it again."),
            ("title", "Plan\udc80", "holds a character that no font can show. Type it again."),
        ],
    )
    def test_others_are_told_as_the_models_tell_them(
        self, key: str, given: str, fault: str
    ) -> None:
        assert (read_answer(key, given)[1] or "").endswith(fault)


class TestReadAnswers:
    def test_nothing_is_published_before_the_date_of_its_figures(self) -> None:
        given = read_answers({"as_at": "31 March 2028"}, folder="plan", today=SUMMER)
        assert given["published"] == "31 March 2028"

    def test_what_is_not_given_is_the_default(self) -> None:
        assert read_answers({"council": "Camden"}, folder="plan", today=SUMMER) == {
            "council": "Camden",
            "council_name": "Camden Council",
            "title": "Placement sufficiency strategy",
            "edition": "2026 to 2029",
            "as_at": "31 March 2026",
            "published": "1 July 2026",
        }

    def test_all_that_is_wrong_is_told_at_once(self) -> None:
        with pytest.raises(Refused) as refusal:
            read_answers({"edition": "soon", "as_at": "now"}, folder="plan", today=SUMMER)
        lines = str(refusal.value).splitlines()
        assert [line.partition(":")[0] for line in lines] == [
            "The years that it covers",
            "The date that the figures stand at",
        ]

    def test_every_question_is_a_key_of_the_strategy(self) -> None:
        assert {question.key for question in QUESTIONS} <= Strategy.model_fields.keys()


class TestYearsBefore:
    def test_the_same_day_each_year_or_the_last_of_february(self) -> None:
        assert list(years_before(date(2026, 3, 31), 2)) == [
            date(2024, 3, 31),
            date(2025, 3, 31),
            date(2026, 3, 31),
        ]
        assert list(years_before(date(2028, 2, 29), 1)) == [date(2027, 2, 28), date(2028, 2, 29)]
