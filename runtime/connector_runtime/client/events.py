"""What a client tells its hooks while it works. Without hooks none of these is ever made."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from connector_runtime.client.errors import ConnectorError

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


def emit(hooks: Sequence[Hook], event: Event) -> None:
    """Tell every hook. One that fails is logged: watching a call must not break it."""
    for hook in hooks:
        try:
            hook(event)
        except Exception:
            _log.exception("a hook failed on %s", event.name)
