"""Which failures are worth another attempt, what they say about the host, and how long to wait."""

from collections.abc import Callable
from enum import Enum

from connector_runtime.client.errors import (
    APIConnectionError,
    APIError,
    APIStatusError,
    DeadlineExceededError,
    RateLimitError,
)
from connector_runtime.client.resilience.breaker import Outcome
from connector_runtime.client.resilience.settings import ResiliencePolicy

_TRANSIENT = frozenset({408, 425, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529})
_ILL = frozenset({408, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529})
_UNAVAILABLE = 503
_POLITENESS = 0.1
"""Share that is added to a wait the vendor asked for, so that not all come back at once."""


class Kind(Enum):
    """Why a call may be tried again."""

    TRANSIENT = "transient"
    """The network or the vendor failed."""
    THROTTLED = "throttled"
    """The vendor refused because there are too many requests; nothing was done."""


def kind_of(failure: APIError, *, repeatable: bool) -> Kind | None:
    """Why a failed attempt may be repeated, None when it may not.

    ``repeatable``: the vendor does no more for two such requests than for one.
    """
    if isinstance(failure, APIConnectionError):
        again = failure.retryable and (repeatable or not failure.sent)
        return Kind.TRANSIENT if again else None
    if not isinstance(failure, APIStatusError):
        return None
    if failure.vendor_retry is not None:
        return _said(failure) if failure.vendor_retry else None
    if isinstance(failure, RateLimitError):
        return Kind.THROTTLED
    again = repeatable and failure.status_code in _TRANSIENT
    return Kind.TRANSIENT if again else None


def _said(failure: APIStatusError) -> Kind:
    """``x-should-retry: true``: the vendor knows best."""
    return Kind.THROTTLED if isinstance(failure, RateLimitError) else Kind.TRANSIENT


def wait_before(
    number: int,
    kind: Kind,
    advice: float | None,
    policy: ResiliencePolicy,
    random: Callable[[], float],
) -> float:
    """Seconds between attempt ``number`` (from 1) and the next: full jitter, and never less than the
    vendor's ``advice``."""
    throttled = kind is Kind.THROTTLED
    base = policy.throttle_base if throttled else policy.transient_base
    cap = policy.throttle_cap if throttled else policy.transient_cap
    jitter = random() * min(cap, base * 2.0 ** (number - 1))
    if advice is None:
        return jitter
    return max(advice, jitter) + random() * _POLITENESS * advice


def outcome_of(failure: APIError, excused: int, policy: ResiliencePolicy) -> Outcome:
    """What a failed attempt says about its host, which was excused so often in a row before."""
    if isinstance(failure, APIConnectionError):
        ours = failure.local or isinstance(failure, DeadlineExceededError)
        return Outcome.NEUTRAL if ours and not failure.sent else Outcome.FAILURE
    if isinstance(failure, RateLimitError):
        return Outcome.NEUTRAL
    if not isinstance(failure, APIStatusError):
        return Outcome.SUCCESS
    status = failure.status_code
    if status == _UNAVAILABLE and failure.retry_after is not None and excused < policy.failures:
        return Outcome.NEUTRAL
    if status in _ILL:
        return Outcome.ERROR
    return Outcome.NEUTRAL if status >= 500 else Outcome.SUCCESS
