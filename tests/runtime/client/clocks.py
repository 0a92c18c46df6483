"""A clock that moves on when somebody waits, so that no test has to."""

import time
from dataclasses import dataclass, field


@dataclass
class FakeClock:
    """Starts at this machine's time; sleeping takes none of it."""

    monotonic_time: float = field(default_factory=time.monotonic)
    wall_time: float = 1_800_000_000.0
    slept: list[float] = field(default_factory=list[float])

    def monotonic(self) -> float:
        """Seconds that never go back, but by the hand of a test."""
        return self.monotonic_time

    def time(self) -> float:
        """Seconds since 1970."""
        return self.wall_time

    def move(self, seconds: float) -> None:
        """Time passes."""
        self.monotonic_time += seconds
        self.wall_time += seconds

    def sleep(self, seconds: float) -> None:
        """Somebody waits."""
        self.slept.append(seconds)
        self.move(seconds)

    async def asleep(self, seconds: float) -> None:
        """Somebody waits, letting others run."""
        self.sleep(seconds)
