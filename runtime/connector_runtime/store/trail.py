"""The audit trail's rows: appended, read, never changed."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from connector_runtime.store.database import insertion
from connector_runtime.store.prepared import Prepared
from connector_runtime.store.scope import TenantScope
from connector_runtime.store.tables import AuditHead, AuditRecord, plain

_AT_ONCE = 1_000
"""Rows that are held in memory while a trail is read."""


_HEADS = plain(AuditHead)
_FOUND = select(_HEADS.c.sequence, _HEADS.c.hash).where(_HEADS.c.tenant_id == bindparam("tenant"))
_HEAD, _LOCKED_HEAD = Prepared(_FOUND), Prepared(_FOUND.with_for_update())
_APPEND = Prepared(insert(plain(AuditRecord)))
_MOVE = Prepared(
    update(_HEADS)
    .where(_HEADS.c.tenant_id == bindparam("tenant"))
    .values(sequence=bindparam("at"), hash=bindparam("by"))
)


def head(scope: TenantScope, start: str) -> tuple[int, str]:
    """Sequence and hash of the last record, locked until the transaction ends.

    ``start`` is the hash of an empty trail.
    """
    row = scope.execute(_LOCKED_HEAD, {"tenant": scope.tenant_id}).first()
    if row is None:
        _begin(scope, start)
        row = scope.execute(_LOCKED_HEAD, {"tenant": scope.tenant_id}).one()
    return row[0], row[1]


def _begin(scope: TenantScope, start: str) -> None:
    first = insertion(scope.dialect, AuditHead).values(
        tenant_id=scope.tenant_id, sequence=0, hash=start
    )
    # Two first records at once: the second one waits for the head of the first.
    scope.execute(first.on_conflict_do_nothing())


def append(scope: TenantScope, values: Mapping[str, Any]) -> None:
    """Add a record, and move the head to it: ``values`` are its columns but the tenant."""
    scope.execute(_APPEND, {"tenant_id": scope.tenant_id, **values})
    moved = {"tenant": scope.tenant_id, "at": values["sequence"], "by": values["hash"]}
    scope.execute(_MOVE, moved)


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
    row = scope.execute(_HEAD, {"tenant": scope.tenant_id}).first()
    return (0, start) if row is None else (row[0], row[1])
