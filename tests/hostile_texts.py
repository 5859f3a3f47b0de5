"""Texts that would do something if anything took them for more than text, in every text place.

Each place of the sound project that an author fills gets a mark of its own and some of the texts,
so that a test can find them there in every format.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.a_project import SOUND, write_project

TEXTS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<b onclick='x()'>y</b> </style></title>",
    "&lt;i&gt; &amp; &#60; &nbsp;",
    "[a](javascript:alert(1))",
    "![a](/etc/passwd) ![b](https://example.org/b.png)",
    "<https://example.org> https://example.org",
    '#read("/etc/passwd")',
    '#panic() #let a = 1; #link("x")[y]',
    "$x^2$ $$y$$ £5 $6 to $7",
    r"\input{/etc/passwd} \newpage \u0041",
    "*a* _b_ **c** ~~d~~ ~e~ ^f^",
    "`a` ```b``` `c`{=html}",
    "| a | b |",
    "@fig-in-care @sec-fostering [@register]",
    "[^1] ^[note] x {.smallcaps} y {source=none}",
    "::: {.we-need} ::: {.landscape #id}",
    '=HYPERLINK("https://example.org")',
    "+1+1 -1+1 @SUM(A1)",
    r'HYPERLINK "x" \* MERGEFORMAT { INCLUDETEXT "x" }',
    "<!-- a --> <w:p/> ]]> <![CDATA[ x",
    "# a 1. b - c > d (e) f :smile:",
    "%USERPROFILE% ${HOME} $HOME",
    "::error file=x::y //example.org/x",
)
"""As an author types them and as every format must show them."""
ONLY_IN_DATA = ("{{ cic_now }} {{ 9 * 9 }}", "{% raw %} {{< env HOME >}} {## a ##} {# a #} [x]{.y}")
"""What is an expression, or a fault, in a text of the YAML, and a text like any other in data."""
AT_ONCE = 6
BUILDS = len(TEXTS) // AT_ONCE


def texts_of(build: int, place: int, *, is_data: bool = False) -> str:
    """Some of the texts, others in each of the builds: in all of them together, every one."""
    texts = TEXTS + (ONLY_IN_DATA if is_data else ())
    first = (build + place) % BUILDS * AT_ONCE
    chosen = [*texts[first : first + AT_ONCE], *(ONLY_IN_DATA if is_data else ())]
    return f"Q{place}Q " + " ".join(chosen)


class _Places:
    """Gives each place its text, and remembers it."""

    def __init__(self, build: int) -> None:
        self.build, self.texts = build, {}  # type: int, dict[str, str]

    def plain(self, name: str, *, is_data: bool = False) -> str:
        """The text of a place."""
        text = texts_of(self.build, len(self.texts) + 1, is_data=is_data)
        return self.texts.setdefault(name, text)

    def yaml(self, name: str, *, is_data: bool = False) -> str:
        """The same as YAML: in single quotation marks."""
        text = self.plain(name, is_data=is_data)
        return "'" + text.replace("'", "''") + "'"

    def csv(self, name: str) -> str:
        """The same as a cell."""
        return '"' + self.plain(name, is_data=True).replace('"', '""') + '"'


def hostile_project(folder: Path, build: int) -> tuple[Path, Mapping[str, str]]:
    """Writes the project; returns it with the text that stands in each place, by its name."""
    places = _Places(build)
    files: dict[str, str | bytes | None] = dict(_files(places))
    return write_project(folder, files), places.texts


def _files(at: _Places) -> Iterator[tuple[str, str]]:
    yield "strategy/strategy.yml", _strategy(at)
    yield (
        "strategy/needs.yml",
        SOUND["strategy/needs.yml"]
        .replace("    needs:\n", f"    heading: {at.yaml('box heading')}\n    needs:\n")
        .replace("more carers near home", at.yaml("need")),
    )
    yield "strategy/priorities/1-fostering.yml", _priority(at)
    yield (
        "strategy/glossary.yml",
        (f"glossary:\n  a:\n    term: {at.yaml('term')}\n    meaning: {at.yaml('meaning')}\n"),
    )
    yield (
        "strategy/gaps.yml",
        (f"gaps:\n  a:\n    title: {at.yaml('gap title')}\n    why: {at.yaml('gap why')}\n"),
    )
    yield (
        "strategy/lists.yml",
        (
            f"lists:\n  aims:\n    groups:\n      - title: {at.yaml('group')}\n        items:\n"
            f"          - title: {at.yaml('item title')}\n            text: {at.yaml('item')}\n"
        ),
    )
    yield (
        "strategy/references.yml",
        (
            f"references:\n  register:\n    title: {at.yaml('reference', is_data=True)}\n"
            f"    publisher: {at.yaml('publisher', is_data=True)}\n"
            f"    date: {at.yaml('date', is_data=True)}\n"
        ),
    )
    yield "strategy/sections/30-carers.md", _section(at)
    yield (
        "strategy/facts.yml",
        SOUND["strategy/facts.yml"].replace(
            "    where: {home: Agency carers}\n",
            f"    where: {{home: {at.yaml('home', is_data=True)}}}\n"
            f"    label: {at.yaml('fact label', is_data=True)}\n",
        ),
    )
    yield (
        "strategy/figures.yml",
        SOUND["strategy/figures.yml"]
        .replace("We look after {{ cic_now }} children", at.yaml("chart caption"))
        .replace("Our own carers cost least", at.yaml("table caption"))
        .replace("Averages of a year.", at.yaml("figure note")),
    )
    yield (
        "data/catalogue.yml",
        SOUND["data/catalogue.yml"].replace(
            "title: Costs of homes\n    publisher: Ambleford Council\n    licence: Open",
            f"title: {at.yaml('extract', is_data=True)}\n"
            f"    publisher: {at.yaml('extract publisher', is_data=True)}\n"
            f"    licence: {at.yaml('licence', is_data=True)}",
        ),
    )
    yield (
        "data/indicators.yml",
        SOUND["data/indicators.yml"].replace(
            "label: Children in foster homes", f"label: {at.yaml('indicator', is_data=True)}"
        ),
    )
    home = '"' + at.texts["home"].replace('"', '""') + '"'
    yield "data/costs.csv", f"home,pounds\nOwn carers,675\n{home},936\n{at.csv('row')},940\n"


def _strategy(at: _Places) -> str:
    lines = SOUND["strategy/strategy.yml"]
    for old, name in (
        ("council_name: Ambleford Council", "council_name"),
        ("description: How Ambleford finds homes for its children.", "description"),
        ("  operational: Operational", "  operational"),
    ):
        key = old.partition(":")[0]
        lines = lines.replace(old, f"{key}: {at.yaml(name)}")
    lines = lines.replace("[fostering, homes]", f"[{at.yaml('keyword')}]")
    lines = lines.replace(
        "    title: Placement sufficiency strategy\n", f"    title: {at.yaml('document title')}\n"
    )
    lines = lines.replace(
        "{item: Owner, entry: Head of Commissioning}",
        f"{{item: {at.yaml('control item')}, entry: {at.yaml('control entry')}}}",
    )
    return lines + (
        f"notice: {at.yaml('notice')}\naction_plan_title: {at.yaml('plan title')}\n"
        f"priority_noun: {at.yaml('noun')}\nmeasures_heading: {at.yaml('measures heading')}\n"
        f"themes: {{near: {{label: {at.yaml('theme')}, text: {at.yaml('theme text')}}}}}\n"
    )


def _priority(at: _Places) -> str:
    return f"""\
number: 1
theme: near
title: {at.yaml("priority")}
why: {at.yaml("why")}
actions:
  - strand: operational
    text: {at.yaml("action")}
    needs: [local_carers]
    owner: {at.yaml("owner")}
    due: {at.yaml("due")}
success_measures:
  - text: {at.yaml("measure")}
    evidence: {at.yaml("evidence")}
    baseline: {at.yaml("baseline")}
    target: {at.yaml("target")}
"""


def _section(at: _Places) -> str:
    return f"""\
---
title: {at.yaml("section title")}
parent: fostering
---
A home with our own carers costs {{{{ cost_gap | amount }}}} a week less than {{{{ agency_week }}}}.

::: {{.voice consent="survey-14" by="Young person, *15* #y $z$"}}
Ask us.
:::

{{{{ list("aims") }}}}

{{{{ we_need("carers") }}}}
"""
