"""Calls that somebody watches: the same effects, with events for the client's hooks around them."""

from collections.abc import Callable, Iterable
from uuid import uuid4

from connector_runtime.client.effects import Effects
from connector_runtime.client.errors import ConnectorError
from connector_runtime.client.events import (
    AttemptFinished,
    AttemptStarted,
    BudgetExhausted,
    CallFinished,
    CallStarted,
    CircuitClosed,
    CircuitEvent,
    CircuitHalfOpened,
    CircuitOpened,
    CircuitRejected,
    RateLimited,
    RetryScheduled,
    TokenRefreshed,
    asked_headers,
    emit,
    propagating,
)
from connector_runtime.client.messages import HttpReply, HttpRequest
from connector_runtime.client.prepared import Attempt, Prepared, Received
from connector_runtime.client.redaction import redact_target
from connector_runtime.client.resilience.breaker import Change, State
from connector_runtime.client.setup import Setup

_CIRCUITS: dict[State, type[CircuitEvent]] = {
    State.OPEN: CircuitOpened,
    State.FORCED_OPEN: CircuitOpened,
    State.HALF_OPEN: CircuitHalfOpened,
    State.CLOSED: CircuitClosed,
    State.FORCED_CLOSED: CircuitClosed,
}


def watched_call(
    setup: Setup, prepared: Prepared, call: Callable[[str], Effects[Received]]
) -> Effects[Received]:
    """A call, announced and reported. ``call`` is given the identifier of its events."""
    call_id, start = uuid4().hex, setup.clock.monotonic()
    names = {"connector": prepared.connector, "operation": prepared.operation.name}
    emit(setup.hooks, CallStarted(**names, call_id=call_id))
    failure: ConnectorError | None = None
    received: Received | None = None
    try:
        received = yield from call(call_id)
        return received
    except ConnectorError as error:
        failure = error
        raise
    finally:
        emit(
            setup.hooks,
            CallFinished(
                **names,
                call_id=call_id,
                seconds=setup.clock.monotonic() - start,
                attempts=received.attempts if received else getattr(failure, "attempts", 0),
                status_code=received.reply.status if received else None,
                request_id=received.request_id if received else "",
                error=failure,
            ),
        )


def watched_request(
    setup: Setup, attempt: Attempt, request: HttpRequest, secret_names: frozenset[str]
) -> Effects[HttpReply]:
    """A request with the header fields of its hooks, reported once it is answered or has failed."""
    url = request.origin.text + redact_target(request.target, secret_names)
    request = _propagated(setup, attempt, request, url)
    start = setup.clock.monotonic()
    status: int | None = None
    failure: ConnectorError | None = None
    try:
        reply: HttpReply = yield request
        status = reply.status
        return reply
    except ConnectorError as error:
        failure = error
        raise
    finally:
        emit(
            setup.hooks,
            AttemptFinished(
                **_place(attempt),
                attempt=attempt.number,
                method=request.method,
                url=url,
                seconds=setup.clock.monotonic() - start,
                status_code=status,
                error=failure,
            ),
        )


def _propagated(setup: Setup, attempt: Attempt, request: HttpRequest, url: str) -> HttpRequest:
    """The request with what hooks put into it."""
    hooks = propagating(setup.hooks)
    if not hooks:
        return request
    event = AttemptStarted(
        **_place(attempt),
        attempt=attempt.number,
        method=request.method,
        url=url,
        url_template=_template(attempt, request),
        host=request.origin.host,
        port=request.origin.effective_port,
    )
    added = {
        name.lower().encode("ascii"): (name.encode("ascii"), value.encode("ascii"))
        for name, value in asked_headers(hooks, event)
    }
    kept = [field for field in request.headers if field[0].lower() not in added]
    return request._replace(headers=[*kept, *added.values()])


def _template(attempt: Attempt, request: HttpRequest) -> str:
    """The operation's path, unless the request follows a redirect to another one."""
    server = attempt.server
    path = request.target.partition("?")[0]
    if request.origin != server.origin or path != server.prefix + attempt.wire.path:
        return ""
    return server.prefix + attempt.prepared.operation.path


def _place(attempt: Attempt) -> dict[str, str]:
    return {
        "connector": attempt.prepared.connector,
        "operation": attempt.prepared.operation.name,
        "call_id": attempt.call_id,
    }


def tell_retry(
    setup: Setup, attempt: Attempt, error: ConnectorError, seconds: float | None
) -> None:
    """An attempt failed, and the next begins in ``seconds``; None: the budget has no more."""
    place, number = _place(attempt), attempt.number
    if seconds is None:
        emit(setup.hooks, BudgetExhausted(**place, attempt=number, error=error))
    else:
        emit(setup.hooks, RetryScheduled(**place, attempt=number, seconds=seconds, error=error))


def tell_limited(setup: Setup, attempt: Attempt, seconds: float) -> None:
    """A request waits for the credential's limit."""
    emit(setup.hooks, RateLimited(**_place(attempt), seconds=seconds))


def tell_refreshed(setup: Setup, attempt: Attempt) -> None:
    """A refused access token was replaced."""
    emit(setup.hooks, TokenRefreshed(**_place(attempt)))


def tell_rejected(setup: Setup, attempt: Attempt, retry_after: float | None) -> None:
    """An open circuit refused a request."""
    host = attempt.server.origin.authority
    emit(
        setup.hooks,
        CircuitRejected(**_place(attempt), host=host, circuit="", retry_after=retry_after),
    )


def tell_changes(setup: Setup, attempt: Attempt, changes: Iterable[tuple[str, Change]]) -> None:
    """Circuits changed: by operation, the host's is without a name."""
    host = attempt.server.origin.authority
    for circuit, change in changes:
        emit(setup.hooks, _CIRCUITS[change.new](**_place(attempt), host=host, circuit=circuit))
