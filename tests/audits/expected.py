"""What the worked example must say, read from its own sources and from the ledger it printed.

Reads the authors' files as plain YAML, so that nothing of ``sufficiency`` can leave a need, an
action or a measure out of the documents and out of this list alike.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

EXPRESSION = re.compile(r"\{\{.*?\}\}")
SPAN = re.compile(r"\[([^\]]*)\]\{[^}]*\}")
MARKS = re.compile(r"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}")


@dataclass(frozen=True)
class Expected:
    """Words that each output must hold, as lists of plain text."""

    needs: list[str]
    actions: list[str]
    measures: list[str]
    facts: list[str]


def expected_of(strategy: Path, output: Path) -> Expected:
    """Reads ``needs.yml`` and ``priorities/*.yml`` below ``strategy``, the ledger in ``output``."""
    boxes = _read(strategy / "needs.yml")["boxes"].values()
    priorities = [_read(path) for path in sorted((strategy / "priorities").glob("*.yml"))]
    return Expected(
        needs=[words for box in boxes for need in box["needs"] for words in plain(need["text"])],
        actions=_texts(priorities, "actions"),
        measures=_texts(priorities, "success_measures"),
        facts=[str(words) for path in sorted(output.glob("**/*.json")) for words in printed(path)],
    )


def plain(text: str) -> list[str]:
    """An author's text as a reader sees it, in the pieces between its ``{{ expressions }}``."""
    pieces = EXPRESSION.split(SPAN.sub(r"\1", text))
    cleaned = (MARKS.sub("", piece).strip(" .") for piece in pieces)
    return [piece for piece in cleaned if re.search(r"\w", piece)]


def printed(path: Path) -> Iterator[str]:
    """Every value of a key ``printed`` in a JSON file, however deep: what the ledger recorded."""
    return _printed(json.loads(path.read_text(encoding="utf-8")))


def _printed(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(words := value.get("printed"), str):
            yield words
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _printed(item)


def _texts(priorities: list[dict[str, Any]], key: str) -> list[str]:
    entries = [entry for priority in priorities for entry in priority.get(key, [])]
    return [words for entry in entries for words in plain(entry["text"])]


def _read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content
