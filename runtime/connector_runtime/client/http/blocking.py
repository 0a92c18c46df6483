"""Synchronous sending over our own connections."""

from collections.abc import Iterable
from typing import Any, cast

import httpcore

from connector_runtime.client.headers import Headers
from connector_runtime.client.http.backend import BoundedBackend, TimeLeft
from connector_runtime.client.http.content import Content, Inflation
from connector_runtime.client.http.failures import raise_ours
from connector_runtime.client.http.pools import Connecting, Pools
from connector_runtime.client.http.proxies import Proxy
from connector_runtime.client.http.streams import BlockingStream
from connector_runtime.client.messages import HttpReply, HttpRequest


class PoolSender:
    """Sends requests one by one, from any number of threads."""

    def __init__(self, connecting: Connecting) -> None:
        self._pools: Pools[httpcore.ConnectionPool] = Pools(connecting, _open_pool)

    def send(self, request: HttpRequest) -> HttpReply:
        """The reply, read to its end within the attempt's time."""
        try:
            return self._exchange(request)
        except Exception as error:
            raise_ours(error, request.origin.authority)

    def _exchange(self, request: HttpRequest) -> HttpReply:
        origin, timeouts = request.origin, _timeouts(request)
        response = self._pools.pool(origin).handle_request(
            httpcore.Request(
                request.method.encode("ascii"),
                httpcore.URL(
                    scheme=origin.scheme.encode("ascii"),
                    host=origin.host.encode("ascii"),
                    port=origin.port,
                    target=request.target.encode("ascii"),
                ),
                headers=request.headers,
                content=_content(request),
                extensions={"timeout": timeouts},
            )
        )
        fields = response.headers
        version: bytes = cast("Any", response).extensions.get("http_version", b"HTTP/1.1")
        if request.idle is not None and 200 <= response.status < 300:
            timeouts["read"] = request.idle
            pieces = cast("Iterable[bytes]", response.stream)
            stream = BlockingStream(pieces, response.close, Inflation(fields), origin.authority)
            return HttpReply(response.status, Headers(fields), b"", version.decode(), stream)
        try:
            content = Content(fields, request.reply_limit)
            for piece in cast("Iterable[bytes]", response.stream):
                content.add(piece)
        finally:
            response.close()
        return HttpReply(response.status, Headers(fields), content.finish(), version.decode())

    def close(self) -> None:
        """Close all connections; the next request opens new ones."""
        for pool in self._pools.drain():
            pool.close()


def _content(request: HttpRequest) -> "bytes | Iterable[bytes] | None":
    content = request.content
    return content if content is None or isinstance(content, bytes) else content.chunks()


def _timeouts(request: HttpRequest) -> dict[str, float]:
    whole = TimeLeft(request.ends_at, 86_400.0)
    connecting = TimeLeft(request.ends_at, request.connect_within)
    return {"connect": connecting, "pool": connecting, "read": whole, "write": whole}


def _open_pool(proxy: Proxy | None, settings: dict[str, Any]) -> httpcore.ConnectionPool:
    settings["network_backend"] = BoundedBackend()
    if proxy is None:
        return httpcore.ConnectionPool(**settings)
    if proxy.scheme in ("http", "https"):
        return httpcore.HTTPProxy(**settings)
    return httpcore.SOCKSProxy(**settings)
