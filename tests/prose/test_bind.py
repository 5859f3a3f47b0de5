"""Text bound to facts: what is printed, what the ledger notes, and where problems stand."""

import pytest

from sufficiency.facts import Fact, LedgerEntry, Publication, StatedFigure
from sufficiency.prose import BoundText, ProseBlock
from tests.prose.printing import blocks, bound, shown, texts


def printed(block: ProseBlock) -> tuple[LedgerEntry, ...]:
    assert isinstance(block.content, BoundText)
    return block.content.printed


class TestBindText:
    @pytest.mark.parametrize(
        "yaml",
        [
            "text: It costs {{ gap | amount }} a week more\n",
            "text: 'It costs {{ gap | amount }} a week more'\n",
            'text: "It costs {{ gap | amount }} a week more"\n',
            "text: >-\n  It costs\n  {{ gap | amount }}\n  a week more\n",
            "text: |\n  It costs\n  {{ gap | amount }} a week more\n",
        ],
    )
    def test_spaces_around_an_expression_are_kept(self, yaml: str) -> None:
        text, problems = bound(yaml)
        assert problems == []
        assert text.markdown == "It costs £261 a week more"

    def test_spaces_between_two_expressions_are_kept(self) -> None:
        text, _ = bound("text: '{{ now }} {{ gap }}'\n")
        assert text.markdown == "60 £261 a week"

    def test_markup_typed_in_yaml_is_shown_as_typed(self) -> None:
        text, _ = bound("text: 'Homes *near* [home] & <b>'\n")
        assert text.markdown == r"Homes \*near\* \[home\] \& \<b\>"
        assert text.plain == "Homes *near* [home] & <b>"

    def test_a_fact_without_a_figure_is_not_printed(self) -> None:
        text, problems = bound("text: We had {{ hidden }}\n")
        assert text.printed == ()
        assert len(problems) == 1
        assert "it is hidden to protect children's confidentiality" in problems[0]

    def test_comments_are_left_out(self) -> None:
        assert bound("text: 'Homes{## to do {{ zebra }} ##} here'\n")[0].markdown == "Homes here"

    def test_a_shortcode_is_no_expression_and_is_shown_as_typed(self) -> None:
        text, problems = bound("text: 'See {{< include x >}}'\n")
        assert (text.plain, problems) == ("See {{< include x >}}", [])

    @pytest.mark.parametrize(
        ("yaml", "place"),
        [
            ("text: Costs {{ zebra }}\n", "1:16"),
            ("text: 'Costs {{ zebra }}'\n", "1:17"),
            ('text: "Costs {{ zebra }}"\n', "1:17"),
            ("text: >-\n  Costs\n  much {{ zebra }}\n", "3:11"),
            ("text: |\n  Costs\n  {{ now }} {{ zebra }}\n", "3:16"),
            ("text: '{{ now | zebra }}'\n", "1:17"),
            ("text: '{{ zebra }} {{ zebra }}'\n", "1:11"),
        ],
    )
    def test_an_unknown_name_is_told_at_the_name_itself(self, yaml: str, place: str) -> None:
        assert bound(yaml)[1][0].startswith(f"a.yml:{place} ")

    def test_the_second_of_two_equal_expressions_has_its_own_place(self) -> None:
        problems = bound("text: '{{ zebra }} {{ zebra }}'\n")[1]
        assert [problem.split()[0] for problem in problems] == ["a.yml:1:11", "a.yml:1:23"]

    def test_the_ledger_notes_what_was_printed_in_order_with_where(self) -> None:
        text, _ = bound("text: '{{ now }} of [12]{source=\"register\"}, {{ gap | amount }}'\n")
        assert [entry.printed for entry in text.printed] == ["60", "12", "£261"]
        assert [str(entry.at) for entry in text.printed] == [
            "a.yml:1:8",
            "a.yml:1:21",
            "a.yml:1:46",
        ]
        assert {entry.section for entry in text.printed} == {"plan"}

    def test_a_stated_figure_carries_its_citation(self) -> None:
        entry = bound("text: '[12]{source=\"register\"}'\n")[0].printed[0]
        assert entry.origin == StatedFigure(
            "12", Publication("register", "Register, Ambleford Council, April 2019")
        )

    def test_a_fact_in_the_ledger_is_the_fact(self) -> None:
        origin = bound("text: '{{ now | with_noun }}'\n")[0].printed[0].origin
        assert isinstance(origin, Fact)
        assert origin.name == "now"

    def test_a_section_of_thousands_of_paragraphs_is_told_and_cut(self) -> None:
        found, problems = blocks("a\n\n" * 1_001)
        assert len(found) == 1_000
        assert problems == [
            "s.md:2004:1 the section has 1,001 paragraphs; 1,000 are the most. "
            "Part it into several sections."
        ]

    def test_nothing_printed_is_evaluated_again(self) -> None:
        text, problems = bound("text: 'A {{ now }}{{ now }}'\n")
        assert (text.markdown, problems) == ("A 6060", [])


