"""Proposals: pinned when they are made, decided once, granted once."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal, NamedTuple, Protocol, TypeAlias, get_args
from uuid import uuid4

from connector_runtime.errors import (
    ApproverNotAllowedError,
    NotFoundError,
    PlatformError,
    ProposalAlreadyDecidedError,
    ProposalExpiredError,
    SelfApprovalDeniedError,
)
from connector_runtime.governance.absence import Absence
from connector_runtime.governance.audit import AuditService, Entry, now_utc
from connector_runtime.governance.matrix import CRITICAL
from connector_runtime.governance.redaction import for_approval, for_audit, without_sensitive
from connector_runtime.store import proposals as rows
from connector_runtime.store.scope import TenantScope
from connector_runtime.store.store import Store
from connector_runtime.store.tables import Agent, Approval, Grant, Principal, Proposal

State: TypeAlias = Literal[
    "pending",
    "approved",
    "executing",
    "executed",
    "execution_failed",
    "outcome_unknown",
    "rejected",
    "expired",
]
ApproverKind: TypeAlias = Literal["human", "agent"]
LIFETIME = timedelta(hours=24)


class Sealer(Protocol):
    """Encrypts JSON so that it opens in its own place only."""

    def seal_json(self, value: Any, *binding: str) -> bytes:
        """The value, encrypted and bound to a place."""
        ...

    def open_json(self, blob: bytes, *binding: str) -> Any:
        """The value; raises where the blob is not of this place."""
        ...


@dataclass(frozen=True, slots=True)
class Wish:
    """What is proposed, and by whom."""

    agent_id: str
    connector_id: str
    operation_name: str
    arguments: Mapping[str, Any]
    complexity: int
    fingerprint: str
    """Of the operation's description: another one is not what was approved."""
    reason: str
    principal_id: str = ""
    run_id: str = ""
    step: int = 0
    hidden: tuple[str, ...] = ()
    """JSON pointers into ``{"arguments": …}`` that approvers do not read."""
    personal: tuple[str, ...] = ()
    """Further ones, which are not for the audit trail."""


class Approver(NamedTuple):
    """Who decides."""

    id: str
    kind: ApproverKind


class Decided(NamedTuple):
    """Where a decision left a proposal; ``awaiting`` names the approvals that are still needed."""

    state: State
    awaiting: tuple[ApproverKind, ...] = ()


