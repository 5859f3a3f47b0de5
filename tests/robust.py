"""Projects at the edges of what councils write: very long, very wide, very many, none at all.

Each function gives the changes that make such a project of the sound one.
"""

from collections.abc import Mapping

from tests.a_project import SOUND, replaced

Files = Mapping[str, str | bytes | None]

WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 2
COUNCIL = (
    "Royal Metropolitan Borough and City of Greater Ambleford, Briarton-upon-Sea, Copseham Magna"
    " and the Hundred of Netherwick"
)
CAPTION = (
    "Recruiting, preparing, accommodating and accompanying fostering households of Ambleford costs "
    "less throughout comparable accounting period than commissioning "
    "independent fostering agencies, supported accommodation, semi-independent provision or "
    "residential establishments, notwithstanding inflation, administrative overheads, "
    "safeguarding responsibilities, neighbouring arrangements and unpredictable "
    "emergency placements"
)
WELSH = "Cyngor Sir Dŵr-y-Tŷ"
ARABIC, HEBREW = "محمد العلي", "יוסף כהן"
PROSE = (
    "We look after children well when they live near their schools, their friends and the people "
    "who love them. Each home is found for one child at a time, and each plan says why."
)
FIGURE = """
  long-caption:
    kind: table
    headline: {caption}
    indicator: weekly_cost
    across: home
"""

SAID = ("none", "few", "some", "many", "most", "all", "[c]")
"""What cells of authors' own tables hold: a typed number would have to name its source."""


def long_words() -> Files:
    """Long names wherever one is printed, a word that has no place to break, deep headings."""
    strategy = SOUND["strategy/strategy.yml"].replace("Ambleford Council", COUNCIL)
    strategy = strategy.replace("title: Placement", f"title: {WORD} placement", 1)
    plan = SOUND["strategy/priorities/1-fostering.yml"]
    plan = plan.replace("owner: Head of Fostering", f"owner: Head of {WORD}")
    plan = plan.replace("title: Grow fostering", f"title: Grow fostering in {WORD}")
    deep = "".join(f"\n{'#' * level} {WORD} at level {level}\n\n{PROSE}\n" for level in range(2, 4))
    return {
        "strategy/strategy.yml": strategy,
        "strategy/priorities/1-fostering.yml": plan,
        "strategy/sections/30-carers.md": SOUND["strategy/sections/30-carers.md"]
        + f"\n{WORD}\n\n- {WORD}\n\n| {WORD} | Homes |\n|:--|--:|\n| {WORD} | none |\n\n: {WORD}\n"
        + '\n{{ table("long-caption") }}\n'
        + deep,
        "strategy/figures.yml": SOUND["strategy/figures.yml"] + FIGURE.format(caption=CAPTION),
        **replaced("data/costs.csv", "Agency carers", WORD),
        **replaced("strategy/facts.yml", "Agency carers", WORD),
    }


def many_actions() -> Files:
    """A priority with 40 actions, each with all that an action may say."""
    actions = "".join(
        f"  - strand: {('strategic', 'operational')[number % 2]}\n    text: {PROSE}\n"
        f"    owner: Head of Fostering and of Homes\n    due: Summer 2020\n"
        "    needs: [local_carers]\n"
        for number in range(38)
    )
    plan = SOUND["strategy/priorities/1-fostering.yml"]
    return {"strategy/priorities/1-fostering.yml": plan.replace("success_", f"{actions}success_")}


def large_tables() -> Files:
    """A table of 300 rows from the data, and authors' own of 12 and of 30 columns."""
    rows = "".join(f"Home {number} of our own,{500 + number}\n" for number in range(1, 299))
    wide = "\n".join(_wide_table(columns) for columns in (12, 30))
    return {
        "data/costs.csv": SOUND["data/costs.csv"] + rows,
        "strategy/sections/30-carers.md": SOUND["strategy/sections/30-carers.md"] + wide,
    }


def _wide_table(columns: int) -> str:
    heads = ["Kind of home", *(f"Band {number}" for number in range(1, columns))]
    lines = [
        [
            f"Kind {'abcde'[row - 1]}",
            *(SAID[row * number % len(SAID)] for number in range(1, columns)),
        ]
        for row in range(1, 6)
    ]
    body = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
    head = f"| {' | '.join(heads)} |\n|:--|{'--:|' * (columns - 1)}"
    return f"\n{head}\n{body}\n\n: Homes in each band {{#tbl-wide-{columns}}}\n"


def many_sections() -> Files:
    """60 sections more, one of them of twenty pages."""
    sections = {
        f"strategy/sections/{number}-part-{number}.md": "---\n"
        f"title: Part {number} of our strategy\n---\n{PROSE}\n"
        for number in range(40, 100)
    }
    long = "\n\n".join([PROSE] * 400)
    return sections | {"strategy/sections/39-long.md": f"---\ntitle: All of it\n---\n{long}\n"}


def next_to_nothing() -> Files:
    """One section: no priority, no figure, no table, no fact, no number."""
    only = f"---\ntitle: Summary\n---\n{PROSE}\n"
    needed = ("strategy/strategy.yml", "data/catalogue.yml", "data/indicators.yml")
    strategy = SOUND["strategy/strategy.yml"].partition("control:")[0]
    return {
        **dict.fromkeys(path for path in SOUND if path not in needed),
        "strategy/strategy.yml": strategy.partition("comparators:")[0]
        + "documents:\n  strategy:\n    title: Placement sufficiency strategy\n",
        "strategy/sections/10-summary.md": only,
        "data/catalogue.yml": "extracts: {}\n",
        "data/indicators.yml": "indicators: {}\n",
    }


def other_letters() -> Files:
    """Welsh names, and Arabic and Hebrew ones among English words, slanted and bold ones too."""
    names = f"Her carers are {ARABIC} and {HEBREW} (of {WELSH}); *{ARABIC}*, **{HEBREW}** say so."
    strategy = SOUND["strategy/strategy.yml"].replace("Ambleford Council", WELSH)
    carers = SOUND["strategy/sections/30-carers.md"]
    return {
        "strategy/strategy.yml": strategy.replace("Briarton", ARABIC).replace("Copseham", "Tŷ Dŵr"),
        "data/children.csv": SOUND["data/children.csv"]
        .replace("Briarton", ARABIC)
        .replace("Copseham", "Tŷ Dŵr"),
        "strategy/sections/30-carers.md": carers.replace(
            "## What carers say", f"## Beth mae {ARABIC} yn ei ddweud: ŵ, ŷ, Ŵ, Ŷ\n\n{names}"
        ),
        **replaced("strategy/priorities/1-fostering.yml", "Head of Fostering", f"{ARABIC}, Head"),
        **replaced("data/costs.csv", "Own carers", HEBREW),
        **replaced("strategy/facts.yml", "Own carers", HEBREW),
    }


PROJECTS = {
    made.__name__: made
    for made in (
        long_words,
        many_actions,
        large_tables,
        many_sections,
        next_to_nothing,
        other_letters,
    )
}
