"""Server-sent events, as they come (WHATWG HTML, section 9.2.6)."""

import codecs
import re
from typing import NamedTuple

from connector_runtime.client.errors import ReplyTooLargeError

LONGEST = 16 * 1024 * 1024
"""Most characters of one event or line: a stream has no end, so its parts must have one."""
_BREAK = re.compile(r"\r\n|\n|\r")


class ServerSentEvent(NamedTuple):
    """One event; ``data`` has its lines joined by line feeds."""

    data: str
    event: str = "message"
    id: str = ""
    """The last identifier that came, also where this event has none of its own."""
    retry: int | None = None
    """Milliseconds after which the vendor wants to be asked again."""


class Lines:
    """Pieces of UTF-8 bytes to lines, whose ends are CR, LF or CRLF."""

    def __init__(self) -> None:
        self._decode = codecs.getincrementaldecoder("utf-8-sig")("replace").decode
        self._rest = ""

    def feed(self, piece: bytes) -> list[str]:
        """The lines that are complete now. Raises :class:`ReplyTooLargeError`."""
        text = self._rest + self._decode(piece)
        held = "\r" if text.endswith("\r") else ""
        lines = _BREAK.split(text.removesuffix("\r"))
        self._rest = lines.pop() + held
        if len(self._rest) > LONGEST:
            raise ReplyTooLargeError(f"one line has more than {LONGEST} characters", limit=LONGEST)
        return lines

    def finish(self) -> list[str]:
        """What stands after the last line end."""
        rest = (self._rest + self._decode(b"", True)).removesuffix("\r")
        self._rest = ""
        return [rest] if rest else []


class EventParser:
    """Pieces of bytes to events."""

    def __init__(self) -> None:
        self._lines = Lines()
        self._data: list[str] = []
        self._size = 0
        self._event = ""
        self.last_id = ""
        """The identifier to go on from."""
        self.retry: int | None = None
        """Milliseconds that the vendor wants to pass before it is asked again."""

    def feed(self, piece: bytes) -> list[ServerSentEvent]:
        """The events that are complete now; one that is cut off by the end of the stream is none."""
        events = (self._line(line) for line in self._lines.feed(piece))
        return [event for event in events if event is not None]

    def _line(self, line: str) -> ServerSentEvent | None:
        if not line:
            return self._dispatch()
        name, _, value = line.partition(":")
        self._field(name, value.removeprefix(" "))
        return None

    def _field(self, name: str, value: str) -> None:
        if name == "data":
            self._data.append(value)
            self._size += len(value) + 1
            if self._size > LONGEST:
                raise ReplyTooLargeError(f"one event has more than {LONGEST} characters")
        elif name == "event":
            self._event = value
        elif name == "id" and "\0" not in value:
            self.last_id = value
        elif name == "retry" and value.isascii() and value.isdigit() and len(value) < 10:
            self.retry = int(value)

    def _dispatch(self) -> ServerSentEvent | None:
        data, event = self._data, self._event
        self._data, self._event, self._size = [], "", 0
        if not data:
            return None
        return ServerSentEvent("\n".join(data), event or "message", self.last_id, self.retry)
