"""The manifest: what was built, from which inputs, with which tools, each by its SHA-256."""

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sufficiency import __version__
from sufficiency.remember import version

MANIFEST = "manifest.json"
MANIFEST_VERSION = 1
_TOOLS = (
    "brotli",
    "fontpkg-atkinson-hyperlegible",
    "fonttools",
    "jinja2",
    "lxml",
    "matplotlib",
    "openpyxl",
    "pandas",
    "pikepdf",
    "pillow",
    "pydantic",
    "pypandoc-binary",
    "python-docx",
    "pyyaml",
    "tinycss2",
    "typst",
    "uharfbuzz",
)


@dataclass(frozen=True)
class Imprint:
    """Whose strategy this is and for which years."""

    council: str
    title: str
    years: str
    published: str


@dataclass(frozen=True)
class Output:
    """One finished file. ``document`` and ``format`` are None for evidence.

    A format that is made of several files has one that is opened; the others are ``is_beside``.
    """

    path: str
    data: bytes
    document: str | None = None
    format: str | None = None
    is_stale: bool = False
    is_beside: bool = False


def write_manifest(
    imprint: Imprint,
    outputs: Iterable[Output],
    inputs: Mapping[str, bytes],
    templates: Mapping[str, Any] | None = None,
    tools: Mapping[str, str] | None = None,
) -> Output:
    """The manifest as a file of its own, which lists every other file of the output folder.

    ``templates`` is what is known of them, as ``describe_templates`` of ``sufficiency.sources``
    gives it; ``tools`` are versions of other programs that had a part in the outputs.
    """
    listed = sorted(outputs, key=lambda output: (output.is_beside, output.path))
    documents: dict[str, Any] = {}
    for output in listed:
        if output.document is not None:
            files = documents.setdefault(output.document, {"files": {}})["files"]
            if output.is_beside:
                files[output.format].setdefault("beside", []).append(_describe(output))
            else:
                stale = {"stale": True} if output.is_stale else {}
                files[output.format] = _describe(output) | stale
    content = {
        "manifest": MANIFEST_VERSION,
        "strategy": {
            "council": imprint.council,
            "title": imprint.title,
            "edition": imprint.years,
            "published": imprint.published,
        },
        "documents": documents,
        "evidence": [_describe(output) for output in listed if output.document is None],
        "inputs": {path: _sha256(data) for path, data in sorted(inputs.items())},
        "templates": templates or {},
        "tools": _tools() | dict(tools or {}),
    }
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    return Output(MANIFEST, text.encode())


def _tools() -> dict[str, str]:
    """The version of all that could shape an output; zlib, of Python's own, packs Word files."""
    packages = {name: version(name) for name in _TOOLS}
    return {"sufficiency": __version__, **packages, "zlib": zlib.ZLIB_RUNTIME_VERSION}


def _describe(output: Output) -> dict[str, Any]:
    return {"path": output.path, "bytes": len(output.data), "sha256": _sha256(output.data)}


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
