"""What a client tells its hooks while it works. Without hooks none of these is ever made."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol, TypeAlias, cast

from connector_runtime.client.errors import ConnectorError
from connector_runtime.client.options import check_headers

_log = logging.getLogger("connector_runtime.client")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something happened in a call. ``call_id`` is the same for all events of one call."""

    name: ClassVar[str] = "event"
    connector: str
    operation: str
    call_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallStarted(Event):
    """A call began; nothing has been sent."""

    name: ClassVar[str] = "call.started"


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptStarted(Event):
    """A request is about to be sent. Only :class:`Propagating` hooks are told, as they are asked for
    header fields; all others learn of it by :class:`AttemptFinished`."""

    name: ClassVar[str] = "attempt.started"
    attempt: int
    method: str
    url: str
    """Without credentials."""
    url_template: str
    """The path with the names of its parameters; empty where a redirect leads elsewhere."""
    host: str
    port: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptFinished(Event):
    """A request was answered, or failed. ``url`` is without credentials."""

    name: ClassVar[str] = "attempt.finished"
    attempt: int
    method: str
    url: str
    seconds: float
    status_code: int | None = None
    error: ConnectorError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryScheduled(Event):
    """Attempt ``attempt`` failed with ``error``; the next begins in ``seconds``."""

    name: ClassVar[str] = "retry.scheduled"
    attempt: int
    seconds: float
    error: ConnectorError


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetExhausted(Event):
    """Attempt ``attempt`` failed with ``error`` and is the last: too many others are retried."""

    name: ClassVar[str] = "budget.exhausted"
    attempt: int
    error: ConnectorError


@dataclass(frozen=True, slots=True, kw_only=True)
class RateLimited(Event):
    """The next request waits ``seconds`` for the credential's limit."""

    name: ClassVar[str] = "rate.limited"
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenRefreshed(Event):
    """The vendor refused an access token, and another one was fetched."""

    name: ClassVar[str] = "token.refreshed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CircuitEvent(Event):
    """A circuit changed, or refused. ``circuit`` is the operation whose own it is, or empty for the
    circuit of the host."""

    host: str
    circuit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CircuitOpened(CircuitEvent):
    """Requests are refused from now on."""

    name: ClassVar[str] = "circuit.opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class CircuitHalfOpened(CircuitEvent):
    """One request at a time is let through to see whether the vendor is back."""

    name: ClassVar[str] = "circuit.half_opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class CircuitClosed(CircuitEvent):
    """The vendor is back."""

    name: ClassVar[str] = "circuit.closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CircuitRejected(CircuitEvent):
    """A request was refused without being sent; ``retry_after`` in seconds, None: until by hand."""

    name: ClassVar[str] = "circuit.rejected"
    retry_after: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFinished(Event):
    """A call ended, with a reply or with ``error``."""

    name: ClassVar[str] = "call.finished"
    seconds: float
    attempts: int
    status_code: int | None = None
    request_id: str = ""
    error: ConnectorError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractViolation(Event):
    """A reply is not what the description says; the value at ``pointer`` was degraded."""

    name: ClassVar[str] = "contract.violation"
    pointer: str
    expected: str
    got: str


Hook: TypeAlias = Callable[[Event], object]


class Propagating(Protocol):
    """A hook that also puts header fields into requests, a trace's context for instance."""

    def __call__(self, event: Event, /) -> object:
        """Something happened."""
        ...

    def request_headers(self, event: AttemptStarted, /) -> Iterable[tuple[str, str]]:
        """Names and values for the request that is about to be sent; they replace those of the same
        name. Whoever signs whole requests has signed before, without them."""
        ...


def emit(hooks: Sequence[Hook], event: Event) -> None:
    """Tell every hook. One that fails is logged: watching a call must not break it."""
    for hook in hooks:
        try:
            hook(event)
        except Exception:
            _log.exception("a hook failed on %s", event.name)


def propagating(hooks: Sequence[Hook]) -> list[Propagating]:
    """The hooks that have header fields for requests."""
    return [
        cast("Propagating", hook)
        for hook in hooks
        if callable(getattr(hook, "request_headers", None))
    ]


def asked_headers(
    hooks: Sequence[Propagating], event: AttemptStarted
) -> tuple[tuple[str, str], ...]:
    """The header fields of all hooks, checked. One that fails is logged, and adds none."""
    fields: list[tuple[str, str]] = []
    for hook in hooks:
        try:
            fields += check_headers("hooks", dict(hook.request_headers(event)))
        except Exception:
            _log.exception("a hook failed on %s", event.name)
    return tuple(fields)
