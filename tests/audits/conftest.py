"""Small good documents for the audits' own tests: each test has copies it may break."""

import shutil
from pathlib import Path

import pytest

from tests.audits.small import pdf, word
from tests.engines.rendering import BOX, FIGURE, LIST_TABLE, rendered

SMALL = Path(__file__).parent / "small"
STRATEGY = f"""# Summary {{#sec-summary}}

{"We look after children near their homes. " * 40}

## Homes {{#sec-homes}}

{FIGURE}
::: {{.figure-data figure="fig-costs" file="figures/weekly-costs"}}
| Home | Weekly cost |
|:--|--:|
| In-house | £675 |

Weekly cost (£ a week)
:::

{BOX}
# Plan {{#sec-plan}}

::: {{.priority .priority-1}}

## Grow fostering {{#sec-priority-fostering .unnumbered}}

{LIST_TABLE}
:::
"""


@pytest.fixture
def good_html(tmp_path: Path) -> Path:
    return Path(shutil.copy(SMALL / "page.html", tmp_path / "homes.html"))


@pytest.fixture
def good_pdf(tmp_path: Path) -> Path:
    return pdf.write(tmp_path / "homes.pdf")


@pytest.fixture
def good_docx(tmp_path: Path) -> Path:
    return word.write(tmp_path / "homes.docx")


@pytest.fixture(scope="session")
def made_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rendered(STRATEGY, tmp_path_factory.mktemp("strategy"), ["html"])["html"]


@pytest.fixture
def finished_html(made_page: Path, tmp_path: Path) -> Path:
    """A small strategy's page as the shipped templates make it, with the files beside it."""
    folder = shutil.copytree(made_page.parent, tmp_path / "strategy")
    return folder / made_page.name
