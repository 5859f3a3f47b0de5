"""What every model of the authors' YAML has in common: no unknown keys, and places.

Values arrive as ``Text`` and are typed here; the problems that pydantic finds are said in the
authors' words by ``binding``.
"""

import re
from datetime import date
from typing import Annotated, Any, TypeVar, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

from sufficiency.problems import Cause, Code, Location, Problem, suggestion
from sufficiency.sources import Text, YamlMapping
from sufficiency.sources.yaml_tree import NOWHERE
from sufficiency.tables.period import names_no_day, read_date

_LINK = re.compile(r"https?://[^\s<>|\\]+", re.IGNORECASE)

KEY_UNKNOWN = Code(
    "KEY-UNKNOWN",
    "A key is not known here",
    "A misspelt key would be left out of the strategy without a word.",
    "Correct the spelling, or move the key to where it belongs; the near miss is named.",
    "titel: Fostering",
    mended="title: Fostering",
    cause=Cause.ENTRY,
)

EntryType = TypeVar("EntryType", bound="Entry")


class Entry(BaseModel):
    """A set of keys in the authors' YAML."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    # By a factory: pydantic would copy a default for every entry, and a plan has thousands.
    _at: Location = PrivateAttr(default_factory=lambda: NOWHERE)
    _values_at: dict[str, Location] = PrivateAttr(default_factory=dict)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_places(
        cls: type[EntryType],
        data: Any,
        handler: ModelWrapValidatorHandler[EntryType],
        info: ValidationInfo,
    ) -> EntryType:
        """Notes unknown keys with their places (the rest is still read), and keeps all places."""
        if not isinstance(data, YamlMapping):
            return handler(data)
        known = {field.alias or name for name, field in cls.model_fields.items()}
        for key in data:
            if key not in known:
                message = f'the key "{key}" is not known here.'
                cast(list[Problem], info.context).append(
                    Problem(KEY_UNKNOWN, data.keys_at[key], message, suggestion(key, known))
                )
        entry = handler({key: value for key, value in data.items() if key in known})
        entry._at = data.at
        entry._values_at = data.values_at
        return entry

    def location(self, field: str | None = None) -> Location:
        """Where the value of ``field`` stands, or the entry itself where the field is left out."""
        return self._values_at.get(field, self._at) if field else self._at


def _not_blank(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("empty_text", "text is expected")
    return value


def _read_day(value: Any) -> date:
    day = read_date(value) if isinstance(value, str) else value
    if not isinstance(day, date):
        raise PydanticCustomError("day", "not a date")
    return day


def _no_day_that_is_none(value: Text) -> Text:
    if names_no_day(value):
        raise PydanticCustomError("day", "not a date")
    return value


def _checked_link(value: Text) -> Text:
    if not _LINK.fullmatch(value):
        raise PydanticCustomError("link", "not a web address")
    return value


def _checked_id(value: str) -> str:
    letters = value.replace("_", "").replace("-", "")
    if not (letters.isascii() and letters.isalnum() and value[0].isalpha() and value.islower()):
        raise PydanticCustomError("id", "not an id")
    return value


Filled = Annotated[Text, AfterValidator(_not_blank)]
"""Text that may not be blank."""

Day = Annotated[date, BeforeValidator(_read_day)]
"""A date as people write it: 31 March 2029, 31/03/2029, 2029-03-31."""

When = Annotated[Filled, AfterValidator(_no_day_that_is_none)]
"""A date or words: Summer 2027, ongoing. What looks like a date must be one."""

Link = Annotated[Filled, AfterValidator(_checked_link)]
"""The address of a page or a file on the web, with https:// or http:// before it."""

Id = Annotated[Text, AfterValidator(_checked_id)]
"""A name that other files use: small letters, digits, hyphens and underscores."""

IdKey = Annotated[str, AfterValidator(_checked_id)]
"""The same as a key that names what stands below it."""

WordKey = Annotated[str, AfterValidator(_not_blank)]
"""A word or phrase as a key."""
