"""A retry budget: during an outage only so many retries leave, whoever calls how often."""

import threading


class Budget:
    """Tokens of one host. Retries spend them, successes earn them back."""

    __slots__ = ("_lock", "_most", "_tokens", "used_at")

    def __init__(self, most: int) -> None:
        self._most = most
        self._tokens = most
        self._lock = threading.Lock()
        self.used_at = 0.0

    @property
    def tokens(self) -> int:
        """What is left."""
        return self._tokens

    def spend(self, cost: int) -> bool:
        """Whether a retry may be made; then it is paid for."""
        with self._lock:
            if self._tokens < cost:
                return False
            self._tokens -= cost
            return True

    def earn(self) -> None:
        """A call succeeded."""
        if self._tokens < self._most:
            with self._lock:
                self._tokens = min(self._tokens + 1, self._most)
