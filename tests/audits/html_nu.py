"""Valid HTML and CSS by the Nu validator, the checker behind the W3C's own service."""

import json
from pathlib import Path

from tests.audits import tools


def audit(path: Path) -> list[str]:
    """One fault for each error, with its line. Warnings and notes are not faults.

    Raises:
        RuntimeError: If the validator gave no report.
    """
    said = tools.run([*tools.java(), "-jar", tools.nu_validator(), "--format", "json", path])
    try:
        messages = json.loads(said.stderr)["messages"]
    except (json.JSONDecodeError, KeyError) as error:
        raise RuntimeError(f"the Nu validator gave no report on {path.name}: {said}") from error
    return [
        f"line {message.get('lastLine', '?')}: {message['message']}"
        for message in messages
        if message["type"] != "info"
    ]
