"""PDF/UA-1 and PDF/A-2a by ``page``, a quick second opinion that needs no Java."""

from pathlib import Path

import page

PROFILES = ("ua1", "2a")


def audit(path: Path) -> list[str]:
    """One fault for each failed check, with the rule's id and words.

    Raises:
        page.PageError: If the file cannot be read as a PDF.
        RuntimeError: If no rule was run.
    """
    faults = []
    for profile in PROFILES:
        report = page.validate_pdf(path, profile=profile)
        if not report.rules.total:
            raise RuntimeError(f"page ran no rules of {profile} on {path.name}")
        faults += [f"{profile} {fault.rule_id}: {fault.message}" for fault in report.failures]
        if not report.is_compliant and not report.failures:
            faults.append(f"{profile}: not compliant, with no rule named")
    return faults
