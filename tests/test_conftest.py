"""Which tests run where: some need what the environment names, or a real Quarto."""

from types import SimpleNamespace
from typing import Any
from unittest.mock import Mock

import pytest

from tests import conftest


def collected() -> list[Any]:
    return [
        SimpleNamespace(name="plain", keywords={}),
        SimpleNamespace(name="open", keywords={"open_data": True}),
        SimpleNamespace(name="real", keywords={"real_quarto": True}),
    ]


@pytest.fixture(autouse=True)
def quarto_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/programs/{name}")


class TestGroups:
    def test_they_come_before_what_is_in_none_and_else_the_order_stays(self) -> None:
        items: list[Any] = [
            SimpleNamespace(name=name, keywords=keywords)
            for name, keywords in (("a", {}), ("b", {"xdist_group": True}), ("c", {}))
        ]
        conftest.pytest_collection_modifyitems(Mock(), items)
        assert [item.name for item in items] == ["b", "a", "c"]


class TestOpenData:
    def test_its_tests_are_left_out_where_no_data_is_named(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv(conftest.OPEN_DATA, raising=False)
        config, items = Mock(), collected()
        left_out = items[1:2]
        conftest.pytest_collection_modifyitems(config, items)
        assert [item.name for item in items] == ["plain", "real"]
        config.hook.pytest_deselected.assert_called_once_with(items=left_out)

    def test_its_tests_stay_where_data_is_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(conftest.OPEN_DATA, "anywhere")
        items = collected()
        conftest.pytest_collection_modifyitems(Mock(), items)
        assert [item.name for item in items] == ["plain", "open", "real"]


class TestSeeds:
    @pytest.mark.parametrize(("named", "kept"), [("", []), ("anywhere", ["seed"])])
    def test_its_tests_stay_only_where_a_folder_is_named(
        self, named: str, kept: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv(conftest.SEEDS, named)
        items: list[Any] = [SimpleNamespace(name="seed", keywords={"seeds": True})]
        conftest.pytest_collection_modifyitems(Mock(), items)
        assert [item.name for item in items] == kept


class TestQuarto:
    def test_its_tests_are_left_out_where_there_is_none(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv(conftest.OPEN_DATA, "anywhere")
        monkeypatch.setattr("shutil.which", lambda name: None)
        items = collected()
        conftest.pytest_collection_modifyitems(Mock(), items)
        assert [item.name for item in items] == ["plain", "open"]
