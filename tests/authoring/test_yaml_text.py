"""Values as YAML: read again they are what they were, whatever an author or a council is called."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sufficiency.authoring.yaml_text import Value, block, flow, scalar
from sufficiency.sources import parse_yaml

# What a terminal can hand over on one line: no control characters, no halves of characters.
typed = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co"))).map(
    lambda text: " ".join(text.split())
)


def read(text: str) -> object:
    tree, problems = parse_yaml(text, "some.yml")
    assert problems == []
    return tree


class TestScalar:
    @pytest.mark.parametrize(
        "text",
        [
            "Grow our own fostering",
            "31 March 2029",
            "2019 to 2023",
            "2029",
            "Head of Children's Services (interim)",
            "We need…",
            "Cyngor Llŷn",
            "مجلس لندن",
        ],
    )
    def test_what_is_safe_stays_as_it_was_typed(self, text: str) -> None:
        assert scalar(text) == text

    @pytest.mark.parametrize(
        "text",
        [
            'O\'Neil: & "Sons" #1',
            "{{ cic_now }} children",
            "- none",
            "@home",
            "50%",
            "*",
            "a: b",
            "a #b",
            "ends in a colon:",
            "",
            " leads with a space",
        ],
    )
    def test_what_means_something_to_yaml_is_put_in_quotation_marks(self, text: str) -> None:
        assert scalar(text).startswith('"')
        assert read(f"key: {scalar(text)}\n") == {"key": text}

    @pytest.mark.parametrize("word", ["no", "yes", "on", "null", "12:30", "2023-02-30", "1e3"])
    def test_what_an_editor_would_take_for_another_kind_is_too(self, word: str) -> None:
        assert scalar(word) == f'"{word}"'

    def test_a_comma_parts_only_between_brackets(self) -> None:
        assert scalar("Kent, Surrey") == "Kent, Surrey"
        assert scalar("Kent, Surrey", in_flow=True) == '"Kent, Surrey"'

    @given(typed)
    def test_whatever_was_typed_is_read_again_as_it_was(self, text: str) -> None:
        assert read(f"key: {scalar(text)}\nother: b\n") == {"key": text, "other": "b"}
        assert read(f"key: [{scalar(text, in_flow=True)}, b]\n") == {"key": [text, "b"]}

    @given(typed)
    def test_any_other_reader_of_yaml_reads_it_so_too(self, text: str) -> None:
        said = yaml.safe_load(f"key: {scalar(text)}\n")["key"]
        assert said == (int(text) if text.isdecimal() and text.isascii() else text)


class TestBlock:
    def test_each_kind_of_value_has_its_form(self) -> None:
        values: dict[str, Value] = {
            "text": "more carers: now",
            "needs": ["near_home", "a, b"],
            "noun": {"one": "child", "many": "children"},
            "items": [{"id": "a", "text": "x"}, {"id": "b", "text": "y"}],
        }
        lines = block(values)
        assert lines == [
            'text: "more carers: now"',
            'needs: [near_home, "a, b"]',
            "noun: {one: child, many: children}",
            "items:",
            "  - id: a",
            "    text: x",
            "  - id: b",
            "    text: y",
        ]
        assert read("\n".join(lines)) == values
        assert read(f"all: {flow(values)}\n") == {"all": values}
