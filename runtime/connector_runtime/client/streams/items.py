"""From the bytes of a stream to its items: a pure machine that both kinds of streams feed."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from connector_runtime.client.clock import Clock
from connector_runtime.client.errors import APIError, ReplyError
from connector_runtime.client.failures import status_error
from connector_runtime.client.messages import HttpReply
from connector_runtime.client.prepared import Received
from connector_runtime.client.streams.events import EventParser, Lines, ServerSentEvent
from connector_runtime.client.wire.decode import utf8_json

DecodeItem = Callable[[str, bytes], Any]
"""The value of JSON bytes by the name of its model."""
_DONE = "[DONE]"
"""What vendors send last, and what is no JSON."""
_RECORD_SEPARATOR = "\x1e"


class Items:
    """Takes the pieces of one reply, gives its items."""

    def __init__(self, received: Received, decode: DecodeItem, clock: Clock) -> None:
        self._received = received
        self._clock = clock
        self._decode = decode
        media = received.choice.media
        self._kind = received.choice.kind
        self._whole_events = media is not None and media.whole_events
        self._model = (media.item_model or media.model) if media is not None else ""
        self._lines = Lines()
        self._whole: list[bytes] = []
        self.parser = EventParser()
        self.done = False
        """Whether the vendor said that this was all."""

    def feed(self, piece: bytes) -> Iterator[Any]:
        """The items that are complete now. Raises :class:`APIError` for an event that is one."""
        if self._kind == "sse":
            for event in self.parser.feed(piece):
                if event.data == _DONE:
                    self.done = True
                    return
                yield self._item_of(event)
        elif self._kind == "jsonl":
            yield from self._of_lines(self._lines.feed(piece))
        else:
            self._whole.append(piece)

    def finish(self) -> Iterator[Any]:
        """The items that end with the stream; a reply that is no stream is one item."""
        yield from self._of_lines(self._lines.finish())
        if self._whole:
            content_type = self._received.reply.headers.get("content-type", "")
            yield self._decoded(utf8_json(b"".join(self._whole), content_type))

    def _of_lines(self, lines: list[str]) -> Iterator[Any]:
        for line in lines:
            text = line.strip().removeprefix(_RECORD_SEPARATOR)
            if text:
                yield self._decoded(text.encode())

    def _item_of(self, event: ServerSentEvent) -> Any:
        if event.event == "error":
            raise self._error(event)
        if self._whole_events:
            fields = {"event": event.event, "data": event.data, "id": event.id}
            return self._decoded(json.dumps(fields).encode())
        return self._decoded(event.data.encode())

    def _decoded(self, data: bytes) -> Any:
        try:
            return self._decode(self._model or "Any", data)
        except ValueError:
            raise ReplyError("an item of the stream is not JSON") from None

    def _error(self, event: ServerSentEvent) -> APIError:
        """A failure in the middle of a success, in the vendor's own shape."""
        prepared, reply = self._received.prepared, self._received.reply
        content = HttpReply(reply.status, reply.headers, event.data.encode(), reply.http_version)
        error = status_error(prepared.shape, content, kind="json", clock=self._clock)
        return error.at(prepared.connector, prepared.operation.name)
