"""The raw differences that comparing finds, before anything is judged or grouped."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from connector_generator.drift.places import Place


class Direction(StrEnum):
    """Who sends what changed."""

    REQUEST = "request"
    RESPONSE = "response"
    NONE = "none"


class Relation(StrEnum):
    """What the new side allows, compared with the old one."""

    NARROWED = "narrowed"
    WIDENED = "widened"
    CHANGED = "changed"

    @property
    def mirrored(self) -> "Relation":
        """The relation read from the other side."""
        return _MIRRORED[self]


_MIRRORED = {
    Relation.NARROWED: Relation.WIDENED,
    Relation.WIDENED: Relation.NARROWED,
    Relation.CHANGED: Relation.CHANGED,
}


class Spot(StrEnum):
    """What kind of place a difference is found in; the stem of its id."""

    BODY = "body"
    PROPERTY = "property"
    PARAMETER = "parameter"
    HEADER_PARAMETER = "header-parameter"
    PARAMETER_PROPERTY = "parameter-property"
    HEADER_PROPERTY = "header-property"
    HEADER = "header"
    OPERATION = "operation"
    DOCUMENT = "document"

    @property
    def inner(self) -> "Spot":
        """The kind of place of a property below."""
        return _INNER.get(self, self)


_INNER = {
    Spot.BODY: Spot.PROPERTY,
    Spot.PARAMETER: Spot.PARAMETER_PROPERTY,
    Spot.HEADER_PARAMETER: Spot.HEADER_PROPERTY,
    Spot.HEADER: Spot.PROPERTY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference. ``soft`` where a side that minds it can hardly be thought of."""

    aspect: str
    action: str
    relation: Relation
    direction: Direction = Direction.NONE
    spot: Spot = Spot.OPERATION
    old: Place | None = None
    new: Place | None = None
    before: Any = None
    after: Any = None
    subject: str = ""
    symbol: str = ""
    required: bool = False
    default: bool = False
    deprecated: bool = False
    soft: bool = False


@dataclass(slots=True)
class Unit:
    """What was compared once: an operation, or a pair of components in one direction."""

    changes: list[Change] = field(default_factory=list[Change])
    links: list["Unit"] = field(default_factory=list["Unit"])
    noted: set[str] = field(default_factory=set[str])
