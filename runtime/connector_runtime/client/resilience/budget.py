"""A retry budget: during an outage only so many retries leave, whoever calls how often."""

import threading


class Budget:
    """What was spent on the retries of one host, and not yet earned back by successes."""

    __slots__ = ("_lock", "_spent")

    def __init__(self) -> None:
        self._spent = 0
        self._lock = threading.Lock()

    @property
    def spent(self) -> int:
        """Tokens that successes have to earn back."""
        return self._spent

    def spend(self, cost: int, most: int) -> bool:
        """Whether a retry may be made out of ``most`` tokens; then it is paid for."""
        with self._lock:
            if self._spent + cost > most:
                return False
            self._spent += cost
            return True

    def earn(self) -> None:
        """A call succeeded: one token comes back."""
        if self._spent:
            with self._lock:
                self._spent = max(self._spent - 1, 0)
