"""What is known about an operation's calls before the first of them; made once per client."""

from typing import NamedTuple

from connector_runtime.client.auth.schemes import Requirement
from connector_runtime.client.auth.signature import Signature
from connector_runtime.client.failures import ErrorShape
from connector_runtime.client.messages import HttpReply
from connector_runtime.client.operation import Operation
from connector_runtime.client.options import CallOptions
from connector_runtime.client.servers import Server
from connector_runtime.client.wire.decode import Decoder, ReplyChoice
from connector_runtime.client.wire.request import Encoder, WireRequest

_REPEATABLE = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "QUERY"})
_REDIRECTED = frozenset({"GET", "HEAD"})

Field = tuple[bytes, bytes]


class Prepared:
    """An operation, ready to be called by one client."""

    __slots__ = (
        "connector",
        "deadline",
        "decoder",
        "encoder",
        "fixed",
        "operation",
        "redirected",
        "repeatable",
        "requirements",
        "server",
        "shape",
        "signature",
        "signed_fields",
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
        method = operation.method.upper()
        self.redirected = method in _REDIRECTED
        self.repeatable = method in _REPEATABLE or operation.idempotent or operation.read_only
        self.signature: Signature | None = None
        """Where the credentials never change: what they put into every request."""
        self.signed_fields: list[Field] = []
        """With ``signature``: the header fields of a call that adds none."""


class Received(NamedTuple):
    """A reply that is a success, not yet decoded."""

    prepared: Prepared
    reply: HttpReply
    choice: ReplyChoice
    request_id: str
    url: str
    elapsed: float
    attempts: int


class Attempt(NamedTuple):
    """One of the attempts of a call; ``number`` counts from 1."""

    prepared: Prepared
    wire: WireRequest
    options: CallOptions
    ends_at: float
    """When the whole call must have ended (monotonic seconds)."""
    call_id: str
    number: int
