"""Adding an entry adds its lines and changes nothing else, however a file is laid out."""

import difflib
from pathlib import Path

import pytest

from sufficiency.authoring.insert import CannotInsert, NewEntry, insert
from sufficiency.sources import parse_yaml

ROOT = Path(__file__).parents[2]
FACT = NewEntry("new_fact", {"indicator": "children", "label": "Children: all"}, ["place: Where."])
NEED = NewEntry(None, {"id": "new_need", "text": "more, and nearer"})

# Where something can be added in each file of the example, and what.
PLACES = {
    "strategy/strategy.yml": (["control"], NewEntry(None, {"item": "Version", "entry": "2"})),
    "strategy/needs.yml": (["boxes", "distance", "needs"], NEED),
    "strategy/facts.yml": (["facts"], FACT),
    "strategy/figures.yml": (["figures"], NewEntry("new", {"kind": "bar", "across": "period"})),
    "strategy/references.yml": (["references"], NewEntry("new", {"title": "An Act"})),
    "strategy/lists.yml": (["lists", "plan_outcomes", "items"], NewEntry(None, {"text": "Listen"})),
    "strategy/glossary.yml": (["glossary"], NewEntry("new", {"term": "A", "meaning": "B"})),
    "strategy/gaps.yml": (["gaps"], NewEntry("new", {"title": "A", "why": "B"})),
    "data/catalogue.yml": (["extracts", "distance", "columns"], NewEntry("new", {"type": "text"})),
    "data/indicators.yml": (["indicators"], NewEntry("new", {"label": "A"})),
    **{
        path.relative_to(ROOT).as_posix(): (["actions"], NewEntry(None, {"text": "Do: it"}))
        for path in (ROOT / "strategy/priorities").glob("*.yml")
    },
}


