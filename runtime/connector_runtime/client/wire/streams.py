"""Bodies that are read while they are sent: how long they are, and whether they can be sent again."""

import os
from abc import ABC, abstractmethod
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from typing import IO, Any, Final, cast

from connector_runtime.client.wire.problems import ArgumentError

CHUNK = 65_536

_END: Final = object()


class BodyStream(ABC):
    """A request body in pieces.

    ``length`` is its size in bytes, None when it is only known at the end. ``replayable`` tells
    whether reading it again gives the same bytes: a retry needs that.
    """

    length: int | None = None
    replayable: bool = False

    @abstractmethod
    def chunks(self) -> Iterator[bytes]:
        """The bytes, from the start. Reading again is only allowed when ``replayable``."""
        ...

    async def async_chunks(self) -> AsyncIterator[bytes]:
        """The bytes, read in a thread so that a slow disk does not stop the event loop."""
        import asyncio

        chunks = self.chunks()
        while True:
            chunk = await asyncio.to_thread(next, chunks, _END)
            if chunk is _END:
                return
            yield cast("bytes", chunk)


class PathStream(BodyStream):
    """A file by its path, opened each time it is sent."""

    replayable = True

    def __init__(self, path: "os.PathLike[str]") -> None:
        self.path = os.fspath(path)
        try:
            with open(self.path, "rb") as file:
                self.length: int | None = os.fstat(file.fileno()).st_size
        except OSError as problem:
            reason = problem.strerror or "it cannot be read"
            raise ArgumentError(f"the file {self.path!r} cannot be sent: {reason}") from None

    def chunks(self) -> Iterator[bytes]:
        with open(self.path, "rb") as file:
            while chunk := file.read(CHUNK):
                yield chunk


class FileStream(BodyStream):
    """A file object, from where it stands now; it is left open."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._start, self.length = _extent(file)
        self.replayable = self._start is not None
        self._begun = False

    def chunks(self) -> Iterator[bytes]:
        if self._start is not None:
            self._file.seek(self._start)
        elif self._begun:
            raise ArgumentError("the file has been read and cannot be read again")
        self._begun = True
        while chunk := self._file.read(CHUNK):
            yield _bytes(chunk)


def _extent(file: IO[bytes]) -> tuple[int | None, int | None]:
    """Where the file stands and how much follows, when it can tell."""
    try:
        start = file.tell()
        length = file.seek(0, os.SEEK_END) - start
        file.seek(start)
    except (OSError, ValueError, AttributeError):
        return None, None
    return start, max(length, 0)


def _bytes(chunk: Any) -> bytes:
    if isinstance(chunk, str):
        raise ArgumentError("the file is open in text mode; open it in binary mode")
    return chunk if isinstance(chunk, bytes) else bytes(chunk)


class IteratorStream(BodyStream):
    """Bytes from an iterable, once."""

    def __init__(self, source: Iterable[bytes]) -> None:
        self._source: Iterator[bytes] | None = iter(source)

    def chunks(self) -> Iterator[bytes]:
        source, self._source = self._source, None
        if source is None:
            raise ArgumentError("the iterator has been read and cannot be read again")
        for chunk in source:
            yield _bytes(chunk)


class AsyncIteratorStream(BodyStream):
    """Bytes from an asynchronous iterable, once; only for asynchronous clients."""

    def __init__(self, source: AsyncIterable[bytes]) -> None:
        self._source: AsyncIterator[bytes] | None = aiter(source)

    def chunks(self) -> Iterator[bytes]:
        raise ArgumentError("an asynchronous iterator needs an asynchronous client")

    async def async_chunks(self) -> AsyncIterator[bytes]:
        source, self._source = self._source, None
        if source is None:
            raise ArgumentError("the iterator has been read and cannot be read again")
        async for chunk in source:
            yield _bytes(chunk)


class JoinedStream(BodyStream):
    """Pieces one after the other: the parts of a multipart body."""

    def __init__(self, pieces: "list[bytes | BodyStream]") -> None:
        self._pieces = pieces
        lengths = [len(piece) if isinstance(piece, bytes) else piece.length for piece in pieces]
        known = [length for length in lengths if length is not None]
        self.length = sum(known) if len(known) == len(lengths) else None
        self.replayable = all(isinstance(piece, bytes) or piece.replayable for piece in pieces)

    def chunks(self) -> Iterator[bytes]:
        for piece in self._pieces:
            if isinstance(piece, bytes):
                yield piece
            else:
                yield from piece.chunks()

    async def async_chunks(self) -> AsyncIterator[bytes]:
        for piece in self._pieces:
            if isinstance(piece, bytes):
                yield piece
            else:
                async for chunk in piece.async_chunks():
                    yield chunk
