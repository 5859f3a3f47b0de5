"""PDF/UA-1 and PDF/A-2a by veraPDF, the reference implementation, in one Java process for all."""

from pathlib import Path

from tests.audits import lasting, tools

FLAVOURS = ("ua1", "2a")
VALIDATE = Path(__file__).parent / "verapdf" / "Validate.java"


def audit(path: Path) -> list[str]:
    """One fault for each rule that failed, with the clause, the count and veraPDF's words.

    Raises:
        RuntimeError: If veraPDF could not read the file or ran no rules.
    """
    said = lasting.ask([*tools.java(), "-cp", tools.verapdf_classpath(), VALIDATE, *FLAVOURS], path)
    lines = [line.split("\t") for line in said]
    checked = {line[1] for line in lines if line[0] == "CHECKED" and int(line[2]) > 0}
    if checked != set(FLAVOURS):
        raise RuntimeError(f"veraPDF could not validate {path.name}: {said}")
    return [
        f"{flavour} clause {clause}, test {test}, {count} times: {message}"
        for flavour, clause, test, count, message in (
            line[1:] for line in lines if line[0] == "FAILED"
        )
    ]
