"""The operations of `client.moderations`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from connector_runtime.client import CallOptions, Omit

    from .. import models


class Moderations(Resource):
    """The operations of `client.moderations`."""

    @property
    def with_raw_response(self) -> ModerationsWithRawResponse:
        """The same methods, answering with the raw response."""
        return ModerationsWithRawResponse(self)

    def create(
        self,
        *,
        input: str | list[str],
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        model: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.CreateModerationReply:
        """Judge whether content is harmful.

        Complexity 1 (read).

        Args:
            input: A text, or several.
            organization: The organization that pays.
            project: The project that pays.
            model: The moderation model.
        """
        return self._call("create_moderation", locals(), options)


class AsyncModerations(AsyncResource):
    """The operations of `client.moderations`."""

    @property
    def with_raw_response(self) -> AsyncModerationsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncModerationsWithRawResponse(self)

    async def create(
        self,
        *,
        input: str | list[str],
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        model: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.CreateModerationReply:
        """Judge whether content is harmful.

        Complexity 1 (read).

        Args:
            input: A text, or several.
            organization: The organization that pays.
            project: The project that pays.
            model: The moderation model.
        """
        return await self._call("create_moderation", locals(), options)


class ModerationsWithRawResponse:
    """The methods of `Moderations`, answering with the raw response."""

    def __init__(self, resource: Moderations) -> None:
        self.create = raw(resource.create)


class AsyncModerationsWithRawResponse:
    """The methods of `AsyncModerations`, answering with the raw response."""

    def __init__(self, resource: AsyncModerations) -> None:
        self.create = async_raw(resource.create)
