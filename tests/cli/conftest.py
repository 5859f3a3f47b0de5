"""The sound project in a folder of its own."""

from pathlib import Path

import pytest

from tests.a_project import write_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")