class TestBindSection:
    def test_blocks_are_parted_by_blank_lines_and_keep_their_lines(self) -> None:
        found, problems = blocks("One\ntwo.\n\nThree {{ now }}.\n")
        assert problems == []
        assert [str(block.at) for block in found] == ["s.md:4:1", "s.md:7:1"]
        assert [shown(block) for block in found] == [
            "One\ntwo.",
            "Three 60.",
        ]

    def test_markdown_stays_markdown(self) -> None:
        assert texts("*Near* home, [Act](https://example.org) and [5 days]{.commitment}.") == [
            "*Near* home, [Act](https://example.org) and 5 days."
        ]

    def test_what_is_placed_is_a_block_of_its_own(self) -> None:
        text = 'One\n\n{{ figure("a") }}\n\n{{ table("b") }}\n{{ we_need("c") }}\n'
        assert texts(text) == ["One", "figure a", "table b", "box c"]

    def test_headings_go_down_with_their_section(self) -> None:
        assert texts("## A\n\n### B\n", level=2) == ["### A", "#### B"]

    def test_pictures_are_placed_like_figures(self) -> None:
        assert texts('One\n\n{{ picture("a") }}\n') == ["One", "picture a"]

    def test_a_comment_alone_leaves_no_block(self) -> None:
        assert texts("One\n\n{## two\n\nthree ##}\n\nFour") == ["One", "Four"]

    def test_an_unknown_name_is_told_at_its_line_and_column(self) -> None:
        _, problems = blocks("One\n\nTwo\nthree {{ zebra }}.\n")
        assert problems[0].startswith("s.md:7:10 ")

    def test_an_expression_over_two_lines_is_one(self) -> None:
        assert texts("We have {{ now\n| with_noun }}.") == ["We have 60 children."]


class TestWhatIsToDo:
    def test_a_note_in_a_section_is_marked_in_words_and_told(self) -> None:
        found, problems = blocks("We have [ask the\nregistrar]{.todo} homes.\n")
        (block,) = found
        assert shown(block) == "We have [\\[To do: ask the\nregistrar\\]]{.todo} homes."
        assert problems == [
            's.md:4:9 this is still to be done: "ask the registrar". Do it, then delete the '
            "note, its brackets and {.todo}, or put your text in their place."
        ]

    def test_a_note_in_yaml_is_marked_and_its_text_shown_as_typed(self) -> None:
        text, problems = bound("text: 'By [the *Head*?]{.todo}'\n")
        assert text.markdown == r"By [\[To do: the \*Head\*?\]]{.todo}"
        assert text.plain == "By [To do: the *Head*?]"
        assert [problem.split()[0] for problem in problems] == ["a.yml:1:11"]

    def test_facts_inside_are_printed(self) -> None:
        found, problems = blocks("[check {{ now }} and {{ zebra }}]{.todo}")
        mark = '[]{.problem of="s.md:4:25"}'
        assert shown(found[0]) == rf"[\[To do: check 60 and {mark}\]]{{.todo}}"
        assert [problem.split()[0] for problem in problems] == ["s.md:4:1", "s.md:4:25"]
        assert [entry.printed for entry in printed(found[0])] == ["60"]

    def test_each_of_two_has_its_place(self) -> None:
        _, problems = bound("text: '[a]{.todo} [a]{.todo}'\n")
        assert [problem.split()[0] for problem in problems] == ["a.yml:1:8", "a.yml:1:19"]

    def test_one_in_a_comment_is_hidden(self) -> None:
        assert blocks("A {## [b]{.todo} ##}c")[1] == []

    @pytest.mark.parametrize(
        ("typed", "meant"), [(".toodo", ".todo"), (".TODO", ".todo"), (".commitmnt", ".commitment")]
    )
    def test_a_misspelt_mark_is_told_with_the_near_miss(self, typed: str, meant: str) -> None:
        _, problems = blocks(f"We [ask]{{{typed}}}.")
        said = f'what stands in "{{{typed}}}" behind these words cannot be read.'
        assert problems == [f's.md:4:8 {said} Did you mean "{{{meant}}}"?']


class TestWordsInAnotherLanguage:
    def test_are_marked_in_a_section_and_may_hold_a_fact(self) -> None:
        typed = "Mae [{{ now }} o *blant*]{lang=cy} yma.\n"
        assert texts(typed) == ["Mae [60 o *blant*]{lang=cy} yma."]

    def test_are_marked_in_yaml_and_nothing_else_is(self) -> None:
        text, problems = bound("text: '[Croeso *i*]{lang=\"cy\"} all'\n")
        assert (text.markdown, problems) == (r'[Croeso \*i\*]{lang="cy"} all', [])
        assert text.plain == "Croeso *i* all"

    def test_in_a_box_are_marked_block_by_block(self) -> None:
        assert texts("::: {lang=cy}\n## Croeso\n\nUn.\n:::\n\nOne.\n") == [
            '## [Croeso]{lang="cy"}',
            '::: {lang="cy"}\n\nUn.\n\n:::',
            "One.",
        ]

    def test_in_a_box_of_no_language_are_printed_unmarked(self) -> None:
        found, problems = blocks("::: {lang=welsh}\nUn.\n:::\n")
        assert [shown(block) for block in found] == ["Un."]
        assert problems == ['s.md:4:11 "welsh" is the code of no language. Did you mean {lang=cy}?']
