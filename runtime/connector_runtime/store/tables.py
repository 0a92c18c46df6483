"""The tables: one class each. Their rows are read as they are, and changed by statements only.

Everything that belongs to a tenant carries ``tenant_id`` first in its primary key or in an index, so
that no query can be both quick and blind to the tenant.
"""

from datetime import UTC, datetime
from typing import Any, ClassVar, cast

import sqlalchemy
from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    String,
    TypeDecorator,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


def storable(text: str, longest: int | None = None) -> str:
    """The text as every database takes it: no NUL, no half of a surrogate pair, not too long."""
    if not text.isascii() or "\0" in text:
        text = text.replace("\0", "\ufffd").encode("utf-8", "replace").decode()
    return text[:longest]


class Text(TypeDecorator[str]):
    """Text that may come from anybody: what no database takes is asked for, and found nowhere."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else storable(value)


_ID = Text(200)
_WORD = Text(64)


class UTCDateTime(TypeDecorator[datetime]):
    """An aware time in UTC, also where the database keeps no zone (SQLite)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time needs its zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Table(DeclarativeBase):
    """All tables."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: UTCDateTime, dict[str, Any]: JSON}


def plain(table: type[Table]) -> sqlalchemy.Table:
    """The table itself, for statements on the hot path: those of its class cost several times more."""
    return cast("sqlalchemy.Table", table.__table__)


class TenantOwned:
    """What belongs to one tenant."""

    tenant_id: Mapped[str] = mapped_column(_ID, ForeignKey("tenants.id"))


class KeyCheck(Table):
    """Which master keys this database was written with: another one is noticed at the start."""

    __tablename__ = "key_checks"

    key_id: Mapped[str] = mapped_column(_WORD, primary_key=True)
    check: Mapped[str] = mapped_column(String(64))


class Tenant(Table):
    """A customer; the unit of isolation."""

    __tablename__ = "tenants"

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    name: Mapped[str] = mapped_column(Text(200))
    plan: Mapped[str] = mapped_column(_WORD)
    """``free``, ``solo``, ``team`` or ``enterprise``."""
    operations_per_day: Mapped[int | None] = mapped_column(Integer)
    """Instead of the plan's own number."""
    created_at: Mapped[datetime]


class Agent(TenantOwned, Table):
    """An AI agent. Its id is unique among all tenants: a request under another one's is noticed."""

    __tablename__ = "agents"
    __table_args__ = (Index("agents_of_tenant", "tenant_id"),)

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    name: Mapped[str] = mapped_column(Text(200))
    status: Mapped[str] = mapped_column(_WORD)
    """Its maturity: ``student``, ``intern``, ``supervised`` or ``autonomous``."""
    state: Mapped[str] = mapped_column(_WORD, default="active")
    """``active``, ``paused`` or ``stopped``."""
    version: Mapped[int] = mapped_column(Integer, default=1)
    """Counts changes, so that a cached row is known to be old."""
    created_at: Mapped[datetime]


class Principal(TenantOwned, Table):
    """Who holds a key: a person, or a service that runs agents."""

    __tablename__ = "principals"
    __table_args__ = (Index("principals_of_tenant", "tenant_id"),)

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    name: Mapped[str] = mapped_column(Text(200))
    kind: Mapped[str] = mapped_column(_WORD)
    """``human`` or ``service``; people may approve proposals."""
    created_at: Mapped[datetime]


class ActingAs(TenantOwned, Table):
    """Which agents a principal may act as."""

    __tablename__ = "acting_as"

    principal_id: Mapped[str] = mapped_column(_ID, ForeignKey("principals.id"), primary_key=True)
    agent_id: Mapped[str] = mapped_column(_ID, ForeignKey("agents.id"), primary_key=True)


