"""Streams of generated clients against servers on real sockets."""

import gzip
import json
import socket
import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import pytest

import connector_runtime.client as runtime
from generated import openai
from tests.runtime.client.clocks import FakeClock
from tests.runtime.client.drivers import Driver
from tests.runtime.client.http.wires import Script, Wire, reset, sends, silence, wire
from tests.runtime.client.packages import Make, operation

HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nx-request-id: r1\r\n"
CHUNKED = HEAD + b"transfer-encoding: chunked\r\n\r\n"


def chunk(text: str) -> bytes:
    data = text.encode()
    return b"%x\r\n%s\r\n" % (len(data), data)


def word(text: str) -> bytes:
    """One chunk of a completion, as an event."""
    choice = {"index": 0, "delta": {"content": text}, "finish_reason": None}
    document = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "choices": [choice]}
    return chunk(f"data: {json.dumps(document | {'model': 'm'})}\n\n")


DONE = chunk("data: [DONE]\n\n") + b"0\r\n\r\n"


@contextmanager
def talk(driver: Driver, script: Script, **settings: Any) -> Generator[tuple[Any, Wire]]:
    with wire(script) as server:
        yield driver.client(openai, base_url=server.url, **settings), server


def completion(driver: Driver, client: Any, **options: Any) -> Any:
    return driver.run(
        client.chat.completions.create(
            model="m",
            messages=[{"role": "user", "content": "hi"}],
            stream=True,
            options=runtime.CallOptions(**options),
        )
    )


def words(chunks: list[Any]) -> list[str]:
    return [each.choices[0].delta.content for each in chunks]


def busy(client: Any) -> int:
    return client.runtime.stats().requests


def test_items_come_while_the_vendor_sends(driver: Driver) -> None:
    received: list[float] = []

    def script(connection: socket.socket, request: bytes) -> None:
        assert b'"stream":true' in request
        connection.sendall(CHUNKED)
        for text in ("Hel", "lo"):
            connection.sendall(word(text))
            time.sleep(0.1)
        connection.sendall(DONE)

    with talk(driver, script) as (client, _):
        stream = completion(driver, client)
        assert type(stream).__name__ == f"{driver.prefix}Stream"
        assert (stream.status_code, stream.request_id) == (200, "r1")
        assert busy(client) == 1
        first = driver.run(anext(stream) if driver.prefix else next(stream))
        received.append(time.monotonic())
        rest = driver.items(stream)
        assert time.monotonic() - received[0] > 0.15
        assert words([first, *rest]) == ["Hel", "lo"]
        assert busy(client) == 0
        assert words(driver.items(completion(driver, client))) == ["Hel", "lo"]


def test_without_the_argument_the_reply_is_whole(driver: Driver) -> None:
    body = json.dumps({"id": "c1", "object": "chat.completion", "choices": []}).encode()
    head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
    with talk(driver, sends(head % len(body) + body)) as (client, _):
        messages: Any = [{"role": "user", "content": "hi"}]
        for given in ({}, {"stream": False}, {"stream": None}):
            call = client.chat.completions.create(model="m", messages=messages, **given)
            assert driver.run(call).id == "c1"


def test_a_stream_outlives_the_deadline_but_not_a_silence(driver: Driver) -> None:
    def script(connection: socket.socket, request: bytes) -> None:
        connection.sendall(CHUNKED)
        for _ in range(8):
            connection.sendall(word("x"))
            time.sleep(0.2)
        silence(connection)

    with talk(driver, script, deadline=1.0) as (client, _):
        stream = completion(driver, client, timeout=0.8)
        start = time.monotonic()
        for _ in range(8):
            driver.run(anext(stream) if driver.prefix else next(stream))
        with pytest.raises(runtime.APITimeoutError) as caught:
            driver.items(stream)
        assert 1.0 < time.monotonic() - start < 6.0
        assert caught.value.operation == "create_chat_completion"
        assert busy(client) == 0


def test_a_head_that_does_not_come_is_bounded_by_the_deadline(driver: Driver) -> None:
    with talk(driver, sends(then=silence), deadline=0.2) as (client, _):
        start = time.monotonic()
        with pytest.raises(runtime.OutcomeUnknownError):
            completion(driver, client)
        assert time.monotonic() - start < 3.0


@pytest.mark.parametrize("end", [reset, socket.socket.close])
def test_a_stream_that_is_cut_off_is_an_error(driver: Driver, end: Any) -> None:
    with talk(driver, sends(CHUNKED, word("x"), then=end)) as (client, _):
        with pytest.raises(runtime.APIConnectionError):
            driver.items(completion(driver, client))
        assert busy(client) == 0


def test_a_failure_before_the_stream_is_like_any_other(driver: Driver) -> None:
    body = b'{"error": {"message": "no", "code": "bad"}}'
    head = (
        b"HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
    )
    with talk(driver, sends(head % len(body) + body)) as (client, _):
        with pytest.raises(runtime.BadRequestError) as caught:
            completion(driver, client)
        assert caught.value.vendor_code == "bad"


