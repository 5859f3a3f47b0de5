"""LibreOffice opens the Word document and makes a PDF in which every heading can be read."""

import re
import tempfile
from pathlib import Path

from docx import Document

from tests.audits import tools
from tests.audits.docx_structure import headings


def audit(path: Path) -> list[str]:
    """Faults: LibreOffice made no PDF, or a heading's text is not in it."""
    with tempfile.TemporaryDirectory(prefix="libreoffice-") as folder:
        pdf = converted(path, Path(folder))
        if pdf is None:
            return [f"LibreOffice could not convert {path.name}"]
        text = tools.run([tools.poppler("pdftotext"), pdf, "-"]).stdout
    shown = _squeezed(text)
    if not shown:
        return ["LibreOffice's PDF holds no text"]
    return [
        f'the heading "{heading.text}" is not in LibreOffice\'s PDF'
        for heading in headings(Document(str(path)))
        if _squeezed(heading.text) not in shown
    ]


def converted(path: Path, folder: Path) -> Path | None:
    """The PDF that LibreOffice made in the folder, or None.

    Its profile is made anew in the folder, so that several can run side by side.
    """
    profile = (folder / "profile").resolve().as_uri()
    command = [tools.soffice(), "--headless", "--norestore", f"-env:UserInstallation={profile}"]
    tools.run([*command, "--convert-to", "pdf", "--outdir", folder, path], seconds=180)
    pdf = folder / f"{path.stem}.pdf"
    return pdf if pdf.is_file() else None


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
