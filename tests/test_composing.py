"""The model's documents composed, by themselves and in a folder for Quarto."""

from pathlib import Path

import pytest

from sufficiency.composing import UnknownDocument, compose_documents, write_composed_project
from sufficiency.outputs import Cache, cache_folder
from tests.models import understood


class TestComposeDocuments:
    def test_an_unknown_document_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(UnknownDocument, match="plan"):
            compose_documents(understood(tmp_path), documents=["plan"], cache=Cache(cache_folder()))


class TestWriteComposedProject:
    def test_it_writes_the_document_its_chart_and_the_templates(self, tmp_path: Path) -> None:
        model = understood(tmp_path)
        folder = tmp_path / "composed"
        (path,) = write_composed_project(model, folder, cache=Cache(cache_folder()))
        assert path.read_text(encoding="utf-8").startswith("---\n")
        for name in ("evidence/figures/in-care.svg", "figures/narrow/in-care.svg"):
            assert (folder / name).read_bytes().startswith(b"<svg")
        assert (folder / "evidence/figures/in-care.csv").is_file()
