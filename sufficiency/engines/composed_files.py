"""Writes a composed document's folder: all that pandoc, typst and Quarto read."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sufficiency.documents.composed import ComposedDocument
from sufficiency.engines.brand_files import STYLE, branded, style_sheet
from sufficiency.engines.fonts import font_files
from sufficiency.engines.svg_png import png_of
from sufficiency.engines.word_reference import reference_document
from sufficiency.remember import Remember
from sufficiency.sources.templates import WORD_TEMPLATE

FORMATS = ("html", "pdf", "docx")


def write_composed(
    document: ComposedDocument,
    folder: Path,
    templates: Mapping[str, bytes],
    remember: Remember,
    *,
    formats: Collection[str] = FORMATS,
) -> Path:
    """Writes all that pandoc and typst read into ``folder`` and returns the .qmd's path.

    The templates go below ``templates/``, the pictures where the document expects them; charts,
    and for Word what authors drew, as PNG too. A project's own reference document, among the
    templates, keeps its looks and gets the styles that it lacks.
    """
    files = ComposedFiles(document, formats, folder, templates, remember)
    files.write_shared()
    files.write_charts()
    files.write_abreast()
    files.write_narrow_charts()
    files.write_copies()
    files.write_style()
    return folder / f"{document.id}.qmd"


@dataclass(frozen=True)
class ComposedFiles:
    """A document's files in its folder, written in steps, of which some may run beside others.

    A step that serves none of the ``formats`` writes nothing.
    """

    document: ComposedDocument
    formats: Collection[str]
    folder: Path
    templates: Mapping[str, bytes]
    remember: Remember

    def write_shared(self) -> None:
        """What every format takes: text, templates, fonts, authors' pictures, figures' data."""
        document = self.document
        qmd = {f"{document.id}.qmd": document.qmd.encode("utf-8")}
        self._write({**qmd, **document.pictures, **document.data_files})
        self._write(font_files(document.brand))
        self._write_templates(branded(self.templates, document.brand, document.qmd, self.remember))

    def write_charts(self) -> None:
        """The charts as every format but Word takes them."""
        self._write(self.document.charts)

    def write_abreast(self) -> None:
        """The narrow charts that the PDF takes."""
        if "pdf" in self.formats:
            narrow = self.document.narrow_charts
            self._write({name: narrow[name] for name in self.document.abreast})

    def write_narrow_charts(self) -> None:
        """The charts that the web page shows on small screens.

        Those that the PDF takes, too, are there: typst may be reading them.
        """
        if "html" in self.formats:
            narrow = self.document.narrow_charts
            there = self.document.abreast if "pdf" in self.formats else ()
            self._write({name: narrow[name] for name in narrow if name not in there})

    def write_style(self) -> None:
        """The web page's colours and fonts; a project's own brand.css stands as it is."""
        if "html" in self.formats and STYLE not in self.templates:
            brought = [*_texts(self.templates), *_texts(self.document.data_files)]
            texts = "".join([self.document.qmd, _ALWAYS, *brought])
            self._write_templates({STYLE: style_sheet(self.document.brand, texts, self.remember)})

    def write_copies(self) -> None:
        """What Word takes: its styles, and charts and authors' drawings as PNG.

        The charts' are published, whatever the format.
        """
        if "docx" in self.formats:
            own = self.templates.get(WORD_TEMPLATE)
            styles = reference_document(self.document.brand, self.remember, own=own)
            self._write_templates({WORD_TEMPLATE: styles})
            self._write_pngs(self.document.pictures)
        self._write_pngs(self.document.charts)

    def _write_pngs(self, pictures: Mapping[str, bytes]) -> None:
        for name, picture in pictures.items():
            if name.endswith(".svg"):
                png = png_of(picture, name=name, remember=self.remember)
                self._write({Path(name).with_suffix(".png").as_posix(): png})

    def _write_templates(self, files: Mapping[str, bytes]) -> None:
        self._write({f"templates/{name}": content for name, content in files.items()})

    def _write(self, files: Mapping[str, bytes]) -> None:
        for name, content in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


# What English is written with, and what pandoc makes of quotation marks, dashes and dots.
_ALWAYS = "".join(map(chr, range(32, 127))) + "“”‘’–—…\N{NO-BREAK SPACE}"


def _texts(files: Mapping[str, bytes]) -> Iterator[str]:
    """What the files may bring to the page."""
    for name, content in files.items():
        if name.endswith((".lua", ".html", ".js", ".css", ".csv")):
            yield content.decode("utf-8-sig", errors="ignore")
