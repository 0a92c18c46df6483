"""Time in tests: waiting is done at once."""

import threading
import time


class VirtualClock:
    """This machine's time, and further on by all that anybody slept, or a test said."""

    def __init__(self) -> None:
        self._ahead = 0.0
        self._lock = threading.Lock()

    def monotonic(self) -> float:
        """Seconds that never go back."""
        return time.monotonic() + self._ahead

    def time(self) -> float:
        """Seconds since 1970."""
        return time.time() + self._ahead

    def move(self, seconds: float) -> None:
        """Time passes, for everybody."""
        with self._lock:
            self._ahead += seconds

    def sleep(self, seconds: float) -> None:
        """Wait without waiting."""
        self.move(seconds)

    async def asleep(self, seconds: float) -> None:
        """Wait without waiting."""
        self.move(seconds)
