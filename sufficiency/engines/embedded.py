"""The embedded engine: pandoc and typst from packages turn a composed document into files.

Everything happens in one scratch folder; nothing outside it is read but the tools and fonts.
"""

from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from sufficiency.documents.composed import ComposedDocument
from sufficiency.engines.composed_files import FORMATS, ComposedFiles
from sufficiency.engines.finish import finish
from sufficiency.engines.fonts import FOLDER
from sufficiency.engines.heap import return_large_blocks
from sufficiency.engines.pandoc import READING, converse_with_pandoc
from sufficiency.engines.typst_pdf import compile_pdf
from sufficiency.remember import Remember

_SAID = "sufficiency"  # begins what templates/filters/render.lua says to this module


class _Target(NamedTuple):
    """What pandoc makes for a format: its word for it, the file's ending, ours in messages."""

    target: str
    ending: str
    making: str


_TARGETS = {
    "pdf": _Target("typst", ".typ", "the PDF"),
    "html": _Target("html", ".html", "the web page"),
    "docx": _Target("docx", ".docx", "the Word document"),
}


def render(
    document: ComposedDocument,
    *,
    formats: Collection[str] = FORMATS,
    folder: Path,
    templates: Mapping[str, bytes],
    remember: Remember,
) -> dict[str, Path]:
    """Renders the document and returns each format's finished file, all of them in ``folder``.

    Args:
        document: What to render.
        formats: Some of "html", "pdf" and "docx".
        folder: An empty scratch folder.
        templates: Path below ``templates/`` to bytes ("filters/settle.lua").
        remember: ``remember(key, make)`` returns the bytes kept under ``key``, or makes and
            keeps them.

    Raises:
        EngineError: If a tool fails or would leave something out.
        ToolMissing: If pandoc, typst or the fonts are not installed.
        ValueError: If a format is unknown.
    """
    unknown = sorted(set(formats) - set(FORMATS))
    if unknown:
        raise ValueError(f"unknown formats: {', '.join(unknown)}")
    return_large_blocks()
    files = ComposedFiles(document, formats, folder, templates, remember)
    files.write_shared()
    pictures = _Pictures()
    with ThreadPoolExecutor() as workers:
        # pandoc reads, and writes what needs no pictures, while the charts are drawn here.
        rendering = _Rendering(document, folder, workers, pictures)
        with pictures.told_of_failure():  # from before anybody waits for them
            rendered = workers.submit(rendering.run, formats)
            _draw(files, workers, pictures)
        made = rendered.result()
        pictures.wait_for_copies()  # they are published, whatever the format
        return {format: made[format].result() for format in FORMATS if format in made}


class _Pictures:
    """Whether the pictures are in the folder, for those who wait for them elsewhere."""

    def __init__(self) -> None:
        self.drawn: Future[None] = Future()
        self.drawn_narrow: Future[None] = Future()
        self.copying: Future[Future[None]] = Future()  # its result is whoever is at it

    def wait_for_copies(self) -> None:
        self.copying.result().result()

    @contextmanager
    def told_of_failure(self) -> Iterator[None]:
        """What stops the drawing is raised for whoever waits too."""
        try:
            yield
        except BaseException as error:
            for waited_for in (self.drawn, self.drawn_narrow, self.copying):
                if not waited_for.done():
                    waited_for.set_exception(error)
            raise


def _draw(files: ComposedFiles, workers: ThreadPoolExecutor, pictures: _Pictures) -> None:
    """Draws the charts here, one by one, those of the PDF first: typst works the longest, and
    begins when they are there. What the other formats take is made beside the narrow ones."""
    files.write_charts()
    files.write_abreast()
    pictures.drawn.set_result(None)
    pictures.copying.set_result(workers.submit(files.write_copies))
    styling = workers.submit(files.write_style)
    files.write_narrow_charts()
    styling.result()
    pictures.drawn_narrow.set_result(None)


class _Rendering:
    """One run of pandoc for all formats; each is finished as soon as pandoc has written it.

    Only the web page waits for the others, whose sizes it says.
    """

    def __init__(
        self,
        document: ComposedDocument,
        folder: Path,
        workers: ThreadPoolExecutor,
        pictures: _Pictures,
    ) -> None:
        self._document, self._folder = document, folder
        self._workers, self._pictures = workers, pictures
        self._making = "the document"
        self._made: dict[str, Future[Path]] = {}

    def run(self, formats: Collection[str]) -> dict[str, Future[Path]]:
        """Each format's file, finished or to be."""
        converse_with_pandoc(
            pandoc_arguments(self._document, formats),
            answer=self._answer,
            making=lambda: self._making,
            folder=self._folder,
        )
        if "html" in formats:
            for other in self._made.values():
                other.result()
            self._pictures.wait_for_copies()
            self._made["html"] = self._workers.submit(self._finish, "html")
        return self._made

    def _answer(self, line: str) -> str | None:
        mark, _, said = line.partition(": ")
        if mark != _SAID:
            return None  # a filter of the council's own prints something
        if said == "pictures?":
            self._pictures.wait_for_copies()
            return "there"
        done, target = said.split()
        format = next(format for format, each in _TARGETS.items() if each.target == target)
        if done == "writing":
            self._making = _TARGETS[format].making
        elif format != "html":
            self._made[format] = self._workers.submit(self._finish, format)
        return None

    def _finish(self, format: str) -> Path:
        document, folder = self._document, self._folder
        output = folder / f"{document.file_stem}.{format}"
        if format == "pdf":
            self._pictures.drawn.result()
            source = folder / written_name(document, "pdf")
            compile_pdf(source, output, published=document.published, fonts=folder / FOLDER)
        elif format == "html":
            self._pictures.drawn_narrow.result()
        finish(output, published=document.published)
        return output


def pandoc_arguments(document: ComposedDocument, formats: Collection[str]) -> list[str]:
    """pandoc's arguments, to be run in the composed folder; the slowest to finish comes first."""
    return [
        "lua",
        "templates/filters/render.lua",
        f"{document.id}.qmd",
        READING,
        *(
            f"{target.target}={written_name(document, format)}"
            for format, target in _TARGETS.items()
            if format in formats
        ),
    ]


def written_name(document: ComposedDocument, format: str) -> str:
    """The name of the file that pandoc writes for a format."""
    return document.file_stem + _TARGETS[format].ending
