"""constraints.txt keeps up with pyproject.toml: a pin for each dependency, within its range."""

import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.example import ROOT


def test_every_dependency_is_pinned_within_its_range() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if not line.startswith("#"))
    loose = [
        text
        for text in wanted
        if pins.get(canonicalize_name((need := Requirement(text)).name), "") not in need.specifier
    ]
    assert loose == []