def digest_of(tenant_id: str, wish: Wish) -> str:
    """What an approval is bound to: operation, arguments, description and whose credentials."""
    pinned = {
        "tenant": tenant_id,
        "connector": wish.connector_id,
        "operation": wish.operation_name,
        "description": wish.fingerprint,
        "arguments": wish.arguments,
    }
    text = json.dumps(pinned, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Proposals:
    """Makes proposals and takes decisions on them; running them is the executor's."""

    def __init__(
        self,
        store: Store,
        audit: AuditService,
        sealer: Sealer,
        *,
        lifetime: timedelta = LIFETIME,
        now: Callable[[], datetime] = now_utc,
    ) -> None:
        self._store = store
        self._audit = audit
        self._absence = Absence(store, audit)
        self._sealer = sealer
        self._lifetime = lifetime
        self._now = now

    def make(self, scope: TenantScope, wish: Wish) -> Proposal:
        """A pending proposal, written within the transaction, with its audit record."""
        now = self._now()
        made = Proposal(
            id=str(uuid4()),
            tenant_id=scope.tenant_id,
            agent_id=wish.agent_id,
            principal_id=wish.principal_id or None,
            connector_id=wish.connector_id,
            operation_name=wish.operation_name,
            complexity=wish.complexity,
            shown=for_approval({"arguments": wish.arguments}, wish.hidden)["arguments"],
            digest=digest_of(scope.tenant_id, wish),
            reason=wish.reason,
            state="pending",
            run_id=wish.run_id or None,
            step=wish.step or None,
            created_at=now,
            expires_at=now + self._lifetime,
        )
        made.sealed = self._sealer.seal_json(dict(wish.arguments), *_place(made))
        scope.session.add(made)
        scope.finish()
        self._audit.append(scope, _proposed(made, wish))
        return made

    def arguments(self, proposal: Proposal) -> dict[str, Any]:
        """The arguments that were proposed."""
        arguments: dict[str, Any] = self._sealer.open_json(proposal.sealed, *_place(proposal))
        return arguments

    def seal_outcome(self, proposal: Proposal, outcome: Mapping[str, Any]) -> bytes:
        """The answer of an execution, for the proposal's row."""
        return self._sealer.seal_json(dict(outcome), *_place(proposal), "outcome")

    def outcome(self, proposal: Proposal) -> dict[str, Any] | None:
        """The stored answer of its execution; None while there is none."""
        if proposal.outcome is None:
            return None
        found: dict[str, Any] = self._sealer.open_json(
            proposal.outcome, *_place(proposal), "outcome"
        )
        return found

    def get(self, tenant_id: str, proposal_id: str) -> Proposal:
        """A proposal. Raises :class:`NotFoundError`, also for another tenant's, which is audited."""
        with self._store.scope(tenant_id) as scope:
            self._expire(scope)
            found = rows.proposal(scope, proposal_id)
        if found is None:
            raise self._missing(tenant_id, proposal_id)
        return found

    def listed(self, tenant_id: str, *, state: str = "", most: int = 100) -> list[Proposal]:
        """The tenant's proposals, newest first."""
        with self._store.scope(tenant_id) as scope:
            self._expire(scope)
            return rows.listed(scope, state=state, most=most)

    def decide(
        self,
        tenant_id: str,
        proposal_id: str,
        approver_id: str,
        *,
        approved: bool,
        reason: str = "",
        confidence: float | None = None,
    ) -> Decided:
        """Take an approver's decision.

        Approvers are people and active autonomous agents of the tenant, never who proposed; what is
        critical needs one of each kind. A rejection is final. Raises :class:`NotFoundError`,
        :class:`ProposalExpiredError`, :class:`ProposalAlreadyDecidedError`,
        :class:`SelfApprovalDeniedError` and :class:`ApproverNotAllowedError`.
        """
        with self._store.scope(tenant_id) as scope:
            self._expire(scope)
            proposal = rows.locked(scope, proposal_id)
            # Raised after the transaction: what it wrote about a refusal stays.
            outcome = (
                None
                if proposal is None
                else self._decided(scope, proposal, approver_id, approved, reason, confidence)
            )
        if outcome is None:
            raise self._missing(tenant_id, proposal_id)
        if isinstance(outcome, PlatformError):
            raise outcome
        return outcome

    def _decided(
        self,
        scope: TenantScope,
        proposal: Proposal,
        approver_id: str,
        approved: bool,
        reason: str,
        confidence: float | None,
    ) -> Decided | PlatformError:
        approver = _approver(scope, approver_id)
        refusal = _refusal(scope, proposal, approver, approver_id)
        if refusal is not None or approver is None:
            refusal = refusal or ApproverNotAllowedError()
            self._audit.append(scope, _decision(proposal, approver_id, "blocked", refusal.code))
            return refusal
        scope.session.add(
            Approval(
                proposal_id=proposal.id,
                tenant_id=scope.tenant_id,
                approver_id=approver.id,
                kind=approver.kind,
                approved=approved,
                reason=without_sensitive(reason)[:2000],
                confidence=confidence,
                decided_at=self._now(),
            )
        )
        scope.finish()
        outcome = "approved" if approved else "rejected"
        self._audit.append(scope, _decision(proposal, approver_id, "success", outcome, confidence))
        return self._settled(scope, proposal, approved)

    def _settled(self, scope: TenantScope, proposal: Proposal, approved: bool) -> Decided:
        now = self._now()
        if not approved:
            rows.move(scope, proposal.id, "pending", "rejected", decided_at=now)
            return Decided("rejected")
        awaiting = _awaiting(proposal, rows.approvals(scope, proposal.id))
        if awaiting:
            return Decided("pending", awaiting)
        rows.move(scope, proposal.id, "pending", "approved", decided_at=now)
        scope.session.add(
            Grant(
                proposal_id=proposal.id,
                tenant_id=scope.tenant_id,
                digest=proposal.digest,
                granted_at=now,
            )
        )
        return Decided("approved")

    def _expire(self, scope: TenantScope) -> None:
        rows.expire(scope, self._now())

    def _missing(self, tenant_id: str, proposal_id: str) -> NotFoundError:
        return self._absence.error(tenant_id, Proposal, proposal_id, "Proposal not found")


def _awaiting(proposal: Proposal, approvals: Sequence[Approval]) -> tuple[ApproverKind, ...]:
    """Which kinds of approvers have not agreed yet: what is critical needs each, else any one does."""
    if proposal.complexity < CRITICAL:
        return ()
    given = frozenset[object](each.kind for each in approvals if each.approved)
    kinds: tuple[ApproverKind, ...] = get_args(ApproverKind)
    return tuple(kind for kind in kinds if kind not in given)


def _place(proposal: Proposal) -> tuple[str, ...]:
    return (proposal.tenant_id, "proposal", proposal.id)


def _approver(scope: TenantScope, approver_id: str) -> Approver | None:
    agent = scope.session.get(Agent, approver_id)
    if agent is not None:
        able = agent.status.lower() == "autonomous" and agent.state == "active"
        return Approver(agent.id, "agent") if able else None
    principal = scope.session.get(Principal, approver_id)
    if principal is not None and principal.kind == "human":
        return Approver(principal.id, "human")
    return None


def _refusal(
    scope: TenantScope, proposal: Proposal, approver: Approver | None, approver_id: str
) -> PlatformError | None:
    if proposal.state == "expired":
        return ProposalExpiredError(details={"expired_at": proposal.expires_at.isoformat()})
    if proposal.state != "pending":
        return ProposalAlreadyDecidedError(details={"state": proposal.state})
    if approver_id in (proposal.agent_id, proposal.principal_id):
        return SelfApprovalDeniedError()
    if approver is None:
        return ApproverNotAllowedError()
    if any(each.approver_id == approver.id for each in rows.approvals(scope, proposal.id)):
        return ProposalAlreadyDecidedError("You have already decided on this proposal")
    return None


def _proposed(proposal: Proposal, wish: Wish) -> Entry:
    return Entry(
        agent_id=proposal.agent_id,
        connector_id=proposal.connector_id,
        operation_name=proposal.operation_name,
        outcome="proposed",
        reason=proposal.reason,
        call_id=proposal.id,
        principal_id=proposal.principal_id or "",
        details={
            "proposal_id": proposal.id,
            "digest": proposal.digest,
            "complexity": proposal.complexity,
            "arguments": _for_audit(wish),
        },
    )


def _for_audit(wish: Wish) -> Any:
    hidden = (*wish.hidden, *wish.personal)
    return for_audit({"arguments": wish.arguments}, hidden)["arguments"]


def _decision(
    proposal: Proposal,
    approver_id: str,
    outcome: Literal["success", "blocked"],
    what: str,
    confidence: float | None = None,
) -> Entry:
    return Entry(
        agent_id=proposal.agent_id,
        connector_id=proposal.connector_id,
        operation_name=proposal.operation_name,
        kind="event",
        outcome=outcome,
        reason=f"proposal {what}" if outcome == "success" else what,
        call_id=proposal.id,
        principal_id=approver_id,
        details={"proposal_id": proposal.id, "confidence": confidence},
    )
