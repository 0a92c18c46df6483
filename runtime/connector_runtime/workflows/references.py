"""What a step takes from earlier steps: ``${step_1.name}`` in any string of its arguments.

A reference that is a whole string becomes the value itself, whatever its type; among other text it
becomes text (a string as it is, anything else as JSON). ``${step_1}`` is the whole result,
``${step_1.items[0].id}`` and ``${step_1.items.0.id}`` reach into it. ``$${`` stands for a literal
``${``. What comes out of a result is never read for references again.
"""

import copy
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from connector_runtime.client.pointers import MISSING
from connector_runtime.errors import VariableSubstitutionError

_TOKEN = re.compile(
    r"""
      (?P<escaped>\$\$\{)
    | \$\{step_(?P<step>0|[1-9][0-9]{0,8})(?P<path>(?:\.[^.\[\]{}$]+|\[[0-9]{1,9}\])*)\}
    | (?P<malformed>\$\{\s*(?i:step)(?![a-zA-Z]))
    | (?P<swapped>\{\$\s*(?i:step)_?[0-9])
    """,
    re.VERBOSE,
)
_PART = re.compile(r"\.(?P<name>[^.\[]+)|\[(?P<index>[0-9]+)\]")
_MOST_SHOWN = 60
"""Characters of a malformed reference that an error repeats."""
_MOST_NAMED = 20
"""Fields that an error lists."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a string stands: of which step, and where in its arguments."""

    step: int
    pointer: str

    def error(self, reference: str, reason: str, **more: Any) -> VariableSubstitutionError:
        place = {"step": self.step, "reference": reference, "pointer": self.pointer}
        return VariableSubstitutionError(details={**place, "reason": reason, **more})


def check(arguments: Mapping[str, Any], step: int) -> None:
    """Whether every reference in the arguments of step number ``step`` is to an earlier step.

    Whether the fields exist is known when the earlier step has run. Raises
    :class:`VariableSubstitutionError` with ``details`` step, reference, pointer (RFC 6901, into
    the arguments) and reason.
    """
    for pointer, text in _strings(arguments, ""):
        for found in _TOKEN.finditer(text):
            _number_of(found, _Place(step, pointer))


def substitute(
    arguments: Mapping[str, Any], results: Mapping[int, Any], step: int
) -> dict[str, Any]:
    """The arguments of step number ``step`` with the results (by step number) put in.

    Nothing given is changed, nothing of it is shared. Raises :class:`VariableSubstitutionError`
    for a reference to what is not there.
    """
    return {
        key: _filled(value, results, _Place(step, _below("", key)))
        for key, value in arguments.items()
    }


def _filled(value: Any, results: Mapping[int, Any], place: _Place) -> Any:
    if isinstance(value, str):
        return _filled_text(value, results, place)
    if isinstance(value, Mapping):
        fields = cast("Mapping[str, Any]", value)
        return {
            key: _filled(item, results, _Place(place.step, _below(place.pointer, key)))
            for key, item in fields.items()
        }
    if isinstance(value, list | tuple):
        items = cast("list[Any]", value)
        return [
            _filled(item, results, _Place(place.step, _below(place.pointer, index)))
            for index, item in enumerate(items)
        ]
    return value


def _filled_text(text: str, results: Mapping[int, Any], place: _Place) -> Any:
    alone = _TOKEN.fullmatch(text)
    if alone is not None and not alone["escaped"]:
        return copy.deepcopy(_value_of(alone, results, place))
    return _TOKEN.sub(
        lambda found: "${" if found["escaped"] else _text_of(_value_of(found, results, place)),
        text,
    )


def _value_of(found: re.Match[str], results: Mapping[int, Any], place: _Place) -> Any:
    number = _number_of(found, place)
    if number not in results:
        raise place.error(found[0], f"step {number} has no result")
    value: Any = results[number]
    reached = f"step_{number}"
    for part in _PART.finditer(found["path"]):
        inner = _inside(value, part)
        if inner is MISSING:
            lacks = f"{reached} has no {part[0].lstrip('.')!r}"
            raise place.error(found[0], lacks, **_there(value))
        value, reached = inner, reached + part[0]
    return value


def _inside(value: Any, part: re.Match[str]) -> Any:
    name, index = part["name"], part["index"]
    if isinstance(value, Mapping) and name is not None:
        return cast("Mapping[str, Any]", value).get(name, MISSING)
    place = str(name if index is None else index)
    if isinstance(value, list) and place.isascii() and place.isdigit() and len(place) < 10:
        items = cast("list[Any]", value)
        return items[int(place)] if int(place) < len(items) else MISSING
    return MISSING


def _there(value: Any) -> dict[str, Any]:
    """What can be referred to instead: names of fields, or how long a list is."""
    if isinstance(value, Mapping):
        return {"fields": sorted(cast("Mapping[str, Any]", value))[:_MOST_NAMED]}
    if isinstance(value, list):
        return {"length": len(cast("list[Any]", value))}
    return {}


def _number_of(found: re.Match[str], place: _Place) -> int:
    """The step that a match refers to; 0 for a literal."""
    if found["escaped"]:
        return 0
    if found["malformed"] or found["swapped"]:
        shown = found.string[found.start() :].partition("}")
        raise place.error(
            (shown[0] + shown[1])[:_MOST_SHOWN],
            "it is no reference; one looks like ${step_1.field}, a literal like $${step_1.field}",
        )
    number = int(found["step"])
    if not 1 <= number < place.step:
        least = "there is none before step 1" if place.step == 1 else f"1 to {place.step - 1}"
        raise place.error(found[0], f"step {place.step} can refer to earlier steps only: {least}")
    return number


def _text_of(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _strings(value: Any, pointer: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, Mapping):
        for key, item in cast("Mapping[str, Any]", value).items():
            yield from _strings(item, _below(pointer, key))
    elif isinstance(value, list | tuple):
        for index, item in enumerate(cast("list[Any]", value)):
            yield from _strings(item, _below(pointer, index))


def _below(pointer: str, key: str | int) -> str:
    return f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}"
