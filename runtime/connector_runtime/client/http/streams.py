"""Bodies that are read while they come: decoded, bounded between two pieces, and let go of."""

from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Iterator

from connector_runtime.client.http.content import Inflation
from connector_runtime.client.http.failures import raise_ours


class _Stream:
    """Who wants to know when the connection is free again."""

    def __init__(self, inflation: Inflation, host: str) -> None:
        self._inflation = inflation
        self._host = host
        self._waiting: list[Callable[[], object]] = []
        self._closed = False

    def on_close(self, call: Callable[[], object]) -> None:
        """Call a function once the connection was let go of."""
        self._waiting.append(call)

    def _tell(self) -> None:
        waiting, self._waiting = self._waiting, []
        for call in waiting:
            call()

    def __del__(self) -> None:
        self._tell()


class BlockingStream(_Stream):
    """The body of a reply to a blocking sender."""

    def __init__(
        self,
        pieces: Iterable[bytes],
        close: Callable[[], object],
        inflation: Inflation,
        host: str,
    ) -> None:
        super().__init__(inflation, host)
        self._pieces = pieces
        self._close = close

    def __iter__(self) -> Iterator[bytes]:
        try:
            for piece in self._pieces:
                decoded = self._inflation.add(piece)
                if decoded:
                    yield decoded
            self._inflation.finish()
        except Exception as error:
            raise_ours(error, self._host)
        finally:
            self.close()

    def close(self) -> None:
        """Let go of the connection."""
        if not self._closed:
            self._closed = True
            self._close()
            self._tell()


class TaskStream(_Stream):
    """The body of a reply to an asynchronous sender."""

    def __init__(
        self,
        pieces: AsyncIterable[bytes],
        close: Callable[[], Awaitable[object]],
        inflation: Inflation,
        host: str,
    ) -> None:
        super().__init__(inflation, host)
        self._pieces = pieces
        self._close = close

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for piece in self._pieces:
                decoded = self._inflation.add(piece)
                if decoded:
                    yield decoded
            self._inflation.finish()
        except Exception as error:
            raise_ours(error, self._host)
        finally:
            await self.aclose()

    async def aclose(self) -> None:
        """Let go of the connection."""
        if not self._closed:
            self._closed = True
            await self._close()
            self._tell()
