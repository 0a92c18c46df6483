"""Pages: the first reply of a list, and the way to the next.

A page has few names of its own, and none of them comes from the vendor.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator, Mapping
from itertools import islice
from typing import Any, Generic, TypeVar, cast

from pydantic import BaseModel

from connector_runtime.client.errors import ReplyError
from connector_runtime.client.following import Step, Trail, next_step
from connector_runtime.client.pointers import tokens_of
from connector_runtime.client.prepared import Received

Item = TypeVar("Item")
Reply = TypeVar("Reply")


def items_at(reply: Any, pointer: str) -> list[Any]:
    """The items of a page: the list at a JSON pointer into a decoded reply."""
    value = reply
    for token in tokens_of(pointer):
        value = _member(value, token)
    return cast("list[Any]", value) if isinstance(value, list) else []


def _member(value: Any, wire: str) -> Any:
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            if (field.alias or name) == wire:
                return getattr(value, name)
        return (value.model_extra or {}).get(wire)
    return cast("dict[str, Any]", value).get(wire) if isinstance(value, dict) else None


class _Page(Generic[Item, Reply]):
    """What both kinds of pages have: a reply and its items."""

    def __init__(self, reply: Reply, received: Received, arguments: Mapping[str, Any]) -> None:
        self.reply = reply
        """The whole reply."""
        self._received = received
        self._arguments = arguments
        self._trail = Trail()
        self._pagination: Mapping[str, Any] = received.prepared.operation.pagination or {}

    @property
    def items(self) -> list[Item]:
        """The items of this page."""
        return items_at(self.reply, self._pagination.get("items", ""))

    def _step(self) -> Step | None:
        """The step to the next page. Raises :class:`ReplyError` where the pages go in a circle."""
        step = next_step(self._pagination, self._received, self._arguments, len(self.items))
        if step is not None and step.place == self._trail.anchor:
            prepared = self._received.prepared
            raise ReplyError("the pages go in a circle").at(
                prepared.connector, prepared.operation.name
            )
        return step

    def _follows(self, before: "_Page[Item, Reply]", step: Step) -> None:
        self._trail = before._trail.gone_to(step.place)


class Page(_Page[Item, Reply]):
    """The first page of a list. Iterating gives the items of this page and of all that follow."""

    def __init__(
        self,
        reply: Reply,
        received: Received,
        arguments: Mapping[str, Any],
        fetch: "Callable[[Step], Page[Item, Reply]]",
    ) -> None:
        super().__init__(reply, received, arguments)
        self._fetch = fetch

    def next_page(self) -> "Page[Item, Reply] | None":
        """The page after this one; None after the last."""
        step = self._step()
        if step is None:
            return None
        page = self._fetch(step)
        page._follows(self, step)
        return page

    def pages(self) -> "Iterator[Page[Item, Reply]]":
        """This page and all that follow, each fetched when it is reached."""
        page: Page[Item, Reply] | None = self
        while page is not None:
            yield page
            page = page.next_page()

    def __iter__(self) -> Iterator[Item]:
        return (item for page in self.pages() for item in page.items)

    def take(self, count: int) -> list[Item]:
        """The first ``count`` items, from as many pages as that needs."""
        return list(islice(self, count))


class AsyncPage(_Page[Item, Reply]):
    """As :class:`Page`, iterated with ``async for``."""

    def __init__(
        self,
        reply: Reply,
        received: Received,
        arguments: Mapping[str, Any],
        fetch: "Callable[[Step], Awaitable[AsyncPage[Item, Reply]]]",
    ) -> None:
        super().__init__(reply, received, arguments)
        self._fetch = fetch

    async def next_page(self) -> "AsyncPage[Item, Reply] | None":
        """The page after this one; None after the last."""
        step = self._step()
        if step is None:
            return None
        page = await self._fetch(step)
        page._follows(self, step)
        return page

    async def pages(self) -> "AsyncIterator[AsyncPage[Item, Reply]]":
        """This page and all that follow, each fetched when it is reached."""
        page: AsyncPage[Item, Reply] | None = self
        while page is not None:
            yield page
            page = await page.next_page()

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for page in self.pages():
            for item in page.items:
                yield item

    async def take(self, count: int) -> list[Item]:
        """The first ``count`` items, from as many pages as that needs."""
        taken: list[Item] = []
        if count > 0:
            async for item in self:
                taken.append(item)
                if len(taken) >= count:
                    break
        return taken


class PendingPage(Generic[Item, Reply]):
    """What an asynchronous ``list`` returns: awaited it is the first page, iterated it is the items."""

    def __init__(self, first: "Callable[[], Awaitable[AsyncPage[Item, Reply]]]") -> None:
        self._first = first

    def __await__(self) -> "Generator[Any, Any, AsyncPage[Item, Reply]]":
        return self._first().__await__()

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for item in await self._first():
            yield item

    async def pages(self) -> "AsyncIterator[AsyncPage[Item, Reply]]":
        """All pages, each fetched when it is reached."""
        async for page in (await self._first()).pages():
            yield page

    async def take(self, count: int) -> list[Item]:
        """The first ``count`` items, from as many pages as that needs."""
        return await (await self._first()).take(count)
