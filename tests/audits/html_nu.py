"""Valid HTML and CSS by the Nu validator, the checker behind the W3C's own service."""

import json
from pathlib import Path

from tests.audits import tools


def audit(path: Path) -> list[str]:
    """One fault for each error, with its line. Warnings and notes are not faults.

    A folder stands for every page in it; each fault then begins with the page's name.

    Raises:
        RuntimeError: If the validator gave no report.
    """
    options = ["--format", "json", "--skip-non-html"]
    said = tools.run([*tools.java(), "-jar", tools.nu_validator(), *options, path])
    try:
        messages = json.loads(said.stderr)["messages"]
    except (json.JSONDecodeError, KeyError) as error:
        raise RuntimeError(f"the Nu validator gave no report on {path.name}: {said}") from error
    return [
        f"{_page(message) if path.is_dir() else ''}line {message.get('lastLine', '?')}:"
        f" {message['message']}"
        for message in messages
        if message["type"] != "info"
    ]


def _page(message: dict[str, str]) -> str:
    return f"{message.get('url', '').rpartition('/')[2]}, "
