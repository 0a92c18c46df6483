"""Where a reply is not what the description says."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from pydantic import ValidationError


class Violation(NamedTuple):
    """One place of a reply that breaks its contract.

    ``pointer`` is a JSON pointer into the reply; ``got`` is the JSON type, never the value: a reply
    may hold what must not be logged.
    """

    pointer: str
    expected: str
    got: str


Report: TypeAlias = Callable[[Violation], None]

_JSON_TYPES: tuple[tuple[type, str], ...] = (
    (bool, "boolean"),
    (int, "integer"),
    (float, "number"),
    (str, "string"),
    (list, "array"),
    (dict, "object"),
)


def json_type(value: object) -> str:
    """The JSON name of a decoded value's type."""
    if value is None:
        return "null"
    return next((name for type_, name in _JSON_TYPES if isinstance(value, type_)), "unknown")


def append(pointer: str, token: str | int) -> str:
    """One reference token further (RFC 6901)."""
    return f"{pointer}/{str(token).replace('~', '~0').replace('/', '~1')}"


def violations_of(error: ValidationError) -> tuple[Violation, ...]:
    """The violations of a failed validation, one a place, in the order of the reply."""
    found: dict[str, Violation] = {}
    for each in error.errors(include_url=False, include_context=False):
        pointer = ""
        for token in each["loc"]:
            pointer = append(pointer, token)
        got = "missing" if each["type"] == "missing" else json_type(each["input"])
        found.setdefault(pointer, Violation(pointer, each["msg"], got))
    return tuple(found.values())


class ModelViolationError(ValueError):
    """A reply that was decoded strictly breaks its contract in these places."""

    def __init__(self, violations: tuple[Violation, ...]) -> None:
        self.violations = violations
        places = "; ".join(f"{each.pointer or '/'}: {each.expected}" for each in violations[:5])
        super().__init__(places)
