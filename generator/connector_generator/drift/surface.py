"""One side of a comparison: what a description offers to callers, from wherever it was read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from connector_generator.drift.places import Node, Place
from connector_generator.location import Location
from connector_generator.lower.naming import RESERVED_IN_MODELS, FrozenNames, allocate_members
from connector_generator.lower.reading import mapping

PREFIX = "#/components/schemas/"
Requirement = frozenset[tuple[str, frozenset[str]]]
"""Schemes with their scopes that are needed together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A security scheme."""

    kind: str
    location: str
    parameter: str
    http_scheme: str
    token_url: str
    oauth_url: str
    scopes: frozenset[str]

    @property
    def form(self) -> tuple[str, ...]:
        """How its credential is written."""
        written = (self.kind, self.location, self.parameter, self.http_scheme)
        return tuple(each for each in written if each)


def media_type(content_type: str) -> str:
    """A media type without its parameters; what is none as it is."""
    return content_type.partition(";")[0].strip().lower() or content_type


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A parameter of an operation."""

    name: str
    location: str
    python: str
    schema: Node
    required: bool = False
    serialisation: tuple[Any, ...] = ()
    deprecated: bool = False
    place: Place

    @property
    def key(self) -> str:
        """What tells a parameter from others."""
        name = self.name.lower() if self.location == "header" else self.name
        return f"{self.location} {name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A body that is sent or received: its schema by media type."""

    media: Mapping[str, Node]
    place: Place
    required: bool = False
    fields: Mapping[str, str] = field(default_factory=dict[str, str])
    """Arguments of the method by the wire names of the body's properties."""
    headers: Mapping[str, Node] = field(default_factory=dict[str, Node])


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """An operation as its callers see it."""

    method: str
    path: str
    python: str
    place: Place
    operation_id: str = ""
    tags: frozenset[str] = frozenset()
    deprecated: bool = False
    stability: str = ""
    arguments: tuple[Argument, ...] = ()
    body: Content | None = None
    replies: Mapping[str, Content] = field(default_factory=dict[str, Content])
    security: frozenset[Requirement] = frozenset()
    own_security: bool = False
    servers: tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict[str, Any])

    @property
    def request(self) -> str:
        """``GET /pets``."""
        return f"{self.method} {self.path}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A request that the vendor makes: a webhook or a callback. Whoever calls the vendor answers it."""

    kind: Literal["webhook", "callback"]
    name: str
    place: Place
    payload: Content
    answers: Mapping[str, Content] = field(default_factory=dict[str, Content])
    """By status; a built package does not keep them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """Everything that is compared. ``names`` are what a rebuild would keep."""

    label: str
    calls: tuple[Call, ...]
    schemas: Mapping[str, Node]
    classes: Mapping[str, str]
    schemes: Mapping[str, Scheme]
    servers: tuple[str, ...]
    events: tuple[Event, ...]
    error: Mapping[str, Any]
    find: Callable[[Place], Location]
    names: FrozenNames | None = None
    recorded: bool = False
    """Whether it was read from a built package, which keeps less than a description says."""
    _fields: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])

    def symbol(self, component: str, wire: str = "") -> str:
        """The class of a component, or the field of that class."""
        name = self.classes.get(component, "")
        return f"{name}.{self.field(component, wire)}" if name and wire else name

    def field(self, component: str, wire: str) -> str:
        """The attribute of a property."""
        return self.fields(component).get(wire, wire)

    def fields(self, component: str) -> dict[str, str]:
        """Attributes of a class by the wire names of properties."""
        known = self._fields.get(component)
        if known is None:
            node = self.schemas.get(component, {})
            is_record = "anyOf" not in node and "oneOf" not in node
            properties: Node = mapping(node, "properties") if is_record else {}
            names = allocate_members(tuple(properties), reserved=RESERVED_IN_MODELS)
            known = self._fields[component] = {each.wire: each.python for each in names}
        return known
