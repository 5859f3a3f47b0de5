"""Voice boxes, and lines of ::: that open or close nothing."""

import pytest

from sufficiency.prose import BoundVoice
from tests.prose.printing import blocks, shown, texts

OPENING = '::: {.voice consent="survey-14" by="Young person in foster care"}'
BY = " | by Young person in foster care"


def said(markdown: str) -> list[str]:
    """The problems of a text as "line:column message mend"."""
    return [problem.removeprefix("s.md:") for problem in blocks(markdown)[1]]


class TestVoices:
    def test_paragraphs_and_who_said_them_are_one_block_of_its_own(self) -> None:
        text = f"One\n\n{OPENING}\nI want to stay\nnear.\n\n*Please.*\n:::\n\nTwo\n"
        assert texts(text) == ["One", f"voice: I want to stay\nnear. | *Please.*{BY}", "Two"]

    @pytest.mark.parametrize(
        "opening",
        [
            "::: {.voice consent=survey-14}",
            ":::: {.voice  consent='survey-14'} ::::".replace("'", '"'),
            '   :::{consent="survey-14" .voice}',
        ],
    )
    def test_they_open_as_pandoc_lets_them(self, opening: str) -> None:
        assert texts(f"{opening}\nStay.\n::::\n") == ["voice: Stay."]

    def test_text_may_touch_the_lines_that_open_and_close_them(self) -> None:
        text = f"One\n{OPENING}\nStay.\n:::\nTwo"
        assert texts(text) == ["One", f"voice: Stay.{BY}", "Two"]

    def test_two_may_follow_each_other(self) -> None:
        text = f"{OPENING}\nStay.\n:::\n{OPENING}\nGo.\n:::\n"
        assert texts(text) == [f"voice: Stay.{BY}", f"voice: Go.{BY}"]

    def test_a_block_stands_at_the_line_that_opens_it_and_those_after_keep_theirs(self) -> None:
        found, _ = blocks(f"One\n\n{OPENING}\n\nStay.\n\n:::\n\nTwo\n")
        assert [block.at.line for block in found] == [4, 6, 12]

    def test_facts_and_footnotes_may_stand_inside(self) -> None:
        text = '::: {.voice consent="a" by="One of {{ now }}"}\nWe are {{ now }}.[^1]\n:::\n'
        (block,), problems = blocks(text)
        assert problems == []
        assert shown(block) == "voice: We are 60.[^s-1] | by One of 60"
        assert isinstance(block.content, BoundVoice)
        assert [(entry.printed, str(entry.at)) for entry in block.content.printed] == [
            ("60", "s.md:5:8"),
            ("60", "s.md:4:36"),
        ]

    def test_problems_inside_have_their_places(self) -> None:
        text = '::: {.voice consent="a" by="{{ zebra }}"}\n\nWe {{ giraffe }}.\n:::\n'
        places = [problem.split()[0] for problem in said(text)]
        assert places == ["6:7", "4:32"]

    def test_who_said_it_is_shown_as_typed(self) -> None:
        (block,), _ = blocks('::: {.voice consent="a" by="A *young* person"}\nStay.\n:::\n')
        assert shown(block) == r"voice: Stay. | by A \*young\* person"

    def test_the_consent_is_in_nothing_that_is_bound(self) -> None:
        found, _ = blocks(f"{OPENING}\nStay.\n:::\n")
        assert "survey-14" not in repr(found)

    @pytest.mark.parametrize("shown_code", ["```\n::: {.x}\n```", "`::: {.x}`", "a ::: {.x}"])
    def test_code_and_colons_within_a_line_open_nothing(self, shown_code: str) -> None:
        assert said(shown_code) == []

    def test_a_comment_opens_nothing(self) -> None:
        assert said("One {##\n::: {.x}\n##} two") == []

    def test_a_definition_list_opens_nothing(self) -> None:
        assert texts("Home\n:   where you live\n") == ["Home\n:   where you live"]