def test_an_error_in_the_middle_is_the_vendors(driver: Driver) -> None:
    event = chunk('event: error\ndata: {"error": {"message": "slow", "code": "rate_limit"}}\n\n')
    with talk(driver, sends(CHUNKED, word("x"), event)) as (client, _):
        with pytest.raises(runtime.RateLimitError) as caught:
            driver.items(completion(driver, client))
        assert caught.value.vendor_code == "rate_limit"


def test_who_leaves_early_leaves_nothing_open(driver: Driver) -> None:
    def script(connection: socket.socket, request: bytes) -> None:
        connection.sendall(CHUNKED)
        while True:
            connection.sendall(word("x"))
            time.sleep(0.01)

    policy = runtime.ResiliencePolicy(concurrency=1)
    with talk(driver, script, policy=policy) as (client, _):
        for _ in range(3):
            stream = completion(driver, client)
            driver.run(anext(stream) if driver.prefix else next(stream))
            driver.run((stream.aclose if driver.prefix else stream.close)())
            assert busy(client) == 0


def test_items_that_are_not_as_described_are_told(driver: Driver) -> None:
    events: list[runtime.Event] = []
    odd = chunk('data: {"id": 7, "choices": []}\n\n')
    with talk(driver, sends(CHUNKED, odd, DONE), hooks=[events.append]) as (client, _):
        (item,) = driver.items(completion(driver, client))
        assert item.id == 7
        assert "contract.violation" in {each.name for each in events}
    with (
        talk(driver, sends(CHUNKED, odd, DONE), strict=True) as (client, _),
        pytest.raises(runtime.ContractViolationError),
    ):
        driver.items(completion(driver, client))


def test_what_is_no_json_is_an_error(driver: Driver) -> None:
    with (
        talk(driver, sends(CHUNKED, chunk("data: {oops\n\n"), DONE)) as (client, _),
        pytest.raises(runtime.ReplyError),
    ):
        driver.items(completion(driver, client))


def sse(**media: Any) -> dict[str, Any]:
    """An operation that answers with events."""
    replies = {"200": [{"content_type": "text/event-stream", "kind": "sse", **media}]}
    return operation("watch", stream="sse", replies=replies)


def test_a_read_goes_on_from_the_last_event(driver: Driver, acme: Make) -> None:
    events = [chunk(f"id: {n}\nretry: 20\ndata: {n}\n\n") for n in range(1, 7)]

    def script(connection: socket.socket, request: bytes) -> None:
        done = request.lower().partition(b"last-event-id: ")[2].partition(b"\r\n")[0]
        begin = int(done or 0)
        connection.sendall(CHUNKED + b"".join(events[begin : begin + 2]))
        if begin < 4:
            reset(connection)
        else:
            connection.sendall(b"0\r\n\r\n")

    clock = FakeClock()
    with wire(script) as server:
        client = driver.client(
            acme(sse()),
            None,
            base_url=server.url,
            clock=clock,
            policy=runtime.ResiliencePolicy(transient_base=0.0),
        )
        assert driver.items(driver.run(client.call("watch", {}))) == [1, 2, 3, 4, 5, 6]
        assert len(server.requests) == 3
        assert all(0.02 <= slept <= 0.022 for slept in clock.slept)
        assert client.runtime.stats().requests == 0


def test_a_read_that_brings_nothing_more_gives_up(driver: Driver, acme: Make) -> None:
    def script(connection: socket.socket, request: bytes) -> None:
        first = b"last-event-id" not in request.lower()
        connection.sendall(CHUNKED + (chunk("id: 1\ndata: 1\n\n") if first else b""))
        reset(connection)

    with wire(script) as server:
        policy = runtime.ResiliencePolicy(max_attempts=4)
        client = driver.client(
            acme(sse()), None, base_url=server.url, clock=FakeClock(), policy=policy
        )
        with pytest.raises(runtime.APIConnectionError):
            driver.items(driver.run(client.call("watch", {})))
        assert len(server.requests) == 4


def test_whole_events(driver: Driver, acme: Make) -> None:
    body = CHUNKED + chunk("event: note\nid: 7\ndata: plain text\n\n") + b"0\r\n\r\n"
    with wire(sends(body)) as server:
        client = driver.client(acme(sse(whole_events=True)), None, base_url=server.url)
        (event,) = driver.items(driver.run(client.call("watch", {})))
        assert event == {"event": "note", "data": "plain text", "id": "7"}


@pytest.mark.parametrize("name", ["application/jsonl", "application/json-seq"])
def test_json_lines(driver: Driver, acme: Make, name: str) -> None:
    mark = "\x1e" if name.endswith("seq") else ""
    text = "".join(f"{mark}{line}\r\n" for line in ('{"n": 1}', '{"n": 2}')) + f"\n{mark}3"
    body = gzip.compress(text.encode())
    head = f"HTTP/1.1 200 OK\r\ncontent-type: {name}\r\ncontent-encoding: gzip\r\n"
    whole = head.encode() + b"content-length: %d\r\n\r\n" % len(body) + body
    replies = {"200": [{"content_type": name, "kind": "jsonl"}]}
    with wire(sends(whole)) as server:
        package = acme(operation("export", stream="jsonl", replies=replies))
        client = driver.client(package, None, base_url=server.url)
        assert driver.items(driver.run(client.call("export", {}))) == [{"n": 1}, {"n": 2}, 3]
