"""What an operation takes, wherever it stands: parameters and the properties of the body."""

from dataclasses import dataclass
from typing import Literal

from connector_generator.ir.api import Operation
from connector_generator.ir.types import Type


@dataclass(frozen=True, slots=True)
class Input:
    """One argument on the wire."""

    wire: str
    python: str
    location: Literal["path", "query", "header", "cookie", "querystring", "body"]
    type: Type
    required: bool


def inputs(operation: Operation) -> tuple[Input, ...]:
    """All arguments: parameters in their order, then the fields of the preferred body."""
    found = [
        Input(each.name.wire, each.name.python, each.location, each.type, each.required)
        for each in operation.parameters
    ]
    media = operation.body.media[0] if operation.body and operation.body.media else None
    found += [
        Input(each.name.wire, each.name.python, "body", each.type, each.required)
        for each in (media.fields if media else None) or ()
    ]
    return tuple(found)
