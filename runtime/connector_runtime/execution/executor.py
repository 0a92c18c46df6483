"""The one path: every operation that an agent runs, from whichever door, takes it.

Tenant and agent, connector, decision, quota, intent, call, outcome. It fails closed: where a step
cannot be taken, the operation is not run.
"""

import asyncio
import json
import logging
import time
import traceback
from collections.abc import Callable, Coroutine
from typing import Any, cast

from connector_runtime.client.errors import (
    ConnectorError,
    DeadlineExceededError,
    OutcomeUnknownError,
)
from connector_runtime.connectors.catalogue import OperationFacts
from connector_runtime.connectors.registry import IntegrationRegistry
from connector_runtime.connectors.service import IntegrationService
from connector_runtime.errors import (
    ArgumentsInvalidError,
    AuditUnavailableError,
    OperationNotSupportedError,
    PlatformError,
    ProposalAlreadyDecidedError,
    StoreUnavailableError,
    TenantNotFoundError,
)
from connector_runtime.execution.gate import Admission, Gate, request_of
from connector_runtime.execution.outcomes import Outcomes
from connector_runtime.execution.requests import Admitted, Answer, Done, Ended, Proposed, Request
from connector_runtime.governance.agents import Agents
from connector_runtime.store.store import Store
from connector_runtime.store.tables import Proposal

_log = logging.getLogger("connector_runtime.execution")
_GRACE = 5.0
"""Seconds beyond its deadline after which a service that ignores it is left."""
_LOOK = 0.1
"""Seconds between two looks at a proposal that somebody else runs."""
_TRIES = 3
"""How often an outcome is written before it is left to the recovery."""


class Executor:
    """Runs operations under governance.

    Raises :class:`~connector_runtime.errors.PlatformError` for what is refused, and
    :class:`~connector_runtime.client.errors.ConnectorError` for what failed on the way to the
    vendor or there.
    """

    def __init__(
        self,
        store: Store,
        registry: IntegrationRegistry,
        agents: Agents,
        gate: Gate,
        outcomes: Outcomes,
    ) -> None:
        self._store = store
        self._registry = registry
        self._agents = agents
        self._gate = gate
        self._outcomes = outcomes

    async def execute(self, request: Request) -> Answer:
        """Run an operation, or propose it where the agent must ask."""
        operation, service = await self._found(request)
        unfit = _unfit(service, request)
        admission = await self._written(self._gate.admit, request, operation, unfit)
        return await self._carried_out(admission, service)

    async def propose(self, request: Request) -> Proposed:
        """Propose an operation that the agent may not run by itself."""
        operation, service = await self._found(request)
        unfit = _unfit(service, request)
        proposed = await self._written(self._gate.propose, request, operation, unfit)
        assert not isinstance(proposed, (Admitted, Done))
        if isinstance(proposed, Proposed):
            return proposed
        raise proposed

    async def execute_granted(self, proposal: Proposal) -> Done:
        """Run an approved proposal, once: who comes second gets the stored answer."""
        operation = self._registry.catalogue.operation(
            proposal.connector_id, proposal.operation_name
        )
        try:
            service = await self._registry.get_service_instance(
                proposal.connector_id, proposal.tenant_id
            )
        except (PlatformError, ConnectorError) as error:
            await self._refused(request_of(proposal), error)
            raise
        admission = await self._granted(proposal, operation)
        answer = await self._carried_out(admission, service)
        assert isinstance(answer, Done)
        return answer

    async def _granted(self, proposal: Proposal, operation: OperationFacts | None) -> Admission:
        """The admission of an approved proposal; what another one runs right now, once it has."""
        longest = _GRACE if operation is None else operation.deadline + _GRACE
        until = time.monotonic() + longest
        while True:
            admission = await self._written(
                self._gate.admit_granted, proposal.tenant_id, proposal.id, operation
            )
            if not is_being_run(admission) or time.monotonic() > until:
                return admission
            await asyncio.sleep(_LOOK)

    async def _found(self, request: Request) -> tuple[OperationFacts | None, IntegrationService]:
        try:
            if self._agents.kept(request.tenant_id, request.agent_id) is None:
                await self._store.run(self._agents.facts, request.tenant_id, request.agent_id)
            service = await self._registry.get_service_instance(
                request.connector_id, request.tenant_id
            )
        except (PlatformError, ConnectorError) as error:
            await self._refused(request, error)
            raise
        return self._operation(request), service

    def _operation(self, request: Request) -> OperationFacts | None:
        return self._registry.catalogue.operation(request.connector_id, request.operation_name)

    async def _refused(self, request: Request, error: PlatformError | ConnectorError) -> None:
        if isinstance(error, (StoreUnavailableError, TenantNotFoundError)):
            # There is no trail to write to.
            _log.warning("refused: %s", error.code)
            return
        await self._store.run(self._gate.refuse, request, error, self._operation(request))

    async def _written(self, admit: Callable[..., Admission], *arguments: Any) -> Admission:
        try:
            return await self._store.run(admit, *arguments)
        except StoreUnavailableError as error:
            raise AuditUnavailableError(
                f"Audit trail unavailable: {error}", retry_after=1.0
            ) from None

    async def _carried_out(self, admission: Admission, service: IntegrationService) -> Answer:
        if isinstance(admission, (PlatformError, ConnectorError)):
            raise admission
        if isinstance(admission, (Done, Proposed)):
            return admission
        return await self._called(admission, service)

    async def _called(self, admitted: Admitted, service: IntegrationService) -> Done:
        began = time.perf_counter()
        try:
            result = await self._call(admitted, service)
        except BaseException as error:
            ended = _failure(admitted, error, (time.perf_counter() - began) * 1000)
            await _finished(self._end(admitted, ended))
            raise
        milliseconds = (time.perf_counter() - began) * 1000
        await _finished(self._end(admitted, Ended("success", milliseconds, result)))
        return Done(result, admitted.remaining)

    async def _call(self, admitted: Admitted, service: IntegrationService) -> dict[str, Any]:
        request = admitted.request
        context = {
            "tenant_id": request.tenant_id,
            "agent_id": request.agent_id,
            "workspace_id": request.workspace_id,
            "call_id": admitted.call_id,
            "idempotency_key": admitted.idempotency_key,
            "deadline": admitted.operation.deadline,
        }
        try:
            async with asyncio.timeout(admitted.operation.deadline + _GRACE):
                result = await service.execute_operation(
                    request.operation_name, dict(request.arguments), context
                )
        except TimeoutError:
            late = DeadlineExceededError if admitted.operation.read_only else OutcomeUnknownError
            seconds = admitted.operation.deadline + _GRACE
            error = late(f"no answer within {seconds:g} s")
            raise error.at(request.connector_id, request.operation_name) from None
        except (PlatformError, ConnectorError):
            raise
        except Exception as error:
            # A service of somebody else's: what it had sent by then is not known.
            _log.error("call %s: the service of %s failed: %s", *_told_of(admitted, error))
            failed = ConnectorError if admitted.operation.read_only else OutcomeUnknownError
            told = failed(f"the service failed with {type(error).__name__}")
            # Not as its cause: a traceback in somebody's log would show what it says.
            raise told.at(request.connector_id, request.operation_name) from None
        return _checked(result, request)

    async def _end(self, admitted: Admitted, ended: Ended) -> None:
        for attempt in range(1, _TRIES + 1):
            try:
                await self._store.run(self._outcomes.end, admitted, ended)
                return
            except StoreUnavailableError as error:
                # The call was made: its answer is worth more than an error. What stays open is
                # written as unknown when its time is over.
                _log.error("outcome of call %s not written: %s", admitted.call_id, error)
                await asyncio.sleep(0.1 * attempt)


