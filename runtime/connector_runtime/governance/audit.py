"""The audit trail: what was asked, decided and done, per tenant, chained so that changes show."""

import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal, NamedTuple, TypeAlias
from uuid import uuid4

from connector_runtime.governance.chain import START, Finding, Line, chained, findings
from connector_runtime.governance.redaction import for_audit, without_sensitive
from connector_runtime.store import trail
from connector_runtime.store.scope import TenantScope
from connector_runtime.store.store import Store
from connector_runtime.store.tables import AuditRecord, storable

Outcome: TypeAlias = Literal["success", "error", "blocked", "proposed"]
_LONGEST_ID, _LONGEST_REASON = 200, 2_000


def now_utc() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is written down. ``details`` and ``reason`` hold nothing secret: who makes an entry has
    redacted them by what is known of the operation."""

    agent_id: str
    connector_id: str
    operation_name: str
    kind: Literal["intent", "outcome", "event"] = "outcome"
    outcome: Outcome | Literal[""] = ""
    reason: str = ""
    call_id: str = ""
    principal_id: str = ""
    details: Mapping[str, Any] = field(default_factory=dict[str, Any])


class Verification(NamedTuple):
    """What reading a whole trail found; ``head`` is signed, and can be kept elsewhere."""

    tenant_id: str
    records: int
    findings: tuple[Finding, ...]
    head: str


class AuditService:
    """Appends to the audit trails, and checks them.

    ``key`` is the secret of the chains: who has the database alone cannot forge a record.
    """

    def __init__(self, store: Store, key: bytes, *, now: Callable[[], datetime] = now_utc) -> None:
        self._store = store
        self._key = key
        self._now = now

    async def log_integration_action(
        self,
        tenant_id: str,
        agent_id: str,
        connector_id: str,
        operation_name: str,
        outcome: Outcome,
        reason: str | None = None,
        metadata: Mapping[str, Any] | None = None,
    ) -> int:
        """Write down an action; the sequence of its record.

        ``metadata`` and ``reason`` are redacted by names and shapes. Raises
        :class:`~connector_runtime.errors.StoreUnavailableError` when it cannot be written.
        """
        entry = Entry(
            agent_id,
            connector_id,
            operation_name,
            outcome=outcome,
            reason=without_sensitive(reason or ""),
            call_id=uuid4().hex,
            details=for_audit(dict(metadata or {})),
        )
        return await self._store.run(self.record, tenant_id, entry)

    def record(self, tenant_id: str, entry: Entry) -> int:
        """Write an entry in a transaction of its own; the sequence of its record."""
        with self._store.scope(tenant_id) as scope:
            return self.append(scope, entry)

    def append(self, scope: TenantScope, entry: Entry) -> int:
        """Write an entry within a transaction; the sequence of its record."""
        sequence, before = trail.head(scope, START)
        line = Line(
            sequence + 1,
            self._now(),
            entry.kind,
            entry.call_id,
            # Ids may be whatever somebody asked for: that there is none such must be written, too.
            storable(entry.agent_id, _LONGEST_ID),
            storable(entry.principal_id, _LONGEST_ID),
            storable(entry.connector_id, _LONGEST_ID),
            storable(entry.operation_name, _LONGEST_ID),
            entry.outcome,
            storable(entry.reason, _LONGEST_REASON),
            dict(entry.details),
        )
        written = chained(self._key, scope.tenant_id, before, line)
        trail.append(scope, {**line._asdict(), "hash": written})
        return line.sequence

    def newest(self, tenant_id: str, most: int = 100) -> list[AuditRecord]:
        """The last records, newest first."""
        with self._store.view(tenant_id) as scope:
            return trail.newest(scope, most)

    def verify(self, tenant_id: str, kept_head: str = "") -> Verification:
        """Read a whole trail, and compare each record with the chain.

        ``kept_head`` is the ``head`` of an earlier verification that was kept elsewhere: with it, a
        trail that was cut off together with its head is found, too.
        """
        with self._store.view(tenant_id) as scope:
            head = trail.known_head(scope, START)
            lines = ((_line(record), record.hash) for record in trail.records(scope))
            found = findings(self._key, tenant_id, lines, head)
            found += self._kept(tenant_id, kept_head, scope)
        return Verification(tenant_id, head[0], tuple(found), self._signed(tenant_id, *head))

    def _signed(self, tenant_id: str, sequence: int, hash: str) -> str:
        text = f"{tenant_id}\n{sequence}\n{hash}"
        signature = hmac.new(self._key, text.encode(), hashlib.sha256).hexdigest()
        return f"{sequence}:{hash}:{signature}"

    def _kept(self, tenant_id: str, kept: str, scope: TenantScope) -> list[Finding]:
        if not kept:
            return []
        sequence, _, rest = kept.partition(":")
        hash_ = rest.partition(":")[0]
        if not sequence.isdecimal() or kept != self._signed(tenant_id, int(sequence), hash_):
            return [Finding(0, "the kept head is not one of this trail")]
        if sequence == "0":
            return []
        at = next(trail.records(scope, after=int(sequence) - 1, most=1), None)
        if at is None or at.sequence != int(sequence) or at.hash != hash_:
            return [Finding(int(sequence), "the record that the kept head names is gone")]
        return []


def _line(record: AuditRecord) -> Line:
    return Line(
        record.sequence,
        record.at,
        record.kind,
        record.call_id,
        record.agent_id,
        record.principal_id,
        record.connector_id,
        record.operation_name,
        record.outcome,
        record.reason,
        record.details,
    )
