"""The only reader of a project: text, YAML with marks, rows of extracts, the templates that apply.

Takes a folder, returns values. Knows which files there are (`shape.py`) and nothing of what they
mean; every key, value, line of prose and cell keeps its place, so that any later room can say
where a problem is.
"""

from sufficiency.sources.audited import (
    Record,
    audited_whole,
    describe_templates,
    find_record,
    fingerprint,
)
from sufficiency.sources.cell_places import in_characters
from sufficiency.sources.csv_rows import read_csv_rows
from sufficiency.sources.lines import read_lines
from sufficiency.sources.project import MarkdownFile, Project, read_project
from sufficiency.sources.rows import Merge, Row, Rows
from sufficiency.sources.templates import (
    example_folder,
    own_headings,
    resolve_templates,
    with_word_template,
)
from sufficiency.sources.workbook import SheetChoice, is_workbook, read_workbook
from sufficiency.sources.yaml_tree import Text, YamlList, YamlMapping, parse_yaml

__all__ = [
    "MarkdownFile",
    "Merge",
    "Project",
    "Record",
    "Row",
    "Rows",
    "SheetChoice",
    "Text",
    "YamlList",
    "YamlMapping",
    "audited_whole",
    "describe_templates",
    "example_folder",
    "find_record",
    "fingerprint",
    "in_characters",
    "is_workbook",
    "own_headings",
    "parse_yaml",
    "read_csv_rows",
    "read_lines",
    "read_project",
    "read_workbook",
    "resolve_templates",
    "with_word_template",
]
