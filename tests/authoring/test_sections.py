"""Adding sections: each file gets a number by which it stands where it was asked for."""

from pathlib import Path

import pytest

from sufficiency import pipeline
from sufficiency.authoring import Refused, add_section
from sufficiency.outputs import Cache, cache_folder
from sufficiency.prose import BoundText
from tests.authoring.a_desk import desk_in, text_of

# Chapters 10 (summary), 20 (fostering, with 30 carers) of the tiny project, and these.
MORE: dict[str, str | bytes | None] = {
    "strategy/sections/40-homes.md": "---\ntitle: Homes\n---\nText.\n",
    "strategy/sections/41-costs.md": "---\ntitle: Costs\nparent: homes\n---\nText.\n",
    "strategy/sections/50-end.md": "---\ntitle: End\n---\nText.\n",
}


class TestNumber:
    @pytest.mark.parametrize(
        ("after", "parent", "name"),
        [
            (None, None, "60-new.md"),
            ("summary", None, "15-new.md"),
            ("10-summary.md", None, "15-new.md"),
            ("strategy/sections/10-summary.md", None, "15-new.md"),
            ("fostering", None, "35-new.md"),
            ("30-carers", None, "35-new.md"),
            (None, "fostering", "35-new.md"),
            ("fostering", "fostering", "25-new.md"),
            ("costs", "homes", "45-new.md"),
            (None, "end", "60-new.md"),
        ],
    )
    def test_it_stands_where_it_was_asked_for(
        self, tmp_path: Path, after: str | None, parent: str | None, name: str
    ) -> None:
        desk = desk_in(tmp_path, MORE)
        added, _ = add_section(desk, "New", after=after, parent=parent)
        assert added.path == f"strategy/sections/{name}"
        _, (to_do,) = pipeline.understand(tmp_path, cache=Cache(cache_folder()))
        assert (to_do.code.id, to_do.at.path) == ("TODO-OPEN", added.path)

    def test_it_is_of_the_level_of_the_one_that_it_follows(self, tmp_path: Path) -> None:
        desk = desk_in(tmp_path, MORE)
        added, _ = add_section(desk, "New", after="carers")
        assert "\nparent: fostering\n" in text_of(desk, added.path)
        added, _ = add_section(desk, "Newer", after="summary")
        assert "parent" not in text_of(desk, added.path)

    def test_where_no_number_is_free_it_says_what_to_rename(self, tmp_path: Path) -> None:
        desk = desk_in(tmp_path, MORE)
        with pytest.raises(Refused) as refusal:
            add_section(desk, "New", after="homes", parent="homes")
        assert "between strategy/sections/40-homes.md and strategy/sections/41-costs.md" in str(
            refusal.value
        )

    def test_the_number_of_a_section_with_problems_is_taken_too(self, tmp_path: Path) -> None:
        changes = {**MORE, "strategy/sections/60-broken.md": "no front matter"}
        added, _ = add_section(desk_in(tmp_path, changes), "New")
        assert added.path == "strategy/sections/70-new.md"


class TestText:
    def test_it_is_a_heading_and_what_is_to_do_below_it(self, tmp_path: Path) -> None:
        desk = desk_in(tmp_path)
        added, step = add_section(desk, "Homes: near & far", parent="fostering")
        text = text_of(desk, added.path)
        assert text.startswith('---\ntitle: "Homes: near & far"\nparent: fostering\n---\n[Write ')
        assert step.endswith("Refer to it elsewhere with @sec-homes-near-far.")
        model, _ = pipeline.understand(tmp_path, cache=Cache(cache_folder()))
        assert model is not None
        (section,) = [each for each in model.bound.sections if each.section.id == "homes-near-far"]
        (block,) = section.blocks
        assert isinstance(block.content, BoundText)
        assert block.content.plain == "[To do: Write the section's text here]"


class TestRefusals:
    @pytest.mark.parametrize(
        ("title", "options", "words"),
        [
            ("New", {"after": "sumary"}, 'no section "sumary". Did you mean "summary"?'),
            ("New", {"parent": "fosterng"}, 'no chapter "fosterng". Did you mean "fostering"?'),
            ("New", {"parent": "carers"}, '"carers" is a part of "fostering"'),
            ("New", {"parent": "fostering", "after": "summary"}, "is not a part of"),
            ("Fostering", {}, 'There is a section "fostering" already'),
            ("New", {"id": "../new"}, "is not an id"),
            ("Glossary", {}, "belongs to a part that every document has"),
            (" ", {}, "may not be blank"),
            ("مجلس", {}, "Choose one yourself with --id"),
        ],
    )
    def test_each_says_what_to_do(
        self, tmp_path: Path, title: str, options: dict[str, str], words: str
    ) -> None:
        desk = desk_in(tmp_path)
        before = sorted(tmp_path.rglob("*"))
        with pytest.raises(Refused) as refusal:
            add_section(desk, title, **options)
        assert words in str(refusal.value)
        assert sorted(tmp_path.rglob("*")) == before
