"""The description as the rest of the generator sees it: operations, types, security."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from connector_generator.ir.facts import ErrorShape, Facts
from connector_generator.ir.names import Name
from connector_generator.ir.types import JSON, NamedType, Property, Schema, Type

ParameterLocation: TypeAlias = Literal["path", "query", "header", "cookie", "querystring"]
Style: TypeAlias = Literal[
    "simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "deepObject", "cookie"
]
BodyKind: TypeAlias = Literal["json", "form", "multipart", "text", "binary", "xml"]
ReplyKind: TypeAlias = Literal["json", "text", "binary", "sse", "jsonl", "xml", "empty"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One parameter. With ``content_type`` the value is serialised so, and style does not count."""

    name: Name
    location: ParameterLocation
    type: Type
    schema: Schema
    required: bool = False
    style: Style = "form"
    explode: bool = True
    allow_reserved: bool = False
    content_type: str = ""
    deprecated: bool = False
    description: str = ""
    client_parameter: bool = False
    """Given once to the client; may be overridden per call."""
    examples: tuple[JSON, ...] = ()
    """As written beside the schema, valid or not."""
    pointer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """How one property of a form or multipart body is sent: as a media type, or in a style."""

    content_type: str = ""
    style: Style | Literal[""] = ""
    explode: bool = True
    allow_reserved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyMedia:
    """One media type a body can be sent as.

    ``fields`` are the properties that become keyword arguments; None means that the body is one
    argument called ``body`` of ``type``.
    """

    content_type: str
    kind: BodyKind
    type: Type
    schema: Schema
    fields: tuple[Property, ...] | None = None
    encodings: Mapping[str, Encoding] = field(default_factory=dict[str, Encoding])
    examples: tuple[JSON, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A request body; the first media is the one that is sent unless the caller says otherwise."""

    required: bool
    media: tuple[BodyMedia, ...]
    description: str = ""
    pointer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyMedia:
    """One media type of a reply; ``item_type`` where it is a stream of items (3.2 itemSchema)."""

    content_type: str
    kind: ReplyKind
    type: Type | None
    schema: Schema
    item_type: Type | None = None
    examples: tuple[JSON, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyHeader:
    """A header that a reply is documented to have."""

    name: str
    schema: Schema
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A documented reply. ``status`` is ``200``, ``2XX`` or ``default``."""

    status: str
    media: tuple[ReplyMedia, ...]
    description: str = ""
    headers: tuple[ReplyHeader, ...] = ()
    pointer: str = ""


@dataclass(frozen=True, slots=True)
class SecurityUse:
    """A scheme by its name in the document, and the scopes asked for."""

    scheme: str
    scopes: tuple[str, ...] = ()


SecurityRequirement: TypeAlias = tuple[SecurityUse, ...]
"""All of these together; the empty tuple means that no credential is needed."""


SIGNATURE_V4 = "AWS4-HMAC-SHA256"
"""The HTTP scheme of AWS Signature Version 4, whose secret is not sent but signs each request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityScheme:
    """A way to authenticate, with the environment variables that hold its credential."""

    name: str
    kind: Literal["apiKey", "basic", "bearer", "oauth2", "openIdConnect", "mutualTLS", "http"]
    python: str
    """The keyword of ``Credentials`` and the stem of the environment variable."""
    location: Literal["header", "query", "cookie", ""] = ""
    parameter: str = ""
    http_scheme: str = ""
    token_url: str = ""
    authorization_url: str = ""
    refresh_url: str = ""
    openid_url: str = ""
    scopes: tuple[str, ...] = ()
    environment: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerVariable:
    """A placeholder in a server URL; a parameter of the client."""

    name: Name
    default: str = ""
    choices: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A base URL with placeholders in braces."""

    url: str
    variables: tuple[ServerVariable, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientParameter:
    """What nearly every operation repeats: given once to the client."""

    name: Name
    type: Type
    location: ParameterLocation
    default: JSON = None
    required: bool = True
    environment: tuple[str, ...] = ()
    description: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One operation: the operation name for machines, the method path for programmers."""

    name: Name
    resource: tuple[str, ...]
    """Attribute names from the client, e.g. ``("chat", "completions")``; empty: on the client."""
    method_name: str
    http_method: str
    path: str
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    replies: tuple[Reply, ...] = ()
    errors: tuple[Reply, ...] = ()
    security: tuple[SecurityRequirement, ...] = ()
    servers: tuple[Server, ...] = ()
    """Own servers; empty: the document's."""
    summary: str = ""
    description: str = ""
    docs_url: str = ""
    deprecated: bool = False
    tags: tuple[str, ...] = ()
    facts: Facts = field(default_factory=Facts)
    pointer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """An event the vendor sends; ``content`` are the schemas of its payload by media type."""

    name: Name
    type: Type | None
    content: Mapping[str, Schema] = field(default_factory=dict[str, Schema])
    summary: str = ""
    pointer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """A whole connector."""

    name: str
    """snake_case; the package."""
    class_prefix: str
    """PascalCase; ``Stripe`` of ``StripeClient``."""
    title: str
    version: str
    description: str = ""
    operations: tuple[Operation, ...] = ()
    types: Mapping[str, NamedType] = field(default_factory=dict[str, NamedType])
    """By component name, in the document's order."""
    security_schemes: tuple[SecurityScheme, ...] = ()
    servers: tuple[Server, ...] = ()
    client_parameters: tuple[ClientParameter, ...] = ()
    webhooks: tuple[Webhook, ...] = ()
    error: ErrorShape | None = None
    sandbox: tuple[tuple[str, str], ...] = ()
    """Regular expressions by what they are searched for in: ``base_url``, ``credential``."""
    docs_url: str = ""
