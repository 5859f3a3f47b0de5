"""The embedded engine: pandoc and typst from packages turn a composed document into files.

Everything happens in one scratch folder; nothing outside it is read but the tools and fonts.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from sufficiency.documents.composed import ComposedDocument
from sufficiency.engines.finish import finish
from sufficiency.engines.pandoc import READING, run_pandoc
from sufficiency.engines.svg_png import png_of
from sufficiency.engines.typst_pdf import compile_pdf
from sufficiency.engines.word_reference import reference_document
from sufficiency.remember import Remember

FORMATS = ("html", "pdf", "docx")
_REFERENCE = "formats/docx/reference.docx"
_TEXTS = {"html": ("html", ".html", "the web page"), "pdf": ("typst", ".typ", "the PDF")}


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
    _write_shared(document, folder, templates)
    with ThreadPoolExecutor() as workers:
        # pandoc reads, and writes what needs no pictures, while the charts are drawn here.
        settled = workers.submit(_settle, document, folder)
        texts = {
            format: workers.submit(_write_text, document, format, folder, settled)
            for format in ("pdf", "html")
            if format in formats
        }
        for_word: list[Future[None]] = []
        if "docx" in formats:
            for_word.append(workers.submit(_write_for_word, document, folder, templates, remember))
        for name, svg in _write_each(document.charts, folder):
            if "docx" in formats:
                for_word.append(workers.submit(_write_png, name, svg, folder, remember))
        made = {}
        if "docx" in formats:
            made["docx"] = workers.submit(_make_docx, document, folder, [settled, *for_word])
        if "pdf" in formats:
            made["pdf"] = workers.submit(_make_pdf, document, folder, texts["pdf"])
        if "html" in formats:
            _write(folder, document.narrow_charts)
            made["html"] = workers.submit(_make_html, document, folder, texts["html"])
        return {format: made[format].result() for format in FORMATS if format in made}


def write_composed(
    document: ComposedDocument,
    folder: Path,
    templates: Mapping[str, bytes],
    remember: Remember,
    *,
    formats: Collection[str] = FORMATS,
) -> Path:
    """Writes all that pandoc and typst read into ``folder`` and returns the .qmd's path.

    The templates go below ``templates/``, the pictures where the document expects them; those in
    SVG, for Word, as PNG too. A project's own reference document, among the templates, is used
    as it is.
    """
    _write_shared(document, folder, templates)
    for name, svg in _write_each(document.charts, folder):
        if "docx" in formats:
            _write_png(name, svg, folder, remember)
    if "html" in formats:
        _write(folder, document.narrow_charts)
    if "docx" in formats:
        _write_for_word(document, folder, templates, remember)
    return folder / f"{document.id}.qmd"


def _write_shared(document: ComposedDocument, folder: Path, templates: Mapping[str, bytes]) -> None:
    qmd = {f"{document.id}.qmd": document.qmd.encode("utf-8")}
    files = {**qmd, **document.pictures, **document.data_files}
    _write(folder, files | {f"templates/{name}": content for name, content in templates.items()})


def _write_for_word(
    document: ComposedDocument,
    folder: Path,
    templates: Mapping[str, bytes],
    remember: Remember,
) -> None:
    """What Word takes besides its charts: the authors' drawings as PNG, and its styles."""
    for name, picture in document.pictures.items():
        if name.endswith(".svg"):
            _write_png(name, picture, folder, remember)
    if _REFERENCE not in templates:
        _write(folder, {f"templates/{_REFERENCE}": reference_document(remember)})


def _write_png(name: str, svg: bytes, folder: Path, remember: Remember) -> None:
    png = png_of(svg, name=name, remember=remember)
    _write(folder, {Path(name).with_suffix(".png").as_posix(): png})


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for _ in _write_each(files, folder):
        pass


def _write_each(files: Mapping[str, bytes], folder: Path) -> Iterator[tuple[str, bytes]]:
    """Writes one file after another, each as soon as it is made; gives its name and content."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        yield name, content


# Nothing of the user's own pandoc settings.
_NO_SETTINGS = "--data-dir=templates"


def settling_arguments(document: ComposedDocument) -> list[str]:
    """pandoc's arguments that settle what the document is, to be run in the composed folder."""
    return [
        f"{document.id}.qmd",
        f"--from={READING}",
        _NO_SETTINGS,
        "--lua-filter=templates/filters/settle.lua",
        "--to=json",
        f"--output={_settled(document)}",
    ]


def pandoc_arguments(document: ComposedDocument, target: str, output: str) -> list[str]:
    """pandoc's arguments for "html", "typst" or "docx", to be run where the document is settled."""
    return [
        _settled(document),
        "--from=json",
        _NO_SETTINGS,
        "--lua-filter=templates/filters/lay_out.lua",
        "--standalone",
        f"--output={output}",
        *_target_arguments(target, contents_depth(document.qmd)),
    ]


def _settled(document: ComposedDocument) -> str:
    return f"{document.id}.json"


def _target_arguments(target: str, depth: int) -> list[str]:
    if target == "html":
        return [
            "--to=html5",
            "--template=templates/formats/html/page.html",
            "--css=templates/formats/html/style.css",
            "--default-image-extension=svg",
            "--number-sections",
            "--shift-heading-level-by=1",  # the title is the page's one h1
            "--toc",
            f"--toc-depth={depth + 1}",
        ]
    if target == "typst":
        return [
            "--to=typst",
            "--template=templates/formats/typst/page.typ",
            "--default-image-extension=svg",
            "--wrap=none",  # wrapped list items inside cells would end their list
        ]
    return [
        "--to=docx",
        "--template=templates/formats/docx/page.openxml",
        f"--reference-doc=templates/{_REFERENCE}",
        "--default-image-extension=png",
        "--toc",
        f"--toc-depth={depth}",
        "--metadata=toc-title:Contents",
    ]


def contents_depth(qmd: str) -> int:
    """The heading levels that the contents list, from the front matter; 2 unless it says."""
    named = re.search(r"^toc-depth: *([1-6]) *$", qmd.partition("\n---\n")[0], re.M)
    return int(named[1]) if named else 2


def _settle(document: ComposedDocument, folder: Path) -> None:
    """Reads the document, once for all formats, and settles what it is."""
    run_pandoc(settling_arguments(document), making="the document", folder=folder)


def _write_text(
    document: ComposedDocument, format: str, folder: Path, settled: Future[None]
) -> Path:
    """What pandoc makes of the document for the web page or for typst; pictures are only named."""
    settled.result()
    target, ending, making = _TEXTS[format]
    path = folder / f"{document.file_stem}{ending}"
    run_pandoc(pandoc_arguments(document, target, path.name), making=making, folder=folder)
    return path


def _make_html(document: ComposedDocument, folder: Path, text: Future[Path]) -> Path:
    output = text.result()
    finish(output, published=document.published)
    return output


def _make_pdf(document: ComposedDocument, folder: Path, text: Future[Path]) -> Path:
    output = folder / f"{document.file_stem}.pdf"
    compile_pdf(text.result(), output, published=document.published)
    finish(output, published=document.published)
    return output


def _make_docx(document: ComposedDocument, folder: Path, needs: Sequence[Future[None]]) -> Path:
    for written in needs:
        written.result()
    output = folder / f"{document.file_stem}.docx"
    run_pandoc(
        pandoc_arguments(document, "docx", output.name),
        making="the Word document",
        folder=folder,
    )
    finish(output, published=document.published)
    return output