class APIKey(TenantOwned, Table):
    """A bearer key, as its hash."""

    __tablename__ = "api_keys"
    __table_args__ = (Index("api_keys_of_tenant", "tenant_id"),)

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    principal_id: Mapped[str] = mapped_column(_ID, ForeignKey("principals.id"))
    secret_hash: Mapped[str] = mapped_column(String(64))
    """SHA-256 of the secret half, in hex: it has 256 random bits, so no salt or stretching helps."""
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class TenantIntegration(TenantOwned, Table):
    """A connector that a tenant has enabled."""

    __tablename__ = "tenant_integrations"

    tenant_id: Mapped[str] = mapped_column(_ID, ForeignKey("tenants.id"), primary_key=True)
    connector_id: Mapped[str] = mapped_column(_ID, primary_key=True)
    is_active: Mapped[bool] = mapped_column(default=True)
    credential_type: Mapped[str] = mapped_column(_WORD)
    """``none``, ``api_key``, ``bearer``, ``basic`` or ``oauth2``."""
    created_at: Mapped[datetime]


class Connection(TenantOwned, Table):
    """A tenant's credentials for a connector, encrypted, with the settings that are no secret."""

    __tablename__ = "connections"
    __table_args__ = (
        ForeignKeyConstraint(
            ["tenant_id", "connector_id"],
            ["tenant_integrations.tenant_id", "tenant_integrations.connector_id"],
        ),
    )

    tenant_id: Mapped[str] = mapped_column(_ID, ForeignKey("tenants.id"), primary_key=True)
    connector_id: Mapped[str] = mapped_column(_ID, primary_key=True)
    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    version: Mapped[int] = mapped_column(Integer)
    """Counts changes; the ciphertext is bound to it."""
    key_id: Mapped[str] = mapped_column(_WORD)
    wrapped_key: Mapped[bytes] = mapped_column(LargeBinary)
    ciphertext: Mapped[bytes] = mapped_column(LargeBinary)
    settings: Mapped[dict[str, Any]]
    """``base_url`` and client parameters."""
    created_at: Mapped[datetime]


class Proposal(TenantOwned, Table):
    """What an agent asks to do, pinned, until somebody decides."""

    __tablename__ = "proposals"
    __table_args__ = (Index("proposals_of_tenant", "tenant_id", "state", "agent_id"),)

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    agent_id: Mapped[str] = mapped_column(_ID)
    principal_id: Mapped[str | None] = mapped_column(_ID)
    """Who sent the agent's request, where that is known."""
    connector_id: Mapped[str] = mapped_column(_ID)
    operation_name: Mapped[str] = mapped_column(_ID)
    complexity: Mapped[int] = mapped_column(Integer)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    """The arguments, encrypted."""
    shown: Mapped[dict[str, Any]]
    """The arguments as an approver reads them: redacted."""
    digest: Mapped[str] = mapped_column(String(64))
    reason: Mapped[str] = mapped_column(Text(500))
    state: Mapped[str] = mapped_column(_WORD)
    run_id: Mapped[str | None] = mapped_column(_ID)
    step: Mapped[int | None] = mapped_column(Integer)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    outcome: Mapped[bytes | None] = mapped_column(LargeBinary)
    """The answer of its execution, encrypted."""


class Approval(TenantOwned, Table):
    """One approver's decision on a proposal."""

    __tablename__ = "approvals"

    proposal_id: Mapped[str] = mapped_column(_ID, ForeignKey("proposals.id"), primary_key=True)
    approver_id: Mapped[str] = mapped_column(_ID, primary_key=True)
    kind: Mapped[str] = mapped_column(_WORD)
    """``human`` or ``agent``."""
    approved: Mapped[bool]
    reason: Mapped[str] = mapped_column(Text(2000))
    confidence: Mapped[float | None]
    decided_at: Mapped[datetime]


class Grant(TenantOwned, Table):
    """The right to run an approved proposal once."""

    __tablename__ = "grants"

    proposal_id: Mapped[str] = mapped_column(_ID, ForeignKey("proposals.id"), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64))
    granted_at: Mapped[datetime]
    consumed_at: Mapped[datetime | None]


