"""The operations of `client.events`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    import builtins

    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models, params


class Events(Resource):
    """The operations of `client.events`."""

    @property
    def with_raw_response(self) -> EventsWithRawResponse:
        """The same methods, answering with the raw response."""
        return EventsWithRawResponse(self)

    def list(
        self,
        *,
        type: str | Omit = OMIT,
        created: params.TimeSpanParams | Omit = OMIT,
        limit: int | Omit = OMIT,
        starting_after: str | Omit = OMIT,
        ending_before: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Event, models.EventList]:
        """List events of the last thirty days, newest first.

        Complexity 1 (read).

        Args:
            type: Only events of this kind.
            created: Only items created in this span.
            limit: Most items on a page.
            starting_after: The identifier before the page.
            ending_before: The identifier after the page.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._page("list_events", locals(), options)

    def retrieve(
        self,
        id: str,
        *,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Event:
        """Retrieve an event.

        Complexity 1 (read).

        Args:
            id: The identifier of the id.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._call("retrieve_event", locals(), options)


class AsyncEvents(AsyncResource):
    """The operations of `client.events`."""

    @property
    def with_raw_response(self) -> AsyncEventsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncEventsWithRawResponse(self)

    def list(
        self,
        *,
        type: str | Omit = OMIT,
        created: params.TimeSpanParams | Omit = OMIT,
        limit: int | Omit = OMIT,
        starting_after: str | Omit = OMIT,
        ending_before: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Event, models.EventList]:
        """List events of the last thirty days, newest first.

        Complexity 1 (read).

        Args:
            type: Only events of this kind.
            created: Only items created in this span.
            limit: Most items on a page.
            starting_after: The identifier before the page.
            ending_before: The identifier after the page.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._page("list_events", locals(), options)

    async def retrieve(
        self,
        id: str,
        *,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Event:
        """Retrieve an event.

        Complexity 1 (read).

        Args:
            id: The identifier of the id.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return await self._call("retrieve_event", locals(), options)


class EventsWithRawResponse:
    """The methods of `Events`, answering with the raw response."""

    def __init__(self, resource: Events) -> None:
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)


class AsyncEventsWithRawResponse:
    """The methods of `AsyncEvents`, answering with the raw response."""

    def __init__(self, resource: AsyncEvents) -> None:
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)
