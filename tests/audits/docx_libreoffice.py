"""LibreOffice opens the Word document and makes a PDF in which every word of it can be read.

What the contents list calls a heading, its number included, stands there and at the heading:
only a program that lays the document out knows which number a heading gets.
"""

import re
import tempfile
from collections import Counter
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument

from tests.audits import tools
from tests.audits.docx_structure import contents_entries, headings, paragraphs


def audit(path: Path) -> list[str]:
    """Faults: LibreOffice made no PDF, lost words, or numbered a heading unlike its entry."""
    with tempfile.TemporaryDirectory(prefix="libreoffice-") as folder:
        pdf = converted(path, Path(folder))
        if pdf is None:
            return [f"LibreOffice could not convert {path.name}"]
        # As drawn: to Poppler, bullets over a heading at a page's top look like a column.
        text = tools.run([tools.poppler("pdftotext"), "-raw", pdf, "-"]).stdout
    shown = _squeezed(text)
    if not shown:
        return ["LibreOffice's PDF holds no text"]
    document = Document(str(path))
    missing = [
        f'the heading "{heading.text}" is not in LibreOffice\'s PDF'
        for heading in headings(document)
        if _squeezed(heading.text) not in shown
    ]
    return (
        missing
        + _lost_words(document, text)
        + [
            f'no heading reads "{entry}" as the contents list says'
            for entry in contents_entries(document)
            if shown.count(_squeezed(entry)) < 2
        ]
    )


def _lost_words(document: WordDocument, shown: str) -> list[str]:
    """Words that stand less often on the pages than in the file."""
    said = Counter(_words(" ".join(one.text for one in paragraphs(document))))
    lost = said - Counter(_words(shown))
    return [f'"{word}" is shown {times} times less than it is said' for word, times in lost.items()]


def converted(path: Path, folder: Path) -> Path | None:
    """The PDF that LibreOffice made in the folder, or None.

    Its profile is made anew in the folder, so that several can run side by side.
    """
    profile = (folder / "profile").resolve().as_uri()
    command = [tools.soffice(), "--headless", "--norestore", f"-env:UserInstallation={profile}"]
    tools.run([*command, "--convert-to", "pdf", "--outdir", folder, path], seconds=180)
    pdf = folder / f"{path.stem}.pdf"
    return pdf if pdf.is_file() else None


def _words(text: str) -> list[str]:
    """Words and numbers, without what they may be parted at; a footnote's mark stands at a word."""
    return re.findall(r"[^\W\d_]+|\d+", text)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
