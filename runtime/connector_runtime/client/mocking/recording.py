"""A transport that passes requests on to the real vendor, and keeps what it answers."""

import os
from contextlib import suppress

import httpx

from connector_runtime.client.connector import Connector
from connector_runtime.client.http.foreign import OPERATION
from connector_runtime.client.mocking.cassettes import write_cassette
from connector_runtime.client.mocking.messages import MockReply, MockRequest
from connector_runtime.client.mocking.problems import MockRequestError
from connector_runtime.client.mocking.records import Record, record_of
from connector_runtime.client.mocking.vendor import Vendor


class Recorder(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """For the setting ``transport`` of a client; the cassette is written when the client closes.

    ``transport`` sends; without one it is httpx's own.
    """

    def __init__(
        self,
        connector: Connector,
        path: str | os.PathLike[str],
        transport: "httpx.BaseTransport | httpx.AsyncBaseTransport | None" = None,
    ) -> None:
        self._vendor = Vendor(connector, 0, checks=False)
        self._path = path
        self._transport = transport
        self._records: list[Record] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The vendor's reply, kept."""
        if self._transport is None:
            self._transport = httpx.HTTPTransport()
        assert isinstance(self._transport, httpx.BaseTransport)
        content = request.read()
        response = self._transport.handle_request(request)
        response.read()
        self._keep(request, content, response)
        return _whole(response)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The vendor's reply, kept."""
        if self._transport is None:
            self._transport = httpx.AsyncHTTPTransport()
        assert isinstance(self._transport, httpx.AsyncBaseTransport)
        content = await request.aread()
        response = await self._transport.handle_async_request(request)
        await response.aread()
        self._keep(request, content, response)
        return _whole(response)

    def _keep(self, request: httpx.Request, content: bytes, response: httpx.Response) -> None:
        path, _, query = request.url.raw_path.decode("ascii").partition("?")
        headers = {name.lower(): value for name, value in request.headers.items()}
        operation = str(request.extensions.get(OPERATION, ""))
        asked = MockRequest(request.method, path, query, headers, content, "", operation)
        with suppress(MockRequestError):
            understood, _ = self._vendor.understand(asked)
            fields = {name.lower(): value for name, value in response.headers.items()}
            reply = MockReply(response.status_code, fields, response.content)
            self._records.append(record_of(understood, reply))

    def close(self) -> None:
        """Write the cassette, and close the transport."""
        self._write()
        if isinstance(self._transport, httpx.BaseTransport):
            self._transport.close()

    async def aclose(self) -> None:
        """Write the cassette, and close the transport."""
        self._write()
        if isinstance(self._transport, httpx.AsyncBaseTransport):
            await self._transport.aclose()

    def _write(self) -> None:
        write_cassette(self._path, self._vendor.connector.name, self._records)


def _whole(response: httpx.Response) -> httpx.Response:
    """A reply that has been read and decoded: its encoding is none of the client's any more."""
    fields = [
        (name, value)
        for name, value in response.headers.multi_items()
        if name.lower() not in ("content-encoding", "transfer-encoding", "content-length")
    ]
    return httpx.Response(response.status_code, headers=fields, content=response.content)
