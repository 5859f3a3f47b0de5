"""A tiny sound project of a council that does not exist, for tests to write and to change."""

from collections.abc import Mapping
from pathlib import Path

SOUND: Mapping[str, str] = {
    "strategy/strategy.yml": """\
format: 1
council: Ambleford
council_name: Ambleford Council
title: Placement sufficiency strategy
edition: 2019 to 2022
as_at: 31 March 2019
published: 1 May 2019
status: draft
description: How Ambleford finds homes for its children.
keywords: [fostering, homes]
strands:
  strategic: Strategic
  operational: Operational
comparators:
  neighbours:
    label: neighbours
    places: [Briarton, Copseham]
documents:
  strategy:
    title: Placement sufficiency strategy
control:
  - {item: Owner, entry: Head of Commissioning}
""",
    "strategy/needs.yml": """\
boxes:
  carers:
    needs:
      - id: local_carers
        text: more carers near home
      - id: weekend_carers
        text: carers for weekends
""",
    "strategy/priorities/1-fostering.yml": """\
number: 1
title: Grow fostering
why: Our own carers cost {{ own_week }} and agencies {{ agency_week }}.
actions:
  - id: recruit
    strand: strategic
    text: Recruit carers for the {{ cic_now | with_noun }}.
    needs: [local_carers]
    owner: Head of Fostering
    due: Summer 2020
  - strand: operational
    text: Offer weekends.
    needs: [weekend_carers]
success_measures:
  - text: More children live with our own carers.
    indicator: fostered
""",
    "strategy/sections/10-summary.md": """\
---
title: Summary
numbered: false
---
We look after {{ cic_now | with_noun }}; the number {{ cic_change }}.
Of them {{ fostered_share }} live with carers (see @sec-fostering).

We had [12 enquiries]{source="register"} and answer [within 5 days]{.commitment}.
""",
    "strategy/sections/20-fostering.md": """\
---
title: Fostering
---
@fig-in-care shows our neighbours and @tbl-costs what homes cost.

{{ figure("in-care") }}

{{ table("costs") }}
""",
    "strategy/sections/30-carers.md": """\
---
title: Carers
parent: fostering
---
## What carers say

A home with our own carers costs {{ cost_gap | amount }} a week less.

{{ we_need("carers") }}
""",
    "strategy/facts.yml": """\
facts:
  cic_now:
    indicator: children_in_care
  cic_change:
    change: children_in_care
    from: 31 March 2018
    to: 31 March 2019
  cic_rank:
    rank: children_in_care
    among: neighbours
  fostered_now:
    indicator: fostered
  fostered_share:
    share: fostered_now
    of: cic_now
  own_week:
    indicator: weekly_cost
    where: {home: Own carers}
  agency_week:
    indicator: weekly_cost
    where: {home: Agency carers}
  cost_gap:
    formula: agency_week - own_week
""",
    "strategy/figures.yml": """\
figures:
  in-care:
    kind: bar
    headline: We look after {{ cic_now }} children
    indicator: children_in_care
    across: place
    places: [council, neighbours]
    periods: latest
  costs:
    kind: table
    headline: Our own carers cost least
    indicator: weekly_cost
    across: home
    note: Averages of a year.
""",
    "strategy/references.yml": """\
references:
  register:
    title: Register of enquiries
    publisher: Ambleford Council
    date: April 2019
""",
    "data/catalogue.yml": """\
extracts:
  children:
    file: children.csv
    title: Children in care
    publisher: Department of Examples
    licence: Open
    as_at: 31 March 2020
    release: published
    columns:
      council: {type: text}
      date: {type: text}
      measure: {type: text}
      children: {type: count}
  costs:
    file: costs.csv
    title: Costs of homes
    publisher: Ambleford Council
    licence: Open
    as_at: 31 March 2019
    release: published
    columns:
      home: {type: text}
      pounds: {type: money}
""",
    "data/indicators.yml": """\
indicators:
  children_in_care:
    label: Children in care
    unit: count
    noun: {one: child, many: children}
    extract: children
    value: children
    place: council
    period: {column: date, means: point}
    where: {measure: in care}
  fostered:
    label: Children in foster homes
    unit: count
    extract: children
    value: children
    place: council
    period: {column: date, means: point}
    where: {measure: fostered}
  weekly_cost:
    label: Weekly cost of a home
    unit: £ a week
    extract: costs
    value: pounds
    place: {always: Ambleford}
    period: {always: 2018 to 2019, means: financial year}
    breakdowns: [home]
""",
    "data/children.csv": """\
council,date,measure,children
Ambleford,31 March 2018,in care,58
Ambleford,31 March 2019,in care,60
Ambleford,31 March 2020,in care,99
Briarton,31 March 2019,in care,80
Copseham,31 March 2019,in care,c
Ambleford,31 March 2019,fostered,45
""",
    "data/costs.csv": """\
home,pounds
Own carers,675
Agency carers,936
""",
}
"""Every file of the project by its path. Nothing in it is a problem."""


def write_project(folder: Path, changes: Mapping[str, str | bytes | None] | None = None) -> Path:
    """Writes the sound project into ``folder`` and returns it.

    Args:
        folder: Made where it does not exist.
        changes: Files to write instead, by path; None leaves a file out.
    """
    files: dict[str, str | bytes | None] = {**SOUND, **(changes or {})}
    for name, content in files.items():
        if content is None:
            continue
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def replaced(path: str, old: str, new: str) -> dict[str, str | bytes | None]:
    """The change that replaces the first ``old`` in a file of the sound project.

    Raises:
        AssertionError: If the file does not hold it: the test would change nothing.
    """
    assert old in SOUND[path], f"{path} does not hold {old!r}"
    return {path: SOUND[path].replace(old, new, 1)}
