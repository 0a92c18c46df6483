"""Requests and replies between the call engine and whatever moves them over a network.

Plain values: the engine makes and reads them without any HTTP library, and any sender can serve it.
"""

from collections.abc import AsyncIterator, Callable, Iterator
from typing import NamedTuple, Protocol, TypeAlias

from connector_runtime.client.headers import Headers


class Origin(NamedTuple):
    """Where a request goes: scheme, host (ASCII, without brackets) and port."""

    scheme: str
    host: str
    port: int | None
    """None where the URL names none; then it is the scheme's."""

    @property
    def authority(self) -> str:
        """Host and port as they stand in an URL and in the ``Host`` field."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port is None else f"{host}:{self.port}"

    @property
    def text(self) -> str:
        """``https://api.example.com``."""
        return f"{self.scheme}://{self.authority}"

    @property
    def effective_port(self) -> int:
        """The port that is connected to."""
        return self.port or (443 if self.scheme == "https" else 80)

    def same_as(self, other: "Origin") -> bool:
        """The same origin in the sense of RFC 6454."""
        ours = (self.scheme, self.host, self.effective_port)
        return ours == (other.scheme, other.host, other.effective_port)


class ContentStream(Protocol):
    """A body that is read while it is sent."""

    @property
    def length(self) -> int | None:
        """Bytes in all, where known."""
        ...

    def chunks(self) -> Iterator[bytes]:
        """The bytes, from the start."""
        ...

    def async_chunks(self) -> AsyncIterator[bytes]:
        """The bytes, without stopping the event loop."""
        ...


Content: TypeAlias = "bytes | ContentStream | None"


class HttpRequest(NamedTuple):
    """One request, complete: nothing is added to it on the way."""

    method: str
    origin: Origin
    target: str
    """Path and query, encoded."""
    headers: list[tuple[bytes, bytes]]
    content: Content
    ends_at: float
    """Monotonic time at which the reply must have been read."""
    connect_within: float
    """Seconds for getting a connection."""
    reply_limit: int
    """Most bytes of the decoded reply."""
    idle: float | None = None
    """Where the body of a success is read piece by piece: seconds between two pieces, at most."""
    operation: str = ""
    """The operation it belongs to, for transports that want to know; it is not sent."""

    @property
    def url(self) -> str:
        """The whole URL."""
        return self.origin.text + self.target


class ReplyStream(Protocol):
    """A body that is read while it comes, decoded from its Content-Encoding."""

    def __iter__(self) -> Iterator[bytes]:
        """The pieces. Raises what is derived from ``APIError``; closes itself at the end."""
        ...

    def close(self) -> None:
        """Let go of the connection."""
        ...

    def on_close(self, call: Callable[[], object]) -> None:
        """Call a function once the connection was let go of."""
        ...


class AsyncReplyStream(Protocol):
    """As :class:`ReplyStream`, awaited."""

    def __aiter__(self) -> AsyncIterator[bytes]:
        """The pieces. Raises what is derived from ``APIError``; closes itself at the end."""
        ...

    async def aclose(self) -> None:
        """Let go of the connection."""
        ...

    def on_close(self, call: Callable[[], object]) -> None:
        """Call a function once the connection was let go of."""
        ...


class HttpReply(NamedTuple):
    """One reply, read to its end and decoded from its Content-Encoding, or being read."""

    status: int
    headers: Headers
    content: bytes
    http_version: str = "HTTP/1.1"
    stream: ReplyStream | AsyncReplyStream | None = None
    """The body, where it is read piece by piece; ``content`` is then empty."""
