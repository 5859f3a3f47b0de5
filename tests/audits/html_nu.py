"""Valid HTML and CSS by the Nu validator, the checker behind the W3C's own service."""

import json
from pathlib import Path
from typing import Any

from tests.audits import lasting, tools

VALIDATE = Path(__file__).parent / "nu" / "Validate.java"


def audit(path: Path) -> list[str]:
    """One fault for each error, with its line. Warnings and notes are not faults.

    A folder stands for every page in it; each fault then begins with the page's name.

    Raises:
        RuntimeError: If the validator gave no report, or there is no page.
    """
    if not path.is_dir():
        return _faults(path)
    pages = sorted(path.rglob("*.html"))
    if not pages:
        raise RuntimeError(f"there is no page in {path.name}")
    return [f"{page.name}, {fault}" for page in pages for fault in _faults(page)]


def _faults(page: Path) -> list[str]:
    said = lasting.ask([*tools.java(), "-cp", tools.nu_validator(), VALIDATE], page)
    try:
        messages: list[dict[str, Any]] = json.loads("".join(said))["messages"]
    except (json.JSONDecodeError, KeyError) as error:
        raise RuntimeError(f"the Nu validator gave no report on {page.name}: {said}") from error
    return [
        f"line {message.get('lastLine', '?')}: {message['message']}"
        for message in messages
        if message["type"] != "info"
    ]
