"""What the call engine asks of the world; the two shells are the only ones that do it."""

from collections.abc import Callable, Generator
from typing import Any, TypeAlias, TypeVar

from connector_runtime.client.messages import HttpRequest
from connector_runtime.client.resilience.bulkhead import Bulkhead, Ticket

_T = TypeVar("_T")


class Sleep:
    """Wait so many seconds."""

    __slots__ = ("seconds",)

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds


class Turn:
    """Wait for the turn of a ticket, at most so many seconds; the result is whether it came."""

    __slots__ = ("bulkhead", "seconds", "ticket")

    def __init__(self, bulkhead: Bulkhead, ticket: Ticket, seconds: float) -> None:
        self.bulkhead = bulkhead
        self.ticket = ticket
        self.seconds = seconds


class Ask:
    """Call a function of the user; what it returns may have to be awaited."""

    __slots__ = ("function",)

    def __init__(self, function: Callable[[], Any]) -> None:
        self.function = function


Effect: TypeAlias = HttpRequest | Sleep | Turn | Ask
"""A request is sent and answered with an :class:`~connector_runtime.client.messages.HttpReply`."""

Effects: TypeAlias = Generator[Effect, Any, _T]
"""A computation that yields what to do next and is sent the result."""
