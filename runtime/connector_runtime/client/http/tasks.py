"""Asynchronous sending over our own connections."""

import asyncio
import time
from collections.abc import AsyncIterable
from typing import Any, cast

import httpcore

from connector_runtime.client.headers import Headers
from connector_runtime.client.http.content import Content, Inflation
from connector_runtime.client.http.failures import raise_ours, timed_out
from connector_runtime.client.http.pools import Connecting, Pools
from connector_runtime.client.http.proxies import Proxy
from connector_runtime.client.http.streams import TaskStream
from connector_runtime.client.messages import HttpReply, HttpRequest


class AsyncPoolSender:
    """Sends requests from the tasks of one event loop at a time."""

    def __init__(self, connecting: Connecting) -> None:
        self._pools: Pools[httpcore.AsyncConnectionPool] = Pools(connecting, _open_pool)

    async def send(self, request: HttpRequest) -> HttpReply:
        """The reply, read to its end within the attempt's time."""
        try:
            async with asyncio.timeout(request.ends_at - time.monotonic()):
                return await self._exchange(request)
        except TimeoutError:
            raise timed_out(request.origin.authority) from None
        except Exception as error:
            raise_ours(error, request.origin.authority)

    async def _exchange(self, request: HttpRequest) -> HttpReply:
        origin, content, timeouts = request.origin, request.content, _timeouts(request)
        response = await self._pools.pool(origin).handle_async_request(
            httpcore.Request(
                request.method.encode("ascii"),
                httpcore.URL(
                    scheme=origin.scheme.encode("ascii"),
                    host=origin.host.encode("ascii"),
                    port=origin.port,
                    target=request.target.encode("ascii"),
                ),
                headers=request.headers,
                content=(
                    content
                    if content is None or isinstance(content, bytes)
                    else content.async_chunks()
                ),
                extensions={"timeout": timeouts},
            )
        )
        fields = response.headers
        version: bytes = cast("Any", response).extensions.get("http_version", b"HTTP/1.1")
        if request.idle is not None and 200 <= response.status < 300:
            timeouts["read"] = request.idle
            pieces = cast("AsyncIterable[bytes]", response.stream)
            stream = TaskStream(pieces, response.aclose, Inflation(fields), origin.authority)
            return HttpReply(response.status, Headers(fields), b"", version.decode(), stream)
        try:
            collected = Content(fields, request.reply_limit)
            async for piece in cast("AsyncIterable[bytes]", response.stream):
                collected.add(piece)
        finally:
            await response.aclose()
        return HttpReply(response.status, Headers(fields), collected.finish(), version.decode())

    async def aclose(self) -> None:
        """Close all connections; the next request opens new ones."""
        for pool in self._pools.drain():
            await pool.aclose()


def _timeouts(request: HttpRequest) -> dict[str, float | None]:
    """Reading and writing end with the attempt, which asyncio bounds as a whole."""
    within = request.connect_within
    return {"connect": within, "pool": within, "read": None, "write": None}


def _open_pool(proxy: Proxy | None, settings: dict[str, Any]) -> httpcore.AsyncConnectionPool:
    if proxy is None:
        return httpcore.AsyncConnectionPool(**settings)
    if proxy.scheme in ("http", "https"):
        return httpcore.AsyncHTTPProxy(**settings)
    return httpcore.AsyncSOCKSProxy(**settings)
