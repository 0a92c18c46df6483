"""What a run will do: the steps of the guide's ``workflow_steps``, checked before the first one."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from connector_runtime.errors import ArgumentsInvalidError
from connector_runtime.execution.arguments import copied_object, invalid
from connector_runtime.workflows import references

MOST_STEPS: Final = 100
_KEYS = ("connector", "operation", "args")


@dataclass(frozen=True, slots=True)
class Step:
    """One operation of a plan; ``number`` counts from 1, ``arguments`` may hold references."""

    number: int
    connector: str
    operation: str
    arguments: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps of a run, in order."""

    steps: tuple[Step, ...]

    @property
    def document(self) -> list[dict[str, Any]]:
        """The steps as the guide writes them; :func:`plan_of` reads them back."""
        return [
            {"connector": step.connector, "operation": step.operation, "args": dict(step.arguments)}
            for step in self.steps
        ]

    @property
    def digest(self) -> str:
        """SHA-256 (hexadecimal) of what the plan says, however its keys are ordered."""
        text = json.dumps(self.document, sort_keys=True, separators=(",", ":"), allow_nan=False)
        return hashlib.sha256(text.encode("ascii")).hexdigest()


def plan_of(workflow_steps: object, *, most: int = MOST_STEPS) -> Plan:
    """The plan of ``[{"connector": …, "operation": …, "args": {…}}, …]`` of at most ``most`` steps.

    Raises :class:`ArgumentsInvalidError` with ``details["pointer"]`` (into the list) for anything
    else, and :class:`~connector_runtime.errors.VariableSubstitutionError` for a reference to no
    earlier step.
    """
    if not isinstance(workflow_steps, list | tuple):
        raise _invalid("", "must be a list of steps")
    given = cast("list[object]", workflow_steps)
    if not given:
        raise _invalid("", "must have at least one step")
    if len(given) > most:
        raise _invalid("", f"has {len(given)} steps; the most is {most}")
    steps = tuple(_step_of(value, number) for number, value in enumerate(given, start=1))
    for step in steps:
        references.check(step.arguments, step.number)
    return Plan(steps)


def _step_of(value: object, number: int) -> Step:
    pointer = f"/{number - 1}"
    if not isinstance(value, Mapping):
        raise _invalid(pointer, 'must be an object with "connector", "operation" and "args"')
    fields = cast("Mapping[object, object]", value)
    for key in fields:
        if key not in _KEYS:
            raise _invalid(f"{pointer}/{key}", "is not a key of a step: " + ", ".join(_KEYS))
    return Step(
        number,
        _word(fields, "connector", pointer),
        _word(fields, "operation", pointer),
        copied_object(fields.get("args"), "workflow_steps", f"{pointer}/args"),
    )


def _word(fields: Mapping[object, object], key: str, pointer: str) -> str:
    word = fields.get(key)
    if not isinstance(word, str) or not word.strip():
        raise _invalid(f"{pointer}/{key}", "must be a name")
    return word


def _invalid(pointer: str, why: str) -> ArgumentsInvalidError:
    return invalid("workflow_steps", pointer, why)
