"""What every test may ask for, and which tests run where."""

import os
import shutil
from functools import cache
from pathlib import Path

import pytest
import typer.testing
from hypothesis import settings

from tests.example import ExampleOutputs, build_once

OPEN_DATA = "SUFFICIENCY_OPEN_DATA"
SEEDS = "SUFFICIENCY_SEEDS"

# A machine at work elsewhere must not fail a test, and no run may hang on what an earlier found.
settings.register_profile("tests", deadline=None, database=None, max_examples=60)
settings.load_profile("tests")

# A runner sets up all commands for each that it runs, which takes longer than most of them.
setattr(typer.testing, "_get_command", cache(vars(typer.testing)["_get_command"]))  # noqa: B010


@pytest.fixture(scope="session")
def example_outputs(tmp_path_factory: pytest.TempPathFactory) -> ExampleOutputs:
    """The worked example's outputs, built once however many workers ask."""
    base = tmp_path_factory.getbasetemp()
    # Each worker of pytest-xdist has its own folder within one that they share.
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    return build_once(shared / "example")


@pytest.fixture(scope="session")
def cache_of_tests(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that the tests of one worker share."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def users_cache_is_left_alone(cache_of_tests: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keeps every test out of the cache of whoever runs it."""
    monkeypatch.setenv("SUFFICIENCY_CACHE", str(cache_of_tests))


@pytest.fixture(scope="session")
def open_data() -> Path:
    """The folder of real open data that the environment names."""
    return Path(os.environ[OPEN_DATA])


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of published texts that the environment names."""
    return Path(os.environ[SEEDS])


def pytest_addoption(parser: pytest.Parser) -> None:
    """One flag for all that is stored beside the tests."""
    parser.addoption(
        "--update-snapshots",
        action="store_true",
        help="write what is said now into the stored expectations, to be read before a commit",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Puts groups first, which take longest, so that all workers are busy to the end.

    Leaves out tests of real open data, published texts and Quarto, where there is none.
    """
    items.sort(key=lambda item: "xdist_group" not in item.keywords)
    there = {
        "open_data": os.environ.get(OPEN_DATA),
        "seeds": os.environ.get(SEEDS),
        "real_quarto": shutil.which("quarto"),
    }
    lacking = {marker for marker, found in there.items() if not found}
    left_out = [item for item in items if lacking.intersection(item.keywords)]
    if left_out:
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)
