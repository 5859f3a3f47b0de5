"""``strategy/strategy.yml``: the edition, its dates, its documents and the council's own words."""

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from sufficiency.content.entry import Day, Entry, Filled, IdKey, WordKey
from sufficiency.content.numbers import NumberRules
from sufficiency.sources import Text
from sufficiency.sources.plain_words import plain_words

_LONGEST_STEM = 80
_WEB_ADDRESS = re.compile(r"""https?://[\w-]+(\.[\w-]+)+(:\d+)?(/[^\s#"<>\\]*)?""")


def _checked_edition(value: Text) -> Text:
    year = r"(?:19|20)\d\d"
    if not re.fullmatch(rf"{year}( to {year})?", value):
        raise PydanticCustomError("edition", "not an edition")
    if value[:4] > value[-4:]:
        raise PydanticCustomError("edition_order", "its years are in the wrong order")
    return value


def _checked_web_address(value: Text) -> Text:
    if not _WEB_ADDRESS.fullmatch(value):
        raise PydanticCustomError("web_address", "not an address of a web page")
    return value


class Comparator(Entry):
    """A named group of councils to compare with."""

    label: Filled = Field(description="The group's name in a sentence: statistical neighbours.")
    places: list[Filled] = Field(
        min_length=1, description="The places' names as the extracts write them."
    )


class Theme(Entry):
    """What several priorities have in common, as a heading above them."""

    label: Filled = Field(description="The heading.")
    text: Filled | None = Field(default=None, description="What it is about, in a sentence or two.")


class LittleChange(Entry):
    """When a change is so little that it may be noise: docs/wording.md."""

    counts: Decimal = Field(
        default=Decimal(2), ge=0, le=50, description="Of counts: less than so many per cent."
    )
    percentages: Decimal = Field(
        default=Decimal(1), ge=0, le=50, description="Of percentages: less than so many points."
    )
    rates: Decimal = Field(
        default=Decimal(2), ge=0, le=50, description="Of rates: less than so many per cent."
    )
    pounds: Decimal = Field(
        default=Decimal(2), ge=0, le=50, description="Of money: less than so many per cent."
    )
    small_counts: int = Field(
        default=50,
        ge=0,
        le=10_000,
        description="Where the smaller count is at most this, what chance alone may do is reckoned "
        "with in full; from twice as many not at all, between them in part. 0 leaves it out.",
    )
    certainty: Literal["90", "95", "99"] = Field(
        default="95", description="How certain, in per cent, it is to be that it was not chance."
    )


class DocumentEntry(Entry):
    """One deliverable."""

    title: Filled | None = Field(
        default=None, description="The title on the cover; the strategy's where left out."
    )
    web_address: Annotated[Filled, AfterValidator(_checked_web_address)] | None = Field(
        default=None,
        description="Where its web page will stand, as https://www.example.org/strategy/: search "
        "engines and shared links are told this address, wherever the page was copied to.",
    )
    golden_thread: bool = Field(
        default=True,
        description="false leaves out the annex that ties needs to actions, priorities, measures "
        "of success and their sources.",
    )


class ControlItem(Entry):
    """A line of the document control table."""

    item: Filled = Field(description="What the line says: Owner, Approved by, Version.")
    entry: Filled = Field(description="Roles, never people's names.")


class Strategy(Entry):
    """The edition as a whole."""

    format: Literal["1"] = Field(description="The version of this file format: 1.")
    council: Filled = Field(description="The council's name as the extracts' place column has it.")
    council_name: Filled = Field(description="The council's full name, for the cover.")
    title: Filled = Field(description="The strategy's title.")
    edition: Annotated[Filled, AfterValidator(_checked_edition)] = Field(
        description="The years that it covers: 2019 to 2023."
    )
    as_at: Day = Field(description="The date that the figures stand at; later rows are not seen.")
    published: Day = Field(description="The date of publication, carried by every output.")
    status: Literal["draft", "final"] = Field(description="draft or final.")
    description: Filled = Field(description="One sentence that says what the document is.")
    notice: Filled | None = Field(default=None, description="A sentence printed on the cover.")
    logo: Text | None = Field(
        default=None, description="The id of the picture on the cover, of strategy/pictures.yml."
    )
    keywords: list[Filled] = Field(default=[], description="Words to find the document by.")
    html: Literal["single", "site", "fragment", "cms"] = Field(
        default="single",
        description="How the web page is made: single (one file, complete), site (a page a "
        "chapter), fragment (to be put in a page of the council's website) or cms (chapters for "
        "a content-management system, with a sheet that lists them).",
    )
    needs_heading: Filled = Field(
        default=Text("We need…"),
        description="The heading of the boxes of needs.",
    )
    action_plan_title: Filled = Field(
        default=Text("Action plan"), description="The title of the plan's chapter."
    )
    priority_noun: Filled = Field(
        default=Text("Priority"),
        description="What a priority is called before its number: Ambition, Commitment.",
    )
    measures_heading: Filled = Field(
        default=Text("How we will know"), description="The heading of measures of success."
    )
    themes: dict[IdKey, Theme] = Field(
        default={}, description="Themes above the priorities, in order, by id."
    )
    strands: dict[str, Filled] = Field(
        default={}, description="The strands of the action plan, in order: label by id."
    )
    terms: dict[WordKey, Filled] = Field(
        default={},
        description="The council's own words for those that the tool and the data use, in every "
        "text that the tool makes: `placement: home`, and `placements: homes`.",
    )
    comparators: dict[str, Comparator] = Field(
        default={}, description="Named groups of councils to compare with, by id."
    )
    little_change: LittleChange = Field(
        default=LittleChange(), description="When a change counts as little."
    )
    governance: list[Filled] = Field(
        default=[],
        description="The roles and boards that may own an action; where some are listed, an owner "
        "that is none of them is a problem.",
    )
    numbers: NumberRules = Field(
        default=NumberRules(),
        description="Rules by which a number may be typed into text, each on unless it says "
        "false: `tiers: false`.",
    )
    documents: dict[str, DocumentEntry] = Field(
        min_length=1, description="The documents to build, by id."
    )
    control: list[ControlItem] = Field(default=[], description="The document control table.")

    @property
    def has_golden_thread(self) -> bool:
        """Whether some document has the annex of the golden thread."""
        return any(entry.golden_thread for entry in self.documents.values())

    def document_title(self, document: str) -> str:
        """A document's own title, or else the strategy's."""
        return str(self.documents[document].title or self.title)

    def file_stem(self, document: str) -> str:
        """A document's published files' name without its ending: council, title, years.

        A long title is cut: Windows takes paths of 260 characters, folders and all. Where neither
        name nor title has a letter for addresses, the id stands for them; where documents would
        have one name, those behind the first have their id in it.
        """
        stems: dict[str, str] = {}
        for id in self.documents:
            stem = self._stem(id)
            stems[id] = stem if stem not in stems.values() else f"{stem}-{id}"
        return stems[document]

    def _stem(self, id: str) -> str:
        title = self.document_title(id)
        years = "-".join(re.findall(r"\d{4}", self.edition))
        words = "-".join(plain_words(f"{self.council} {title}")) or id
        return f"{words[:_LONGEST_STEM].strip('-')}-{years}"
