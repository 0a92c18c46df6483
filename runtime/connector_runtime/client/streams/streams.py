"""Streams of items: iterate over them while the vendor sends.

A stream is read once. Where it can be asked for again (a GET of server-sent events that have
identifiers) it goes on after a lost connection, from the last event that came.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from random import random
from typing import Generic, Self, TypeVar, cast

from connector_runtime.client.clock import Clock
from connector_runtime.client.errors import APIConnectionError
from connector_runtime.client.messages import AsyncReplyStream, ReplyStream
from connector_runtime.client.prepared import Received
from connector_runtime.client.reply_head import ReplyHead
from connector_runtime.client.resilience.retries import Kind, wait_before
from connector_runtime.client.streams.items import DecodeItem, Items

Item = TypeVar("Item")


class _Stream(ReplyHead, Generic[Item]):
    """What both kinds of streams have: the head of the reply, and how often it may go on."""

    def __init__(self, received: Received, decode: DecodeItem, clock: Clock) -> None:
        super().__init__(received)
        self._decode = decode
        self._clock = clock
        self._last_id = ""
        self._failures = 0

    def _items(self) -> Items:
        items = Items(self._received, self._decode, self._clock)
        items.parser.last_id = self._last_id
        return items

    def _came(self, items: Items) -> None:
        """Something came: what fails from now on fails for the first time."""
        self._last_id = items.parser.last_id
        self._failures = 0

    def _pause(self, items: Items, failure: APIConnectionError) -> float:
        """Seconds until the stream is asked for again. Raises the failure where it cannot be."""
        prepared = self._received.prepared
        policy = prepared.policy
        self._failures += 1
        if not (self._last_id and prepared.redirected and self._failures < policy.max_attempts):
            raise failure.at(prepared.connector, prepared.operation.name)
        advice = None if items.parser.retry is None else items.parser.retry / 1000
        return wait_before(self._failures, Kind.TRANSIENT, advice, policy, random)


class Stream(_Stream[Item]):
    """The items of a reply. Close it, use it with ``with``, or iterate to its end."""

    def __init__(
        self,
        received: Received,
        decode: DecodeItem,
        clock: Clock,
        reopen: Callable[[str], Received],
    ) -> None:
        super().__init__(received, decode, clock)
        self._reopen = reopen
        self._iterator = self._iterate()

    @property
    def _source(self) -> ReplyStream:
        return cast("ReplyStream", self._received.reply.stream)

    def __iter__(self) -> Iterator[Item]:
        return self._iterator

    def __next__(self) -> Item:
        return next(self._iterator)

    def _iterate(self) -> Iterator[Item]:
        while True:
            items = self._items()
            try:
                for piece in self._source:
                    yield from items.feed(piece)
                    self._came(items)
                    if items.done:
                        return
                yield from items.finish()
                return
            except APIConnectionError as failure:
                pause = self._pause(items, failure)
            finally:
                self._source.close()
            self._clock.sleep(pause)
            self._received = self._reopen(self._last_id)

    def close(self) -> None:
        """Let go of the connection; what has not come yet is lost."""
        self._iterator.close()  # type: ignore[attr-defined]  # a generator
        self._source.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class AsyncStream(_Stream[Item]):
    """As :class:`Stream`, iterated with ``async for``."""

    def __init__(
        self,
        received: Received,
        decode: DecodeItem,
        clock: Clock,
        reopen: Callable[[str], Awaitable[Received]],
    ) -> None:
        super().__init__(received, decode, clock)
        self._reopen = reopen
        self._iterator = self._iterate()

    @property
    def _source(self) -> AsyncReplyStream:
        return cast("AsyncReplyStream", self._received.reply.stream)

    def __aiter__(self) -> AsyncIterator[Item]:
        return self._iterator

    async def __anext__(self) -> Item:
        return await anext(self._iterator)

    async def _iterate(self) -> AsyncIterator[Item]:
        while True:
            items = self._items()
            try:
                async for piece in self._source:
                    for item in items.feed(piece):
                        yield item
                    self._came(items)
                    if items.done:
                        return
                for item in items.finish():
                    yield item
                return
            except APIConnectionError as failure:
                pause = self._pause(items, failure)
            finally:
                await self._source.aclose()
            await self._clock.asleep(pause)
            self._received = await self._reopen(self._last_id)

    async def aclose(self) -> None:
        """Let go of the connection; what has not come yet is lost."""
        await self._iterator.aclose()  # type: ignore[attr-defined]  # a generator
        await self._source.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.aclose()
