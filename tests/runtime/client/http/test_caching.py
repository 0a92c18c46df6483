"""Cached replies of a real server: when it is asked, who shares what, and what serves when it fails."""

import asyncio
import socket
import time
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path
from typing import Any

import hishel
import httpx
import pytest

import connector_runtime.client as runtime
from connector_runtime.client.http.caching import async_caching_transport, caching_transport
from generated import petstore
from tests.runtime.client.drivers import Driver
from tests.runtime.client.http.wires import PET, Wire, reply, reset, silence, wire

CANARY = "secret-canary"
ETAG = b'etag: "v1"'
ALWAYS_ASK = b"cache-control: max-age=0"


def says(data: bytes) -> Callable[[socket.socket], None]:
    """An answer of these bytes."""
    return lambda connection: connection.sendall(data)


class Vendor:
    """A script that answers with a pet and some fields, knows its ETag, and can fall ill."""

    def __init__(self, *fields: bytes, body: bytes = PET) -> None:
        self.fields, self.body = fields, body
        self.answer: Callable[[socket.socket], None] | None = None

    def __call__(self, connection: socket.socket, request: bytes) -> None:
        if self.answer is not None:
            self.answer(connection)
        elif b'if-none-match: "v1"' in request.lower():
            connection.sendall(reply(b"", "304 Not Modified", None, *self.fields))
        else:
            connection.sendall(reply(self.body, "200 OK", None, *self.fields))

    def answers(self, data: bytes) -> None:
        """From now on, with this."""
        self.answer = says(data)


def made(driver: Driver, **settings: Any) -> Any:
    """A caching transport of the driver's kind."""
    return (async_caching_transport if driver.prefix else caching_transport)(**settings)


def client_of(driver: Driver, server: Wire, transport: Any, credentials: str = CANARY) -> Any:
    return driver.client(petstore, credentials, base_url=server.url, transport=transport)


def read(driver: Driver, client: Any, **options: Any) -> Any:
    """The raw response of a read."""
    chosen = runtime.CallOptions(**options)
    return driver.run(client.pets.with_raw_response.retrieve(7, options=chosen))


def name(driver: Driver, client: Any) -> str:
    pet: Any = driver.run(client.pets.retrieve(7))
    return str(pet.name)


def test_a_fresh_reply_needs_no_request(driver: Driver) -> None:
    with wire(Vendor(b"cache-control: max-age=60")) as server:
        client = client_of(driver, server, made(driver))
        assert [name(driver, client) for _ in range(3)] == ["Rex"] * 3
        assert read(driver, client).headers["age"] == "0"
        assert len(server.requests) == 1


def test_a_stale_reply_is_asked_for_with_its_etag(driver: Driver) -> None:
    with wire(Vendor(ETAG, ALWAYS_ASK)) as server:
        client = client_of(driver, server, made(driver))
        assert [name(driver, client) for _ in range(3)] == ["Rex"] * 3
        first, *later = server.requests
    assert b"if-none-match" not in first.lower()
    assert all(b'if-none-match: "v1"' in each.lower() for each in later)
    assert all(f"x-api-key: {CANARY}".encode() in each.lower() for each in (first, *later))
    assert len(later) == 2


def test_a_changed_reply_replaces_the_stored_one(driver: Driver) -> None:
    vendor = Vendor(b'etag: "v0"', ALWAYS_ASK)
    with wire(vendor) as server:
        client = client_of(driver, server, made(driver))
        assert name(driver, client) == "Rex"
        vendor.body, vendor.fields = PET.replace(b"Rex", b"Max"), (
            ETAG,
            b"cache-control: max-age=9",
        )
        assert [name(driver, client) for _ in range(2)] == ["Max", "Max"]
        assert len(server.requests) == 2


@pytest.mark.parametrize("field", [b"cache-control: no-store", b"x-nothing: said"])
def test_what_must_not_be_stored_is_not(driver: Driver, field: bytes, tmp_path: Path) -> None:
    with wire(Vendor(field)) as server:
        client = client_of(driver, server, made(driver, stale_if_error=60))
        assert [name(driver, client) for _ in range(2)] == ["Rex", "Rex"]
        assert len(server.requests) == 2


def test_credentials_do_not_share(driver: Driver) -> None:
    vendor = Vendor(b"cache-control: max-age=60")
    with wire(vendor) as server:
        transport = made(driver)
        mine = client_of(driver, server, transport)
        theirs = client_of(driver, server, transport, "another-key")
        assert name(driver, mine) == "Rex"
        vendor.body = PET.replace(b"Rex", b"Max")
        assert name(driver, theirs) == "Max"
        assert [name(driver, mine), name(driver, theirs)] == ["Rex", "Max"]
        assert len(server.requests) == 2


