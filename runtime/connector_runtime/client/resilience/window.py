"""Counts of the last 30 seconds, in ten buckets of three: constant time, constant memory."""

_BUCKETS, _SECONDS = 10, 3.0


class Window:
    """How many calls there were, how many failed, how many were slow."""

    __slots__ = ("_at", "_calls", "_failed", "_slow", "calls", "failed", "slow")

    def __init__(self) -> None:
        self._calls = [0] * _BUCKETS
        self._failed = [0] * _BUCKETS
        self._slow = [0] * _BUCKETS
        self._at: int | None = None
        self.calls = 0
        self.failed = 0
        self.slow = 0

    def add(self, now: float, *, failed: bool = False, slow: bool = False) -> None:
        """One more call. A clock that goes back does not bring buckets back."""
        bucket = self.move(now) % _BUCKETS
        self._calls[bucket] += 1
        self.calls += 1
        if failed:
            self._failed[bucket] += 1
            self.failed += 1
        if slow:
            self._slow[bucket] += 1
            self.slow += 1

    def move(self, now: float) -> int:
        """Forget the buckets whose time is over; the number of the current one."""
        at = int(now // _SECONDS)
        last = self._at
        if last is None:
            self._at = at
            return at
        if at <= last:
            return last
        for step in range(last + 1, min(at, last + _BUCKETS) + 1):
            bucket = step % _BUCKETS
            self.calls -= self._calls[bucket]
            self.failed -= self._failed[bucket]
            self.slow -= self._slow[bucket]
            self._calls[bucket] = self._failed[bucket] = self._slow[bucket] = 0
        self._at = at
        return at
