"""The two drivers of the call engine: they do what its generators ask for, and nothing else."""

import time
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from connector_runtime.client.effects import Effects, Sleep
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


def drive(effects: Effects[_T], sender: Sender) -> _T:
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
                    time.sleep(effect.seconds)
                else:
                    result = _asked(effect.function)
            except BaseException as error:
                effect = effects.throw(error)
            else:
                effect = effects.send(result)
    except StopIteration as stop:
        value: _T = stop.value
        return value


def _asked(function: Callable[[], Any]) -> Any:
    result = function()
    if hasattr(result, "__await__"):
        close = getattr(result, "close", None)
        if close is not None:
            close()
        raise ConfigurationError("asynchronous credentials need an asynchronous client")
    return result


async def drive_async(effects: Effects[_T], sender: AsyncSender) -> _T:
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
                    await _slept(effect.seconds)
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


async def _slept(seconds: float) -> None:
    import asyncio

    await asyncio.sleep(seconds)
