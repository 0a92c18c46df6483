"""Whatever a server does, a call ends in time, with the right error, and leaves nothing behind."""

import gzip
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

import connector_runtime.client as runtime
from generated import petstore
from tests.runtime.client.drivers import Driver
from tests.runtime.client.http.wires import (
    PET,
    Script,
    Wire,
    bomb,
    drips,
    reply,
    reset,
    sends,
    silence,
    wire,
)

DEADLINE = 0.4
CHUNKED = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n"
GZIPPED = b"content-encoding: gzip"


@contextmanager
def petshop(driver: Driver, script: Script, **settings: Any) -> Iterator[tuple[Any, Wire]]:
    with wire(script) as server:
        yield driver.client(petstore, base_url=server.url, deadline=DEADLINE, **settings), server


def failure(driver: Driver, client: Any) -> Any:
    """The error of a read, which must come within the deadline (and a little for the machine)."""
    start = time.monotonic()
    with pytest.raises(runtime.ConnectorError) as caught:
        driver.run(client.pets.retrieve(7))
    assert time.monotonic() - start < DEADLINE + 0.5
    return caught.value


FAULTS = {
    "says nothing": (sends(then=silence), runtime.DeadlineExceededError),
    "half a head": (
        sends(b"HTTP/1.1 200 OK\r\ncontent-ty", then=silence),
        runtime.DeadlineExceededError,
    ),
    "half a body": (sends(reply(length=500), then=silence), runtime.DeadlineExceededError),
    "drips its head": (drips(b"x-a: b\r\n", b"HTTP/1.1 200 OK\r\n"), runtime.DeadlineExceededError),
    "drips its body": (drips(b" ", reply(b"", length=10_000)), runtime.DeadlineExceededError),
    "drips chunks": (drips(b"1\r\n \r\n", CHUNKED), runtime.DeadlineExceededError),
    "closes at once": (sends(then=socket.socket.close), runtime.APIConnectionError),
    "closes in the head": (
        sends(b"HTTP/1.1 200 OK\r\ncontent-ty", then=socket.socket.close),
        runtime.APIConnectionError,
    ),
    "resets": (sends(then=reset), runtime.APIConnectionError),
    "resets in the body": (sends(reply(length=500), then=reset), runtime.APIConnectionError),
    "sends less than it said": (
        sends(reply(length=500), then=socket.socket.close),
        runtime.APIConnectionError,
    ),
    "sends a bad chunk": (
        sends(CHUNKED + b"zz\r\nabc", then=socket.socket.close),
        runtime.APIConnectionError,
    ),
    "speaks something else": (
        sends(b"SSH-2.0-OpenSSH_9.2\r\n\r\n", then=silence),
        runtime.APIConnectionError,
    ),
    "sends bad gzip": (sends(reply(b"not gzip", "200 OK", None, GZIPPED)), runtime.ReplyError),
    "cuts its gzip": (
        sends(reply(gzip.compress(PET)[:-9], "200 OK", None, GZIPPED)),
        runtime.ReplyError,
    ),
    "sends another encoding": (
        sends(reply(b"x", "200 OK", None, b"content-encoding: br")),
        runtime.ReplyError,
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_call_ends_in_time_with_its_own_error(driver: Driver, fault: str) -> None:
    script, kind = FAULTS[fault]
    with petshop(driver, script) as (client, server):
        error = failure(driver, client)
        assert type(error) is kind, error
        assert error.attempts >= 1
        assert busy_connections(client) == 0
        assert len(server.requests) >= 1


def busy_connections(client: Any) -> int:
    """Connections that a call which failed has kept for itself."""
    pools = client._send()._pools._by_way.values()
    return sum(not each.is_idle() for pool in pools for each in pool.connections)


def test_nobody_listens(driver: Driver) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    client = driver.client(petstore, base_url=f"http://127.0.0.1:{port}", deadline=DEADLINE)
    error = failure(driver, client)
    assert type(error) is runtime.APIConnectionError
    assert error.sent is False


def test_nobody_accepts(driver: Driver) -> None:
    """A listener whose queue is full does not answer the handshake."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        port = listener.getsockname()[1]
        fillers = [socket.socket() for _ in range(4)]
        for filler in fillers:
            filler.setblocking(False)
            filler.connect_ex(("127.0.0.1", port))
        client = driver.client(petstore, base_url=f"http://127.0.0.1:{port}", deadline=DEADLINE)
        error = failure(driver, client)
        for filler in fillers:
            filler.close()
    assert isinstance(error, runtime.APIConnectionError)


def test_a_name_without_address(driver: Driver) -> None:
    client = driver.client(petstore, base_url="https://nowhere.invalid")
    with pytest.raises(runtime.APIConnectionError) as caught:
        driver.run(client.pets.retrieve(7))
    assert caught.value.sent is False


def test_the_timeout_of_an_attempt_is_shorter_than_the_deadline(driver: Driver) -> None:
    with petshop(driver, sends(then=silence), timeout=0.1) as (client, _):
        assert type(failure(driver, client)) is runtime.APITimeoutError


@pytest.mark.parametrize("encoded", [True, False], ids=["bomb", "plain"])
def test_a_reply_beyond_the_limit_is_not_read(driver: Driver, encoded: bool) -> None:
    limit = 64 * 1024 * 1024

    def script(connection: socket.socket, request: bytes) -> None:
        if encoded:
            connection.sendall(reply(bomb(limit + 1000), "200 OK", None, GZIPPED))
            return
        connection.sendall(reply(b"", length=100_000_000))
        for _ in range(100):
            connection.sendall(b" " * 1_000_000)

    with wire(script) as server:
        client = driver.client(petstore, base_url=server.url)
        with pytest.raises(runtime.ReplyTooLargeError) as caught:
            driver.run(client.pets.retrieve(7))
        assert caught.value.limit == limit


def redirects(status: bytes, location: bytes) -> Script:
    return sends(
        b"HTTP/1.1 " + status + b" x\r\nlocation: " + location + b"\r\ncontent-length: 0\r\n\r\n"
    )


def test_a_redirect_loop_ends(driver: Driver) -> None:
    with petshop(driver, redirects(b"302", b"/pets/7")) as (client, server):
        assert "redirects" in str(failure(driver, client))
        assert len(server.requests) == 6


def test_credentials_stay_with_their_origin(driver: Driver) -> None:
    with wire(sends(reply())) as other, wire(sends(reply())) as home:
        home.script = redirects(b"307", f"{other.url}/moved".encode())
        client = driver.client(petstore, base_url=home.url)
        assert driver.run(client.pets.retrieve(7)).name == "Rex"
        assert b"secret-canary" in home.requests[0]
        assert b"secret-canary" not in other.requests[0]
        assert other.requests[0].startswith(b"GET /moved HTTP/1.1\r\n")
        assert b"\r\nHost: 127.0.0.1:%d\r\n" % other.port in other.requests[0]


def test_a_write_is_not_redirected(driver: Driver) -> None:
    with wire(redirects(b"307", b"/elsewhere")) as server:
        client = driver.client(petstore, base_url=server.url)
        with pytest.raises(runtime.APIStatusError, match="307"):
            driver.run(client.pets.create(name="Rex"))
        assert len(server.requests) == 1


def test_a_redirect_away_from_encryption_is_refused(driver: Driver) -> None:
    with petshop(driver, redirects(b"302", b"http://example.com/")) as (client, server):
        assert "not encrypted" in str(failure(driver, client))
        assert len(server.requests) == 1


def test_a_connection_is_kept_and_a_stale_one_replaced(driver: Driver) -> None:
    with wire(sends(reply())) as server:
        client = driver.client(petstore, base_url=server.url)
        driver.run(client.pets.retrieve(7))
        driver.run(client.pets.retrieve(7))
        assert server.connections == 1
        server.script = sends(reply(), then=socket.socket.close)
        driver.run(client.pets.retrieve(7))
        time.sleep(0.05)
        driver.run(client.pets.retrieve(7))
        assert server.connections == 2


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "chunked"])
def test_encodings_are_undone(driver: Driver, encoding: str) -> None:
    import zlib

    bodies = {
        "gzip": reply(gzip.compress(PET), "200 OK", None, GZIPPED),
        "deflate": reply(zlib.compress(PET), "200 OK", None, b"content-encoding: deflate"),
        "chunked": CHUNKED + b"%x\r\n%s\r\n0\r\n\r\n" % (len(PET), PET),
    }
    with wire(sends(bodies[encoding])) as server:
        client = driver.client(petstore, base_url=server.url)
        assert driver.run(client.pets.retrieve(7)).name == "Rex"


def test_a_request_is_what_it_should_be(driver: Driver) -> None:
    with wire(sends(reply(status="201 Created"))) as server:
        client = driver.client(petstore, base_url=f"{server.url}/v1/")
        driver.run(client.pets.create(name="Rex"))
    head, _, body = server.requests[0].partition(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    assert lines[0] == b"POST /v1/pets HTTP/1.1"
    assert body == b'{"name":"Rex"}'
    assert b"Content-Length: 14" in lines
    assert b"Accept-Encoding: gzip, deflate" in lines
