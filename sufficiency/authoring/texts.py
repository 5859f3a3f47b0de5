"""The texts that the tool writes for authors, from the files in ``starter`` and ``new``.

Remarks about keys are the descriptions of the content models, so that what a new file says of a
key, what the JSON Schemas say and what the model holds cannot part.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from pydantic import BaseModel

from sufficiency.authoring.yaml_text import scalar
from sufficiency.content import Action, DocumentEntry, Need, Priority, Strategy, SuccessMeasure

_FOLDER = Path(__file__).parent
STARTER = _FOLDER / "starter"
_ENDING = ".j2"
_MODELS: tuple[type[BaseModel], ...] = (
    Strategy,
    DocumentEntry,
    Priority,
    Action,
    SuccessMeasure,
    Need,
)


def starter_files(values: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Every file of the starter, by its path in a project, with the answers filled in."""
    for path in sorted(each for each in STARTER.rglob("*") if each.is_file()):
        name = path.relative_to(STARTER).as_posix()
        if name.endswith(_ENDING):
            text = _environment().get_template(f"starter/{name}").render(values)
            yield name.removesuffix(_ENDING), text.encode()
        else:
            yield name, path.read_bytes()


def new_file(name: str, values: Mapping[str, Any]) -> str:
    """A new section or priority: the text of ``new/<name>.j2`` with its values filled in."""
    return _environment().get_template(f"new/{name}{_ENDING}").render(values)


def descriptions(model: type[BaseModel]) -> dict[str, str]:
    """What each key of a model is, as authors write the key."""
    return {
        field.alias or name: field.description or "" for name, field in model.model_fields.items()
    }


@cache
def _environment() -> jinja2.Environment:
    """Values stand between << and >>, since braces belong to the authors' own texts."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_FOLDER),
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        comment_start_string="<#",
        comment_end_string="#>",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["yaml"] = scalar
    environment.filters["csv"] = _csv_cell
    environment.globals["about"] = {model.__name__: descriptions(model) for model in _MODELS}
    return environment


def _csv_cell(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"' if doubled != text or "," in text else text