def parts(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that went and the lines that came."""
    lines = list(difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True)))
    gone = [line[2:] for line in lines if line.startswith("- ")]
    return gone, [line[2:] for line in lines if line.startswith("+ ")]


class TestTheExample:
    def test_a_place_is_tried_in_every_yaml_file(self) -> None:
        files = [*(ROOT / "strategy").rglob("*.yml"), *(ROOT / "data").glob("*.yml")]
        assert {path.relative_to(ROOT).as_posix() for path in files} == set(PLACES)

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
    @pytest.mark.parametrize("path", sorted(PLACES))
    def test_only_lines_are_added(self, path: str, end: str) -> None:
        keys, entry = PLACES[path]
        before = (ROOT / path).read_text("utf-8").replace("\n", end)
        done = insert(before, keys, entry)
        gone, new = parts(before, done.text)
        assert gone == []
        assert len(new) == len(entry.lines(step=2))
        if end != "\r":
            assert all(line.endswith(end) for line in new)

    @pytest.mark.parametrize("path", sorted(PLACES))
    def test_the_lines_that_it_names_are_those_that_are_new(self, path: str) -> None:
        keys, entry = PLACES[path]
        before = (ROOT / path).read_text("utf-8")
        done = insert(before, keys, entry)
        lines = done.text.splitlines(keepends=True)
        named = [line for number, line in enumerate(lines, start=1) if number in done.lines]
        others = [line for number, line in enumerate(lines, start=1) if number not in done.lines]
        assert "".join(others) == before
        assert "".join(named).split() == "\n".join(entry.lines(step=2)).split()


LAYOUTS = {
    "remarks below the last entry stay with it": (
        "facts:\n  a:\n    indicator: x\n    # label: later\n\n    # place: later\n\n\n# The end\n",
        "facts:\n  a:\n    indicator: x\n    # label: later\n\n    # place: later\n"
        "  new_fact:\n    indicator: children\n    label: \"Children: all\"\n    # place: Where.\n"
        "\n\n# The end\n",
    ),
    "a remark that heads what follows is not passed": (
        "facts:\n  a:\n    indicator: x\n# Another matter\nother: 1\n",
        "facts:\n  a:\n    indicator: x\n"
        "  new_fact:\n    indicator: children\n    label: \"Children: all\"\n    # place: Where.\n"
        "# Another matter\nother: 1\n",
    ),
    "entries that blank lines part are parted from the new one": (
        "facts:\n  a:\n    indicator: x\n\n  # of b\n  b:\n    indicator: y\n",
        "facts:\n  a:\n    indicator: x\n\n  # of b\n  b:\n    indicator: y\n\n"
        "  new_fact:\n    indicator: children\n    label: \"Children: all\"\n    # place: Where.\n",
    ),
    "the author's own indentation": (
        "facts:\n    a:\n       indicator: x\n",
        "facts:\n    a:\n       indicator: x\n"
        "    new_fact:\n       indicator: children\n       label: \"Children: all\"\n"
        "       # place: Where.\n",
    ),
    "a last line without an end": (
        "facts:\n  a:\n    indicator: x",
        "facts:\n  a:\n    indicator: x\n"
        "  new_fact:\n    indicator: children\n    label: \"Children: all\"\n    # place: Where.",
    ),
    "a folded text at the end": (
        "facts:\n  a:\n    label: >-\n      one\n      two\n\n\n",
        "facts:\n  a:\n    label: >-\n      one\n      two\n"
        "  new_fact:\n    indicator: children\n    label: \"Children: all\"\n    # place: Where.\n"
        "\n\n",
    ),
    "a folded text at the end of a file without a last line's end": (
        "facts:\n  a:\n    label: >-\n      one",
        "facts:\n  a:\n    label: >-\n      one\n"
        "  new_fact:\n    indicator: children\n    label: \"Children: all\"\n    # place: Where.",
    ),
    "a text that keeps its blank lines": (
        "facts:\n  a:\n    label: |+ # all\n      one\n\n",
        "facts:\n  a:\n    label: |+ # all\n      one\n\n"
        "  new_fact:\n    indicator: children\n    label: \"Children: all\"\n    # place: Where.\n",
    ),
    "a quoted text over two lines": (
        "facts:\n  a:\n    label: 'one\n\n      two' # remark\n",
        "facts:\n  a:\n    label: 'one\n\n      two' # remark\n"
        "  new_fact:\n    indicator: children\n    label: \"Children: all\"\n    # place: Where.\n",
    ),
    "an entry between brackets over two lines": (
        "facts:\n  a: {indicator: x,\n      label: y}\n",
        "facts:\n  a: {indicator: x,\n      label: y}\n"
        "  new_fact:\n    indicator: children\n    label: \"Children: all\"\n    # place: Where.\n",
    ),
    "the marks of a document": (
        "---\nfacts:\n  a:\n    indicator: x\n...\n",
        "---\nfacts:\n  a:\n    indicator: x\n"
        "  new_fact:\n    indicator: children\n    label: \"Children: all\"\n    # place: Where.\n"
        "...\n",
    ),
    "all between brackets": (
        "facts: {a: {indicator: x} # first\n  } # end\n",
        'facts: {a: {indicator: x}, new_fact: {indicator: children, label: "Children: all"} '
        "# first\n  } # end\n",
    ),
    "nothing between brackets": (
        "facts: {}   # none yet\nother: 1\n",
        "facts:   # none yet\n"
        "  new_fact:\n    indicator: children\n    label: \"Children: all\"\n    # place: Where.\n"
        "other: 1\n",
    ),
}  # fmt: skip

NEEDS = {
    "a list at its key's own column": (
        "boxes:\n  a:\n    needs:\n    - id: x\n      text: y\n  b: {}\n",
        "boxes:\n  a:\n    needs:\n    - id: x\n      text: y\n"
        "    - id: new_need\n      text: more, and nearer\n  b: {}\n",
    ),
    "hyphens set far from their texts": (
        "boxes:\n  a:\n    needs:\n      -   id: x\n          text: y\n",
        "boxes:\n  a:\n    needs:\n      -   id: x\n          text: y\n"
        "      -   id: new_need\n          text: more, and nearer\n",
    ),
    "hyphens on lines of their own": (
        "boxes:\n  a:\n    needs:\n      -\n        id: x\n        text: y\n",
        "boxes:\n  a:\n    needs:\n      -\n        id: x\n        text: y\n"
        "      - id: new_need\n        text: more, and nearer\n",
    ),
    "a list between brackets": (
        "boxes:\n  a: {needs: [{id: x, text: y},]}\n",
        'boxes:\n  a: {needs: [{id: x, text: y}, {id: new_need, text: "more, and nearer"},]}\n',
    ),
    "an empty list between brackets": (
        "boxes:\n  a: {needs: []}\n",
        'boxes:\n  a: {needs: [{id: new_need, text: "more, and nearer"}]}\n',
    ),
}


class TestLayouts:
    @pytest.mark.parametrize("name", LAYOUTS)
    def test_of_facts(self, name: str) -> None:
        before, after = LAYOUTS[name]
        assert insert(before, ["facts"], FACT).text == after

    @pytest.mark.parametrize("name", NEEDS)
    def test_of_needs(self, name: str) -> None:
        before, after = NEEDS[name]
        assert insert(before, ["boxes", "a", "needs"], NEED).text == after

    @pytest.mark.parametrize("name", LAYOUTS)
    def test_line_ends_of_windows_stay(self, name: str) -> None:
        before, after = (text.replace("\n", "\r\n") for text in LAYOUTS[name])
        assert insert(before, ["facts"], FACT).text == after

    @pytest.mark.parametrize("name", [*LAYOUTS, *NEEDS])
    def test_the_result_is_sound(self, name: str) -> None:
        _, after = {**LAYOUTS, **NEEDS}[name]
        assert parse_yaml(after, "some.yml")[1] == []


class TestRefusals:
    @pytest.mark.parametrize(
        ("text", "keys"),
        [
            ("facts:\n  a: {indicator: x}\n", ["figures"]),
            ("facts: none\n", ["facts"]),
            ("facts: {\n  }\n", ["facts"]),
            ("facts:\n  new_fact: {indicator: x}\n", ["facts"]),
        ],
        ids=["no such key", "a text in its place", "brackets on two lines", "a name that is taken"],
    )
    def test_what_cannot_be_added_safely_is_not(self, text: str, keys: list[str]) -> None:
        with pytest.raises(CannotInsert):
            insert(text, keys, FACT)
