"""The raw response: status and header fields beside the value a method returns."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any, Generic, ParamSpec, TypeVar, cast

from connector_runtime.client.options import raw_options
from connector_runtime.client.prepared import Received
from connector_runtime.client.reply_head import ReplyHead

P = ParamSpec("P")
T = TypeVar("T")


class RawResponse(ReplyHead, Generic[T]):
    """A reply as it came. ``parse()`` gives what the method itself would have returned."""

    def __init__(self, received: Received, parse: Callable[[], T]) -> None:
        super().__init__(received)
        self._parse = parse

    @property
    def content(self) -> bytes:
        """The body, decoded from its Content-Encoding."""
        return self._received.reply.content

    @property
    def elapsed(self) -> float:
        """Seconds of the whole call, with all its attempts."""
        return self._received.elapsed

    @property
    def attempts(self) -> int:
        """How often the request was sent."""
        return self._received.attempts

    def parse(self) -> T:
        """The value, decoded."""
        return self._parse()


def raw(method: Callable[P, T]) -> Callable[P, RawResponse[T]]:
    """The same method, answering with the raw response."""

    @wraps(method)
    def call(*args: P.args, **kwargs: P.kwargs) -> RawResponse[T]:
        kwargs["options"] = raw_options(cast("Any", kwargs.get("options")))
        return cast("RawResponse[T]", method(*args, **kwargs))

    return call


def async_raw(method: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[RawResponse[T]]]:
    """The same method, answering with the raw response when it is awaited."""

    @wraps(method)
    def call(*args: P.args, **kwargs: P.kwargs) -> Awaitable[RawResponse[T]]:
        kwargs["options"] = raw_options(cast("Any", kwargs.get("options")))
        return cast("Awaitable[RawResponse[T]]", method(*args, **kwargs))

    return call
