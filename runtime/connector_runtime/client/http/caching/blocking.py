"""The cache of a synchronous client."""

import sqlite3
import threading
from typing import Any

import httpx
from hishel import BaseStorage, CacheOptions, SqliteStorage
from hishel.httpx import CacheTransport

from connector_runtime.client.errors import ConfigurationError
from connector_runtime.client.http.caching.rules import (
    MEMORY,
    Rules,
    VendorFailedError,
    response_of,
)


class _Origin(httpx.BaseTransport):
    """Sends what hishel asks for, without its disguise."""

    def __init__(self, transport: httpx.BaseTransport, rules: Rules) -> None:
        self._transport = transport
        self._rules = rules

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        response = self._transport.handle_request(self._rules.revealed(request))
        return self._rules.checked(request, response)


class Caching(httpx.BaseTransport):
    """Answers from the storage where it may, else asks the vendor."""

    def __init__(
        self, transport: httpx.BaseTransport, storage: BaseStorage | None, rules: Rules
    ) -> None:
        if storage is not None and not isinstance(
            storage, BaseStorage
        ):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without a type checker
            raise ConfigurationError("storage must be a synchronous storage of hishel")
        self._transport = transport
        self._given = storage
        self._rules = rules
        self._opened: tuple[BaseStorage, CacheTransport] | None = None
        self._lock = threading.Lock()

    def _open(self) -> tuple[BaseStorage, CacheTransport]:
        with self._lock:
            if self._opened is None:
                storage = self._given or _memory()
                origin = _Origin(self._transport, self._rules)
                cache = CacheTransport(origin, storage, CacheOptions(shared=False))
                self._opened = storage, cache
            return self._opened

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The reply, stored or the vendor's."""
        storage, cache = self._open()
        disguised = self._rules.disguised(request)
        try:
            return cache.handle_request(disguised)
        except (httpx.TransportError, VendorFailedError) as failure:
            answer = failure.response if isinstance(failure, VendorFailedError) else None
            entries = storage.get_entries(disguised.extensions["caching"]["key"])
            found = self._rules.stale(disguised, entries)
            if found is None:
                if answer is not None:
                    return answer
                raise
            if answer is not None:
                answer.close()
            entry, seconds = found
            stream: Any = entry.response.stream
            return response_of(entry, stream, seconds)

    def close(self) -> None:
        """Close connections, and the storage if it is ours."""
        self._transport.close()
        with self._lock:
            opened, self._opened = self._opened, None
        if opened is not None and self._given is None:
            opened[0].close()


def _memory() -> SqliteStorage:
    connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    return SqliteStorage(connection=connection, max_size=MEMORY)
