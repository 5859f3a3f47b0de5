"""``sufficiency bind``, answered by a script."""

from pathlib import Path

from tests.a_project import write_project
from tests.cli.running import run_well

MORE = "strategy/sections/20-more.md"
TEXT = b"""---
title: More
---
We look after 60 children, and looked after 58.

We had 196 enquiries, visit every 6 weeks and have two homes.
"""


class TestBind:
    def test_it_asks_of_one_after_the_other_and_writes_the_answers(self, tmp_path: Path) -> None:
        project = write_project(tmp_path, {MORE: TEXT})
        answers = ["1", "1", "", "s", "register", "c", "x", "l"]
        said = run_well("bind", "--project", str(project), typed="\n".join([*answers, ""])).stdout
        text = (project / MORE).read_text("utf-8")
        assert "after {{ cic_now }} children, and looked after {{ children_in_care_2018 }}." in text
        assert 'We had [196]{source="register"} enquiries' in text
        assert "every [6]{.commitment} weeks and have two homes" in text
        assert f"{MORE}:4:15  60" in said
        assert "We look after 60 children, and looked after 58." in said
        assert "Answer with one of " in said
        assert "4 bound, 1 left." in said

    def test_q_or_no_more_answers_stop_and_what_is_bound_stays(self, tmp_path: Path) -> None:
        for answers in ("1\nq\n", "1\n"):
            project = write_project(tmp_path, {MORE: TEXT})
            said = run_well("bind", "--project", str(project), typed=answers).stdout
            assert "1 bound, 4 left." in said
            assert "after {{ cic_now }} children, and looked after 58." in (
                project / MORE
            ).read_text("utf-8")

    def test_a_name_that_is_taken_is_refused_and_asked_again(self, tmp_path: Path) -> None:
        project = write_project(tmp_path, {MORE: TEXT})
        said = run_well(
            "bind", "--project", str(project), typed="l\n1\ncic_now\n1\nold\nq\n"
        ).stdout
        assert 'There is a fact "cic_now" already.' in said
        assert "looked after {{ old }}." in (project / MORE).read_text("utf-8")

    def test_where_nothing_is_unbound_it_says_so(self, tmp_path: Path) -> None:
        said = run_well("bind", "--project", str(write_project(tmp_path))).stdout
        assert said == "No number is bound to nothing.\n"
