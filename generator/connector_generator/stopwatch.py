"""How long each stage took, in CPU seconds of this process and wall seconds of its children."""

import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class Stopwatch:
    """Tells ``announce`` the name of each stage as it begins, and keeps its seconds."""

    announce: Callable[[str], None] = lambda _: None
    timings: list[tuple[str, float]] = field(default_factory=list[tuple[str, float]])

    @contextmanager
    def stage(self, name: str) -> Generator[None]:
        """Time one stage."""
        self.announce(name)
        start = time.perf_counter()
        try:
            yield
        finally:
            self.timings.append((name, time.perf_counter() - start))
