"""The operations of `client.threads`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    import builtins
    from typing import Literal

    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models


class Threads(Resource):
    """The operations of `client.threads`."""

    @property
    def with_raw_response(self) -> ThreadsWithRawResponse:
        """The same methods, answering with the raw response."""
        return ThreadsWithRawResponse(self)

    def list(
        self,
        *,
        user_id: str | Omit = OMIT,
        max_results: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        q: str | Omit = OMIT,
        label_ids: builtins.list[str] | Omit = OMIT,
        include_spam_trash: bool | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Thread, models.ThreadPage]:
        """List conversations, newest first.

        Complexity 1 (read).

        Args:
            user_id: The address of the mailbox; me is that of the token.
            max_results: Most items on a page.
            page_token: Where the page begins.
            q: As in the search box of Gmail, such as is:unread.
            label_ids: Only what has all of these labels.
            include_spam_trash: Also what is in spam and in the trash.
        """
        return self._page("list_threads", locals(), options)

    def retrieve(
        self,
        id: str,
        *,
        user_id: str | Omit = OMIT,
        format: Literal["full", "metadata", "minimal"] | str | Omit = OMIT,
        metadata_headers: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Thread:
        """Retrieve a conversation with its messages.

        Complexity 1 (read).

        Args:
            id: The thread's identifier.
            user_id: The address of the mailbox; me is that of the token.
            format: How much of its messages to answer with.
            metadata_headers: The headers to answer with; of the format metadata.
        """
        return self._call("get_thread", locals(), options)

    def trash(
        self, id: str, *, user_id: str | Omit = OMIT, options: CallOptions | None = None
    ) -> models.Thread:
        """Move a conversation to the trash.

        Complexity 3 (write).

        Args:
            id: The thread's identifier.
            user_id: The address of the mailbox; me is that of the token.
        """
        return self._call("trash_thread", locals(), options)


class AsyncThreads(AsyncResource):
    """The operations of `client.threads`."""

    @property
    def with_raw_response(self) -> AsyncThreadsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncThreadsWithRawResponse(self)

    def list(
        self,
        *,
        user_id: str | Omit = OMIT,
        max_results: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        q: str | Omit = OMIT,
        label_ids: builtins.list[str] | Omit = OMIT,
        include_spam_trash: bool | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Thread, models.ThreadPage]:
        """List conversations, newest first.

        Complexity 1 (read).

        Args:
            user_id: The address of the mailbox; me is that of the token.
            max_results: Most items on a page.
            page_token: Where the page begins.
            q: As in the search box of Gmail, such as is:unread.
            label_ids: Only what has all of these labels.
            include_spam_trash: Also what is in spam and in the trash.
        """
        return self._page("list_threads", locals(), options)

    async def retrieve(
        self,
        id: str,
        *,
        user_id: str | Omit = OMIT,
        format: Literal["full", "metadata", "minimal"] | str | Omit = OMIT,
        metadata_headers: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Thread:
        """Retrieve a conversation with its messages.

        Complexity 1 (read).

        Args:
            id: The thread's identifier.
            user_id: The address of the mailbox; me is that of the token.
            format: How much of its messages to answer with.
            metadata_headers: The headers to answer with; of the format metadata.
        """
        return await self._call("get_thread", locals(), options)

    async def trash(
        self, id: str, *, user_id: str | Omit = OMIT, options: CallOptions | None = None
    ) -> models.Thread:
        """Move a conversation to the trash.

        Complexity 3 (write).

        Args:
            id: The thread's identifier.
            user_id: The address of the mailbox; me is that of the token.
        """
        return await self._call("trash_thread", locals(), options)


class ThreadsWithRawResponse:
    """The methods of `Threads`, answering with the raw response."""

    def __init__(self, resource: Threads) -> None:
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)
        self.trash = raw(resource.trash)


class AsyncThreadsWithRawResponse:
    """The methods of `AsyncThreads`, answering with the raw response."""

    def __init__(self, resource: AsyncThreads) -> None:
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)
        self.trash = async_raw(resource.trash)
