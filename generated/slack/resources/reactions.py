"""The operations of `client.reactions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from connector_runtime.client import CallOptions

    from .. import models


class Reactions(Resource):
    """The operations of `client.reactions`."""

    @property
    def with_raw_response(self) -> ReactionsWithRawResponse:
        """The same methods, answering with the raw response."""
        return ReactionsWithRawResponse(self)

    def add(
        self, *, channel: str, name: str, timestamp: str, options: CallOptions | None = None
    ) -> models.Acknowledgement:
        """React to a message.

        Complexity 3 (write). Undone by remove_reaction.

        Args:
            channel: The channel's identifier or name.
            name: The emoji's name without colons.
            timestamp: The time stamp that identifies the message.
        """
        return self._call("add_reaction", locals(), options)

    def remove(
        self, *, channel: str, name: str, timestamp: str, options: CallOptions | None = None
    ) -> models.Acknowledgement:
        """Take a reaction back.

        Complexity 4 (critical).

        Args:
            channel: The channel's identifier or name.
            name: The emoji's name without colons.
            timestamp: The time stamp that identifies the message.
        """
        return self._call("remove_reaction", locals(), options)


class AsyncReactions(AsyncResource):
    """The operations of `client.reactions`."""

    @property
    def with_raw_response(self) -> AsyncReactionsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncReactionsWithRawResponse(self)

    async def add(
        self, *, channel: str, name: str, timestamp: str, options: CallOptions | None = None
    ) -> models.Acknowledgement:
        """React to a message.

        Complexity 3 (write). Undone by remove_reaction.

        Args:
            channel: The channel's identifier or name.
            name: The emoji's name without colons.
            timestamp: The time stamp that identifies the message.
        """
        return await self._call("add_reaction", locals(), options)

    async def remove(
        self, *, channel: str, name: str, timestamp: str, options: CallOptions | None = None
    ) -> models.Acknowledgement:
        """Take a reaction back.

        Complexity 4 (critical).

        Args:
            channel: The channel's identifier or name.
            name: The emoji's name without colons.
            timestamp: The time stamp that identifies the message.
        """
        return await self._call("remove_reaction", locals(), options)


class ReactionsWithRawResponse:
    """The methods of `Reactions`, answering with the raw response."""

    def __init__(self, resource: Reactions) -> None:
        self.add = raw(resource.add)
        self.remove = raw(resource.remove)


class AsyncReactionsWithRawResponse:
    """The methods of `AsyncReactions`, answering with the raw response."""

    def __init__(self, resource: AsyncReactions) -> None:
        self.add = async_raw(resource.add)
        self.remove = async_raw(resource.remove)
