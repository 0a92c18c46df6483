"""Calls between intent and outcome, and the outcomes of a run's steps."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, insert, select, update

from connector_runtime.store.prepared import Prepared
from connector_runtime.store.scope import TenantScope
from connector_runtime.store.tables import Call, Run, plain


class Before(NamedTuple):
    """What is known of an earlier call of the same step."""

    id: str
    state: str
    worker: str
    ends_at: datetime
    result: bytes | None


_CALLS = plain(Call)
_OPEN = Prepared(insert(_CALLS))
_CLOSE = Prepared(
    delete(_CALLS).where(
        _CALLS.c.tenant_id == bindparam("tenant"), _CALLS.c.id == bindparam("call")
    )
)


def open_call(scope: TenantScope, values: Mapping[str, Any]) -> None:
    """Write that a call is about to be made: ``values`` are the row's columns but the tenant."""
    scope.execute(_OPEN, {"tenant_id": scope.tenant_id, "state": "open", **values})


def of_step(scope: TenantScope, run_id: str, step: int) -> Before | None:
    """The call of a step, if one was begun."""
    row = scope.execute(
        select(Call.id, Call.state, Call.worker, Call.ends_at, Call.result)
        .where(Call.tenant_id == scope.tenant_id, Call.run_id == run_id, Call.step == step)
        .with_for_update()
    ).first()
    return None if row is None else Before(*row)


def close(scope: TenantScope, call_id: str) -> bool:
    """Forget a call that is over; whether it was still open."""
    return scope.change(_CLOSE, {"tenant": scope.tenant_id, "call": call_id}) == 1


def settle(scope: TenantScope, call_id: str, state: str, result: bytes | None = None) -> bool:
    """Keep what became of a step's call: ``done`` or ``unknown``; whether it was still open."""
    mine = (Call.tenant_id == scope.tenant_id, Call.id == call_id, Call.state == "open")
    return scope.change(update(Call).where(*mine).values(state=state, result=result)) == 1


def run_goes_on(scope: TenantScope, run_id: str) -> bool:
    """Whether a run will come back to its step by itself."""
    status = scope.execute(
        select(Run.status).where(Run.tenant_id == scope.tenant_id, Run.id == run_id)
    ).scalar()
    return status in ("running", "paused")
