"""The mock over HTTP, for programs of any language: the vendor's own clients too."""

import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast

from connector_runtime.client.mocking.faults import Fault
from connector_runtime.client.mocking.messages import MockReply, MockRequest
from connector_runtime.client.mocking.problems import MockRequestError
from connector_runtime.client.mocking.vendor import Vendor

_BODILESS = frozenset({204, 205, 304})


class MockServer(ThreadingHTTPServer):
    """Serves one vendor on this machine; port 0 takes any that is free."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, vendor: Vendor, host: str = "127.0.0.1", port: int = 0) -> None:
        super().__init__((host, port), _Handler)
        self.vendor = vendor
        self._host = host

    @property
    def url(self) -> str:
        """The base URL for clients."""
        return f"http://{self._host}:{self.server_port}"


@contextmanager
def served(vendor: Vendor) -> Generator[str]:
    """The vendor's base URL, for as long as the block runs."""
    server = MockServer(vendor)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server.url
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def handle_one_request(self) -> None:
        """Any method goes the same way."""
        self.raw_requestline = self.rfile.readline(65_537)
        if not self.raw_requestline or not self.parse_request():
            self.close_connection = True
            return
        reply = self._reply()
        if reply is None:
            self.close_connection = True
            return
        self._send(reply)

    def _reply(self) -> MockReply | None:
        """The vendor's reply; None where it hangs up."""
        vendor, request = cast("MockServer", self.server).vendor, self._request()
        try:
            understood, problems = vendor.understand(request)
            faults = vendor.faults.take(understood.operation.name)
            if _suffers(faults):
                return None
            return vendor.answer(understood, problems, faults)
        except MockRequestError as problem:
            unknown = problem.operation.startswith(f"{request.method} ")
            code = "not_found" if unknown else "invalid_request"
            status = 404 if unknown else 400
            return vendor.documents.error(None, status, code, str(problem))

    def _request(self) -> MockRequest:
        path, _, query = self.path.partition("?")
        headers = {name.lower(): value for name, value in self.headers.items()}
        origin = f"http://{headers.get('host', 'localhost')}"
        return MockRequest(self.command, path, query, headers, self._content(), origin)

    def _content(self) -> bytes:
        if self.headers.get("transfer-encoding", "").lower() == "chunked":
            return b"".join(iter(self._chunk, b""))
        length = self.headers.get("content-length", "0")
        return self.rfile.read(int(length)) if length.isdigit() else b""

    def _chunk(self) -> bytes:
        size = int(self.rfile.readline().partition(b";")[0] or b"0", 16)
        data = self.rfile.read(size)
        self.rfile.readline()
        return data

    def _send(self, reply: MockReply) -> None:
        lines = [f"HTTP/1.1 {reply.status} Mock"]
        lines += [f"{name}: {value}" for name, value in reply.headers.items()]
        content = b"" if reply.status in _BODILESS else reply.content
        if reply.status not in _BODILESS:
            lines.append(f"content-length: {len(content)}")
        head = "\r\n".join([*lines, "", ""]).encode("latin-1", "replace")
        self.wfile.write(head + (b"" if self.command == "HEAD" else content))


def _suffers(faults: list[Fault]) -> bool:
    """Wait where that was asked for; whether to hang up."""
    for fault in faults:
        time.sleep(fault.delay)
    return any(fault.disconnects for fault in faults)
