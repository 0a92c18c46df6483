"""The raw response: status and header fields beside the value a method returns."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any, Generic, ParamSpec, TypeVar, cast

from connector_runtime.client.headers import Headers
from connector_runtime.client.options import raw_options
from connector_runtime.client.prepared import Received

P = ParamSpec("P")
T = TypeVar("T")


class RawResponse(Generic[T]):
    """A reply as it came. ``parse()`` gives what the method itself would have returned."""

    def __init__(self, received: Received, parse: Callable[[], T]) -> None:
        self._received = received
        self._parse = parse

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self._received.reply.status

    @property
    def headers(self) -> Headers:
        """The header fields, found by name in any case."""
        return self._received.reply.headers

    @property
    def content(self) -> bytes:
        """The body, decoded from its Content-Encoding."""
        return self._received.reply.content

    @property
    def http_version(self) -> str:
        """``HTTP/1.1`` or ``HTTP/2``."""
        return self._received.reply.http_version

    @property
    def request_id(self) -> str:
        """The vendor's identifier of the request; empty when it gave none."""
        return self._received.request_id

    @property
    def url(self) -> str:
        """Where the reply came from, without credentials."""
        return self._received.url

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

    def __repr__(self) -> str:
        return f"<RawResponse {self.status_code} {self.url}>"


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
