"""Counts that look like years, references or list numbers, beside what they look like.

Each pair was written to break a rule: the first sentence has a number that must be told, the second
one in the same place that must pass. They say what each rule lets pass, and no more; the labels of
published texts (``tests/prose/labels``) say how often such numbers stand in real ones.
"""

import pytest

from sufficiency.prose.numbers import find_unbound

#   (what it looks like, sentence with a count, its number, sentence without)
PAIRS = [
    ("a reference", "The number 312 is high.", "312", "See chapter 3."),
    ("a reference", "Of these actions 45 are late.", "45", "See actions 4 and 5."),
    ("a reference", "We met the standards 45 said so.", "45", "Standard 4 is met."),
    ("a reference", "Of our recommendations 30 were accepted.", "30", "Recommendation 3 is new."),
    ("a reference", "Need 45 quiet homes.", "45", "Need 4: homes for brothers and sisters."),
    ("a reference", "Projects 12 new beds.", "12", "Project 4 has begun."),
    ("a reference", "The option 45 is high.", "45", "Option 2 is dearer."),
    ("a reference", "We had no. 45 did come.", "45", "It is No. 4 of the list."),
    ("a reference", "On page 9 homes are listed.", "9", "It stands on page 9."),
    ("the document's parts", "We met 44 aims.", "44", "We met our 4 aims."),
    (
        "the document's parts",
        "Ofsted made 15 recommendations.",
        "15",
        "Under 5 aims, these 3 themes",
    ),
    ("a statute", "We schedule 45 visits.", "45", "Schedule 2 of the Act says so."),
    ("a statute", "Schedule 45 unannounced visits.", "45", "Regulation 44 visits are monthly."),
    ("a statute", "We wrote articles 312 people read.", "312", "Article 12 of the Convention"),
    ("a statute", "They kept to regulations 45 times.", "45", "Sections 20 and 22C say so."),
    ("a statute", "We part 45 children from home.", "45", "Part 2D of the constitution"),
    ("a financial year", "Of these homes 12/20 were full.", "12/20", "It fell in 19/20."),
    ("a financial year", "| Score | 17/20 |", "17/20", "| Year | 2019/20 |"),
    ("a financial year", "We planned 2020/45 homes.", "2020/45", "We planned for 2020/21."),
    ("a financial year", "In quarter 3 homes closed.", "3", "In quarter 3, homes closed."),
    ("a date", "It rose from 1950 places to 2031 places.", "1950", "It rose from 1950 to 2031."),
    ("a date", "By March 12 homes had closed.", "12", "By 12 March homes had closed."),
    ("a date", "It grew by 2031 children.", "2031", "It grew by 2031."),
    ("an age", "15+ children are waiting.", "15+", "Those aged 15+ are waiting."),
    ("an age", "25+ referrals came.", "25+", "The 25+ service"),
    ("an age", "We buy 10-12 services.", "10-12", "Our 0-25 service"),
    ("an age", "Until 12 of them moved", "12", "Until they turn 18, they stay."),
    ("an age", "Ages 5 to 10 homes", "10", "Ages 5 to 10"),
    ("an age", "They left care at 18 homes.", "18", "They left care at 18 or 19."),
    ("an age", "18 is too many.", "18", "18 is too young."),
    ("a date", "We had 2021 looked after young people.", "2021", "In 2021, it fell."),
    ("a date", "It cost 2023 pounds.", "2023", "It opened in 2023."),
    ("a threshold", "We have 12 or more vacancies.", "12", "Groups of 3 or more children"),
    ("a dwelling", "We opened a 4-bed home.", "4-bed", "She has a 2-bed council flat."),
    ("the document's parts", "The council's 44 aims", "44", "The Council's 4 priorities"),
    ("an order", "Barnet had the 3rd highest cost.", "3rd", "The 3rd review is due."),
    ("an order", "It was 5th of 32 boroughs.", "5th", "On the 5th floor"),
    ("an order", "It is in the 90th percentile.", "90th", "Her 18th birthday"),
    ("a tier", "In phase 45 beds opened.", "45", "In phase 2, beds opened."),
    ("a tier", "For some groups 45 is high.", "45", "Groups 4 and 5 differ."),
    ("a tier", "At a level 45 above ours", "45", "At Level 3 of the framework"),
    ("a form", "We form 45 groups.", "45", "We filled Form B2 in."),
    ("a form", "We return 45 children home.", "45", "The SSDA903 return"),
    ("a form", "Our outputs 312 people read", "312", "The return SSDA903"),
    ("provision", "A ratio of boys to girls of 9:1", "9:1", "Support of 2:1"),
    ("provision", "We use 2 to 3 support workers.", "2", "With 2 to 1 support"),
    ("provision", "We answer within 24 hours.", "24", "It has 24-hour cover."),
    ("an identifier", "We call 312 carers.", "312", "Call 101."),
    ("an identifier", "For reference 312 came.", "312", "Reference: AB/312"),
    ("an identifier", "Their charity 12 homes runs.", "12", "Charity number 312456"),
    ("a span", "The average is 3 years.", "3", "The contract runs for 3 years."),
    ("a span", "Some met a 45-day wait.", "45-day", "A 3-year contract"),
    ("a span", "They waited 45 days before a match.", "45", "It was 45 days ago."),
    ("a threshold", "They live 23 miles away.", "23", "More than 20 miles away"),
    ("a threshold", "We need at least 40 homes.", "40", "At least 20 miles away"),
    ("a heading", "# 312 children in care", "312", "# 3. Children in care"),
    ("a heading", "## 12 Homes", "12", "## 3.2 Homes"),
    (
        "a list number",
        "We waited for the\n45. Then more came.",
        "45",
        "1. We waited for\nthem\n2. Then more came.",
    ),
    ("a list number", "- 312 children in care", "312", "- 1) Children in care"),
    ("a list number", "1. One\n2. Two\n\n45. Three", "45", "1. One\n2. Two\n3. Three"),
    ("a list number", "We had\n1. that is all", "1", "We had:\n\n1. that is all"),
    ("a list number", "45. Then we opened more.", "45", "4. Then we opened more."),
    ("a list number", "12.5 homes are full.", "12.5", "1.2 Homes are full."),
    ("a row's number", "| 12 | homes |\n| 9 | beds |", "12", "| 1 | homes |\n| 2 | beds |"),
    ("a row's number", "| 312 children in care | x |", "312", "| 1. | Homes |\n| 2. | Beds |"),
    ("a row's number", "| Homes | 12 |", "12", "| a | b |\n|---|---|\n| 1 | c |\n| 2 | d |"),
    (
        "a row's number",
        "| 32.1 | Barnet |",
        "32.1",
        "| 1 | Barnet |\n| 2 | Brent |\n| 3 | Bexley |",
    ),
]


def digits(text: str) -> list[str]:
    return [number.text for number in find_unbound(text, {"words": True})]


@pytest.mark.parametrize(
    ("looks_like", "count", "number", "what_it_is"), PAIRS, ids=[pair[1] for pair in PAIRS]
)
class TestPair:
    def test_the_count_is_told(
        self, looks_like: str, count: str, number: str, what_it_is: str
    ) -> None:
        assert number in digits(count), f"{count!r} passes as {looks_like}"

    def test_what_it_looks_like_passes(
        self, looks_like: str, count: str, number: str, what_it_is: str
    ) -> None:
        assert digits(what_it_is) == [], f"{what_it_is!r} is {looks_like}"
