"""The two drivers of the call engine: they do what its generators ask for, and nothing else."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol, TypeVar

from connector_runtime.client.clock import SYSTEM_CLOCK, Clock
from connector_runtime.client.effects import Effects, Sleep, Turn
from connector_runtime.client.errors import ConfigurationError
from connector_runtime.client.messages import HttpReply, HttpRequest

_T = TypeVar("_T")


class Sender(Protocol):
    """Sends requests, blocking."""

    def send(self, request: HttpRequest) -> HttpReply:
        """The reply. Raises what is derived from ``APIError``."""
        ...

    def close(self) -> None:
        """Let go of connections."""
        ...


class AsyncSender(Protocol):
    """Sends requests, awaiting."""

    async def send(self, request: HttpRequest) -> HttpReply:
        """The reply. Raises what is derived from ``APIError``."""
        ...

    async def aclose(self) -> None:
        """Let go of connections."""
        ...


def drive(effects: Effects[_T], sender: Sender, clock: Clock = SYSTEM_CLOCK) -> _T:
    """Run to the end, blocking."""
    send = sender.send
    try:
        effect = next(effects)
        while True:
            try:
                result: Any = None
                if isinstance(effect, HttpRequest):
                    result = send(effect)
                elif isinstance(effect, Sleep):
                    clock.sleep(effect.seconds)
                elif isinstance(effect, Turn):
                    result = _waited(effect)
                else:
                    result = _asked(effect.function)
            except BaseException as error:
                effect = effects.throw(error)
            else:
                effect = effects.send(result)
    except StopIteration as stop:
        value: _T = stop.value
        return value


def _waited(turn: Turn) -> bool:
    import threading

    reached = threading.Event()
    if turn.bulkhead.subscribe(turn.ticket, reached.set):
        reached.wait(turn.seconds)
    return turn.ticket.granted


def _asked(function: Callable[[], Any]) -> Any:
    result = function()
    if hasattr(result, "__await__"):
        close = getattr(result, "close", None)
        if close is not None:
            close()
        raise ConfigurationError("asynchronous credentials need an asynchronous client")
    return result


async def drive_async(effects: Effects[_T], sender: AsyncSender, clock: Clock = SYSTEM_CLOCK) -> _T:
    """Run to the end, awaiting."""
    send = sender.send
    try:
        effect = next(effects)
        while True:
            try:
                result: Any = None
                if isinstance(effect, HttpRequest):
                    result = await send(effect)
                elif isinstance(effect, Sleep):
                    await clock.asleep(effect.seconds)
                elif isinstance(effect, Turn):
                    result = await _awaited(effect)
                else:
                    result = effect.function()
                    if hasattr(result, "__await__"):
                        result = await result
            except BaseException as error:
                effect = effects.throw(error)
            else:
                effect = effects.send(result)
    except StopIteration as stop:
        value: _T = stop.value
        return value


async def _awaited(turn: Turn) -> bool:
    import asyncio

    loop = asyncio.get_running_loop()
    reached = asyncio.Event()
    if turn.bulkhead.subscribe(turn.ticket, lambda: loop.call_soon_threadsafe(reached.set)):
        with suppress(TimeoutError):
            async with asyncio.timeout(turn.seconds):
                await reached.wait()
    return turn.ticket.granted
