"""Calls that somebody watches: the same effects, with events for the client's hooks around them."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import uuid4

from connector_runtime.client.effects import Effects
from connector_runtime.client.errors import ConnectorError
from connector_runtime.client.events import AttemptFinished, CallFinished, CallStarted, emit
from connector_runtime.client.messages import HttpReply, HttpRequest
from connector_runtime.client.prepared import Attempt, Prepared, Received
from connector_runtime.client.redaction import redact_target

if TYPE_CHECKING:
    from connector_runtime.client.engine import Setup


def watched_call(
    setup: "Setup", prepared: Prepared, call: Callable[[str], Effects[Received]]
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
    setup: "Setup", attempt: Attempt, request: HttpRequest, secret_names: frozenset[str]
) -> Effects[HttpReply]:
    """A request, reported once it is answered or has failed."""
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
                connector=attempt.prepared.connector,
                operation=attempt.prepared.operation.name,
                call_id=attempt.call_id,
                attempt=attempt.number,
                method=request.method,
                url=request.origin.text + redact_target(request.target, secret_names),
                seconds=setup.clock.monotonic() - start,
                status_code=status,
                error=failure,
            ),
        )
