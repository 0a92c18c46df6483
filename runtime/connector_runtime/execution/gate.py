"""The gate before every call: standing, decision, quota and intent, in one transaction.

It happens whole, or not at all. A refusal is written down, too, and is an answer here: raised within
the transaction, it would undo its own record.
"""

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta
from typing import Any, NamedTuple
from uuid import uuid4

from connector_runtime.client.errors import ConnectorError, OutcomeUnknownError
from connector_runtime.connectors.catalogue import OperationFacts
from connector_runtime.connectors.vault import SealBrokenError
from connector_runtime.errors import (
    ArgumentsInvalidError,
    NotFoundError,
    OperationNotSupportedError,
    PlatformError,
    ProposalAlreadyDecidedError,
    ProposalRequiredError,
    WorkflowChangedError,
)
from connector_runtime.execution.books import Books, place_of_step
from connector_runtime.execution.entries import blocked, intent, outcome
from connector_runtime.execution.requests import (
    LOST,
    Admitted,
    Done,
    Ended,
    Proposed,
    Request,
    idempotency_key,
)
from connector_runtime.execution.worker import worker
from connector_runtime.governance.agents import facts_of
from connector_runtime.governance.decisions import Decision, Subject, decide
from connector_runtime.governance.matrix import CRITICAL, WRITE
from connector_runtime.governance.proposals import Wish, digest_of
from connector_runtime.governance.quotas import daily_limit
from connector_runtime.store import calls
from connector_runtime.store import proposals as proposal_rows
from connector_runtime.store.scope import TenantScope
from connector_runtime.store.standing import Standing, standing_of
from connector_runtime.store.tables import Proposal

Refusal = PlatformError | ConnectorError
Admission = Admitted | Proposed | Done | Refusal
_MARGIN = timedelta(seconds=60)
"""How much longer than its deadline a call of a living process may take to write its outcome."""


class _Judged(NamedTuple):
    operation: OperationFacts
    standing: Standing
    decision: Decision


