"""What published strategies got wrong: with their figures the right thing is printed, or the words
that would be wrong are refused, each time in words that a commissioner understands."""

import re
from pathlib import Path

import pytest
from lxml import html

from sufficiency import pipeline
from sufficiency.outputs import Cache, cache_folder
from tests.a_project import SOUND, write_project
from tests.audits import tools
from tests.contradictions import SECTION, Changes, say
from tests.engines.rendering import text

FEW_MORE: Changes = {"data/children.csv": ("2019,in care,312", "2019,in care,340")}
"""336 children and then 340: no more than chance brings."""
COUNTED_AGAIN: Changes = {
    "data/indicators.yml": (
        "where: {measure: in care}",
        "where: {measure: in care}\n    same_as:\n      - {indicator: in_care_again}\n"
        "  in_care_again:\n    label: Children in care, counted again\n    unit: count\n"
        "    extract: again\n    value: children\n    place: {always: Ambleford}\n"
        "    period: {always: 31 March 2019, means: point}",
    ),
    "data/catalogue.yml": (
        "extracts:\n",
        "extracts:\n  again:\n    file: again.csv\n    title: Counted again\n"
        "    publisher: Ambleford Council\n    licence: Open\n    as_at: 31 March 2019\n"
        "    release: published\n    columns: {children: {type: count}}\n",
    ),
    "data/again.csv": ("", "children\n318\n"),
    "strategy/facts.yml": ("facts:\n", "facts:\n  again:\n    indicator: in_care_again\n"),
}
"""A second extract that counts the same children, and a fact of it."""
CONTENTS_LINE = re.compile("^ *(\\S.*?)[ .]{2,}\N{WORD JOINER}?(\\d+)$", re.MULTILINE)
TYPED = "and nothing says where it comes from. "


def typed(column: int, number: str, mend: str = "Write a fact in its place, or ") -> str:
    return (
        f'{SECTION}:5:{column} "{number}" is typed into the text, {TYPED}{mend}'
        f'[{number}]{{source="id"}} with the id of its publication; a promise as '
        f"[{number}]{{.commitment}}."
    )


Files = dict[str, Path]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The sound project with two tables, and one section's file put before the others."""
    sections = "strategy/sections/"
    carers = SOUND[f"{sections}30-carers.md"].replace("parent: fostering\n", "")
    fostering = SOUND[f"{sections}20-fostering.md"].replace("@fig", "@tbl")
    changes = {
        f"{sections}30-carers.md": None,
        f"{sections}15-carers.md": carers,
        f"{sections}20-fostering.md": fostering.replace("{{ figure(", "{{ table("),
        "strategy/figures.yml": SOUND["strategy/figures.yml"].replace("kind: bar", "kind: table"),
    }
    root = write_project(tmp_path_factory.mktemp("project"), changes)
    cache = Cache(cache_folder())
    done = pipeline.build(root, output=root / "_output", cache=cache, formats=("html", "pdf"))
    return {path.suffix: path for path in done.files}


