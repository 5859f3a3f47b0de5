"""A small council with the figures of a published strategy, and what its text says with them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sufficiency.checks.thread import LOOSE_ENDS
from sufficiency.model import understand
from sufficiency.outputs import Cache, cache_folder
from sufficiency.prose import BoundText
from tests.a_project import SOUND, write_project

Changes = Mapping[str, tuple[str, str]]
"""By a file's path: what is replaced in it, and by what; in a new file, nothing by all of it."""

FIGURES = """\
council,date,measure,children
Ambleford,31 March 2018,in care,336
Ambleford,31 March 2019,in care,312
Ambleford,31 March 2020,in care,300
Briarton,31 March 2019,in care,280
Copseham,31 March 2019,in care,c
Ambleford,31 March 2019,fostered,210
Ambleford,31 March 2019,residential,55
Ambleford,31 March 2019,aged 16 or 17,147
Ambleford,31 March 2018,disabled,40
Ambleford,31 March 2019,disabled,33
"""
"""The counts of Barnet's strategy of 2019; its disabled children over one year, not three."""

INDICATOR = """\
  {id}:
    label: {label}
    unit: count
    extract: children
    value: children
    place: council
    period: {{column: date, means: point}}
    where: {{measure: {measure}}}
    parts:
      - {{are: overlapping, of: children_in_care}}
"""
INDICATORS = "".join(
    INDICATOR.format(id=id, label=label, measure=measure)
    for id, label, measure in (
        ("residential", "Children in residential homes", "residential"),
        ("aged_16_or_17", "Young people aged 16 or 17", "aged 16 or 17"),
        ("disabled", "Disabled children", "disabled"),
    )
)
FACTS = """\
  cic_then:
    indicator: children_in_care
    period: 31 March 2018
  residential_now:
    indicator: residential
  residential_share:
    share: residential_now
    of: cic_now
    decimals: 1
  aged_16_17_now:
    indicator: aged_16_or_17
  aged_16_17_share:
    share: aged_16_17_now
    of: cic_now
  disabled_change:
    change: disabled
    from: 31 March 2018
    to: 31 March 2019
"""
PUBLISHED: Mapping[str, str] = {
    "data/children.csv": FIGURES,
    "data/indicators.yml": SOUND["data/indicators.yml"] + INDICATORS,
    "strategy/facts.yml": SOUND["strategy/facts.yml"] + FACTS,
}
SECTION = "strategy/sections/10-summary.md"


@dataclass(frozen=True)
class Said:
    """The section as it is printed, and all that is told of the project."""

    text: str
    told: list[str]


def say(folder: Path, sentence: str, changes: Changes | None = None, front: str = "") -> Said:
    """What comes of a council that says the sentence in its summary.

    Args:
        folder: Where the project is written.
        sentence: The whole text of the section, on line 5 where there is no ``front``.
        changes: Replaced in the project of the published figures.
        front: More lines of the section's front matter.
    """
    files = {**SOUND, **PUBLISHED}
    for path, (old, new) in (changes or {}).items():
        assert old in files.setdefault(path, ""), f"{path} does not hold {old!r}"
        files[path] = files[path].replace(old, new, 1)
    files[SECTION] = f"---\ntitle: Summary\nnumbered: false\n{front}---\n{sentence}\n"
    model, problems = understand(write_project(folder, files), cache=Cache(cache_folder()))
    assert model is not None
    summary = model.bound.sections[0]
    texts = (one.content for one in summary.blocks)
    printed = " ".join(one.plain for one in texts if isinstance(one, BoundText))
    return Said(printed, [str(one) for one in problems if one.code not in LOOSE_ENDS])
