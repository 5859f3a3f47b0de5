"""A project with many kinds of problems, as every report must be able to tell them."""

from pathlib import Path

from sufficiency import pipeline
from sufficiency.outputs import Cache
from sufficiency.problems import Findings
from tests.a_project import SOUND, write_project

CHILD = "Ambleford,31 March 2019,in care,a boy of nine"
"""A row that may be about one child, in an extract that is not published."""

CHANGES: dict[str, str | bytes | None] = {
    # Cannot be read at all, so that nothing that names a need is told.
    "strategy/needs.yml": 'boxes: "carers',
    "strategy/references.yml": SOUND["strategy/references.yml"] + "    titel: Café <b>£60</b>\n",
    "strategy/facts.yml": SOUND["strategy/facts.yml"].replace("Own carers", "Own carer"),
    "strategy/glossary.yml": 'glossary:\n  home: {term: "日本 [c], %, ::", meanin: x}\n',
    "strategy/sections/40-long.md": (
        "---\ntitle: Long\n---\n"
        + "words " * 60
        + "{{ nobody }} "
        + "words " * 60
        + "\n\n<script>alert('x')</script> and \x1b[31mred\n"
    ),
    "strategy/sections/50-homes & more #2.md": "---\ntitle: Homes\n---\nText.\n",
    "data/children.csv": SOUND["data/children.csv"].replace("fostered,45", '"fostered",many'),
    "data/catalogue.yml": SOUND["data/catalogue.yml"]
    + """\
  records:
    file: records.csv
    title: Case records
    publisher: Ambleford Council
    licence: none
    as_at: 31 March 2019
    release: protect
    columns:
      council: {type: text}
      children: {type: count}
""",
    "data/records.csv": f"council,date,measure,children\n{CHILD}\n",
}


def find_many(folder: Path) -> Findings:
    """What is found in the project when it is written into the folder."""
    root = write_project(folder / "project", CHANGES)
    _, problems = pipeline.understand(root, cache=Cache(folder / "cache"))
    return pipeline.find_lines(root, problems)
