"""YAML without its traps: text stays text, and everything keeps its place."""

import pytest

from sufficiency.problems import Location
from sufficiency.sources import Text, YamlMapping, parse_yaml


def parsed(text: str, first_line: int = 1) -> YamlMapping:
    tree, problems = parse_yaml(text, "a.yml", first_line)
    assert problems == []
    assert tree is not None
    return tree


class TestParseYaml:
    @pytest.mark.parametrize(
        "value",
        "no yes on null ~ 1:1 12:30 2023-02-30 0123 1e3 .5 1_000 0x10 £675 50%".split(),
    )
    def test_every_scalar_stays_the_text_it_is(self, value: str) -> None:
        assert parsed(f"key: {value}\n") == {"key": value}

    def test_a_comment_ends_a_text_only_behind_a_space(self) -> None:
        assert parsed("a: home #1\nb: home#1\n") == {"a": "home", "b": "home#1"}

    def test_keys_and_values_know_their_places(self) -> None:
        tree = parsed("a: 1\nbox:\n  needs:\n    - x\n    - y\n")
        assert tree.keys_at["box"] == Location("a.yml", 2, 1)
        assert tree["box"].values_at["needs"] == Location("a.yml", 4, 5)
        assert tree["box"]["needs"].items_at[1] == Location("a.yml", 5, 7)
        assert tree["box"]["needs"][1].at == Location("a.yml", 5, 7)

    def test_front_matter_counts_its_lines_from_further_down(self) -> None:
        assert parsed("title: A\n", first_line=2).keys_at["title"] == Location("a.yml", 2, 1)

    def test_of_a_key_given_twice_the_first_value_stays(self) -> None:
        tree, problems = parse_yaml("a: 1\nb: 2\na: 3\n", "a.yml")
        assert tree == {"a": "1", "b": "2"}
        assert [str(problem.at) for problem in problems] == ["a.yml:3:1"]

    def test_several_problems_of_one_file_are_told_together(self) -> None:
        _, problems = parse_yaml("a: &x 1\nb: *x\nc: !!int 3\nc: 4\n", "a.yml")
        assert [problem.code.id for problem in problems] == [
            "YAML-ANCHOR",
            "YAML-ANCHOR",
            "YAML-ANCHOR",
            "YAML-KEY-TWICE",
        ]

    @pytest.mark.parametrize("sign", ["ud800", "u202e", "e[31m", "0", "x41", "temp"])
    def test_a_backslash_that_stands_for_another_sign_is_told_and_shown(self, sign: str) -> None:
        tree, (problem,) = parse_yaml(f'a: "b \\{sign} c"\n', "a.yml")
        assert problem.code.id == "YAML-ESCAPE"
        assert tree == {"a": f"b \\{sign} c"}

    def test_backslashes_before_quotation_marks_and_line_ends_are_read(self) -> None:
        assert parsed('a: "b \\"c\\" \\\\ \\\n  d"\n') == {"a": 'b "c" \\ d'}

    def test_an_exclamation_mark_is_never_lost(self) -> None:
        _, (problem,) = parse_yaml("a: ! Important\n", "a.yml")
        assert problem.code.id == "YAML-ANCHOR"

    def test_many_aliases_of_aliases_are_refused_at_once(self) -> None:
        lines = ["a0: &a0 [x]"]
        lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
        _, problems = parse_yaml("\n".join(lines), "a.yml")
        assert {problem.code.id for problem in problems} == {"YAML-ANCHOR"}


class TestText:
    def test_a_fragment_of_a_plain_text_is_found_on_its_line(self) -> None:
        text = parsed("why: It costs {{ x }} now\n")["why"]
        assert text.place_of("{{ x }}") == Location("a.yml", 1, 15)

    def test_quotation_marks_count_as_columns(self) -> None:
        text = parsed("why: 'It costs {{ x }}'\n")["why"]
        assert text.place_of("{{ x }}") == Location("a.yml", 1, 16)

    @pytest.mark.parametrize("style", [">-", "|"])
    def test_a_fragment_of_a_block_text_is_found_below(self, style: str) -> None:
        text = parsed(f"why: {style}\n  It costs\n  much: {{{{ x }}}}\n")["why"]
        assert text.place_of("{{ x }}") == Location("a.yml", 3, 9)

    def test_the_nth_of_equal_fragments_is_found(self) -> None:
        text = parsed("why: {x} {x}\n".replace("{x}", "<x>"))["why"]
        assert text.place_of("<x>", 1) == Location("a.yml", 1, 10)

    def test_a_word_is_not_found_within_a_longer_one(self) -> None:
        text = parsed("formula: own_week - own\n")["formula"]
        assert text.place_of("own", is_word=True) == Location("a.yml", 1, 21)

    def test_what_was_folded_apart_stands_at_the_text(self) -> None:
        text = parsed("why: >-\n  {{ x\n  }}\n")["why"]
        assert text.place_of("{{ x }}") == Location("a.yml", 1, 6)

    def test_a_default_stands_nowhere(self) -> None:
        assert Text("latest").at.path == "(supplied by the tool)"
