"""Small good documents for the audits' own tests: each test has copies it may break."""

import shutil
from pathlib import Path

import pytest

from tests.audits.small import pdf, word

SMALL = Path(__file__).parent / "small"


@pytest.fixture
def good_html(tmp_path: Path) -> Path:
    return Path(shutil.copy(SMALL / "page.html", tmp_path / "homes.html"))


@pytest.fixture
def good_pdf(tmp_path: Path) -> Path:
    return pdf.write(tmp_path / "homes.pdf")


@pytest.fixture
def good_docx(tmp_path: Path) -> Path:
    return word.write(tmp_path / "homes.docx")
