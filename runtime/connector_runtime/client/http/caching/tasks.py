"""The cache of an asynchronous client."""

from typing import Any

import anysqlite
import httpx
from hishel import AsyncBaseStorage, AsyncSqliteStorage, CacheOptions
from hishel.httpx import AsyncCacheTransport

from connector_runtime.client.errors import ConfigurationError
from connector_runtime.client.http.caching.rules import (
    MEMORY,
    Rules,
    VendorFailedError,
    response_of,
)


class _AsyncOrigin(httpx.AsyncBaseTransport):
    """Sends what hishel asks for, without its disguise."""

    def __init__(self, transport: httpx.AsyncBaseTransport, rules: Rules) -> None:
        self._transport = transport
        self._rules = rules

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        response = await self._transport.handle_async_request(self._rules.revealed(request))
        return self._rules.checked(request, response)


class AsyncCaching(httpx.AsyncBaseTransport):
    """Answers from the storage where it may, else asks the vendor."""

    def __init__(
        self, transport: httpx.AsyncBaseTransport, storage: AsyncBaseStorage | None, rules: Rules
    ) -> None:
        if storage is not None and not isinstance(
            storage, AsyncBaseStorage
        ):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without a type checker
            raise ConfigurationError("storage must be an asynchronous storage of hishel")
        self._transport = transport
        self._given = storage
        self._rules = rules
        self._opened: tuple[AsyncBaseStorage, AsyncCacheTransport] | None = None

    async def _open(self) -> tuple[AsyncBaseStorage, AsyncCacheTransport]:
        if self._opened is None:
            storage = self._given or await _async_memory()
            origin = _AsyncOrigin(self._transport, self._rules)
            cache = AsyncCacheTransport(origin, storage, CacheOptions(shared=False))
            if self._opened is None:
                self._opened = storage, cache
            elif self._given is None:
                await storage.close()  # another task was faster
        return self._opened

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The reply, stored or the vendor's."""
        storage, cache = await self._open()
        disguised = self._rules.disguised(request)
        try:
            return await cache.handle_async_request(disguised)
        except (httpx.TransportError, VendorFailedError) as failure:
            answer = failure.response if isinstance(failure, VendorFailedError) else None
            entries = await storage.get_entries(disguised.extensions["caching"]["key"])
            found = self._rules.stale(disguised, entries)
            if found is None:
                if answer is not None:
                    return answer
                raise
            if answer is not None:
                await answer.aclose()
            entry, seconds = found
            stream: Any = entry.response.stream
            return response_of(entry, [piece async for piece in stream], seconds)

    async def aclose(self) -> None:
        """Close connections, and the storage if it is ours."""
        await self._transport.aclose()
        opened, self._opened = self._opened, None
        if opened is not None and self._given is None:
            await opened[0].close()


async def _async_memory() -> AsyncSqliteStorage:
    connection = await anysqlite.connect(":memory:", isolation_level=None)
    return AsyncSqliteStorage(connection=connection, max_size=MEMORY)
