"""A rate limiter: a token bucket, and a time before which the vendor wants no more requests.

One for each credential of a connector, because that is what vendors count. The bucket is kept as the
time at which it will be full again (the generic cell rate algorithm): one number, no timer.
"""

import threading


class Limiter:
    """How long a request has to wait. Without a rate it only obeys what the vendor said."""

    __slots__ = ("_full_at", "_lock", "_not_before", "used_at")

    def __init__(self) -> None:
        self._full_at = 0.0
        self._not_before = 0.0
        self._lock = threading.Lock()
        self.used_at = 0.0

    @property
    def not_before(self) -> float:
        """The time before which the vendor wants nothing; 0 when it never said so."""
        return self._not_before

    def take(self, now: float, rate: float | None, burst: int) -> float:
        """Seconds to wait before asking again; 0: the request may be sent, and is counted.

        ``rate`` is in requests a second, None for no limit of ours; ``burst`` may be sent at once.
        """
        self.used_at = now
        if rate is None:
            return max(self._not_before - now, 0.0)
        interval = 1.0 / rate
        with self._lock:
            full_at = max(self._full_at, now)
            wait = max(full_at - (burst - 1) * interval, self._not_before) - now
            if wait > 1e-9:
                return wait
            self._full_at = full_at + interval
            return 0.0

    def hold(self, until: float) -> None:
        """The vendor wants nothing before that time."""
        with self._lock:
            self._not_before = max(self._not_before, until)

    def at_rest(self, now: float) -> bool:
        """Whether nothing is lost when it is forgotten."""
        return self._not_before <= now and self._full_at <= now
