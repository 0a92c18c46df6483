"""The operations of `client.stories`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    import builtins

    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models, params


class Stories(Resource):
    """The operations of `client.stories`."""

    @property
    def with_raw_response(self) -> StoriesWithRawResponse:
        """The same methods, answering with the raw response."""
        return StoriesWithRawResponse(self)

    def create(
        self,
        task_gid: str,
        *,
        data: params.NewStoryParams,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.StoryReply:
        """Comment on a task.

        Complexity 3 (write).

        Args:
            task_gid: The task's identifier.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._call("add_comment", locals(), options)

    def list(
        self,
        task_gid: str,
        *,
        limit: int | Omit = OMIT,
        offset: str | Omit = OMIT,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Story, models.StoryPage]:
        """List what was said and done about a task.

        Complexity 1 (read).

        Args:
            task_gid: The task's identifier.
            limit: Most items on a page.
            offset: Where the page begins.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._page("list_comments", locals(), options)


class AsyncStories(AsyncResource):
    """The operations of `client.stories`."""

    @property
    def with_raw_response(self) -> AsyncStoriesWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncStoriesWithRawResponse(self)

    async def create(
        self,
        task_gid: str,
        *,
        data: params.NewStoryParams,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.StoryReply:
        """Comment on a task.

        Complexity 3 (write).

        Args:
            task_gid: The task's identifier.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return await self._call("add_comment", locals(), options)

    def list(
        self,
        task_gid: str,
        *,
        limit: int | Omit = OMIT,
        offset: str | Omit = OMIT,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Story, models.StoryPage]:
        """List what was said and done about a task.

        Complexity 1 (read).

        Args:
            task_gid: The task's identifier.
            limit: Most items on a page.
            offset: Where the page begins.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._page("list_comments", locals(), options)


class StoriesWithRawResponse:
    """The methods of `Stories`, answering with the raw response."""

    def __init__(self, resource: Stories) -> None:
        self.create = raw(resource.create)
        self.list = raw(resource.list)


class AsyncStoriesWithRawResponse:
    """The methods of `AsyncStories`, answering with the raw response."""

    def __init__(self, resource: AsyncStories) -> None:
        self.create = async_raw(resource.create)
        self.list = async_raw(resource.list)
