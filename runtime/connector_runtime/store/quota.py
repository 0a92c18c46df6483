"""Counters of limits, one row each, counted by the database: no two callers see the same number."""

from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import bindparam, case, delete, select

from connector_runtime.store.database import insertion
from connector_runtime.store.prepared import Prepared
from connector_runtime.store.scope import TenantScope
from connector_runtime.store.tables import QuotaWindow, plain


class Window(NamedTuple):
    """What a counter is, and when its window ends (Unix seconds)."""

    used: int
    ends: float


_ROWS = plain(QuotaWindow)
_MINE = (_ROWS.c.tenant_id == bindparam("tenant"), _ROWS.c.key == bindparam("name"))
_READ = Prepared(select(_ROWS.c.used, _ROWS.c.expires_at).where(*_MINE))
_FORGET = delete(_ROWS).where(*_MINE)
_FORGET_ALL = delete(_ROWS).where(_ROWS.c.tenant_id == bindparam("tenant"))


@cache
def _counted(dialect: str) -> Prepared:
    first = insertion(dialect, _ROWS).values(
        tenant_id=bindparam("tenant"),
        key=bindparam("name"),
        used=bindparam("amount"),
        expires_at=bindparam("until"),
    )
    over = _ROWS.c.expires_at <= bindparam("now")
    counted: Any = first.on_conflict_do_update(
        index_elements=["tenant_id", "key"],
        set_={
            "used": case((over, first.excluded.used), else_=_ROWS.c.used + first.excluded.used),
            "expires_at": case((over, first.excluded.expires_at), else_=_ROWS.c.expires_at),
        },
    )
    return Prepared(counted.returning(_ROWS.c.used, _ROWS.c.expires_at))


def count(scope: TenantScope, key: str, amount: int, now: float, seconds: int) -> Window:
    """Add to a counter; what it is now. A window that is over begins anew."""
    values = {"amount": amount, "until": now + seconds, "now": now}
    row = scope.execute(_counted(scope.dialect), {**_named(scope, key), **values}).one()
    return Window(row[0], row[1])


def window(scope: TenantScope, key: str) -> Window:
    """What a counter is; nothing used, and over, for a new one."""
    row = scope.execute(_READ, _named(scope, key)).first()
    return Window(0, 0.0) if row is None else Window(row[0], row[1])


def forget(scope: TenantScope, key: str) -> None:
    """Begin a counter anew."""
    scope.execute(_FORGET, _named(scope, key))


def forget_all(scope: TenantScope) -> int:
    """Begin all counters of the tenant anew; how many there were."""
    return scope.change(_FORGET_ALL, {"tenant": scope.tenant_id})


def _named(scope: TenantScope, key: str) -> dict[str, str]:
    return {"tenant": scope.tenant_id, "name": key}
