"""A reply's content: collected in pieces, decoded from its Content-Encoding, never beyond a limit.

We ask for gzip and deflate only. Decoding is bounded while it happens: a compressed reply of a few
kilobytes can otherwise fill the memory before anyone looks at its size.
"""

import zlib
from collections.abc import Iterable

from connector_runtime.client.errors import ReplyError, ReplyTooLargeError

LARGEST_PIECE = 64 * 1024 * 1024
"""Most decoded bytes of one piece of a body that is read while it comes."""
ACCEPT_ENCODING = b"gzip, deflate"
_ZLIB_OR_GZIP = 47
_RAW_DEFLATE = -15


def content_encodings(fields: Iterable[tuple[bytes, bytes]]) -> list[str]:
    """The encodings that were applied, in order; empty for nearly every small reply."""
    return [
        name
        for key, value in fields
        if len(key) == 16 and key.lower() == b"content-encoding"
        for part in value.decode("latin-1").lower().split(",")
        if (name := part.strip()) not in ("", "identity")
    ]


class Inflation:
    """Undoes the encodings of a body piece by piece, however long it is."""

    __slots__ = ("_inflaters",)

    def __init__(self, fields: Iterable[tuple[bytes, bytes]]) -> None:
        self._inflaters = [_Inflater(name) for name in reversed(content_encodings(fields))]

    def add(self, piece: bytes) -> bytes:
        """What one piece says. Raises :class:`ReplyTooLargeError` for a bomb."""
        for inflater in self._inflaters:
            piece = inflater.add(piece, LARGEST_PIECE + 1)
            if len(piece) > LARGEST_PIECE:
                raise ReplyTooLargeError("one piece of the reply is a bomb", limit=LARGEST_PIECE)
        return piece

    def finish(self) -> None:
        """Raises :class:`ReplyError` when the end is missing."""
        for inflater in self._inflaters:
            inflater.finish()


class Content:
    """Takes the pieces of a body as they come."""

    __slots__ = ("_inflaters", "_limit", "_pieces", "_size")

    def __init__(self, fields: Iterable[tuple[bytes, bytes]], limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._pieces: list[bytes] = []
        encodings = content_encodings(fields)
        self._inflaters = [_Inflater(name) for name in reversed(encodings)] if encodings else []

    def add(self, piece: bytes) -> None:
        """One piece. Raises :class:`ReplyTooLargeError` as soon as there is too much."""
        for inflater in self._inflaters:
            piece = inflater.add(piece, self._limit - self._size + 1)
        self._size += len(piece)
        if self._size > self._limit:
            raise ReplyTooLargeError(
                f"the reply has more than {self._limit} bytes", limit=self._limit
            )
        self._pieces.append(piece)

    def finish(self) -> bytes:
        """The whole content."""
        for inflater in self._inflaters:
            inflater.finish()
        return self._pieces[0] if len(self._pieces) == 1 else b"".join(self._pieces)


class _Inflater:
    """One encoding, undone. ``deflate`` comes with and without zlib's header."""

    __slots__ = ("_begun", "_deflate", "_zlib")

    def __init__(self, encoding: str) -> None:
        if encoding not in ("gzip", "x-gzip", "deflate"):
            raise ReplyError(f"the reply is encoded as {encoding!r}, which was not asked for")
        self._deflate = encoding == "deflate"
        self._zlib = zlib.decompressobj(_ZLIB_OR_GZIP)
        self._begun = False

    def add(self, piece: bytes, most: int) -> bytes:
        """At most ``most`` decoded bytes: a caller that gets so many has had enough."""
        try:
            decoded = self._zlib.decompress(piece, most)
        except zlib.error:
            if not self._deflate or self._begun:
                raise ReplyError("the reply's compressed content is broken") from None
            self._zlib = zlib.decompressobj(_RAW_DEFLATE)
            self._deflate = False
            return self.add(piece, most)
        self._begun = self._begun or bool(piece)
        return self._next_member(decoded, most)

    def _next_member(self, decoded: bytes, most: int) -> bytes:
        """A gzip file may hold several members one after the other."""
        pieces = [decoded]
        size = len(decoded)
        while self._zlib.eof and self._zlib.unused_data and size < most:
            rest = self._zlib.unused_data
            if not rest.startswith(b"\x1f\x8b"):
                break
            self._zlib = zlib.decompressobj(_ZLIB_OR_GZIP)
            pieces.append(self._zlib.decompress(rest, most - size))
            size += len(pieces[-1])
        return b"".join(pieces) if len(pieces) > 1 else decoded

    def finish(self) -> None:
        """Raises :class:`ReplyError` when the end is missing."""
        if self._begun and not self._zlib.eof:
            raise ReplyError("the reply's compressed content is cut off")