class TestFosterCarers:
    """210 of 312 children "(60%)"."""

    def test_the_share_is_worked_out(self, tmp_path: Path) -> None:
        said = say(tmp_path, "{{ fostered_now }} of {{ cic_now }} ({{ fostered_share }})")
        assert said.text == "210 of 312 (67%)"
        assert said.told == []

    def test_a_typed_share_is_refused(self, tmp_path: Path) -> None:
        said = say(tmp_path, "{{ fostered_now }} of {{ cic_now }} (60%) are fostered.")
        assert said.told == [typed(38, "60%")]

    def test_so_is_one_that_an_extract_gives_beside_its_counts(self, tmp_path: Path) -> None:
        changes: Changes = {
            "data/indicators.yml": (
                "indicators:\n",
                "indicators:\n  published_share:\n    label: Fostered\n    unit: percentage\n"
                "    extract: shares\n    value: percent\n    place: {always: Ambleford}\n"
                "    period: {always: 31 March 2019, means: point}\n"
                "    quotient: {numerator: fostered, denominator: children}\n",
            ),
            "data/catalogue.yml": (
                "extracts:\n",
                "extracts:\n  shares:\n    file: shares.csv\n    title: Shares\n"
                "    publisher: Ambleford Council\n    licence: Open\n    as_at: 31 March 2019\n"
                "    release: published\n    columns:\n      percent: {type: percentage}\n"
                "      fostered: {type: count}\n      children: {type: count}\n",
            ),
            "data/shares.csv": ("", "percent,fostered,children\n60,210,312\n"),
        }
        said = say(tmp_path, "We look after {{ cic_now }}.", changes)
        assert (
            'data/indicators.yml:9:27 "published_share" of Ambleford, 31 March 2019 '
            "(data/shares.csv) is 60%, but 210 of 312 is 67%. Correct the extract; or say behind "
            "`rounded_to` of the `quotient` what the publisher rounds numerator and denominator to."
        ) in said.told


class TestResidentialHomes:
    """55 of 312 "less than 17%"."""

    def test_the_share_is_worked_out(self, tmp_path: Path) -> None:
        said = say(tmp_path, "{{ residential_now }} ({{ residential_share }})")
        assert said.text == "55 (17.6%)"
        assert said.told == []

    def test_a_typed_bound_is_refused(self, tmp_path: Path) -> None:
        assert say(tmp_path, "Less than 17% live there.").told == [typed(11, "17%")]

    def test_a_guarded_one_is_refused_with_the_sum(self, tmp_path: Path) -> None:
        said = say(tmp_path, "No more than {{ residential_share | must_be_below(17) }} live there.")
        assert said.told == [
            f'{SECTION}:5:14 "residential_share" must be below 17%, but it is 17.6% (55 ÷ 312). '
            'The sentence: "No more than 17.6% live there." Reword the sentence so that it says '
            "what the figures show, and give it the guard that suits it now. Or correct the "
            "figures, if they are wrong."
        ]

    def test_a_claim_in_words_is_refused_with_the_sentence(self, tmp_path: Path) -> None:
        claim = "claims:\n  - sentence: Less than\n    must_hold: residential_share < 17\n"
        sentence = 'Less than [17%]{source="register"} live there.'
        assert say(tmp_path, sentence, front=claim).told == [
            f'{SECTION}:6:16 what the sentence "Less than 17% live there." claims does not hold: '
            "17.63% < 17 (residential_share < 17). Reword the sentence so that it says what the "
            "figures show, and change its claim. Or correct the figures, if they are wrong."
        ]


class TestAgedSixteenOrSeventeen:
    """ "44% (147 young people)", which is 147 of last year's 336."""

    def test_the_share_is_that_of_the_same_day(self, tmp_path: Path) -> None:
        said = say(tmp_path, "{{ aged_16_17_share }} ({{ aged_16_17_now }} young people)")
        assert said.text == "47% (147 young people)"
        assert said.told == []

    def test_a_share_of_last_years_children_is_refused(self, tmp_path: Path) -> None:
        last_year = (
            "share: aged_16_17_now\n    of: cic_now",
            "share: aged_16_17_now\n    of: cic_then",
        )
        said = say(tmp_path, "{{ aged_16_17_share }}", {"strategy/facts.yml": last_year})
        assert said.text == "[problem]"
        assert said.told == [
            'strategy/facts.yml:36:12 "aged_16_17_now" is for Ambleford, 31 March 2019, and '
            '"cic_then" for Ambleford, 31 March 2018. Name the part behind `share` and its whole '
            "behind `of`: two facts with the same unit, place and date."
        ]


