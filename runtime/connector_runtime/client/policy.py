"""Whether a failed attempt is followed by another one."""

from typing import Protocol

from connector_runtime.client.errors import APIError
from connector_runtime.client.operation import Operation


class Policy(Protocol):
    """Asked after each attempt that failed, while attempts and time are left."""

    @property
    def max_attempts(self) -> int:
        """At most so many attempts for one call."""
        ...

    def delay(self, operation: Operation, failure: APIError, attempts: int) -> float | None:
        """Seconds to wait before the next attempt, None to give up. ``attempts`` were made."""
        ...


class OneAttempt:
    """Every failure is the caller's."""

    __slots__ = ()

    @property
    def max_attempts(self) -> int:
        """One."""
        return 1

    def delay(self, operation: Operation, failure: APIError, attempts: int) -> float | None:
        """Never again."""
        return None


ONE_ATTEMPT = OneAttempt()
