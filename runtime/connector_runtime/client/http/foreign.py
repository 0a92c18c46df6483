"""Sending through a transport of the user: any httpx transport, also one that is only a test's.

Its timeouts are its own business; whether the attempt's time is over is looked at between chunks.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator

import httpx

from connector_runtime.client.errors import ConfigurationError
from connector_runtime.client.headers import Headers
from connector_runtime.client.http.content import Content, Inflation
from connector_runtime.client.http.failures import raise_ours, timed_out
from connector_runtime.client.http.streams import BlockingStream, TaskStream
from connector_runtime.client.messages import ContentStream, HttpReply, HttpRequest

OPERATION = "connector_runtime.operation"
"""The extension of a request that names its operation."""


class _Chunks(httpx.SyncByteStream):
    def __init__(self, content: ContentStream) -> None:
        self._content = content

    def __iter__(self) -> Iterator[bytes]:
        return self._content.chunks()


class _AsyncChunks(httpx.AsyncByteStream):
    def __init__(self, content: ContentStream) -> None:
        self._content = content

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._content.async_chunks()


def _request(request: HttpRequest, content: bytes | _Chunks | _AsyncChunks | None) -> httpx.Request:
    left = max(request.ends_at - time.monotonic(), 0.001)
    within = min(request.connect_within, left)
    timeouts = {"connect": within, "pool": within, "read": left, "write": left}
    return httpx.Request(
        request.method,
        request.url,
        headers=request.headers,
        content=content if isinstance(content, bytes) else None,
        stream=None if isinstance(content, bytes) else content,
        extensions={"timeout": timeouts, OPERATION: request.operation},
    )


def _head(response: httpx.Response) -> HttpReply:
    version = response.extensions.get("http_version", b"HTTP/1.1")
    headers = Headers(response.headers.raw)
    return HttpReply(response.status_code, headers, b"", version.decode())


class TransportSender:
    """Sends through a synchronous httpx transport."""

    def __init__(self, transport: object) -> None:
        if not isinstance(transport, httpx.BaseTransport):
            raise ConfigurationError("transport must be a synchronous httpx transport")
        self._transport = transport

    def send(self, request: HttpRequest) -> HttpReply:
        """The reply, read to its end."""
        host, content = request.origin.authority, request.content
        stream = content if content is None or isinstance(content, bytes) else _Chunks(content)
        sent = _request(request, stream)
        try:
            response = self._transport.handle_request(sent)
            response.request = sent
            if request.idle is not None and 200 <= response.status_code < 300:
                return self._streamed(response, request.idle, host)
            try:
                collected = Content(response.headers.raw, request.reply_limit)
                for piece in _pieces(response):
                    if time.monotonic() > request.ends_at:
                        raise timed_out(host)
                    collected.add(piece)
            finally:
                response.close()
            return _head(response)._replace(content=collected.finish())
        except Exception as error:
            raise_ours(error, host)

    def _streamed(self, response: httpx.Response, idle: float, host: str) -> HttpReply:
        response.request.extensions["timeout"]["read"] = idle
        inflation = Inflation(response.headers.raw)
        pieces = _pieces(response)
        return _head(response)._replace(
            stream=BlockingStream(pieces, response.close, inflation, host)
        )

    def close(self) -> None:
        """Close the transport."""
        self._transport.close()


def _pieces(response: httpx.Response) -> Iterator[bytes]:
    stream = response.stream
    if not isinstance(stream, httpx.SyncByteStream):
        raise ConfigurationError("the transport answered a synchronous call asynchronously")
    return iter(stream)


class AsyncTransportSender:
    """Sends through an asynchronous httpx transport."""

    def __init__(self, transport: object) -> None:
        if not isinstance(transport, httpx.AsyncBaseTransport):
            raise ConfigurationError("transport must be an asynchronous httpx transport")
        self._transport = transport

    async def send(self, request: HttpRequest) -> HttpReply:
        """The reply, read to its end within the attempt's time."""
        host = request.origin.authority
        try:
            async with asyncio.timeout(request.ends_at - time.monotonic()):
                return await self._exchange(request)
        except TimeoutError:
            raise timed_out(host) from None
        except Exception as error:
            raise_ours(error, host)

    async def _exchange(self, request: HttpRequest) -> HttpReply:
        content = request.content
        stream = content if content is None or isinstance(content, bytes) else _AsyncChunks(content)
        sent = _request(request, stream)
        response = await self._transport.handle_async_request(sent)
        response.request = sent
        if request.idle is not None and 200 <= response.status_code < 300:
            sent.extensions["timeout"]["read"] = request.idle
            inflation, host = Inflation(response.headers.raw), request.origin.authority
            pieces = _async_pieces(response)
            return _head(response)._replace(
                stream=TaskStream(pieces, response.aclose, inflation, host)
            )
        try:
            collected = Content(response.headers.raw, request.reply_limit)
            async for piece in _async_pieces(response):
                collected.add(piece)
        finally:
            await response.aclose()
        return _head(response)._replace(content=collected.finish())

    async def aclose(self) -> None:
        """Close the transport."""
        await self._transport.aclose()


def _async_pieces(response: httpx.Response) -> AsyncIterator[bytes]:
    stream = response.stream
    if not isinstance(stream, httpx.AsyncByteStream):
        raise ConfigurationError("the transport answered an asynchronous call synchronously")
    return aiter(stream)
