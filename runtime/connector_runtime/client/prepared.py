"""What is known about an operation's calls before the first of them; made once per client."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from connector_runtime.client.auth.schemes import Requirement
from connector_runtime.client.failures import ErrorShape
from connector_runtime.client.messages import HttpReply
from connector_runtime.client.operation import Operation
from connector_runtime.client.options import CallOptions
from connector_runtime.client.resilience.settings import ResiliencePolicy
from connector_runtime.client.servers import Server
from connector_runtime.client.wire.decode import Decoder, ReplyChoice
from connector_runtime.client.wire.request import Encoder, WireRequest

_REPEATABLE = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "QUERY"})
_STREAMS = frozenset({"sse", "jsonl"})
_REDIRECTED = frozenset({"GET", "HEAD"})

Field = tuple[bytes, bytes]


class Key(NamedTuple):
    """Where an operation takes the idempotency key of a call."""

    location: str = "header"
    """``header`` or ``body``."""
    field: str = "Idempotency-Key"


class Prepared:
    """An operation, ready to be called by one client."""

    __slots__ = (
        "connector",
        "deadline",
        "decoder",
        "encoder",
        "fixed",
        "key",
        "limit_scope",
        "makes_key",
        "operation",
        "policy",
        "redirected",
        "repeatable",
        "requirements",
        "server",
        "shape",
        "stream_switch",
        "streams_always",
        "timeout",
    )

    def __init__(
        self,
        connector: str,
        operation: Operation,
        *,
        encoder: Encoder,
        decoder: Decoder,
        server: Server,
        requirements: tuple[Requirement, ...],
        shape: ErrorShape,
        fixed: dict[bytes, Field],
        timeout: float,
        deadline: float,
        policy: ResiliencePolicy,
    ) -> None:
        self.connector = connector
        self.operation = operation
        self.encoder = encoder
        self.decoder = decoder
        self.server = server
        self.requirements = requirements
        self.shape = shape
        self.fixed = fixed
        """Header fields of every call, by name in lower case."""
        self.timeout = timeout
        self.deadline = deadline
        self.policy = policy
        own_limit = operation.rate_limit.get("scope") == "operation"
        self.limit_scope = operation.name if own_limit else ""
        """Its name where its requests are counted apart from others with the same credentials."""
        method = operation.method.upper()
        self.redirected = method in _REDIRECTED
        self.repeatable = method in _REPEATABLE or operation.idempotent or operation.read_only
        self.stream_switch = (
            operation.argument_of(operation.stream_parameter) if operation.stream_parameter else ""
        )
        """The argument that asks for a stream."""
        self.streams_always = (
            bool(operation.stream)
            and not self.stream_switch
            and all(
                media.kind in _STREAMS for reply in operation.replies.values() for media in reply
            )
        )
        self.key = Key(**(operation.idempotency or {}))
        self.makes_key = bool(operation.idempotency) and not self.repeatable
        """Whether each call gets a key of its own, because the vendor knows them and needs them."""

    def has_room_for_key(self, arguments: Mapping[str, Any]) -> bool:
        """Whether a call with these arguments has the place where the key belongs: a body that need
        not be sent is not sent for its key alone."""
        body = self.operation.body
        if self.key.location == "header" or body is None or body.required:
            return True
        fields = {name for media in body.media for name in media.fields or ("body",)}
        return not fields.isdisjoint(arguments)

    def streams(self, arguments: Mapping[str, Any]) -> bool:
        """Whether a call with these arguments is answered by a stream of items."""
        if self.stream_switch:
            return arguments.get(self.stream_switch) is True
        return self.streams_always


class Received(NamedTuple):
    """A reply that is a success, not yet decoded."""

    prepared: Prepared
    reply: HttpReply
    choice: ReplyChoice
    request_id: str
    url: str
    elapsed: float
    attempts: int
    call_id: str
    """As in the events of the call; empty where nobody watches."""


class Attempt(NamedTuple):
    """One of the attempts of a call; ``number`` counts from 1."""

    prepared: Prepared
    server: Server
    wire: WireRequest
    options: CallOptions
    headers: tuple[tuple[str, str], ...]
    """Header fields of the call: the caller's, and the idempotency key."""
    key: str
    """The idempotency key; empty where there is none."""
    ends_at: float
    """When the whole call must have ended (monotonic seconds)."""
    call_id: str = ""
    number: int = 1
    idle: float | None = None
    """Where the body of the reply is read while it comes: seconds between two pieces, at most."""
