"""The sound project with all that authors bring besides text: pictures, voices, notes, tables."""

from pathlib import Path

from PIL import Image

from tests.a_project import replaced, write_project
from tests.pictures.making import SECRET, SVG_OPEN, photograph, saved

CONSENT = "KEPT-WITH-THE-CONSENTS"

PICTURES = f"""\
pictures:
  crest:
    file: crest.svg
    kind: logo
    alt: Ambleford Council
  home:
    file: A home.jpg
    kind: photograph
    people: true
    consent: {CONSENT}-1
    alt: Two carers and a child stand in front of a terraced house.
    caption: A home for one of our {{{{ cic_now }}}} children
    credit: Ambleford Council
  pathway:
    file: pathway.png
    kind: diagram
    alt: "Three steps: we ask, we match, we visit."
    credit: The fostering team
  map:
    file: map.svg
    kind: diagram
    alt: Three towns on one road.
    caption: Where we look for homes
  ornament:
    file: ornament.png
    kind: diagram
    decorative: true
"""
SECTION = f"""\
---
title: Carers
parent: fostering
---
## What carers say

@fig-home shows a home.[^1] A home with our own carers costs {{{{ cost_gap | amount }}}} a week
less.

::: {{.voice consent="{CONSENT}-2" by="Young person, 15, in foster care"}}
I want to stay near my school.

All {{{{ cic_now | with_noun }}}} of us, and [12]{{source="register"}} more, said *so*.[^voice]
:::

{{{{ picture("home") }}}}

::: {{.voice consent="{CONSENT}-3"}}
Ask us first.
:::

{{{{ picture("pathway") }}}}

{{{{ picture("ornament") }}}}

{{{{ picture("map") }}}}

{{{{ we_need("carers") }}}}

| Home   | Weeks                     | Where          |
|:-------|--------------------------:|:---------------|
| Own    | [12]{{source="register"}} | near[^table]   |
| Agency | [3]{{source="register"}}  | as in @tbl-own |

: What we counted {{#tbl-own}}

| Home | Asked                    |
|:-----|-------------------------:|
| Own  | [4]{{source="register"}} |

Those are in homes of their own.

| Home   | Answered                 |
|:-------|-------------------------:|
| Agency | [5]{{source="register"}} |

Table: What we were told

[^1]: The first note, with [5 < 6]{{source="register"}} & *stars*.

    Its second paragraph.

[^table]: A note in a table.

[^voice]: A note in a voice.
"""
CREST = f"""{SVG_OPEN}<title>{SECRET}</title><metadata>{SECRET}</metadata><style>.a{{fill:#12436d}}
</style><circle class="a" cx="40" cy="40" r="34"/><path d="M90 20h140v14H90zM90 46h100v14H90z"
fill="#801650"/></svg>"""
MAP = f"""{SVG_OPEN}<!-- {SECRET} --><path d="M20 40h200" stroke="#3d3d3d" stroke-width="4"/>
<circle cx="40" cy="40" r="12"/><circle cx="120" cy="40" r="12"/><circle cx="200" cy="40" r="12"/>
</svg>"""


def brought(folder: Path) -> Path:
    """Writes the project into ``folder`` and returns it. Nothing in it is a problem."""
    steps = Image.new("RGBA", (900, 300), (0, 0, 0, 0))
    for left in (20, 310, 600):
        steps.paste((18, 67, 109, 255), (left, 40, left + 240, 260))
    ornament = Image.linear_gradient("L").resize((500, 1500))
    logo = replaced("strategy/strategy.yml", "keywords:", "logo: crest\nkeywords:")
    files: dict[str, str | bytes | None] = {
        "strategy/pictures.yml": PICTURES,
        "strategy/pictures/crest.svg": CREST,
        "strategy/pictures/map.svg": MAP,
        "strategy/pictures/A home.jpg": photograph(6, (1800, 1200)),
        "strategy/pictures/pathway.png": saved(steps, "PNG"),
        "strategy/pictures/ornament.png": saved(ornament, "PNG"),
        "strategy/sections/30-carers.md": SECTION,
    }
    return write_project(folder, {**files, **logo})
