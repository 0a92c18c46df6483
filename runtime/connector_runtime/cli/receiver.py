"""The redirect at the end of a consent, received on this machine (RFC 8252, section 7.3)."""

import os
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Empty, SimpleQueue
from socketserver import TCPServer
from types import TracebackType
from typing import Self

from connector_runtime.cli.pages import HEADERS, page
from connector_runtime.client.auth.authorization import AuthorizationError
from connector_runtime.client.errors import ConfigurationError

_HOST = "127.0.0.1"
_PATH = "/callback"
_PATIENCE = 60.0
"""Seconds in which the tokens must have come, once the redirect did."""


class _Server(ThreadingHTTPServer):
    # Elsewhere the option would let another program take the port away from us.
    allow_reuse_address = os.name == "posix"

    def __init__(self, port: int) -> None:
        super().__init__((_HOST, port), _Handler)
        self.answers: SimpleQueue[str] = SimpleQueue()
        self.pages: SimpleQueue[tuple[HTTPStatus, bytes]] = SimpleQueue()
        self.first = threading.Lock()
        self.written = threading.Event()

    def server_bind(self) -> None:
        """Without the look-up of our own name, which can take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = _HOST, self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: a browser that went away early is no failure of the login."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server  # pyright: ignore[reportIncompatibleVariableOverride]  # ours, always
    timeout = 10
    server_version = "connectors"
    sys_version = ""

    def do_GET(self) -> None:
        """The redirect, once; everything else (an icon, a second try) is not found."""
        path, _, query = self.path.partition("?")
        expected = f"{_HOST}:{self.server.server_port}"
        ours = path == _PATH and self.headers.get("Host") == expected
        if not ours or not self.server.first.acquire(blocking=False):
            return self._show(HTTPStatus.NOT_FOUND, page("Not found", "There is nothing here."))
        self.server.answers.put(query)
        try:
            self._show(*self.server.pages.get(timeout=_PATIENCE))
        except Empty:
            return None
        finally:
            self.server.written.set()

    def _show(self, status: HTTPStatus, content: bytes) -> None:
        self.send_response(status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the request line holds the code."""


class Receiver:
    """Listens on the loopback interface for one redirect; use it with ``with``."""

    def __init__(self, port: int) -> None:
        """Port 0: any that is free. Raises :class:`ConfigurationError` where it is taken."""
        try:
            self._server = _Server(port)
        except (OSError, OverflowError) as problem:
            raise ConfigurationError(f"port {port} of {_HOST}: {problem}") from None

    @property
    def redirect_uri(self) -> str:
        """Where the authorization server sends the user's browser."""
        return f"http://{_HOST}:{self._server.server_port}{_PATH}"

    def wait(self, seconds: float) -> str:
        """The query of the redirect. Raises :class:`AuthorizationError` when none comes."""
        try:
            return self._server.answers.get(timeout=seconds)
        except Empty:
            raise AuthorizationError(f"nobody consented within {seconds:g} seconds") from None

    def show(self, title: str, text: str, *, failed: bool = False) -> None:
        """Give the waiting browser its page."""
        status = HTTPStatus.BAD_REQUEST if failed else HTTPStatus.OK
        self._server.pages.put((status, page(title, text)))
        self._server.written.wait(5.0)

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
