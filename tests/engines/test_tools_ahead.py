"""What rendering imports when it first needs it can be imported ahead."""

import subprocess
import sys

_RENDERED = """\
import sys
from sufficiency.engines import import_tools
from sufficiency.engines import tools_ahead
print(*(name in sys.modules for name in tools_ahead._TAKES_LONG))
import_tools()
print(*(name in sys.modules for name in tools_ahead._TAKES_LONG))
tools_ahead._TAKES_LONG = ("no_such_package",)
import_tools()
"""


def test_none_is_imported_before_it_is_asked_for_and_one_that_is_missing_is_let_be() -> None:
    run = subprocess.run(
        [sys.executable, "-c", _RENDERED], capture_output=True, encoding="utf-8", check=True
    )
    before, after = (set(line.split()) for line in run.stdout.splitlines())
    assert (before, after) == ({"False"}, {"True"})