def test_queries_do_not_share(driver: Driver) -> None:
    with wire(Vendor(b"cache-control: max-age=60")) as server:
        client = client_of(driver, server, made(driver))
        for number in (1, 2, 1, 2):
            read(driver, client, extra_query={"token": number})
        assert len(server.requests) == 2


def test_the_trace_of_a_request_does_not_matter(driver: Driver) -> None:
    with wire(Vendor(b"cache-control: max-age=60")) as server:
        client = client_of(driver, server, made(driver))
        for number in range(3):
            read(driver, client, headers={"traceparent": f"00-{number:032x}-{number:016x}-01"})
        assert len(server.requests) == 1


def test_replies_vary_by_what_the_vendor_names(driver: Driver) -> None:
    with wire(Vendor(b"cache-control: max-age=60", b"vary: Accept-Language, X-Api-Key")) as server:
        client = client_of(driver, server, made(driver))
        for language in ("en", "de", "en", "de"):
            read(driver, client, headers={"accept-language": language})
        assert len(server.requests) == 2


def test_a_write_makes_the_stored_reply_invalid(driver: Driver) -> None:
    with wire(Vendor(b"cache-control: max-age=60")) as server:
        client = client_of(driver, server, made(driver))
        read(driver, client)
        driver.run(client.pets.delete(7))
        read(driver, client)
        assert [each.split()[0] for each in server.requests] == [b"GET", b"DELETE", b"GET"]


def stored(driver: Driver, path: Path) -> Any:
    """A storage on disk."""
    kind = hishel.AsyncSqliteStorage if driver.prefix else hishel.SqliteStorage
    return kind(database_path=path / "cache.db")


def test_nothing_secret_lies_on_the_disk(driver: Driver, tmp_path: Path) -> None:
    storage = stored(driver, tmp_path)
    with wire(Vendor(b"cache-control: max-age=60")) as server:
        client = client_of(driver, server, made(driver, storage=storage))
        headers = {"authorization": f"Bearer {CANARY}", "cookie": CANARY, "x-unknown": CANARY}
        read(driver, client, headers=headers, extra_query={"zz": CANARY})
        assert server.requests[0].count(CANARY.encode()) == 5
    driver.run(storage.close())
    files = [each.read_bytes() for each in tmp_path.iterdir() if each.name.startswith("cache")]
    assert PET in b"".join(files)
    assert CANARY.encode() not in b"".join(files)


def test_a_storage_serves_later_runs_that_have_its_secret(driver: Driver, tmp_path: Path) -> None:
    with wire(Vendor(b"cache-control: max-age=60")) as server:
        for secret in (b"s", b"s", b"t", None):
            storage = stored(driver, tmp_path)
            transport = made(driver, storage=storage, secret=secret)
            assert name(driver, client_of(driver, server, transport)) == "Rex"
            driver.run(storage.close())
        assert len(server.requests) == 3


def test_a_closed_client_can_be_used_again(driver: Driver, tmp_path: Path) -> None:
    storage = stored(driver, tmp_path)
    with wire(Vendor(b"cache-control: max-age=60")) as server:
        for given, requests in ((None, 2), (storage, 3)):
            client = client_of(driver, server, made(driver, storage=given))
            for _ in range(2):
                assert name(driver, client) == "Rex"
                driver.run((client.aclose if driver.prefix else client.close)())
            assert len(server.requests) == requests
    driver.run(storage.close())


def aged(seconds: float) -> bytes:
    """The Date of a reply that old."""
    return f"date: {formatdate(time.time() - seconds, usegmt=True)}".encode()


def shut(server: Wire) -> None:
    """Nobody listens any more."""
    server.over.set()
    server.listener.shutdown(socket.SHUT_RDWR)
    server.listener.close()


def test_a_stale_reply_serves_when_nobody_listens(driver: Driver) -> None:
    vendor = Vendor(aged(100), b"cache-control: max-age=10", b"connection: close")
    with wire(vendor) as server:
        patient = client_of(driver, server, made(driver, stale_if_error=120))
        strict = client_of(driver, server, made(driver, stale_if_error=60))
        plain = client_of(driver, server, made(driver))
        assert [name(driver, each) for each in (patient, strict, plain)] == ["Rex"] * 3
        shut(server)
        response = read(driver, patient)
        assert 100 <= int(response.headers["age"]) <= 102
        assert response.parse().name == "Rex"
        for client in (strict, plain):
            with pytest.raises(runtime.APIConnectionError):
                read(driver, client)