class Gate:
    """Admits calls. Synchronous: one transaction a method."""

    def __init__(self, books: Books) -> None:
        self._books = books

    def refuse(
        self, request: Request, error: Refusal, operation: OperationFacts | None = None
    ) -> None:
        """Write down a refusal that came before any decision."""
        self._books.audit.record(request.tenant_id, blocked(request, error, operation))

    def admit(
        self,
        request: Request,
        operation: OperationFacts | None,
        unfit: ArgumentsInvalidError | None = None,
    ) -> Admission:
        """Decide on a request; where it may run, its intent is written.

        An operation that nothing is known of counts as critical, and is never run. ``unfit`` says
        what is wrong with the arguments: it is answered to who may run or propose the operation.
        """
        with self._transaction(request, operation) as scope:
            admission = self._admission(scope, request, operation, unfit)
            if isinstance(admission, (PlatformError, ConnectorError)):
                self._books.audit.append(scope, blocked(request, admission, operation))
            return admission

    def _transaction(
        self, request: Request, operation: OperationFacts | None
    ) -> AbstractContextManager[TenantScope]:
        store = self._books.store
        if operation is None or operation.complexity < WRITE:
            return store.scope(request.tenant_id)
        return store.durable_scope(request.tenant_id)

    def propose(
        self,
        request: Request,
        operation: OperationFacts | None,
        unfit: ArgumentsInvalidError | None = None,
    ) -> Proposed | Refusal:
        """Make a proposal for what the agent may propose, and may not run."""
        with self._books.store.scope(request.tenant_id) as scope:
            proposed = self._proposal(scope, request, operation, unfit)
            if isinstance(proposed, (PlatformError, ConnectorError)):
                self._books.audit.append(scope, blocked(request, proposed, operation))
            return proposed

    def _proposal(
        self,
        scope: TenantScope,
        request: Request,
        operation: OperationFacts | None,
        unfit: ArgumentsInvalidError | None,
    ) -> Proposed | Refusal:
        judged = self._judged(scope, request, operation, unfit)
        if not isinstance(judged, _Judged):
            return judged
        if judged.decision.verdict == "allow":
            return ArgumentsInvalidError("The agent may run this operation without a proposal")
        return self._propose(scope, request, judged)

    def _admission(
        self,
        scope: TenantScope,
        request: Request,
        operation: OperationFacts | None,
        unfit: ArgumentsInvalidError | None,
    ) -> Admission:
        judged = self._judged(scope, request, operation, unfit)
        if not isinstance(judged, _Judged):
            return judged
        if judged.decision.verdict == "propose":
            return self._propose(scope, request, judged)
        return self._begin(scope, request, judged)

    def _judged(
        self,
        scope: TenantScope,
        request: Request,
        operation: OperationFacts | None,
        unfit: ArgumentsInvalidError | None,
    ) -> _Judged | Refusal:
        """The decision on what may at least be proposed."""
        standing = standing_of(scope, request.agent_id)
        if standing is None:
            return NotFoundError("Agent not found")
        agent, subject = facts_of(standing), _subject(request, operation)
        decision = decide(agent, subject, self._books.policies)
        if decision.verdict == "deny":
            return decision.refusal(agent, subject)
        if operation is None:
            return OperationNotSupportedError(f"Unknown operation: {request.operation_name}")
        return unfit or _Judged(operation, standing, decision)

    def admit_granted(
        self, tenant_id: str, proposal_id: str, operation: OperationFacts | None
    ) -> Admission:
        """Use up the grant of an approved proposal, and write the intent of its call.

        Where it was used before, the stored answer is given. The proposal must be what was approved,
        and the agent must still be allowed to propose it.
        """
        with self._books.store.durable_scope(tenant_id) as scope:
            proposal = proposal_rows.locked(scope, proposal_id)
            if proposal is None:
                return NotFoundError("Proposal not found")
            if proposal.state != "approved":
                return self._settled(proposal)
            admission, request = self._opened(scope, proposal, operation)
            if isinstance(admission, (PlatformError, ConnectorError)):
                self._books.audit.append(scope, blocked(request, admission, operation))
            return admission

    def _opened(
        self, scope: TenantScope, proposal: Proposal, operation: OperationFacts | None
    ) -> tuple[Admission, Request]:
        """The admission of what a proposal asks for, and that as its agent's own request."""
        request = request_of(proposal)
        try:
            request = replace(request, arguments=self._books.proposals.arguments(proposal))
        except SealBrokenError as error:
            return self._failed(scope, proposal, error), request
        return self._granted(scope, proposal, request, operation), request

    def _granted(
        self,
        scope: TenantScope,
        proposal: Proposal,
        request: Request,
        operation: OperationFacts | None,
    ) -> Admission:
        judged = self._judged(scope, request, operation, None)
        if not isinstance(judged, _Judged):
            return self._failed(scope, proposal, judged)
        if digest_of(proposal.tenant_id, _wish(request, judged)) != proposal.digest:
            changed = WorkflowChangedError("The operation is not what was approved")
            return self._failed(scope, proposal, changed)
        admission = self._begin(scope, request, judged, proposal.id)
        if isinstance(admission, Admitted):
            if proposal_rows.consume(scope, proposal.id, self._books.now()) != proposal.digest:
                raise AssertionError("a grant is used up while its proposal is approved")
            proposal_rows.move(scope, proposal.id, "approved", "executing")
        return admission

    def _failed(self, scope: TenantScope, proposal: Proposal, error: Refusal) -> Refusal:
        proposal_rows.consume(scope, proposal.id, self._books.now())
        proposal_rows.move(scope, proposal.id, "approved", "execution_failed")
        return error

    def _settled(self, proposal: Proposal) -> Admission:
        stored = self._books.proposals.outcome(proposal)
        if stored is not None and "result" in stored:
            return Done(stored["result"])
        return _not_executable(proposal, stored)

    def _propose(
        self, scope: TenantScope, request: Request, judged: _Judged
    ) -> Proposed | ProposalRequiredError:
        waiting = proposal_rows.pending(scope, request.agent_id)
        if waiting >= self._books.most_pending:
            # An agent that goes round in circles must not bury what people are to read.
            return ProposalRequiredError(details={"pending_proposals": waiting})
        made = self._books.proposals.make(scope, _wish(request, judged))
        return Proposed(made.id, made.reason, made.expires_at)

    def _begin(
        self, scope: TenantScope, request: Request, judged: _Judged, proposal_id: str = ""
    ) -> Admitted | Done | Refusal:
        if request.run_id:
            earlier = self._earlier(scope, request, judged.operation)
            if earlier is not None:
                return earlier
        limit = daily_limit(judged.standing.plan, judged.standing.operations_per_day)
        allowance = self._books.quotas.consume(scope, limit)
        if allowance is not None and allowance.remaining < 0:
            return self._books.quotas.exceeded(allowance)
        admitted = Admitted(
            uuid4().hex,
            request,
            judged.operation,
            judged.standing.maturity,
            _key(request, proposal_id),
            proposal_id,
            None if allowance is None else allowance.remaining,
        )
        self._write_intent(scope, admitted, judged.decision)
        return admitted

    def _write_intent(self, scope: TenantScope, admitted: Admitted, decision: Decision) -> None:
        request = admitted.request
        calls.open_call(
            scope,
            {
                "id": admitted.call_id,
                "agent_id": request.agent_id,
                "principal_id": request.principal_id,
                "connector_id": request.connector_id,
                "operation_name": request.operation_name,
                "proposal_id": admitted.proposal_id or None,
                "run_id": request.run_id or None,
                "step": request.step or None,
                "worker": worker(),
                "ends_at": self._books.now()
                + timedelta(seconds=admitted.operation.deadline)
                + _MARGIN,
            },
        )
        self._books.audit.append(scope, intent(admitted, decision))

    def _earlier(
        self, scope: TenantScope, request: Request, operation: OperationFacts
    ) -> Done | Refusal | None:
        """The stored result of a step that a run comes back to; None: it is to be called."""
        before = calls.of_step(scope, request.run_id, request.step)
        if before is None:
            return None
        if before.state == "done" and before.result is not None:
            return Done(self._books.sealer.open_json(before.result, *place_of_step(request)))
        if before.state == "open" and operation.resendable:
            calls.close(scope, before.id)
            interrupted = Ended("error", 0.0, code="INTERRUPTED", reason="sent again, same key")
            self._books.audit.append(scope, outcome(request, before.id, interrupted))
            return None
        if before.state == "open":
            calls.settle(scope, before.id, "unknown")
            self._books.audit.append(scope, outcome(request, before.id, LOST))
        return _lost(request)