class AuditRecord(TenantOwned, Table):
    """One line of a tenant's audit trail; never changed, never deleted (a trigger sees to it)."""

    __tablename__ = "audit"
    __table_args__ = (Index("audit_of_call", "tenant_id", "call_id"),)

    tenant_id: Mapped[str] = mapped_column(_ID, ForeignKey("tenants.id"), primary_key=True)
    sequence: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    """From 1, without a gap."""
    at: Mapped[datetime]
    kind: Mapped[str] = mapped_column(_WORD)
    """``intent``, ``outcome`` or ``event``."""
    call_id: Mapped[str] = mapped_column(_ID)
    agent_id: Mapped[str] = mapped_column(_ID)
    principal_id: Mapped[str] = mapped_column(_ID)
    connector_id: Mapped[str] = mapped_column(_ID)
    operation_name: Mapped[str] = mapped_column(_ID)
    outcome: Mapped[str] = mapped_column(_WORD)
    """``success``, ``error``, ``blocked`` or ``proposed``; of an intent: empty."""
    reason: Mapped[str] = mapped_column(Text(2000))
    details: Mapped[dict[str, Any]]
    hash: Mapped[str] = mapped_column(String(64))
    """HMAC-SHA256 over the previous hash and this record, in hex."""


class AuditHead(TenantOwned, Table):
    """Where a tenant's audit trail ends: what was cut off is missed."""

    __tablename__ = "audit_heads"

    tenant_id: Mapped[str] = mapped_column(_ID, ForeignKey("tenants.id"), primary_key=True)
    sequence: Mapped[int] = mapped_column(BigInteger)
    hash: Mapped[str] = mapped_column(String(64))


class QuotaWindow(TenantOwned, Table):
    """How much of a limit is used."""

    __tablename__ = "quota"

    tenant_id: Mapped[str] = mapped_column(_ID, ForeignKey("tenants.id"), primary_key=True)
    key: Mapped[str] = mapped_column(_ID, primary_key=True)
    used: Mapped[int] = mapped_column(Integer)
    expires_at: Mapped[float]
    """Unix seconds."""


class Call(TenantOwned, Table):
    """A call whose intent is written, and whose outcome is not; and what became of a run's steps."""

    __tablename__ = "calls"
    __table_args__ = (Index("calls_of_step", "tenant_id", "run_id", "step", unique=True),)

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    agent_id: Mapped[str] = mapped_column(_ID)
    principal_id: Mapped[str] = mapped_column(_ID)
    connector_id: Mapped[str] = mapped_column(_ID)
    operation_name: Mapped[str] = mapped_column(_ID)
    proposal_id: Mapped[str | None] = mapped_column(_ID)
    run_id: Mapped[str | None] = mapped_column(_ID)
    step: Mapped[int | None] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(_WORD)
    """``open``; of a run's step also ``done`` and ``unknown``. Other calls end with their row."""
    worker: Mapped[str] = mapped_column(_ID)
    """Which process made it."""
    ends_at: Mapped[datetime]
    """When it is over at the latest, if its process lives."""
    result: Mapped[bytes | None] = mapped_column(LargeBinary)
    """Of a step that is done, encrypted: a run that is played again does not call again."""


class Run(TenantOwned, Table):
    """One execution of a workflow."""

    __tablename__ = "runs"
    __table_args__ = (Index("runs_of_plan", "tenant_id", "agent_id", "digest", "status"),)

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    agent_id: Mapped[str] = mapped_column(_ID)
    principal_id: Mapped[str | None] = mapped_column(_ID)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    """The steps, encrypted."""
    digest: Mapped[str] = mapped_column(String(64))
    status: Mapped[str] = mapped_column(_WORD)
    """``running``, ``paused``, ``completed`` or ``failed``."""
    total_steps: Mapped[int] = mapped_column(Integer)
    step: Mapped[int] = mapped_column(Integer)
    """The step it is at; of a failed or paused run: where it can be resumed."""
    proposal_id: Mapped[str | None] = mapped_column(_ID)
    results: Mapped[bytes | None] = mapped_column(LargeBinary)
    """Of a paused or ended run, encrypted."""
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