@pytest.mark.parametrize(
    "answer",
    [
        says(reply(b"", "503 Service Unavailable")),
        says(reply(b"", "500 Oops", None, b"cache-control: max-age=9")),
        reset,
        silence,
    ],
    ids=["503", "500 that may be stored", "reset", "silence"],
)
def test_a_stale_reply_serves_when_the_vendor_is_ill(driver: Driver, answer: Any) -> None:
    vendor = Vendor(ETAG, ALWAYS_ASK)
    with wire(vendor) as server:
        transport = made(driver, stale_if_error=60)
        client = driver.client(
            petstore, CANARY, base_url=server.url, transport=transport, timeout=0.5
        )
        read(driver, client)
        vendor.answer = answer
        assert [name(driver, client) for _ in range(2)] == ["Rex", "Rex"]
        assert len(server.requests) == 3
        vendor.answer = None
        assert name(driver, client) == "Rex"
        assert b'if-none-match: "v1"' in server.requests[3].lower()


def test_errors_without_a_stored_reply_stay_errors(driver: Driver) -> None:
    vendor = Vendor(b"cache-control: max-age=0, must-revalidate")
    with wire(vendor) as server:
        client = client_of(driver, server, made(driver, stale_if_error=60))
        other = client_of(driver, server, made(driver, stale_if_error=60), "another-key")
        read(driver, client)
        vendor.answers(reply(b'{"message": "later"}', "503 Service Unavailable"))
        for each in (client, other):
            with pytest.raises(runtime.ServerError, match="later"):
                read(driver, each)


def test_a_write_is_never_answered_from_the_cache(driver: Driver) -> None:
    vendor = Vendor(b"cache-control: max-age=0")
    with wire(vendor) as server:
        client = client_of(driver, server, made(driver, stale_if_error=60))
        read(driver, client)
        vendor.answers(reply(b"{}", "503 Service Unavailable"))
        with pytest.raises(runtime.ServerError):
            driver.run(client.pets.delete(7))


def test_a_caller_may_insist(driver: Driver) -> None:
    vendor = Vendor(b"cache-control: max-age=60")
    with wire(vendor) as server:
        client = client_of(driver, server, made(driver, stale_if_error=60))
        read(driver, client)
        vendor.answers(reply(b"{}", "503 Service Unavailable"))
        with pytest.raises(runtime.ServerError):
            read(driver, client, headers={"cache-control": "no-cache"})
        assert name(driver, client) == "Rex"


def test_the_first_calls_of_many_tasks_share_one_cache() -> None:
    async def all_calls(url: str) -> None:
        client = petstore.AsyncPetstoreClient(
            CANARY, base_url=url, transport=async_caching_transport()
        )
        async with client:
            await asyncio.gather(*(client.pets.retrieve(7) for _ in range(10)))
            await client.pets.retrieve(7)

    with wire(Vendor(b"cache-control: max-age=60")) as server:
        asyncio.run(all_calls(server.url))
        assert len(server.requests) <= 10


def test_what_serves_stale_says_so() -> None:
    replies = [httpx.Response(200, headers={"cache-control": "max-age=0"}, content=b"a")]

    def answer(request: httpx.Request) -> httpx.Response:
        return replies.pop() if replies else httpx.Response(502)

    transport = caching_transport(httpx.MockTransport(answer), stale_if_error=60)
    with httpx.Client(transport=transport) as client:
        kinds = [client.get("https://api.example.com/a").extensions for _ in range(2)]
    assert "stale_if_error" not in kinds[0]
    assert kinds[1]["stale_if_error"] in (0, 1)
    assert kinds[1]["caching"]["from_cache"] is True


def test_a_reply_without_a_date_gets_one() -> None:
    """Without it hishel would take the reply for new for ever."""
    vendor = httpx.MockTransport(lambda _: httpx.Response(200, headers={"expires": "0"}))
    with httpx.Client(transport=caching_transport(vendor)) as client:
        assert "GMT" in client.get("https://api.example.com/a").headers["date"]


@pytest.mark.parametrize("seconds", [-1, float("nan")])
def test_a_limit_is_a_number_of_seconds(seconds: float) -> None:
    with pytest.raises(runtime.ConfigurationError, match="stale_if_error"):
        caching_transport(stale_if_error=seconds)


def test_storages_are_of_one_kind() -> None:
    other: Any = hishel.AsyncSqliteStorage()
    with pytest.raises(runtime.ConfigurationError, match="a synchronous storage"):
        caching_transport(storage=other)
    other = hishel.SqliteStorage()
    with pytest.raises(runtime.ConfigurationError, match="an asynchronous storage"):
        async_caching_transport(storage=other)
