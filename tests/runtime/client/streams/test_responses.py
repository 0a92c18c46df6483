"""``with_streaming_response``: files and texts that are read while they come."""

import gzip
import io
import socket
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import connector_runtime.client as runtime
from generated import openai
from tests.runtime.client.drivers import Driver
from tests.runtime.client.http.wires import Script, Wire, reset, sends, silence, wire

CONTENT = bytes(range(256)) * 4000


def file_reply(content: bytes = CONTENT, *fields: bytes, length: int | None = None) -> bytes:
    said = len(content) if length is None else length
    head = [
        b"HTTP/1.1 200 OK",
        b"content-type: application/octet-stream",
        b"content-length: %d" % said,
        *fields,
    ]
    return b"\r\n".join([*head, b"", content])


@contextmanager
def download(driver: Driver, script: Script, **settings: Any) -> Generator[tuple[Any, Wire]]:
    with wire(script) as server:
        yield driver.client(openai, base_url=server.url, **settings), server


def within(driver: Driver, client: Any, use: Callable[[Any], Any]) -> Any:
    """What ``use`` makes of the response, in either world."""
    streaming = client.files.with_streaming_response.content("file-1")
    if not driver.prefix:
        with streaming as response:
            return use(response)

    async def run() -> Any:
        async with streaming as response:
            value = use(response)
            return [each async for each in value] if hasattr(value, "__aiter__") else await value

    return driver.run(run())


def test_a_file_is_saved_to_a_path(driver: Driver, tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    with download(driver, sends(file_reply())) as (client, server):
        target = tmp_path / "file.bin"
        target.write_bytes(b"old")

        def progress(came: int, length: int | None) -> None:
            told.append((came, length))

        size = within(driver, client, lambda response: response.save(target, progress))
        assert target.read_bytes() == CONTENT
        assert size == len(CONTENT)
        assert told[-1] == (len(CONTENT), len(CONTENT))
        assert len(told) > 3
        assert [each.name for each in tmp_path.iterdir()] == ["file.bin"]
        assert client.runtime.stats().requests == 0
        within(driver, client, lambda response: response.save(str(target)))
        assert server.connections == 1


def test_a_file_is_saved_to_a_file(driver: Driver) -> None:
    with download(driver, sends(file_reply())) as (client, _):
        target = io.BytesIO()
        within(driver, client, lambda response: response.save(target))
        assert target.getvalue() == CONTENT


def test_half_a_file_is_none(driver: Driver, tmp_path: Path) -> None:
    whole = file_reply(CONTENT[:70_000], length=len(CONTENT))
    with download(driver, sends(whole, then=reset)) as (client, _):
        target = tmp_path / "file.bin"
        target.write_bytes(b"old")
        with pytest.raises(runtime.APIConnectionError):
            within(driver, client, lambda response: response.save(target))
        assert target.read_bytes() == b"old"
        assert [each.name for each in tmp_path.iterdir()] == ["file.bin"]
        assert client.runtime.stats().requests == 0


def test_pieces_and_lines(driver: Driver) -> None:
    body = gzip.compress(b"one\r\ntwo\nthree")
    with download(driver, sends(file_reply(body, b"content-encoding: gzip"))) as (client, _):
        pieces = within(driver, client, lambda response: response.iter_bytes())
        assert b"".join(pieces) == b"one\r\ntwo\nthree"
        lines = within(driver, client, lambda response: response.iter_lines())
        assert list(lines) == ["one", "two", "three"]


def test_the_whole_and_what_the_method_returns(driver: Driver) -> None:
    with download(driver, sends(file_reply())) as (client, _):
        assert within(driver, client, lambda response: response.read()) == CONTENT
        assert within(driver, client, lambda response: response.parse()) == CONTENT
        assert driver.run(client.files.content("file-1")) == CONTENT


def test_what_is_read_at_once_has_a_limit(driver: Driver) -> None:
    def script(connection: socket.socket, request: bytes) -> None:
        connection.sendall(file_reply(b"", length=70 * 1024 * 1024))
        for _ in range(70):
            connection.sendall(bytes(1024 * 1024))

    with download(driver, script) as (client, _):
        with pytest.raises(runtime.ReplyTooLargeError):
            within(driver, client, lambda response: response.read())
        target = io.BytesIO()
        assert within(driver, client, lambda response: response.save(target)) == 70 * 1024 * 1024


def test_a_download_ends_with_a_silence(driver: Driver) -> None:
    with download(driver, sends(file_reply(CONTENT[:1000], length=9999), then=silence)) as (
        client,
        _,
    ):
        slow = client.with_options(timeout=0.2)
        driver.clients.append(slow)
        start = time.monotonic()
        with pytest.raises(runtime.APITimeoutError):
            within(driver, slow, lambda response: response.read())
        assert time.monotonic() - start < 3.0


def test_who_looks_at_the_head_only_lets_go(driver: Driver) -> None:
    with download(driver, sends(file_reply())) as (client, _):

        def head(response: Any) -> Any:
            facts = response.status_code, response.length, response.headers["content-type"]

            async def later() -> Any:
                return facts

            return later() if driver.prefix else facts

        found = within(driver, client, head)
        assert found == (200, len(CONTENT), "application/octet-stream")
        assert client.runtime.stats().requests == 0


def test_a_missing_file_is_an_error(driver: Driver) -> None:
    head = b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n"
    with download(driver, sends(head)) as (client, _), pytest.raises(runtime.NotFoundError):
        within(driver, client, lambda response: response.read())
