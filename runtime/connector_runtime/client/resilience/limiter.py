"""A rate limiter: a token bucket, and a time before which the vendor wants no more requests.

One for each credential of a connector, because that is what vendors count.
"""

import threading


class Limiter:
    """How long a request has to wait. Without a rate it only obeys what the vendor said."""

    __slots__ = ("_burst", "_free_at", "_interval", "_lock", "_not_before", "used_at")

    def __init__(self, rate: float | None, burst: int) -> None:
        self._interval = 1.0 / rate if rate else 0.0
        self._burst = burst
        self._free_at = 0.0
        """When the bucket will have been full again (the theoretical arrival time of GCRA)."""
        self._not_before = 0.0
        self._lock = threading.Lock()
        self.used_at = 0.0

    def wait(self, now: float) -> float:
        """Seconds until a request may be sent; 0: now. Takes nothing."""
        if not self._interval and self._not_before <= now:
            return 0.0
        with self._lock:
            return max(self._not_before - now, self._earliest(now) - now, 0.0)

    def take(self, now: float) -> float:
        """As :meth:`wait`; where that is 0 the request is counted."""
        self.used_at = now
        if not self._interval and self._not_before <= now:
            return 0.0
        with self._lock:
            wait = max(self._not_before - now, self._earliest(now) - now)
            if wait > 0:
                return wait
            if self._interval:
                self._free_at = max(self._free_at, now) + self._interval
            return 0.0

    def _earliest(self, now: float) -> float:
        if not self._interval:
            return now
        return max(self._free_at, now) - (self._burst - 1) * self._interval

    def hold(self, until: float) -> None:
        """The vendor wants nothing before that time."""
        with self._lock:
            self._not_before = max(self._not_before, until)

    @property
    def not_before(self) -> float:
        """The time before which the vendor wants nothing; 0 when it never said so."""
        return self._not_before
