"""What the worked example must say, read from its own sources and from the ledger it printed.

Reads the authors' files as plain YAML and Markdown, so that nothing of ``sufficiency`` can leave
a need, an action or a sentence out of the documents and out of this list alike.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

EXPRESSION = re.compile(r"\{\{.*?\}\}")
SPAN = re.compile(r"\[([^\]]*)\](?:\{[^}]*\}|\([^)]*\))")
MARKS = re.compile(r"[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}")
BLOCK_MARK = re.compile(r"^(?:#+|[-*+]|\d+\.|>|:)\s+(?=\S)|\s*\{#[^}]*\}$")
# What a reader sees there is made by the engine: a cross-reference, a note's mark, a fence.
MADE_ELSEWHERE = re.compile(r"@(?:fig|tbl|sec)-[\w-]+|\[\^[^\]]*\]:?|^:::.*$|^!\[.*$|^\|.*$")
CUT = "\0"

Place = tuple[str, int, int]  # file, line and column, as the ledger names them


@dataclass(frozen=True)
class Expected:
    """Words that each output must hold, as lists of plain text."""

    narrative: list[str]
    needs: list[str]
    actions: list[str]
    measures: list[str]
    facts: list[str]


def expected_of(project: Path, output: Path) -> Expected:
    """Reads ``strategy/`` of the project, and the ledger that a build of it left in ``output``."""
    strategy = project / "strategy"
    ledger = _ledger(output / "evidence" / "ledger.json")
    boxes = _read(strategy / "needs.yml")["boxes"].values()
    priorities = [_read(path) for path in sorted((strategy / "priorities").glob("*.yml"))]
    return Expected(
        narrative=[
            words
            for path in sorted((strategy / "sections").glob("*.md"))
            for words in narrative(path, path.relative_to(project).as_posix(), ledger)
        ],
        needs=[words for box in boxes for need in box["needs"] for words in plain(need["text"])],
        actions=_texts(priorities, "actions"),
        measures=_texts(priorities, "success_measures"),
        facts=list(ledger.values()),
    )


def narrative(section: Path, name: str, ledger: Mapping[Place, str]) -> list[str]:
    """The section's lines as a reader sees them, each number as the ledger printed it there.

    A line is cut where the engine puts words of its own; front matter is left out.
    """
    lines = section.read_text(encoding="utf-8").splitlines()
    front_ends = lines.index("---", 1) + 1 if lines[0] == "---" else 0
    found = []
    for number, line in enumerate(lines[front_ends:], start=front_ends + 1):

        def printed(match: re.Match[str], number: int = number) -> str:
            return ledger.get((name, number, match.start() + 1), CUT)

        found += plain(BLOCK_MARK.sub("", EXPRESSION.sub(printed, line)))
    return found


def plain(text: str) -> list[str]:
    """An author's text as a reader sees it, in the pieces between what is made elsewhere."""
    text = MADE_ELSEWHERE.sub(CUT, EXPRESSION.sub(CUT, SPAN.sub(r"\1", text)))
    cleaned = (MARKS.sub("", piece).strip(" .,;()") for piece in text.split(CUT))
    return [piece for piece in cleaned if re.search(r"\w", piece)]


def _ledger(path: Path) -> dict[Place, str]:
    """What was printed, by the place in the authors' files that it was printed for."""
    printed = {}
    for entry in json.loads(path.read_text(encoding="utf-8"))["entries"]:
        file, line, column = entry["at"].rsplit(":", 2)
        printed[file, int(line), int(column)] = entry["printed"]
    return printed


def _texts(priorities: list[dict[str, Any]], key: str) -> list[str]:
    entries = [entry for priority in priorities for entry in priority.get(key, [])]
    return [words for entry in entries for words in plain(entry["text"])]


def _read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content