class TestDisabledChildren:
    """40 and then 33, "a reduction of six"."""

    def test_a_fall_that_may_be_chance_is_not_claimed(self, tmp_path: Path) -> None:
        said = say(tmp_path, "The number {{ disabled_change }}.")
        assert said.text == "The number showed no clear change, from 40 to 33."
        assert said.told == []

    def test_a_reduction_is_worked_out_and_refused(self, tmp_path: Path) -> None:
        said = say(tmp_path, "a reduction of {{ disabled_change | fall_by }}")
        assert said.text == "a reduction of 7"
        (told,) = said.told
        assert 'the sentence says "reduction", and "disabled_change" showed no clear change' in told

    def test_figures_that_are_typed_are_refused(self, tmp_path: Path) -> None:
        said = say(tmp_path, "They fell from 40 to 33, a reduction of six.")
        assert said.told == [
            typed(16, "40"),
            typed(22, "33"),
            f'{SECTION}:5:41 "six" states a number, {TYPED}Write a fact in its place, '
            '[six …]{source="id"} with the id of a publication, or [six …]{.commitment}; or say '
            "it without a number.",
        ]


class TestPartsAndTheirWhole:
    def test_parts_that_are_more_than_the_whole_are_refused(self, tmp_path: Path) -> None:
        more: Changes = {
            "data/children.csv": ("fostered,210", "fostered,320"),
            "data/indicators.yml": (
                "where: {measure: fostered}",
                "where: {measure: fostered}\n    parts:\n"
                "      - {are: overlapping, of: children_in_care}",
            ),
        }
        assert say(tmp_path, "We look after {{ cic_now }}.", more).told == [
            'data/indicators.yml:20:15 "fostered" of Ambleford, 31 March 2019 (data/children.csv): '
            "the part is 320, 8 more than the whole, 312. Correct the extract; or what "
            "data/indicators.yml says of the parts: whether they are exhaustive, exclusive or "
            "overlapping, of what, and what the publisher rounds them to.",
            'strategy/facts.yml:14:12 "fostered_now" is 320 and more than "cic_now", 312. Name the '
            "part behind `share` and its whole behind `of`: two facts with the same unit, place "
            "and date.",
        ]


class TestOneThing:
    """Two sections that differ, and a chart from one extract beside prose from another."""

    def test_two_extracts_for_one_thing_are_refused_until_it_is_said_which_counts(
        self, tmp_path: Path
    ) -> None:
        # The chart @fig-in-care shows 312.
        said = say(tmp_path, "We look after {{ again }} children.", COUNTED_AGAIN)
        assert said.told == [
            'data/indicators.yml:12:21 "children_in_care" and "in_care_again" have two values for '
            "Ambleford, 31 March 2019: 312 (data/children.csv, line 3) and 318 (data/again.csv, "
            "line 2). Correct the extract that is wrong. Where neither is, say which counts, "
            "`prefer: this` or `prefer: other`, and why they differ, behind `because`: the "
            "evidence annex then tells it."
        ]

    def test_a_second_value_that_is_typed_is_refused(self, tmp_path: Path) -> None:
        # The headline of the chart in the next section prints 312.
        said = say(tmp_path, "We look after 318 children.")
        assert said.told == [typed(15, "318")]

    def test_of_the_same_value_typed_it_is_said_which_fact_prints_it(self, tmp_path: Path) -> None:
        (told,) = say(tmp_path, "We look after 312 children.").told
        assert told == (
            f'{SECTION}:5:15 "312" is typed into the text, {TYPED}{{{{ cic_now }}}} prints 312: '
            'write that, if it is what you mean. If not, write [312]{source="id"} with the id of '
            "its publication."
        )


