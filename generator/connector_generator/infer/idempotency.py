"""Where a key can be sent that makes a repeated write harmless."""

import re
from collections.abc import Mapping
from typing import Any, Literal, cast

from connector_generator.infer.inputs import inputs
from connector_generator.ir.api import Operation
from connector_generator.ir.facts import Idempotency

_HEADER = re.compile(
    r"^(x[-_])?([a-z]+[-_])?idempoten(cy|t)([-_]?(key|token|id|request[-_]?id))?$|^paypal-request-id$",
    re.I,
)
_FIELD = re.compile(r"^(idempotency|idempotent|idempotence)[-_]?(key|token|id)$", re.I)
_SAFE = frozenset({"GET", "HEAD", "OPTIONS", "QUERY"})
_EXTENSION = "x-connector-idempotency"


def idempotency(
    operation: Operation, extensions: Mapping[str, Any], connector: Mapping[str, Any]
) -> Idempotency | None:
    """Declared for the operation, else found in it, else declared for all writes of the document."""
    if operation.http_method.upper() in _SAFE or extensions.get(_EXTENSION) is False:
        return None
    if declared := _declared(extensions.get(_EXTENSION), "the operation says so"):
        return declared
    found = _found(operation)
    if found is None and operation.http_method.upper() in {"POST", "PATCH"}:
        return _declared(connector.get(_EXTENSION), "the document says so of all writes")
    return found


def _declared(value: Any, evidence: str) -> Idempotency | None:
    """A header's name, or ``{header: …}`` or ``{body: …}`` or ``{location: …, field: …}``."""
    said = f"{_EXTENSION}: {evidence}"
    if isinstance(value, str) and value:
        return Idempotency("header", value, (said,))
    if not isinstance(value, Mapping):
        return None
    entries = cast("Mapping[str, Any]", value)
    locations: tuple[Literal["header", "body"], ...] = ("header", "body")
    for location in locations:
        if isinstance(entries.get(location), str):
            return Idempotency(location, entries[location], (said,))
        if entries.get("location") == location and isinstance(entries.get("field"), str):
            return Idempotency(location, entries["field"], (said,))
    return None


def _found(operation: Operation) -> Idempotency | None:
    for each in inputs(operation):
        if each.location == "header" and _HEADER.match(each.wire):
            return Idempotency("header", each.wire, (f"it takes the header {each.wire}",))
        if each.location == "body" and _FIELD.match(each.wire):
            return Idempotency("body", each.wire, (f"its body has {each.wire}",))
    return None
