"""The audit trail's rows: appended, read, never changed."""

from collections.abc import Iterator

from sqlalchemy import insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from connector_runtime.store.scope import TenantScope
from connector_runtime.store.tables import AuditHead, AuditRecord

_AT_ONCE = 1_000
"""Rows that are held in memory while a trail is read."""


def head(scope: TenantScope, start: str) -> tuple[int, str]:
    """Sequence and hash of the last record, locked until the transaction ends.

    ``start`` is the hash of an empty trail.
    """
    mine = AuditHead.tenant_id == scope.tenant_id
    question = select(AuditHead.sequence, AuditHead.hash).where(mine).with_for_update()
    row = scope.execute(question).first()
    if row is None:
        _begin(scope, start)
        row = scope.execute(question).one()
    return row[0], row[1]


def _begin(scope: TenantScope, start: str) -> None:
    dialect = postgresql if scope.dialect == "postgresql" else sqlite
    first = dialect.insert(AuditHead).values(tenant_id=scope.tenant_id, sequence=0, hash=start)
    # Two first records at once: the second one waits for the head of the first.
    scope.execute(first.on_conflict_do_nothing())


def append(scope: TenantScope, values: dict[str, object]) -> None:
    """Add a record, and move the head to it: ``values`` are its columns but the tenant."""
    scope.execute(insert(AuditRecord).values(tenant_id=scope.tenant_id, **values))
    scope.execute(
        update(AuditHead)
        .where(AuditHead.tenant_id == scope.tenant_id)
        .values(sequence=values["sequence"], hash=values["hash"])
    )


def records(
    scope: TenantScope, *, after: int = 0, most: int | None = None
) -> Iterator[AuditRecord]:
    """The records after a sequence, oldest first."""
    question = (
        select(AuditRecord)
        .where(AuditRecord.tenant_id == scope.tenant_id, AuditRecord.sequence > after)
        .order_by(AuditRecord.sequence)
        .limit(most)
        .execution_options(yield_per=_AT_ONCE)
    )
    yield from scope.session.scalars(question)


def newest(scope: TenantScope, most: int) -> list[AuditRecord]:
    """The last records, newest first."""
    question = (
        select(AuditRecord)
        .where(AuditRecord.tenant_id == scope.tenant_id)
        .order_by(AuditRecord.sequence.desc())
        .limit(most)
    )
    return list(scope.session.scalars(question))


def known_head(scope: TenantScope, start: str) -> tuple[int, str]:
    """Where the trail is known to end, without a lock."""
    mine = AuditHead.tenant_id == scope.tenant_id
    row = scope.execute(select(AuditHead.sequence, AuditHead.hash).where(mine)).first()
    return (0, start) if row is None else (row[0], row[1])
