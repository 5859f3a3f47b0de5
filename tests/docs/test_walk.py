"""The reader who tries the page for authors stumbles over whatever does not hold."""

from pathlib import Path

import pytest

from tests.a_project import write_project
from tests.docs.walk import Step, Walk, read_steps

FACTS = "strategy/facts.yml"


@pytest.fixture
def walk(tmp_path: Path) -> Walk:
    write_project(tmp_path / "project")
    return Walk(tmp_path / "project")


def steps_of(page: str, folder: Path) -> list[Step]:
    (folder / "page.md").write_text(page, "utf-8")
    return read_steps(folder / "page.md")


def follow(walk: Walk, page: str) -> None:
    walk.take(steps_of(page, walk.here.parent))


class TestReading:
    def test_the_sentence_before_a_block_says_what_it_is_for(self, tmp_path: Path) -> None:
        page = (
            "Save, and run:\n\n```sh\nsufficiency check\n```\n\n"
            "Now look. In `strategy/facts.yml`, find:\n\n```yaml\n  x:\n```\n\n"
            "You read:\n\n> One thing\n\n> Another\n\n![A picture](p.png)\n"
        )
        steps = steps_of(page, tmp_path)
        assert [(step.kind, step.text, step.file) for step in steps] == [
            ("run", "sufficiency check\n", ""),
            ("find", "  x:\n", FACTS),
            ("read", "One thing", ""),
            ("read", "Another", ""),
            ("picture", "p.png", ""),
        ]

    @pytest.mark.parametrize(
        "page",
        [
            "You could write:\n\n```yaml\nx: y\n```\n",
            "```yaml\nx: y\n```\n",
            "Remember:\n\n> never\n",
            "Look:\n\n    indented: block\n",
        ],
    )
    def test_a_block_that_nobody_tries_is_refused(self, tmp_path: Path, page: str) -> None:
        with pytest.raises(AssertionError, match="says nothing to do with the block"):
            steps_of(page, tmp_path)


class TestSaving:
    PAGE = "Make a folder, and save it as `strategy/pictures/home.png`.\n"

    def test_a_photograph_is_one(self, walk: Walk) -> None:
        follow(walk, self.PAGE)
        assert (walk.here / "strategy/pictures/home.png").read_bytes().startswith(b"\x89PNG")
        assert walk.changed == {"strategy/pictures/home.png"}

    def test_none_is_saved_over_another(self, walk: Walk) -> None:
        with pytest.raises(AssertionError, match="exists already"):
            follow(walk, f"{self.PAGE}\n{self.PAGE}")


class TestTyping:
    def test_what_a_step_adds_stands_where_it_says(self, walk: Walk) -> None:
        follow(
            walk,
            "In `strategy/facts.yml`, find:\n\n```yaml\n  own_week:\n```\n\n"
            "Change it to:\n\n```yaml\n  our_week:\n```\n\n"
            "Add below it:\n\n```yaml\n    label: Ours\n```\n\n"
            "At the end of `strategy/facts.yml`, add:\n\n```yaml\n  last:\n```\n",
        )
        text = (walk.here / FACTS).read_text("utf-8")
        assert "  our_week:\n    label: Ours\n    indicator:" in text
        assert text.endswith("\n  last:\n")

    @pytest.mark.parametrize(
        ("page", "words"),
        [
            ("In `strategy/facts.yml`, find:\n\n```yaml\n  zebra:\n```\n", "holds this 0 times"),
            ("In `strategy/facts.yml` stands:\n\n```yaml\n    of: it\n```\n", "holds this 0 times"),
            (
                "In `strategy/facts.yml`, find:\n\n```yaml\n    indicator:\n```\n",
                "holds this 4 times",
            ),
            ("At the end of `strategy/fact.yml`, add:\n\n```yaml\nx\n```\n", "there is no file"),
            ("Make the file `strategy/facts.yml`:\n\n```yaml\nx\n```\n", "exists already"),
        ],
    )
    def test_a_step_that_cannot_be_taken_fails_with_its_line(
        self, walk: Walk, page: str, words: str
    ) -> None:
        with pytest.raises(AssertionError, match=f"line 3: .*{words}"):
            follow(walk, page)


class TestCommands:
    def test_what_a_command_says_is_compared(self, walk: Walk) -> None:
        page = "Run:\n\n```sh\nsufficiency check\n```\n\nYou see:\n\n```text\n{}\n```\n"
        walk.run("sufficiency check")
        said = walk.said.rstrip("\n")
        assert said.startswith("No problems. 11")
        follow(walk, page.format(said))
        with pytest.raises(AssertionError, match=r"the command says:\nNo problems\. 11"):
            follow(walk, page.format(said.replace("11", "12")))

    def test_a_command_that_fails_must_be_foreseen(self, walk: Walk) -> None:
        broken = (
            "At the end of `strategy/facts.yml`, add:\n\n```yaml\n  broken:\n```\n\n"
            "Run:\n\n```sh\nsufficiency check\n```\n\n"
        )
        with pytest.raises(AssertionError, match="failed unforeseen"):
            follow(walk, broken + "In `strategy/facts.yml` stands:\n\n```yaml\n  broken:\n```\n")

    def test_a_command_that_fails_may_not_be_the_last_step(self, walk: Walk) -> None:
        with pytest.raises(AssertionError, match="failed unforeseen"):
            follow(walk, "Run:\n\n```sh\nsufficiency facts zebra\n```\n")

    def test_a_reader_has_no_other_commands(self, walk: Walk) -> None:
        with pytest.raises(AssertionError, match="no such command: rm"):
            follow(walk, "Run:\n\n```sh\nrm x\n```\n")


class TestDocuments:
    def test_what_the_page_does_not_say_is_missed(self, walk: Walk) -> None:
        build = "Run:\n\n```sh\nsufficiency build --format html\n```\n\n"
        follow(walk, build + "You read:\n\n> We look after 60 children\n")
        with pytest.raises(AssertionError, match="the page does not say: We look after 61"):
            follow(walk, "You read:\n\n> We look after 61 children\n")

    def test_what_a_screen_reader_says_is_not_what_a_reader_reads(self, walk: Walk) -> None:
        build = "Run:\n\n```sh\nsufficiency build --format html\n```\n\n"
        follow(walk, build + "A screen reader says:\n\n> Bar chart: Children in care\n")
        with pytest.raises(AssertionError, match="does not say"):
            follow(walk, "You read:\n\n> Bar chart: Children in care\n")
