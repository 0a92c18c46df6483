"""Bodies that are sent as they are: text, bytes, files, iterators."""

import asyncio
import io
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from connector_runtime.client.wire.problems import ArgumentError
from connector_runtime.client.wire.streams import BodyStream

OCTETS = "application/octet-stream"


def read(body: Any) -> bytes:
    """A body to its end."""
    return body if isinstance(body, bytes) else b"".join(body.chunks())


@pytest.mark.parametrize(
    ("kind", "documented", "value", "sent", "content_type"),
    [
        ("text", "text/plain", "hi", b"hi", "text/plain"),
        ("text", "text/plain", "ü", b"\xc3\xbc", "text/plain; charset=utf-8"),
        ("text", "text/plain; charset=latin-1", "ü", b"\xfc", "text/plain; charset=latin-1"),
        ("text", "text/plain; charset=martian", "ü", b"\xc3\xbc", "text/plain; charset=martian"),
        ("text", "text/plain", 5, b"5", "text/plain"),
        ("text", "text/*", b"\xff", b"\xff", "text/plain"),
        ("binary", OCTETS, b"\x00", b"\x00", OCTETS),
        ("binary", OCTETS, bytearray(b"ab"), b"ab", OCTETS),
        ("binary", OCTETS, "ü", b"\xc3\xbc", OCTETS),
        ("binary", "*/*", b"x", b"x", OCTETS),
        ("binary", "*/*", ("a.png", b"x"), b"x", "image/png"),
        ("binary", "image/*", (None, b"x", "image/webp"), b"x", "image/webp"),
        ("binary", "image/png", ("a.gif", b"x"), b"x", "image/png"),
        ("xml", "application/xml", "<a/>", b"<a/>", "application/xml"),
        ("xml", "text/xml", b"<a/>", b"<a/>", "text/xml"),
    ],
)
def test_content(
    send_body: Any, kind: str, documented: str, value: Any, sent: bytes, content_type: str
) -> None:
    request = send_body(kind, documented, {"body": value})

    assert read(request.body) == sent
    assert request.content_type == content_type


def test_paths_and_files_are_streamed(send_body: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"abc")

    for value in (path, io.BytesIO(b"abc")):
        request = send_body("binary", OCTETS, {"body": value})
        assert isinstance(request.body, BodyStream)
        assert request.body.length == 3
        assert request.replayable
        assert read(request.body) == read(request.body) == b"abc"


def test_iterators_go_once(send_body: Any) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"a"
        yield b"b"

    request = send_body("binary", OCTETS, {"body": chunks()})

    assert request.body.length is None
    assert not request.replayable
    assert read(request.body) == b"ab"
    with pytest.raises(ArgumentError, match="cannot be read again"):
        read(request.body)


async def _gathered(stream: BodyStream) -> bytes:
    return b"".join([chunk async for chunk in stream.async_chunks()])


def test_streams_can_be_read_asynchronously(send_body: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(b"x" * 100_000)
    form = send_body("multipart", "multipart/form-data", {"a": path})

    body = send_body("binary", OCTETS, {"body": path}).body
    assert asyncio.run(_gathered(body)) == b"x" * 100_000
    assert asyncio.run(_gathered(form.body)) == read(form.body)


def test_asynchronous_iterators_need_an_asynchronous_client(send_body: Any) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        yield b"a"

    request = send_body("binary", OCTETS, {"body": chunks()})

    with pytest.raises(ArgumentError, match="asynchronous client"):
        read(request.body)
    assert asyncio.run(_gathered(request.body)) == b"a"
    with pytest.raises(ArgumentError, match="cannot be read again"):
        asyncio.run(_gathered(request.body))


@pytest.mark.parametrize("value", [{"a": 1}, [1], {1, 2}, 1.5, object()])
def test_data_is_not_a_file(send_body: Any, value: Any) -> None:
    with pytest.raises(ArgumentError, match="give text, bytes or a file") as caught:
        send_body("binary", OCTETS, {"body": value})
    assert caught.value.pointer == "/body"


def test_text_that_its_charset_cannot_hold(send_body: Any) -> None:
    with pytest.raises(ArgumentError, match="latin-1"):
        send_body("text", "text/plain; charset=latin-1", {"body": "☃"})
