"""Time as a value that tests can replace: monotonic for deadlines, wall time for dates."""

import time
from typing import Protocol


class Clock(Protocol):
    """What the call engine asks about time; waiting itself is done by whoever drives the engine."""

    def monotonic(self) -> float:
        """Seconds that never go back."""
        ...

    def time(self) -> float:
        """Seconds since 1970, for dates that vendors send."""
        ...


class SystemClock:
    """The clock of this machine."""

    __slots__ = ()
    monotonic = staticmethod(time.monotonic)
    time = staticmethod(time.time)


SYSTEM_CLOCK = SystemClock()
