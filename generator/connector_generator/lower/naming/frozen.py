"""Names that were given in an earlier build, as the lock file keeps them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast


@dataclass(frozen=True, slots=True)
class FrozenOperation:
    """The two names of one operation: ``method`` is its method path, dotted."""

    name: str
    method: str


@dataclass(frozen=True, slots=True)
class FrozenNames:
    """All names of a connector: operations by key, class names by component key."""

    operations: Mapping[str, FrozenOperation] = field(default_factory=dict[str, FrozenOperation])
    types: Mapping[str, str] = field(default_factory=dict[str, str])


def frozen_to_json(frozen: FrozenNames) -> dict[str, Any]:
    """Plain data for the lock file."""
    return {
        "operations": {
            key: {"name": each.name, "method": each.method}
            for key, each in sorted(frozen.operations.items())
        },
        "types": dict(sorted(frozen.types.items())),
    }


def frozen_from_json(data: Mapping[str, Any]) -> FrozenNames:
    """What :func:`frozen_to_json` wrote; entries that are no names are ignored."""
    operations = _section(data, "operations")
    types = _section(data, "types")
    return FrozenNames(
        {
            key: FrozenOperation(each["name"], each["method"])
            for key, each in operations.items()
            if _are_names(each)
        },
        {key: name for key, name in types.items() if isinstance(name, str) and name.isidentifier()},
    )


def _section(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = data.get(name)
    return cast("Mapping[str, Any]", value) if isinstance(value, Mapping) else {}


def _are_names(entry: Any) -> bool:
    if not isinstance(entry, Mapping):
        return False
    entries = cast("Mapping[str, Any]", entry)
    name, method = entries.get("name"), entries.get("method")
    return (
        isinstance(name, str)
        and isinstance(method, str)
        and name.isidentifier()
        and all(part.isidentifier() for part in method.split("."))
    )
