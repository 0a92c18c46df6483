"""Counters of limits, one row each, counted by the database: no two callers see the same number."""

from sqlalchemy import case, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from connector_runtime.store.scope import TenantScope
from connector_runtime.store.tables import QuotaWindow


def count(scope: TenantScope, key: str, amount: int, now: float, seconds: int) -> int:
    """Add to a counter; what it is now. A window that is over begins anew."""
    dialect = postgresql if scope.dialect == "postgresql" else sqlite
    first = dialect.insert(QuotaWindow).values(
        tenant_id=scope.tenant_id, key=key, used=amount, expires_at=now + seconds
    )
    over = QuotaWindow.expires_at <= now
    counted = first.on_conflict_do_update(
        index_elements=[QuotaWindow.tenant_id, QuotaWindow.key],
        set_={
            "used": case((over, amount), else_=QuotaWindow.used + amount),
            "expires_at": case((over, now + seconds), else_=QuotaWindow.expires_at),
        },
    ).returning(QuotaWindow.used)
    used: int = scope.execute(counted).scalar_one()
    return used


def window(scope: TenantScope, key: str) -> tuple[int, float]:
    """What a counter is, and when its window ends (Unix seconds); ``(0, 0.0)`` for a new one."""
    row = scope.execute(
        select(QuotaWindow.used, QuotaWindow.expires_at).where(
            QuotaWindow.tenant_id == scope.tenant_id, QuotaWindow.key == key
        )
    ).first()
    return (0, 0.0) if row is None else (row[0], row[1])


def forget(scope: TenantScope, key: str) -> None:
    """Begin a counter anew."""
    scope.execute(
        delete(QuotaWindow).where(QuotaWindow.tenant_id == scope.tenant_id, QuotaWindow.key == key)
    )
