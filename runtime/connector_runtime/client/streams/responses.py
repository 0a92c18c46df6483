"""Replies whose body is read while it comes: in pieces, in lines, or into a file."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from functools import wraps
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Any, Generic, ParamSpec, TypeAlias, TypeVar, cast

from connector_runtime.client.errors import ReplyTooLargeError
from connector_runtime.client.messages import AsyncReplyStream, ReplyStream
from connector_runtime.client.options import streamed_options
from connector_runtime.client.prepared import Received
from connector_runtime.client.reply_head import ReplyHead
from connector_runtime.client.requests import REPLY_LIMIT
from connector_runtime.client.streams.events import Lines

P = ParamSpec("P")
T = TypeVar("T")
Progress: TypeAlias = Callable[[int, int | None], object]
"""Told how many bytes have come, and how many there will be (None: the vendor does not say)."""
Target: TypeAlias = "str | os.PathLike[str] | IO[bytes]"
"""A path, or a file that is open for writing bytes."""
Parse: TypeAlias = Callable[[Received], T]


class _Response(ReplyHead, Generic[T]):
    """The head of a reply whose body has not been read."""

    def __init__(self, received: Received, parse: Parse[T]) -> None:
        super().__init__(received)
        self._parse = parse

    @property
    def length(self) -> int | None:
        """Bytes of the body; None where the vendor does not say, or compresses it."""
        said = self.headers.get("content-length", "")
        return int(said) if said.isdigit() and "content-encoding" not in self.headers else None

    def _whole(self, pieces: list[bytes]) -> T:
        prepared, reply = self._received.prepared, self._received.reply
        content = b"".join(pieces)
        content_type = reply.headers.get("content-type", "")
        return self._parse(
            self._received._replace(
                reply=reply._replace(content=content, stream=None),
                choice=prepared.decoder.choose(reply.status, content_type, content),
            )
        )


def _counted(size: int, piece: bytes) -> int:
    size += len(piece)
    if size > REPLY_LIMIT:
        raise ReplyTooLargeError(f"the reply has more than {REPLY_LIMIT} bytes", limit=REPLY_LIMIT)
    return size


class StreamedResponse(_Response[T]):
    """A reply of a synchronous client, being read."""

    @property
    def _source(self) -> ReplyStream:
        return cast("ReplyStream", self._received.reply.stream)

    def iter_bytes(self) -> Iterator[bytes]:
        """The body as it comes, decoded from its Content-Encoding."""
        return iter(self._source)

    def iter_lines(self) -> Iterator[str]:
        """The lines of a UTF-8 body, without their ends."""
        lines = Lines()
        for piece in self._source:
            yield from lines.feed(piece)
        yield from lines.finish()

    def read(self) -> bytes:
        """The whole body, at most 64 MiB. Raises :class:`ReplyTooLargeError`."""
        size, pieces = 0, list[bytes]()
        for piece in self._source:
            size = _counted(size, piece)
            pieces.append(piece)
        return b"".join(pieces)

    def parse(self) -> T:
        """What the method itself would have returned."""
        return self._whole([self.read()])

    def save(self, target: Target, progress: Progress | None = None) -> int:
        """Write the body to a path or an open file; the number of bytes. A path is only there once
        all has come: until then it is a temporary file beside it."""
        with _Opened(target) as file:
            size = 0
            for piece in self._source:
                file.write(piece)
                size += len(piece)
                if progress is not None:
                    progress(size, self.length)
        return size

    def close(self) -> None:
        """Let go of the connection."""
        self._source.close()


class AsyncStreamedResponse(_Response[T]):
    """A reply of an asynchronous client, being read."""

    @property
    def _source(self) -> AsyncReplyStream:
        return cast("AsyncReplyStream", self._received.reply.stream)

    def iter_bytes(self) -> AsyncIterator[bytes]:
        """The body as it comes, decoded from its Content-Encoding."""
        return aiter(self._source)

    async def iter_lines(self) -> AsyncIterator[str]:
        """The lines of a UTF-8 body, without their ends."""
        lines = Lines()
        async for piece in self._source:
            for line in lines.feed(piece):
                yield line
        for line in lines.finish():
            yield line

    async def read(self) -> bytes:
        """The whole body, at most 64 MiB. Raises :class:`ReplyTooLargeError`."""
        size, pieces = 0, list[bytes]()
        async for piece in self._source:
            size = _counted(size, piece)
            pieces.append(piece)
        return b"".join(pieces)

    async def parse(self) -> T:
        """What the method itself would have returned."""
        return self._whole([await self.read()])

    async def save(self, target: Target, progress: Progress | None = None) -> int:
        """As :meth:`StreamedResponse.save`; the disk is written to in the event loop."""
        with _Opened(target) as file:
            size = 0
            async for piece in self._source:
                file.write(piece)
                size += len(piece)
                if progress is not None:
                    progress(size, self.length)
        return size

    async def aclose(self) -> None:
        """Let go of the connection."""
        await self._source.aclose()


class _Opened:
    """A file to write to: the caller's, or a temporary one that takes the path's place at the end."""

    def __init__(self, target: Target) -> None:
        self._path = Path(target) if isinstance(target, str | os.PathLike) else None
        self._file: Any = target

    def __enter__(self) -> IO[bytes]:
        if self._path is not None:
            name = self._path.name
            self._file = NamedTemporaryFile(dir=self._path.parent, prefix=f".{name}.", delete=False)
        return cast("IO[bytes]", self._file)

    def __exit__(self, kind: object, *error: object) -> None:
        if self._path is None:
            return
        self._file.close()
        if kind is None:
            os.replace(self._file.name, self._path)
        else:
            os.unlink(self._file.name)


class Streaming(Generic[T]):
    """A call that begins with ``with``, and whose connection is let go of at the end of it."""

    def __init__(self, call: Callable[[], StreamedResponse[T]]) -> None:
        self._call = call

    def __enter__(self) -> StreamedResponse[T]:
        self._response = self._call()
        return self._response

    def __exit__(self, *error: object) -> None:
        self._response.close()


class AsyncStreaming(Generic[T]):
    """As :class:`Streaming`, with ``async with``."""

    def __init__(self, call: Callable[[], Awaitable[AsyncStreamedResponse[T]]]) -> None:
        self._call = call

    async def __aenter__(self) -> AsyncStreamedResponse[T]:
        self._response = await self._call()
        return self._response

    async def __aexit__(self, *error: object) -> None:
        await self._response.aclose()


def streamed(method: Callable[P, T]) -> Callable[P, Streaming[T]]:
    """The same method, whose reply is read by the caller."""

    @wraps(method)
    def call(*args: P.args, **kwargs: P.kwargs) -> Streaming[T]:
        kwargs["options"] = streamed_options(cast("Any", kwargs.get("options")))
        return Streaming(lambda: cast("StreamedResponse[T]", method(*args, **kwargs)))

    return call


def async_streamed(method: Callable[P, Awaitable[T]]) -> Callable[P, AsyncStreaming[T]]:
    """The same method, whose reply is read by the caller."""

    @wraps(method)
    def call(*args: P.args, **kwargs: P.kwargs) -> AsyncStreaming[T]:
        kwargs["options"] = streamed_options(cast("Any", kwargs.get("options")))
        return AsyncStreaming(
            lambda: cast("Awaitable[AsyncStreamedResponse[T]]", method(*args, **kwargs))
        )

    return call
