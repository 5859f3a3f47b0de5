"""The model's documents composed, by themselves and in a folder for Quarto."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from sufficiency import composing
from sufficiency.composing import UnknownDocument, compose_documents, write_composed_project
from sufficiency.model import bind, gather
from sufficiency.outputs import Cache, cache_folder
from tests.a_project import write_project
from tests.models import understood


class TestComposeDocuments:
    def test_an_unknown_document_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(UnknownDocument, match="plan"):
            compose_documents(understood(tmp_path), documents=["plan"], cache=Cache(cache_folder()))


class TestDrawingAhead:
    def test_every_chart_of_the_documents_is_asked_for_by_the_key_it_is_made_under(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        making: dict[str, Callable[[], bytes]] = {}

        @contextmanager
        def noted(cache: Cache, makes: Mapping[str, Callable[[], bytes]]) -> Iterator[Cache]:
            making.update(makes)
            yield cache

        monkeypatch.setattr(composing, "made_ahead", noted)
        cache = Cache(tmp_path / "cache")
        gathered, _ = gather(write_project(tmp_path), cache=cache)
        assert gathered is not None
        with composing.drawing_ahead(gathered, cache) as filling:
            for key, make in making.items():
                cache.remember(key, make)
            model, _ = bind(gathered, cache=filling)
            (document,) = compose_documents(model, cache=filling)
        expected = [make() for make in making.values()]
        monkeypatch.setattr("sufficiency.figures.charts.draw", never)
        assert [*document.charts, *document.narrow_charts] == [
            "evidence/figures/in-care.svg",
            "figures/narrow/in-care.svg",
        ]
        drawn = [*document.charts.values(), *document.narrow_charts.values()]
        assert drawn == expected


def never(*chart: object) -> bytes:
    raise AssertionError("it was drawn again")


class TestWriteComposedProject:
    def test_it_writes_the_document_its_chart_and_the_templates(self, tmp_path: Path) -> None:
        model = understood(tmp_path)
        folder = tmp_path / "composed"
        (path,) = write_composed_project(model, folder, cache=Cache(cache_folder()))
        assert path.read_text(encoding="utf-8").startswith("---\n")
        for name in ("evidence/figures/in-care.svg", "figures/narrow/in-care.svg"):
            assert (folder / name).read_bytes().startswith(b"<svg")
        assert (folder / "evidence/figures/in-care.csv").is_file()
