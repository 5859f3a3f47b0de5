"""``numbers`` in ``strategy/strategy.yml``: which numbers may stand in text bound to nothing."""

from pydantic import Field

from sufficiency.content.entry import Entry


class NumberRules(Entry):
    """Rules that let a typed number pass; each is named, and can be turned off with ``false``."""

    dates: bool = Field(
        default=True,
        description="Years, dates, spans of years and times of day: 31 March 2019, 2019 to 2023.",
    )
    financial_years: bool = Field(
        default=True, description="Financial and academic years and their quarters: 2018/19, Q2."
    )
    ages: bool = Field(
        default=True, description="Ages and ranges of ages: aged 16 or over, 11 to 13, under-18s."
    )
    statutes: bool = Field(
        default=True,
        description="Acts, regulations and their parts: Children Act 1989, section 22G.",
    )
    ordinals: bool = Field(default=True, description="Places in an order: 2nd, 21st.")
    tiers: bool = Field(
        default=True, description="Tiers, levels, bands, stages and years of a scheme: Tier 4."
    )
    forms: bool = Field(
        default=True, description="Forms, returns and other names with a digit: SSDA903."
    )
    provision: bool = Field(
        default=True, description="How closely or how long a service is there: 24-hour, 1:1."
    )
    references: bool = Field(
        default=True,
        description="Numbers of headings, list items, figures, tables, pages and priorities.",
    )
    identifiers: bool = Field(
        default=True,
        description="Web and mail addresses, telephone numbers, postcodes, names of files.",
    )
    spans: bool = Field(
        default=True, description="Spans of time: the next 4 years, a 3-year contract."
    )
    rates: bool = Field(default=True, description="The base of a rate: per 10,000.")
    thresholds: bool = Field(
        default=True,
        description="What a definition counts from: more than 20 miles away, 3 or more homes.",
    )
    commitments: bool = Field(
        default=True, description="The target of a success measure, which is a promise."
    )
    voices: bool = Field(default=True, description="What somebody said, in a voice box.")
    words: bool = Field(
        default=False,
        description="true for no warnings of numbers in words: two homes, a third, doubled.",
    )