class TestProblems:
    @pytest.mark.parametrize(
        ("opening", "told"),
        [
            ("::: {.voice}", "4:1 this voice box names no record of consent."),
            ("::: voice", "4:1 this voice box names no record of consent."),
            ('::: {.voice consent=" "}', "4:1 this voice box names no record of consent."),
            (
                '::: {.voice conset="a"}',
                '4:1 a voice box has no "conset". Did you mean "consent"?',
            ),
            ('::: {.voice consent="a" name="b"}', '4:1 a voice box has no "name".'),
            ("::: {.voice consent=“a”}", "4:1 this line cannot be read."),
            ('::: {.voice consent="a"', "4:1 this line cannot be read."),
            ("::: a voice", "4:1 this line cannot be read."),
            ("::: {.voices}", '4:1 a box "voices" is not known. Did you mean "voice"?'),
            ("::: {.Voice}", '4:1 a box "Voice" is not known. Did you mean "voice"?'),
            ("::: {.callout-note}", '4:1 a box "callout-note" is not known.'),
            ("::: {.we-need}", '4:1 a box "we-need" is not known.'),
            ('::: {.voice .big consent="a"}', '4:1 a box "big" is not known.'),
            ('::: {#a .voice consent="a"}', '4:1 a box "#a" is not known.'),
            ('::: {consent="a"}', "4:1 the box does not say of which kind it is."),
            (':: {.voice consent="a"}', "4:1 a box begins with three colons. Write :::."),
            (
                '    ::: {.voice consent="a"}',
                "4:5 a box cannot begin or end in a list or a quotation.",
            ),
            (
                '> ::: {.voice consent="a"}',
                "4:3 a box cannot begin or end in a list or a quotation.",
            ),
        ],
    )
    def test_a_line_that_opens_no_voice_box_is_told_once(self, opening: str, told: str) -> None:
        (problem,) = said(f"{opening}\nStay.\n:::\n")
        assert problem.startswith(told)

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("One\n\n:::\n\nTwo", "6:1 no box is open that these ::: could close."),
            (f"One\n\n{OPENING}\nStay.\n", "6:1 this box is never closed."),
            (
                f"{OPENING}\nStay.\n\n{OPENING}\nGo.\n:::\n",
                "4:1 this box is not closed before the next.",
            ),
            (f"{OPENING}\n:::\n", "4:1 nothing is said in this voice box."),
        ],
    )
    def test_what_is_not_closed_or_not_opened_is_told(self, text: str, told: str) -> None:
        (problem,) = said(text)
        assert problem.startswith(told)

    @pytest.mark.parametrize(
        "inside",
        [
            "## Home",
            "- one\n- two",
            "1. one",
            "| a | b |\n|---|---|",
            "> quoted",
            "```\ncode\n```",
            '{{ figure("a") }}',
            "[^1]: A note.",
        ],
    )
    def test_only_paragraphs_are_said(self, inside: str) -> None:
        problems = said(f"{OPENING}\nStay.\n\n{inside}\n:::\n")
        assert problems[0].startswith("7:1 only paragraphs can stand in a voice box.")
        assert len(problems) == 1

    def test_the_text_in_a_box_of_no_kind_is_kept(self) -> None:
        found, problems = blocks("One\n\n::: {.odd}\n\n## A\n\nTwo\n:::\n")
        assert len(problems) == 1
        assert [shown(block) for block in found] == ["One", "## A", "Two"]


class TestWithoutConsent:
    @pytest.mark.parametrize(
        "opening",
        [
            "::: {.voice}",
            "::: voice",
            '::: {.voice conset="a"}',
            "::: {.voice consent=“a”}",
            '::: {.voices consent="a"}',
            "::: {.quote}",
            '::: {by="Young person"}',
            ":: {.voice}",
        ],
    )
    def test_words_are_bound_nowhere_so_that_no_draft_prints_them(self, opening: str) -> None:
        found, problems = blocks(f"One\n\n{opening}\nStay.\n\nPlease.\n:::\n\nTwo\n")
        assert len(problems) == 1
        assert [shown(block) for block in found] == ["One", "Two"]

    def test_nor_where_the_box_is_never_closed(self) -> None:
        found, _ = blocks("One\n\n::: {.voice}\nStay.\n\nPlease.\n")
        assert [shown(block) for block in found] == ["One"]

    def test_with_consent_an_open_box_loses_no_words(self) -> None:
        found, problems = blocks(f"One\n\n{OPENING}\nStay.\n")
        assert len(problems) == 1
        assert [shown(block) for block in found] == ["One", "Stay."]