async def _finished(ending: Coroutine[Any, Any, None]) -> None:
    """Wait for what must be written, also when the caller goes away meanwhile."""
    task = asyncio.ensure_future(ending)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task})
        raise


def _unfit(service: IntegrationService, request: Request) -> ArgumentsInvalidError | None:
    """What is wrong with the arguments. An answer: who may not run the operation is not told."""
    try:
        service.check_arguments(request.operation_name, request.arguments)
    except ArgumentsInvalidError as error:
        return error
    except OperationNotSupportedError:
        # The decision comes first.
        return None
    return None


def _checked(result: object, request: Request) -> dict[str, Any]:
    if not isinstance(result, dict):
        said = f"the service answered {type(result).__name__}, not a dictionary"
        raise ConnectorError(said).at(request.connector_id, request.operation_name)
    found = cast("dict[str, Any]", result)
    try:
        json.dumps(found, allow_nan=False)
    except (TypeError, ValueError):
        said = "the service answered what is no JSON"
        raise ConnectorError(said).at(request.connector_id, request.operation_name) from None
    # A custom service's way to say no. A vendor's reply may have such a field beside others.
    if found.keys() != {"error"}:
        return found
    text = str(found["error"])
    if text.startswith("Unknown operation"):
        raise OperationNotSupportedError(text)
    raise ConnectorError(text).at(request.connector_id, request.operation_name)


def _told_of(admitted: Admitted, error: Exception) -> tuple[str, str, str]:
    """Where a service failed, without what it says: that may hold anything."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{type(error).__name__} at {frame.filename}:{frame.lineno}"
    return admitted.call_id, admitted.request.connector_id, place


def is_being_run(error: object) -> bool:
    """Whether an answer says that somebody else runs the proposal at this moment."""
    return (
        isinstance(error, ProposalAlreadyDecidedError) and error.details.get("state") == "executing"
    )


def _failure(admitted: Admitted, error: BaseException, milliseconds: float) -> Ended:
    if isinstance(error, (PlatformError, ConnectorError)):
        unknown = isinstance(error, OutcomeUnknownError)
        return Ended("error", milliseconds, code=error.code, reason=str(error), unknown=unknown)
    # The caller went away, or the service has a defect: a write may have been done.
    unknown = not admitted.operation.read_only
    code = "OUTCOME_UNKNOWN" if unknown else "CONNECTOR_ERROR"
    return Ended("error", milliseconds, code=code, reason=type(error).__name__, unknown=unknown)
