"""Writes a large project of a council that does not exist, sound and as large as is asked for.

Of every section there are ten facts, five actions and a chart: 60 sections make 600 facts and 300
actions, more than any published strategy has.
"""

from collections.abc import Iterator
from pathlib import Path

FACTS = 10  # of a section
ACTIONS = 5  # of a section
_NEIGHBOURS = ("Briarton", "Copseham", "Dunmere", "Elverley")
_YEARS = (2017, 2018, 2019)
_SENTENCES = (
    "Children do best in a home that lasts, near the people and the school that they know.",
    "We ask children what matters to them, write down what they say and tell them what we did.",
    "Since 2017 we have looked for carers who can take brothers and sisters together.",
    "The Children Act 1989 asks us to have enough homes, so far as we reasonably can.",
    "Young people aged 16 or 17 need somebody to turn to, whatever the hour.",
    "Our social workers know which homes are full, and which carers would like a rest.",
    "Providers tell us early when a home is about to change hands or to close.",
    "Where a child cannot stay at home we look first to family and friends.",
)

_STRATEGY = """\
format: 1
council: Ambleford
council_name: Ambleford Council
title: Placement sufficiency strategy
edition: 2019 to 2022
as_at: 31 March 2019
published: 1 May 2019
status: final
description: How Ambleford finds homes for its children.
keywords: [fostering, homes]
comparators:
  neighbours:
    label: neighbours
    places: [Ambleford, {neighbours}]
documents:
  strategy:
    title: Placement sufficiency strategy
"""
_CATALOGUE = """\
extracts:
  children:
    file: children.csv
    title: Children in care
    publisher: Department of Examples
    licence: Open
    as_at: 31 March 2019
    release: published
    columns:
      council: {type: text}
      date: {type: text}
      measure: {type: text}
      children: {type: count}
"""
_INDICATOR = """\
  group_{name}:
    label: Children of group {name}
    unit: count
    noun: {{one: child, many: children}}
    extract: children
    value: children
    place: council
    period: {{column: date, means: point}}
    where: {{measure: Group {name}}}
"""
_FACTS = """\
  now_{name}: {{indicator: group_{name}, period: 31 March 2019}}
  before_{name}: {{indicator: group_{name}, period: 31 March 2018}}
  first_{name}: {{indicator: group_{name}, period: 31 March 2017}}
  theirs_{name}: {{indicator: group_{name}, period: 31 March 2019, place: Briarton}}
  change_{name}: {{change: group_{name}, from: 31 March 2017, to: 31 March 2019}}
  last_year_{name}: {{change: group_{name}, from: 31 March 2018, to: 31 March 2019}}
  rank_{name}: {{rank: group_{name}, among: neighbours}}
  share_{name}: {{share: now_{name}, of: now_{last}}}
  whole_{name}: {{formula: now_{name} + theirs_{name}}}
  more_{name}: {{formula: theirs_{name} - now_{name}}}
"""
_SECTION = """\
---
title: Group {name}
claims:
  - sentence: more than a year before
    must_hold: now_{name} > before_{name}
---
We look after {{{{ now_{name} | with_noun }}}} of this group, more than a year before. Their number
{{{{ change_{name} | must_rise }}}}, {{{{ change_{name} | as_noun }}}}; over the last year it
{{{{ last_year_{name} }}}}, as @fig-group-{name} shows. With Briarton there are
{{{{ whole_{name} }}}}. For the largest group this is {{{{ share_{name} }}}} of its number.

{prose}

Among our neighbours we are {{{{ rank_{name} }}}}: Briarton has {{{{ theirs_{name} }}}}, which is
{{{{ more_{name} | amount }}}} more. In earlier years there were {{{{ first_{name} }}}} and then
{{{{ before_{name} }}}}.

{{{{ figure("group-{name}") }}}}

{{{{ we_need("group_{name}") }}}}
"""
_FIGURE = """\
  group-{name}:
    kind: bar
    headline: We look after {{{{ now_{name} }}}} children of group {name}
    indicator: group_{name}
    across: period
"""
_BOX = """\
  group_{name}:
    needs:
      - {{id: carers_{name}, text: more carers for group {name}}}
"""
_PRIORITY = """\
number: {number}
title: Homes for group {name}
why: We look after {{{{ now_{name} | with_noun }}}}.
success_measures:
  - text: More children live near home.
    indicator: group_{name}
actions:
"""
_ACTION = """\
  - text: Find {place} new homes with providers nearby, and review them with the children.
    needs: [carers_{name}]
"""


def write_large_project(folder: Path, sections: int) -> Path:
    """Writes the project into ``folder`` and returns it; nothing in it is a problem."""
    names = [_letters(number) for number in range(sections)]
    files = {
        "strategy/strategy.yml": _STRATEGY.format(neighbours=", ".join(_NEIGHBOURS)),
        "strategy/needs.yml": "boxes:\n" + "".join(_BOX.format(name=name) for name in names),
        "strategy/facts.yml": "facts:\n"
        + "".join(_FACTS.format(name=name, last=names[-1]) for name in names),
        "strategy/figures.yml": "figures:\n" + "".join(_FIGURE.format(name=name) for name in names),
        "data/catalogue.yml": _CATALOGUE,
        "data/indicators.yml": "indicators:\n"
        + "".join(_INDICATOR.format(name=name) for name in names),
        "data/children.csv": "\n".join(("council,date,measure,children", *_rows(names))) + "\n",
    }
    for place, name in enumerate(names, start=1):
        files[f"strategy/sections/{place * 10}-group-{name}.md"] = _SECTION.format(
            name=name, prose=_prose(place)
        )
        actions = "".join(_ACTION.format(name=name, place="the") for _ in range(ACTIONS))
        files[f"strategy/priorities/{place}-group-{name}.yml"] = (
            _PRIORITY.format(number=place, name=name) + actions
        )
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def _letters(number: int) -> str:
    """A name of three letters: figures in a name would be read as numbers of the text."""
    return "".join(chr(ord("a") + number // 26**place % 26) for place in (2, 1, 0))


def _rows(names: list[str]) -> Iterator[str]:
    """Figures that rise by far more than chance, the neighbours' above the council's own."""
    for place, name in enumerate(names):
        for year in _YEARS:
            own = 300 + place + (year - _YEARS[0]) * 90
            yield f"Ambleford,31 March {year},Group {name},{own}"
            for rival, neighbour in enumerate(_NEIGHBOURS, start=1):
                yield f"{neighbour},31 March {year},Group {name},{own + rival * 40}"


def _prose(place: int) -> str:
    """Four paragraphs of six sentences, as many words as the worked example's sections have."""
    turned = [_SENTENCES[(place + turn) % len(_SENTENCES)] for turn in range(24)]
    return "\n\n".join(" ".join(turned[first : first + 6]) for first in range(0, 24, 6))
