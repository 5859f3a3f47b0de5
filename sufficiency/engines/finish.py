"""What both engines do to a document once it is rendered."""

from datetime import date
from pathlib import Path

from sufficiency.engines.finish_docx import finish_docx
from sufficiency.engines.finish_html import finish_html
from sufficiency.engines.finish_pdf import finish_pdf


def finish(path: Path, *, published: date) -> None:
    """Finishes a rendered document in place, by its ending.

    Doing it twice changes nothing more, so that it may run after Quarto as well.

    Raises:
        EngineError: If the file is not what its ending says.
    """
    if path.suffix == ".pdf":
        finish_pdf(path, published=published)
    elif path.suffix == ".docx":
        finish_docx(path, published=published)
    elif path.suffix == ".html":
        finish_html(path)
