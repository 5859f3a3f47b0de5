"""Writes the recorded result of the audits: ``make audited``, when templates and code are as they
shall be published.

The worked example is built with the record as it would be, so that what is audited is what will
be published. If an audit finds a fault, the record stays as it was.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from sufficiency import __version__
from sufficiency.sources import audited_whole, resolve_templates
from tests.audits import (
    docx_libreoffice,
    docx_structure,
    html_axe,
    html_keys,
    html_nu,
    html_reflow,
    pdf_page,
    pdf_structure,
    pdf_verapdf,
    tools,
)
from tests.audits.browser import NARROW, WIDE
from tests.example import ROOT, ExampleOutputs, build_once

RECORD = ROOT / "sufficiency" / "sources" / "audited.json"

VERAPDF = "META-INF/maven/org.verapdf/validation-model/pom.properties"


class Check(NamedTuple):
    """An audit as the documents speak of it."""

    format: str
    checked: str
    program: str
    version: Callable[[], str]
    audit: Callable[[Path], list[str]]


def _said(*command: str | Path) -> str:
    """The first number with points in it that a program says of itself."""
    told = tools.run(command)
    found = re.search(r"\d+(?:\.\d+)+", told.stdout + told.stderr)
    assert found, told
    return found[0]


def _axe() -> str:
    found = re.search(r"axe v([\d.]+)", AXE_SCRIPT)
    assert found
    return found[1]


def _nu() -> str:
    return _said(*tools.java(), "-jar", tools.nu_validator(), "--version")


def _verapdf() -> str:
    for jar in tools.verapdf_classpath().split(os.pathsep):
        with zipfile.ZipFile(jar) as classes:
            if VERAPDF in classes.namelist():
                return classes.read(VERAPDF).decode().partition("version=")[2].split()[0]
    raise RuntimeError("no jar says which version of veraPDF it holds")


def _own() -> str:
    return __version__


WCAG = "Web Content Accessibility Guidelines 2.2, levels A and AA"
STANDARDS = "PDF/UA-1 and PDF/A-2a"
CHECKS = (
    Check("html", WCAG, "axe-core", _axe, html_axe.audit),
    Check("html", "correct HTML and CSS", "Nu Html Checker", _nu, html_nu.audit),
    Check(
        "html",
        "use with the keyboard alone",
        "Chromium",
        lambda: _said(tools.chromium(), "--version"),
        lambda page: [*html_keys.audit(page, width=NARROW), *html_keys.audit(page, width=WIDE)],
    ),
    Check(
        "html",
        "no sideways scrolling at 320 pixels",
        "Chromium",
        lambda: _said(tools.chromium(), "--version"),
        html_reflow.audit,
    ),
    Check("pdf", STANDARDS, "veraPDF", _verapdf, pdf_verapdf.audit),
    Check("pdf", STANDARDS, "page-validation", lambda: version("page-validation"), pdf_page.audit),
    Check(
        "pdf",
        "headings of table columns and rows, alternative texts, bookmarks",
        "sufficiency's own checks",
        _own,
        pdf_structure.audit,
    ),
    Check(
        "docx",
        "headings, header rows, alternative texts, language",
        "sufficiency's own checks",
        _own,
        docx_structure.audit,
    ),
    Check(
        "docx",
        "opened, with every heading in its place",
        "LibreOffice",
        lambda: _said(tools.soffice(), "--version"),
        docx_libreoffice.audit,
    ),
)


def main() -> int:
    """Audits the worked example; 0 where the record was written, 1 where faults were found."""
    os.environ["CI"] = "true"  # nothing is skipped for want of a program
    before = RECORD.read_bytes()
    faults = ["it was interrupted"]
    try:
        RECORD.write_bytes(_record())
        with tempfile.TemporaryDirectory() as folder:
            faults = list(_faults(build_once(Path(folder))))
    except pytest.fail.Exception as error:
        faults = [str(error)]
    finally:
        if faults:
            RECORD.write_bytes(before)
    sys.stdout.writelines(f"{fault}\n" for fault in faults or [f"{RECORD} is written."])
    return 1 if faults else 0


def _record() -> bytes:
    templates, _ = resolve_templates(ROOT)
    content = {
        "templates": audited_whole(templates),
        "date": _last_commit(),
        "audits": [
            {
                "format": check.format,
                "checked": check.checked,
                "program": check.program,
                "version": check.version(),
                "errors": 0,
            }
            for check in CHECKS
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _last_commit() -> str:
    """The day of the last commit: whoever writes the record anew gets the same."""
    command = ["git", "log", "-1", "--format=%cs"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def _faults(outputs: ExampleOutputs) -> Iterator[str]:
    for check in CHECKS:
        for fault in check.audit(outputs.by_format[check.format]):
            yield f"{check.program}, {check.format}: {fault}"


if __name__ == "__main__":
    sys.exit(main())
