"""Blocking sockets that keep to the end of an attempt, not only to a timeout per call.

A timeout of 5 s on each ``recv`` lets a server that sends a byte a second hold a call for ever. So
the timeouts we hand to httpcore are :class:`TimeLeft`, which remember when the attempt ends, and
these streams give every socket call only the time that is left.
"""

import socket
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import httpcore

if TYPE_CHECKING:
    import ssl

_CHUNK = 65_536


class TimeLeft(float):
    """A timeout in seconds, for whom only knows those, and the monotonic time at which it ends."""

    __slots__ = ("ends_at",)
    ends_at: float

    def __new__(cls, ends_at: float, most: float) -> "TimeLeft":
        """``most`` seconds, and never longer than until ``ends_at``."""
        now = time.monotonic()
        timeout = super().__new__(cls, max(min(most, ends_at - now), 0.001))
        timeout.ends_at = min(ends_at, now + most)
        return timeout


def _left(timeout: float | None, over: type[Exception]) -> float | None:
    if not isinstance(timeout, TimeLeft):
        return timeout
    seconds = timeout.ends_at - time.monotonic()
    if seconds <= 0:
        raise over("the time of the attempt is over")
    return seconds


class BoundedStream(httpcore.NetworkStream):
    """A connection whose every call ends in time."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """In pieces: a server that reads slowly gets no new timeout for each of its sips."""
        connection: Any = self._stream.get_extra_info("socket")
        encrypted_twice = type(self._stream).__name__ == "TLSinTLSStream"
        if encrypted_twice or not isinstance(connection, socket.socket):
            for start in range(0, len(buffer), _CHUNK):
                left = _left(timeout, httpcore.WriteTimeout)
                self._stream.write(buffer[start : start + _CHUNK], left)
            return
        rest = memoryview(buffer)
        try:
            while rest:
                connection.settimeout(_left(timeout, httpcore.WriteTimeout))
                rest = rest[connection.send(rest) :]
        except TimeoutError as problem:
            raise httpcore.WriteTimeout(str(problem)) from problem
        except OSError as problem:
            raise httpcore.WriteError(str(problem)) from problem

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: "ssl.SSLContext",
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = _left(timeout, httpcore.ConnectTimeout)
        return BoundedStream(self._stream.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class BoundedBackend(httpcore.NetworkBackend):
    """Opens bounded connections, address by address within one timeout.

    Looking the name up is the one step without a limit of its own: the system resolver's counts.
    """

    def __init__(self) -> None:
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        problem: Exception = httpcore.ConnectError("the host has no address")
        for address in _addresses(host, port):
            left = _left(timeout, httpcore.ConnectTimeout)
            try:
                stream = self._backend.connect_tcp(
                    address, port, left, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                problem = failed
            else:
                return BoundedStream(stream)
        raise problem

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


def _addresses(host: str, port: int) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as problem:
        raise httpcore.ConnectError(str(problem)) from problem
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))
