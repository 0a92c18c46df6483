"""The operation table as the runtime reads it: one frozen value per operation.

The table is data beside the generated code (``operations.jsonl``, one JSON object a line). Absent
keys mean the default of the field of the same name here. The values are named tuples: six frozen
dataclasses would cost a program seven milliseconds before its first call.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from connector_runtime.client.connector import Connector

_NONE: Mapping[str, Any] = MappingProxyType({})


class Parameter(NamedTuple):
    """One parameter on the wire (OpenAPI 3.2, Parameter Object).

    ``name`` is the Python argument, ``wire`` the name in the request. With ``content_type`` the
    value is serialised as that media type, and ``style`` does not count.
    """

    name: str
    wire: str
    location: str
    """``path``, ``query``, ``header``, ``cookie`` or ``querystring``."""
    required: bool = False
    style: str = "form"
    explode: bool = True
    allow_reserved: bool = False
    content_type: str = ""
    schema: Mapping[str, Any] = _NONE
    description: str = ""
    deprecated: bool = False
    client_parameter: bool = False


class Encoding(NamedTuple):
    """How one property of a form or multipart body is sent (OpenAPI 3.2, Encoding Object).

    Without a style the media type decides, which is JSON for objects if it is not given either.
    """

    content_type: str = ""
    style: str = ""
    explode: bool = True
    allow_reserved: bool = False


class BodyMedia(NamedTuple):
    """One media type of a request body.

    ``fields`` maps Python arguments to the wire names of the body's properties; when it is None the
    body is one argument called ``body``.
    """

    content_type: str
    kind: str
    """``json``, ``form``, ``multipart``, ``text``, ``binary`` or ``xml``."""
    schema: Mapping[str, Any] = _NONE
    fields: Mapping[str, str] | None = None
    encodings: Mapping[str, Encoding] = _NONE


class Body(NamedTuple):
    """A request body; the first media is sent unless ``CallOptions.content_type`` names another."""

    required: bool = False
    media: tuple[BodyMedia, ...] = ()


class ReplyMedia(NamedTuple):
    """One media type of a reply; ``model`` is an annotation in the models' namespace."""

    content_type: str
    kind: str
    """``json``, ``text``, ``binary``, ``sse``, ``jsonl``, ``xml`` or ``empty``."""
    model: str = ""
    item_model: str = ""
    """Of a stream: the model of one item; empty: ``model``."""
    whole_events: bool = False
    """Of server-sent events: items are events with ``event``, ``data`` and ``id`` (OpenAPI 3.2), not
    only what their ``data`` says."""
    schema: Mapping[str, Any] = _NONE
    example: Any = None


class Operation(NamedTuple):
    """Everything known about one operation.

    ``replies`` and ``errors`` are by status: ``200``, ``2XX``, ``default``. ``security`` is any of
    (all of): each requirement maps scheme names to scopes; None means the connector's default.
    """

    name: str
    method_path: str
    """What a programmer types: ``customers.create``."""
    method: str
    path: str
    summary: str = ""
    description: str = ""
    docs_url: str = ""
    deprecated: bool = False
    tags: tuple[str, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    replies: Mapping[str, tuple[ReplyMedia, ...]] = _NONE
    errors: Mapping[str, tuple[ReplyMedia, ...]] = _NONE
    reply_headers: Mapping[str, Mapping[str, Mapping[str, Any]]] = _NONE
    """By status and name: ``schema``, and whether it is ``required``."""
    security: tuple[Mapping[str, tuple[str, ...]], ...] | None = None
    servers: tuple[Mapping[str, Any], ...] = ()
    complexity: int = 4
    """1 read, 2 draft, 3 write, 4 critical."""
    evidence: tuple[str, ...] = ()
    read_only: bool = False
    destructive: bool = False
    idempotent: bool = False
    reversible_by: str = ""
    pagination: Mapping[str, Any] | None = None
    """Strategy and places, as ``connector_generator.ir.facts.Pagination`` says."""
    idempotency: Mapping[str, str] | None = None
    """``{"location": "header" | "body", "field": wire name}``."""
    stream: str = ""
    stream_parameter: str = ""
    timeout: float | None = None
    """Seconds for one attempt, where the operation needs its own."""
    retry: Mapping[str, Any] = _NONE
    """Settings of a ``ResiliencePolicy`` that the operation needs."""
    rate_limit: Mapping[str, Any] = _NONE
    """``rate`` and ``burst``; with ``scope`` "operation" its requests are counted apart."""
    error: Mapping[str, Any] | None = None
    """Error shape: JSON pointers ``code``, ``message``; ``when_pointer``, ``when_value``."""
    probe: bool = False
    domain: Mapping[str, Any] = _NONE
    """``x-connector-domain``: arguments and result in other words than the vendor's."""
    scopes: tuple[str, ...] = ()
    secret_pointers: tuple[str, ...] = ()
    personal_pointers: tuple[str, ...] = ()
    amount_pointers: tuple[str, ...] = ()
    bulk_pointers: tuple[str, ...] = ()
    pointer: str = ""
    """Where it stands in the document (JSON pointer)."""
    connector: "Connector | None" = None
    """Whose operation it is; the schemas refer to its components."""

    def example_arguments(self, seed: int = 0) -> dict[str, Any]:
        """Arguments that a call of the operation needs, by Python name, made from the schemas.

        The same seed gives the same arguments. They are JSON values; files are bytes.
        """
        from connector_runtime.client.values import example_arguments

        if self.connector is None:
            raise LookupError(f"{self.name} belongs to no connector")
        return example_arguments(self, self.connector, seed)

    def argument_of(self, wire: str) -> str:
        """The Python name of a parameter or body field; the wire name itself where there is none."""
        for parameter in self.parameters:
            if parameter.wire == wire:
                return parameter.name
        for media in self.body.media if self.body else ():
            for name, field in (media.fields or {}).items():
                if field == wire:
                    return name
        return wire


def _replies(items: Mapping[str, Any]) -> dict[str, tuple[ReplyMedia, ...]]:
    return {
        status: tuple(ReplyMedia(**media) for media in replies) for status, replies in items.items()
    }


def _body_media(item: dict[str, Any]) -> BodyMedia:
    encodings = {name: Encoding(**each) for name, each in item.pop("encodings", {}).items()}
    return BodyMedia(**item, encodings=encodings)


def _body(item: Mapping[str, Any]) -> Body:
    media = tuple(_body_media(each) for each in item.get("media", ()))
    return Body(required=item.get("required", False), media=media)


_TUPLES = (
    "tags",
    "servers",
    "evidence",
    "scopes",
    "secret_pointers",
    "personal_pointers",
    "amount_pointers",
    "bulk_pointers",
)


def operation_from_json(line: Mapping[str, Any], connector: "Connector | None" = None) -> Operation:
    """One line of ``operations.jsonl``, decoded."""
    values = dict(line, connector=connector)
    values["parameters"] = tuple(Parameter(**item) for item in line.get("parameters", ()))
    values["body"] = _body(line["body"]) if "body" in line else None
    values["replies"] = _replies(line.get("replies", {}))
    values["errors"] = _replies(line.get("errors", {}))
    if "security" in line:
        values["security"] = tuple(
            {scheme: tuple(scopes) for scheme, scopes in requirement.items()}
            for requirement in line["security"]
        )
    for key in _TUPLES:
        if key in line:
            values[key] = tuple(line[key])
    return Operation(**values)
