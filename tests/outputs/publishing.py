"""Small outputs for tests, a check of them that is not our own, and a program that publishes."""

import hashlib
import json
import sys
from itertools import count
from pathlib import Path

from sufficiency.outputs import Imprint, Output, publish, write_manifest

IMPRINT = Imprint("Ambleford Council", "Strategy", "2019 to 2022", "1 May 2019")


def outputs(text: str | None = None) -> list[Output]:
    """A page with a text, a ledger and their manifest; without a text, the manifest alone."""
    made = []
    if text is not None:
        made = [
            Output("strategy.html", text.encode(), "strategy", "html"),
            Output("evidence/ledger.json", b"{}"),
        ]
    return [*made, write_manifest(IMPRINT, made, {})]


def faults(folder: Path) -> list[str]:
    """Why an output folder is not whole: nothing where its manifest accounts for all of it.

    Asks nothing of the code that it is to judge.
    """
    try:
        manifest = json.loads((folder / "manifest.json").read_bytes())
    except (OSError, ValueError) as error:
        return [f"{folder.name} has no manifest: {error}"]
    listed = list(manifest["evidence"])
    for document in manifest["documents"].values():
        for file in document["files"].values():
            listed += [file, *file.get("beside", [])]
    found = []
    for file in listed:
        path = folder / file["path"]
        data = path.read_bytes() if path.is_file() else b""
        if hashlib.sha256(data).hexdigest() != file["sha256"]:
            found.append(f"{path} is not what the manifest lists")
    present = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if not p.is_dir()}
    extra = present - {file["path"] for file in listed} - {"manifest.json"}
    return found + [f"{folder / name} is not listed" for name in sorted(extra)]


def standing_whole(folder: Path) -> Path:
    """The output folder if that is whole, else the previous one.

    Raises:
        AssertionError: If neither is.
    """
    previous = folder.with_name(f"{folder.name}.previous")
    first = faults(folder)
    if not first:
        return folder
    second = faults(previous)
    assert not second, [*first, *second]
    return previous


def publish_for_ever(folder: Path, start: int) -> None:
    """Publishes one build after another, each with its number, and prints what is in place."""
    for number in count(start):
        pages = {f"{number}-{part}.html": bytes([number % 256]) * 200_000 for part in range(4)}
        made = [Output(name, data, name, "html") for name, data in pages.items()]
        made.append(Output("number.txt", str(number).encode()))
        publish([*made, write_manifest(IMPRINT, made, {})], folder)
        print(number, flush=True)  # noqa: T201


if __name__ == "__main__":
    publish_for_ever(Path(sys.argv[1]), int(sys.argv[2]))
