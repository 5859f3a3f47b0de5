"""The plan refers to what is there."""

from pathlib import Path

from tests.a_project import replaced
from tests.checks.finding import PRIORITY, told


class TestCheckPlan:
    def test_every_reference_of_an_action_is_told(self, tmp_path: Path) -> None:
        changes = replaced(
            PRIORITY, "needs: [local_carers]", "needs: [zebra, local_carers, giraffe]"
        )
        assert told(tmp_path, changes) == [
            'need "zebra" is not defined.',
            'need "giraffe" is not defined.',
        ]

    def test_where_a_box_is_broken_no_need_is_called_unknown(self, tmp_path: Path) -> None:
        changes = replaced("strategy/needs.yml", "id: local_carers", "id: Local carers")
        assert len(told(tmp_path, changes)) == 1