def request_of(proposal: Proposal) -> Request:
    """Whose request a proposal is, without its arguments."""
    return Request(
        proposal.tenant_id,
        proposal.agent_id,
        proposal.connector_id,
        proposal.operation_name,
        principal_id=proposal.principal_id or "",
        run_id=proposal.run_id or "",
        step=proposal.step or 0,
    )


def _subject(request: Request, operation: OperationFacts | None) -> Subject:
    complexity = CRITICAL if operation is None else operation.complexity
    return Subject(request.connector_id, request.operation_name, complexity, request.arguments)


def _lost(of: Request | Proposal) -> OutcomeUnknownError:
    return OutcomeUnknownError(LOST.reason).at(of.connector_id, of.operation_name)


def _wish(request: Request, judged: _Judged) -> Wish:
    return Wish(
        request.agent_id,
        request.connector_id,
        request.operation_name,
        request.arguments,
        judged.operation.complexity,
        judged.operation.fingerprint,
        judged.decision.reason,
        principal_id=request.principal_id,
        run_id=request.run_id,
        step=request.step,
        hidden=judged.operation.secret_pointers,
        personal=judged.operation.personal_pointers,
    )


def _key(request: Request, proposal_id: str) -> str:
    """The same for each attempt at the same thing: a step of a run, an approved proposal."""
    if request.run_id:
        return idempotency_key(request.run_id, request.step)
    return proposal_id or uuid4().hex


def _not_executable(proposal: Proposal, stored: dict[str, Any] | None) -> Refusal:
    if proposal.state == "outcome_unknown":
        return _lost(proposal)
    text = f"Proposal is {proposal.state.replace('_', ' ')}"
    if stored is not None:
        text = str(stored.get("error", text))
    return ProposalAlreadyDecidedError(text, details={"state": proposal.state})
