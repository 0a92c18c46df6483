"""Dates and times are texts: a count of seconds, or a text of digits, is none of them.

Pydantic takes both for seconds since 1970, in its strict mode the texts of digits.
"""

from collections.abc import Mapping
from typing import Any, cast

from pydantic_core import CoreSchema, core_schema

_Schema = dict[str, Any]

MOMENTS: Mapping[str, tuple[str, str]] = {
    "date": (r"^\d{4}-", "Input should be a valid date"),
    "datetime": (r"^\d{4}-", "Input should be a valid datetime"),
    "time": (r"^\d\d:", "Input should be in a valid time format"),
}
"""By type of core schema: how texts begin that may be one, and what to say of all others."""
_EITHER = {"date": r"^\d{4}-\d\d-\d\d$", "datetime": r"^\d{4}-\d\d-\d\d."}
"""How texts look where both are allowed: else midnight is a date, and a date is midnight."""


def from_text(schema: _Schema, pattern: str = "") -> _Schema:
    """The schema of a date or time, for texts that fit ``pattern``, else that begin like one."""
    beginning, message = MOMENTS[schema["type"]]
    text = core_schema.custom_error_schema(
        core_schema.str_schema(strict=True, pattern=pattern or beginning),
        custom_error_type="moment",
        custom_error_message=message,
    )
    return cast("_Schema", core_schema.chain_schema([text, cast("CoreSchema", schema)]))


def forms_apart(choices: list[Any]) -> list[tuple[Any, str]]:
    """Each choice of a union with the pattern of its texts; empty unless dates and date-times are
    both among them, and would overlap."""
    overlap = _EITHER.keys() <= {_type_of(each) for each in choices}
    return [(each, _EITHER.get(_type_of(each), "") if overlap else "") for each in choices]


def texts_in_order(before: list[Any], after: list[Any]) -> list[Any]:
    """The choices of a union, ``before`` as they were and ``after`` as they are now, with texts and
    moments tried in their order: by itself, pydantic takes any text for a better text than a date.
    """
    kinds = [_type_of(each) for each in before]
    if "str" not in kinds or MOMENTS.keys().isdisjoint(kinds):
        return after
    texts = [kind == "str" or kind in MOMENTS for kind in kinds]
    ordered = core_schema.union_schema(
        [each for each, is_text in zip(after, texts, strict=True) if is_text], mode="left_to_right"
    )
    return [ordered, *(each for each, is_text in zip(after, texts, strict=True) if not is_text)]


def _type_of(choice: Any) -> str:
    return cast("dict[str, str]", choice)["type"] if isinstance(choice, dict) else ""
