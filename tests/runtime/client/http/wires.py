"""Servers that misbehave on purpose, on real sockets of this machine."""

import contextlib
import gzip
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

Script = Callable[[socket.socket, bytes], None]
"""What a server does with a connection once a request came; it may send, wait, reset or return."""

PET = b'{"id": 7, "name": "Rex", "status": "available", "tags": []}'


@dataclass
class Wire:
    """A listening server; every connection is served by its script until that returns."""

    script: Script
    context: ssl.SSLContext | None = None
    requests: list[bytes] = field(default_factory=list[bytes])
    connections: int = 0
    over: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.thread = threading.Thread(target=self._serve, daemon=True)

    @property
    def url(self) -> str:
        """The base URL of a client."""
        return f"{'https' if self.context else 'http'}://127.0.0.1:{self.port}"

    def _serve(self) -> None:
        while not self.over.is_set():
            with contextlib.suppress(OSError):
                connection, _ = self.listener.accept()
                self.connections += 1
                threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), self._secured(connection) as connection:
            while request := read_request(connection):
                self.requests.append(request)
                self.script(connection, request)

    def _secured(self, connection: socket.socket) -> socket.socket:
        if self.context is None:
            return connection
        try:
            return self.context.wrap_socket(connection, server_side=True)
        finally:
            connection.close()  # its file belongs to the wrapper now; after a failure to nobody


@contextlib.contextmanager
def wire(script: Script, context: ssl.SSLContext | None = None) -> Iterator[Wire]:
    """A server for the length of a test."""
    server = Wire(script, context)
    server.thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.listener.close()


def read_request(connection: socket.socket) -> bytes:
    """Head and body of the next request; empty when the client has gone."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(65_536)
        if not piece:
            return b""
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    length = next(
        (
            int(line.partition(b":")[2])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length:")
        ),
        0,
    )
    while len(body) < length:
        body += connection.recv(65_536)
    return head + b"\r\n\r\n" + body


def reply(
    body: bytes = PET, status: str = "200 OK", length: int | None = None, *fields: bytes
) -> bytes:
    """A whole reply as bytes; ``length`` may say what is not true."""
    said = len(body) if length is None else length
    head = [f"HTTP/1.1 {status}".encode(), b"content-type: application/json", *fields]
    return b"\r\n".join([*head, b"content-length: %d" % said, b"", body])


def sends(*pieces: bytes, then: Callable[[socket.socket], None] | None = None) -> Script:
    """A script that sends pieces, and then does something."""

    def script(connection: socket.socket, request: bytes) -> None:
        for piece in pieces:
            connection.sendall(piece)
        if then is not None:
            then(connection)

    return script


def reset(connection: socket.socket) -> None:
    """Close with RST."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def silence(connection: socket.socket) -> None:
    """Say nothing until the client gives up."""
    connection.settimeout(10)
    with contextlib.suppress(OSError):
        connection.recv(1)
    connection.close()


def drips(data: bytes, before: bytes = b"") -> Script:
    """A script that sends one byte every 20 ms, for ever."""

    def script(connection: socket.socket, request: bytes) -> None:
        connection.sendall(before)
        while True:
            connection.sendall(data)
            time.sleep(0.02)

    return script


def bomb(size: int) -> bytes:
    """Zeros, compressed."""
    return gzip.compress(b"0" * size, 9)
