"""Server-sent events and lines, however the bytes are cut."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connector_runtime.client import ReplyTooLargeError, ServerSentEvent
from connector_runtime.client.streams.events import LONGEST, EventParser, Lines

STREAM = (
    "\ufeff: a comment\r\n"
    "event: note\r\nid: 1\r\ndata: first\r\ndata:  second\r\n\r\n"
    "data\n\n"
    'id: 2\nretry: 1500\ndata: {"é": "\U0001f600"}\n\n'
    "event: empty\n\n"
    "unknown: field\ndata:x\r\r"
    "id: bad\0id\nretry: soon\ndata: y\n\n"
    "data: cut off"
)
EVENTS = [
    ServerSentEvent("first\n second", "note", "1"),
    ServerSentEvent("", "message", "1"),
    ServerSentEvent('{"é": "\U0001f600"}', "message", "2", 1500),
    ServerSentEvent("x", "message", "2", 1500),
    ServerSentEvent("y", "message", "2", 1500),
]


def cut(data: bytes, places: list[int]) -> list[bytes]:
    """The data in pieces."""
    edges = [0, *sorted({place % (len(data) + 1) for place in places}), len(data)]
    return [data[start:end] for start, end in pairwise(edges)]


@given(st.lists(st.integers(0, 1000)))
def test_events_are_the_same_however_they_are_cut(places: list[int]) -> None:
    parser = EventParser()
    found = [event for piece in cut(STREAM.encode(), places) for event in parser.feed(piece)]
    assert found == EVENTS
    assert (parser.last_id, parser.retry) == ("2", 1500)


@given(st.lists(st.integers(0, 1000)))
def test_lines_are_the_same_however_they_are_cut(places: list[int]) -> None:
    lines, data = Lines(), "a\r\nb\rc\n\ndé\U0001f600".encode()
    found = [line for piece in cut(data, places) for line in lines.feed(piece)]
    assert [*found, *lines.finish()] == ["a", "b", "c", "", "dé\U0001f600"]
    assert lines.finish() == []


@pytest.mark.parametrize("piece", [b"x" * 1_000_000, b"data: " + b"x" * 1_000_000 + b"\n"])
def test_a_part_without_end_is_refused(piece: bytes) -> None:
    parser = EventParser()
    pieces = [piece] * (LONGEST // 1_000_000 + 2)
    with pytest.raises(ReplyTooLargeError):
        _ = [parser.feed(each) for each in pieces]
