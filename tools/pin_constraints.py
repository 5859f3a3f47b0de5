"""Prints constraints.txt from what is installed: every package that the project needs to run
and to be tested, with its dependencies, at the version that this Python sees.

Run in a virtual environment that holds a fresh ``pip install -e '.[test]'``:

    python -m tools.pin_constraints > constraints.txt
"""

import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
HEAD = """\
# The versions that the project is tested with: pip install -c constraints.txt -e '.[test]'
# Made by: python -m tools.pin_constraints > constraints.txt
# pytest stays below 9.2, with which pytest-xdist 3.8 runs each group of tests on many workers.
"""


def pinned(requirements: Iterable[str]) -> dict[str, str]:
    """Version by canonical name, for the requirements and all that they need in turn.

    Raises:
        importlib.metadata.PackageNotFoundError: If one is not installed.
    """
    versions: dict[str, str] = {}
    seen: set[tuple[str, str]] = set()
    waiting = [(Requirement(text), "") for text in requirements]
    while waiting:
        requirement, extra_of_parent = waiting.pop()
        if requirement.marker and not requirement.marker.evaluate({"extra": extra_of_parent}):
            continue
        name = canonicalize_name(requirement.name)
        found = distribution(name)
        versions[name] = found.version
        for extra in ("", *requirement.extras):
            if (name, extra) not in seen:
                seen.add((name, extra))
                waiting += [(Requirement(text), extra) for text in found.requires or []]
    return versions


def main() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    lines = [f"{name}=={version}\n" for name, version in sorted(pinned(wanted).items())]
    sys.stdout.write(HEAD + "".join(lines))


if __name__ == "__main__":
    main()
