"""What a plan allows: operations a day, counted in the database (``limits``, fixed window)."""

import time
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from limits import RateLimitItemPerDay
from limits.storage import Storage
from limits.strategies import FixedWindowRateLimiter

from connector_runtime.errors import RateLimitExceededError
from connector_runtime.store import quota
from connector_runtime.store.scope import TenantScope

PLANS: Mapping[str, int | None] = MappingProxyType(
    {"free": 50, "solo": 500, "team": 5000, "enterprise": None}
)
"""Operations a day; None: without a limit."""
_OPERATIONS = "operations"


class Allowance(NamedTuple):
    """What is left of a limit. ``reset`` is in Unix seconds."""

    limit: int
    remaining: int
    reset: float


class AbuseProtectionService:
    """Counts a tenant's operations against its plan. ``now`` tells Unix seconds."""

    def __init__(self, *, now: Callable[[], float] = time.time) -> None:
        self._now = now

    def consume(self, scope: TenantScope, limit: int | None) -> Allowance | None:
        """Count one operation of a day that has ``limit`` of them; None where there is no limit.

        Two callers at once never get the same one. ``remaining`` is -1 when there was none left: the
        caller writes that down before it raises :meth:`exceeded`.
        """
        if limit is None:
            return None
        item = RateLimitItemPerDay(limit)
        limiter = FixedWindowRateLimiter(_Counters(scope, self._now))
        hit = limiter.hit(item, _OPERATIONS)
        stats = limiter.get_window_stats(item, _OPERATIONS)
        return Allowance(limit, stats.remaining if hit else -1, stats.reset_time)

    def exceeded(self, allowance: Allowance) -> RateLimitExceededError:
        """The error for an allowance that is used up."""
        wait = max(1.0, allowance.reset - self._now())
        return RateLimitExceededError(
            details={"limit": allowance.limit, "remaining": 0, "reset": int(allowance.reset)},
            retry_after=float(round(wait)),
        )


def daily_limit(plan: str, own: int | None) -> int | None:
    """A tenant's operations a day: its own number, else its plan's; an unknown plan is ``free``."""
    return PLANS.get(plan, PLANS["free"]) if own is None else own


class _Counters(Storage):
    """The counters of one transaction, as ``limits`` asks for them."""

    STORAGE_SCHEME = None

    def __init__(self, scope: TenantScope, now: Callable[[], float]) -> None:
        super().__init__()
        self._scope = scope
        self._now = now
        self._seen: dict[str, quota.Window] = {}

    @property
    def base_exceptions(self) -> type[Exception]:
        return Exception

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        counted = quota.count(self._scope, key, amount, self._now(), expiry)
        self._seen[key] = counted
        return counted.used

    def get(self, key: str) -> int:
        seen = self._window(key)
        return seen.used if seen.ends > self._now() else 0

    def get_expiry(self, key: str) -> float:
        return max(self._window(key).ends, self._now())

    def _window(self, key: str) -> quota.Window:
        if key not in self._seen:
            self._seen[key] = quota.window(self._scope, key)
        return self._seen[key]

    def check(self) -> bool:
        return True

    def reset(self) -> int | None:
        self._seen.clear()
        return quota.forget_all(self._scope)

    def clear(self, key: str) -> None:
        self._seen.pop(key, None)
        quota.forget(self._scope, key)