class TestARiseThatFell:
    def test_the_computed_word_falls(self, tmp_path: Path) -> None:
        said = say(tmp_path, "The number {{ cic_change }}.")
        assert said.text == "The number fell from 336 to 312."
        assert said.told == []

    def test_a_guard_refuses_with_both_figures(self, tmp_path: Path) -> None:
        said = say(tmp_path, "The number {{ cic_change | must_rise }}.")
        assert said.told == [
            f'{SECTION}:5:12 "cic_change" must rise, but it fell from 336 (31 March 2018) to 312 '
            '(31 March 2019). The sentence: "The number fell from 336 to 312." Reword the sentence '
            "so that it says what the figures show, and give it the guard that suits it now. Or "
            "correct the figures, if they are wrong."
        ]

    def test_the_size_of_a_rise_cannot_be_printed(self, tmp_path: Path) -> None:
        said = say(tmp_path, "There was a rise of {{ cic_change | rise_by }}.")
        assert said.text == "There was a rise of [problem]."
        assert said.told == [
            f'{SECTION}:5:37 "cic_change" fell from 336 to 312, so it cannot be printed as '
            '"rise_by". Reword the sentence, and write {{ cic_change | fall_by }}.'
        ]


class TestNoise:
    """336 children and then 340: less than a fiftieth of them."""

    LITTLE = "changed little, from 336 (31 March 2018) to 340 (31 March 2019). Less than 2% of the "

    def test_it_is_worded_as_little(self, tmp_path: Path) -> None:
        said = say(tmp_path, "The number {{ cic_change }}.", FEW_MORE)
        assert said.text == "The number changed little, from 336 to 340."
        assert said.told == []

    def test_a_guarded_direction_is_refused(self, tmp_path: Path) -> None:
        said = say(tmp_path, "The number {{ cic_change | must_rise }}.", FEW_MORE)
        assert said.told == [
            f'{SECTION}:5:12 "cic_change" must rise, but it {self.LITTLE}earlier figure is little. '
            'The sentence: "The number changed little, from 336 to 340." Reword the sentence so '
            "that it says what the figures show, and give it the guard that suits it now. Or "
            "correct the figures, if they are wrong."
        ]

    def test_a_typed_direction_is_told(self, tmp_path: Path) -> None:
        said = say(tmp_path, "There was a rise of {{ cic_change | rise_by }}.", FEW_MORE)
        assert said.told == [
            f'{SECTION}:5:21 the sentence says "rise", and "cic_change" {self.LITTLE}earlier '
            "figure is little. Write what is sure: {{ cic_change }} in place of the verb and its "
            "number, or {{ cic_change | as_noun }} in place of the noun. What counts as little is "
            "set with `little_change` in strategy/strategy.yml."
        ]


class TestTablesAndContents:
    """Two tables both called Table 1, and contents out of order."""

    def test_a_table_that_numbers_itself_is_refused(self, tmp_path: Path) -> None:
        numbered = {"strategy/figures.yml": ("Our own carers cost least", '"Table 1: Costs"')}
        assert say(tmp_path, "We look after {{ cic_now }}.", numbered).told == [
            'strategy/figures.yml:11:15 the headline begins with "Table 1", and a number is '
            'printed before it. Delete "Table 1"; where the text speaks of it, write @tbl-costs.'
        ]

    def test_tables_are_counted_in_the_order_in_which_they_stand(self, built: Files) -> None:
        captions = html.document_fromstring(built[".html"].read_bytes()).iter("caption")
        numbered = [text(one) for one in captions]
        assert [one.partition(":")[0] for one in numbered[:2]] == ["Table 1", "Table 2"]

    def test_the_contents_name_each_heading_in_order_with_its_page(self, built: Files) -> None:
        said = tools.run([tools.poppler("pdftotext"), "-layout", built[".pdf"], "-"])
        pages = said.stdout.split("\f")
        contents = next(page for page in pages if "Contents" in page)
        listed = CONTENTS_LINE.findall(contents.partition("\nTables\n")[0])
        chapters = [title for title, _ in listed if not title.startswith("1.")]
        assert chapters[:4] == ["Summary", "1 Carers", "2 Fostering", "3 Action plan"]
        on = [int(page) for _, page in listed]
        assert on == sorted(on)
        for title, page in listed:
            assert " ".join(title.split()) in " ".join(pages[int(page) - 1].split())
