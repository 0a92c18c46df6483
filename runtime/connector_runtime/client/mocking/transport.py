"""The mock as an httpx transport: what a client is given instead of a network."""

from typing import TYPE_CHECKING

import httpx

from connector_runtime.client.http.foreign import OPERATION
from connector_runtime.client.mocking.clocks import VirtualClock
from connector_runtime.client.mocking.faults import Fault
from connector_runtime.client.mocking.messages import MockRequest
from connector_runtime.client.mocking.vendor import Vendor

if TYPE_CHECKING:
    from connector_runtime.client.mocking.controls import Mock


class InProcess(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Answers synchronous and asynchronous clients out of this process."""

    def __init__(self, mock: "Mock", vendor: Vendor, clock: VirtualClock) -> None:
        self.mock = mock
        self._vendor = vendor
        self._clock = clock

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The vendor's reply."""
        return self._answered(request, request.read())

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The vendor's reply."""
        return self._answered(request, await request.aread())

    def _answered(self, request: httpx.Request, content: bytes) -> httpx.Response:
        target = request.url.raw_path.decode("ascii")
        path, _, query = target.partition("?")
        headers = {name.lower(): value for name, value in request.headers.items()}
        origin = f"{request.url.scheme}://{request.url.netloc.decode('ascii')}"
        operation = str(request.extensions.get(OPERATION, ""))
        asked = MockRequest(request.method, path, query, headers, content, origin, operation)
        understood, problems = self._vendor.understand(asked)
        faults = self._vendor.faults.take(understood.operation.name)
        self._suffer(request, faults)
        reply = self._vendor.answer(understood, problems, faults)
        return httpx.Response(reply.status, headers=reply.headers, content=reply.content)

    def _suffer(self, request: httpx.Request, faults: list[Fault]) -> None:
        """Delays take time of the virtual clock; the attempt's own time may be over before."""
        left = request.extensions.get("timeout", {}).get("read")
        for fault in faults:
            if fault.delay and left is not None and fault.delay > left:
                self._clock.move(left)
                raise httpx.ReadTimeout("the mock was told to be slow", request=request)
            self._clock.move(fault.delay)
            if fault.disconnects:
                raise httpx.ReadError("the mock was told to hang up", request=request)
