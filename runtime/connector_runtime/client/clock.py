"""Time as a value that tests can replace: monotonic for deadlines, wall time for dates, and waiting."""

import time
from typing import Protocol


class Clock(Protocol):
    """What a client knows about time. A test's clock may move on without anybody waiting."""

    def monotonic(self) -> float:
        """Seconds that never go back."""
        ...

    def time(self) -> float:
        """Seconds since 1970, for dates that vendors send."""
        ...

    def sleep(self, seconds: float) -> None:
        """Wait, blocking."""
        ...

    async def asleep(self, seconds: float) -> None:
        """Wait, letting other tasks run."""
        ...


class SystemClock:
    """The clock of this machine."""

    __slots__ = ()
    monotonic = staticmethod(time.monotonic)
    time = staticmethod(time.time)

    def sleep(self, seconds: float) -> None:
        """Wait, blocking."""
        time.sleep(seconds)

    async def asleep(self, seconds: float) -> None:
        """Wait, letting other tasks run."""
        import asyncio

        await asyncio.sleep(seconds)


SYSTEM_CLOCK = SystemClock()
