"""Counts of the last 30 seconds, in ten buckets of three: constant time, constant memory."""

_BUCKETS, _SECONDS = 10, 3.0


class Window:
    """How many calls there were, how many failed, how many were slow."""

    __slots__ = ("_at", "_buckets", "calls", "failed", "slow")

    def __init__(self) -> None:
        self._buckets = [(0, 0, 0)] * _BUCKETS
        self._at: int | None = None
        self.calls = 0
        self.failed = 0
        self.slow = 0

    def add(self, now: float, *, failed: bool, slow: bool) -> None:
        """One more call. A clock that goes back does not bring buckets back."""
        at = self.move(now)
        calls, failures, laggards = self._buckets[at % _BUCKETS]
        self._buckets[at % _BUCKETS] = (calls + 1, failures + failed, laggards + slow)
        self.calls += 1
        self.failed += failed
        self.slow += slow

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
            calls, failures, laggards = self._buckets[step % _BUCKETS]
            self.calls -= calls
            self.failed -= failures
            self.slow -= laggards
            self._buckets[step % _BUCKETS] = (0, 0, 0)
        self._at = at
        return at
