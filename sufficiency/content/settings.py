"""``_quarto.yml``: what both engines are told; a key that only one of them knew is refused.

The file is Quarto's own, so that `quarto render` works in a project. Its keys below ``project``
say how Quarto runs this tool; the others change the documents, alike in both engines.
"""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from sufficiency.content.entry import Entry, Filled


def _as_quarto_reads_it(value: Any) -> Any:
    """Of the words for yes and no Quarto takes only two."""
    if isinstance(value, str) and value not in ("true", "false"):
        raise PydanticCustomError("bool_parsing", "neither true nor false")
    return value


def _among_the_templates(value: str) -> str:
    if not value.startswith("templates/"):
        raise PydanticCustomError("word_template", "not among the templates")
    return value


class QuartoProject(Entry):
    """How Quarto runs this tool. Each key has one value, without which Quarto makes others."""

    type: Literal["default"] = Field(description="Quarto's kind of project: default.")
    pre_render: Literal["sufficiency compose"] = Field(
        alias="pre-render", description="Writes what Quarto renders: sufficiency compose."
    )
    post_render: Literal["sufficiency finish"] = Field(
        alias="post-render",
        description="Finishes and publishes what Quarto has rendered: sufficiency finish.",
    )
    render: list[Literal["composed/*.qmd"]] = Field(
        min_length=1, description="What Quarto renders: composed/*.qmd."
    )
    output_dir: Literal["_rendered"] = Field(
        alias="output-dir",
        description="Where Quarto leaves its files until they are published in _output.",
    )


class WordFormat(Entry):
    """The Word document."""

    reference_doc: Annotated[Filled, AfterValidator(_among_the_templates)] | None = Field(
        default=None,
        alias="reference-doc",
        description="The council's own Word template: a file in the project's folder templates. It "
        "goes before templates/formats/docx/reference.docx.",
    )


class Formats(Entry):
    """Keys of one format alone. All three formats are built, whatever is named here."""

    docx: WordFormat = Field(default=WordFormat(), description="Keys of the Word document.")


class Settings(Entry):
    """What both engines are told."""

    project: QuartoProject | None = Field(
        description="How Quarto runs this tool; the embedded engine needs none of it."
    )
    lang: Literal["en-GB"] = Field(
        default="en-GB", description="The language that this tool writes: en-GB."
    )
    toc_depth: Literal["1", "2", "3"] = Field(
        default="2", alias="toc-depth", description="How many levels of headings the contents list."
    )
    number_sections: Annotated[bool, BeforeValidator(_as_quarto_reads_it)] = Field(
        default=True, alias="number-sections", description="Whether sections have numbers."
    )
    format: Formats = Field(default=Formats(), description="Keys of one format alone.")


NO_SETTINGS = Settings(project=None)
"""What a project is built with that says nothing."""
