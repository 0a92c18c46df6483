"""What runs of this process and those who wait for them tell each other, without a database between.

Signals are hints: who misses one finds the same in the host's records, a little later.
"""

import asyncio
from collections.abc import Generator
from contextlib import contextmanager
from typing import TypeAlias, TypeVar

from connector_runtime.workflows.host import RunState, Waiting

_Key = TypeVar("_Key")
_Member = TypeVar("_Member")
News: TypeAlias = RunState | Exception
"""A run paused or ended, or what broke it off."""


class Signals:
    """Of one event loop. It also knows how many runs would be hurt by being interrupted now."""

    def __init__(self) -> None:
        self._decisions: dict[Waiting, list[asyncio.Event]] = {}
        self._listeners: dict[str, list[asyncio.Queue[News]]] = {}
        self._busy = 0
        self._calm = asyncio.Event()
        self._calm.set()

    @property
    def waiting(self) -> list[Waiting]:
        """The runs that wait for a decision."""
        return list(self._decisions)

    @contextmanager
    def expecting(self, waiting: Waiting) -> Generator[asyncio.Event]:
        """Sets the event whenever there may be a decision."""
        event = asyncio.Event()
        with _among(self._decisions, waiting, event):
            yield event

    def decide(self, waiting: Waiting) -> None:
        """There may be a decision; nothing happens when nobody waits for it."""
        for event in self._decisions.get(waiting, []):
            event.set()

    async def wait(self, decision: asyncio.Event, seconds: float | None) -> None:
        """Until the event is set, or for so long."""
        with self.resting():
            try:
                await asyncio.wait_for(decision.wait(), seconds)
            except TimeoutError:
                return

    @contextmanager
    def listening(self, run_id: str) -> Generator[asyncio.Queue[News]]:
        """What is told of a run from now on."""
        queue: asyncio.Queue[News] = asyncio.Queue()
        with _among(self._listeners, run_id, queue):
            yield queue

    def tell(self, state: RunState) -> None:
        """A run paused or ended."""
        self._tell(state.run_id, state)

    def tell_broken(self, run_id: str, error: Exception) -> None:
        """A run broke off; its record does not say so."""
        self._tell(run_id, error)

    def _tell(self, run_id: str, news: News) -> None:
        for queue in self._listeners.get(run_id, []):
            queue.put_nowait(news)

    def begin(self) -> None:
        """A run is at work."""
        self._busy += 1
        self._calm.clear()

    def end(self) -> None:
        """A run is at work no more."""
        self._busy -= 1
        if not self._busy:
            self._calm.set()

    @contextmanager
    def resting(self) -> Generator[None]:
        """A run does nothing that an interruption would repeat."""
        self.end()
        try:
            yield
        finally:
            self.begin()

    async def calm(self, seconds: float) -> None:
        """Until no run is at work, or for so long."""
        try:
            await asyncio.wait_for(self._calm.wait(), seconds)
        except TimeoutError:
            return


@contextmanager
def _among(groups: dict[_Key, list[_Member]], key: _Key, member: _Member) -> Generator[None]:
    """With the member in the group of the key; there are no empty groups."""
    group = groups.setdefault(key, [])
    group.append(member)
    try:
        yield
    finally:
        group.remove(member)
        if not group:
            del groups[key]
