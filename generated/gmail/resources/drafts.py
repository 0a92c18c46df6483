"""The operations of `client.drafts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from typing import Literal

    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models, params


class Drafts(Resource):
    """The operations of `client.drafts`."""

    @property
    def with_raw_response(self) -> DraftsWithRawResponse:
        """The same methods, answering with the raw response."""
        return DraftsWithRawResponse(self)

    def create(
        self,
        *,
        user_id: str | Omit = OMIT,
        id: str | Omit = OMIT,
        message: params.DraftMessageParams | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Draft:
        """Write a draft; nothing is sent.

        Complexity 2 (draft).

        Args:
            user_id: The address of the mailbox; me is that of the token.
            id: The draft's identifier; of drafts that there are.
        """
        return self._call("draft_email", locals(), options)

    def delete(
        self, id: str, *, user_id: str | Omit = OMIT, options: CallOptions | None = None
    ) -> None:
        """Delete a draft at once, for good.

        Complexity 4 (critical).

        Args:
            id: The draft's identifier.
            user_id: The address of the mailbox; me is that of the token.
        """
        reply: None = self._call("delete_draft", locals(), options)
        return reply

    def list(
        self,
        *,
        user_id: str | Omit = OMIT,
        max_results: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        q: str | Omit = OMIT,
        include_spam_trash: bool | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Draft, models.DraftPage]:
        """List drafts.

        Complexity 1 (read).

        Args:
            user_id: The address of the mailbox; me is that of the token.
            max_results: Most items on a page.
            page_token: Where the page begins.
            q: As in the search box of Gmail, such as is:unread.
            include_spam_trash: Also what is in spam and in the trash.
        """
        return self._page("list_drafts", locals(), options)

    def retrieve(
        self,
        id: str,
        *,
        user_id: str | Omit = OMIT,
        format: Literal["minimal", "full", "raw", "metadata"] | str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Draft:
        """Retrieve a draft.

        Complexity 1 (read).

        Args:
            id: The draft's identifier.
            user_id: The address of the mailbox; me is that of the token.
            format: How much of it to answer with.
        """
        return self._call("get_draft", locals(), options)

    def send(
        self,
        *,
        user_id: str | Omit = OMIT,
        id: str | Omit = OMIT,
        message: params.DraftMessageParams | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Message:
        """Send a draft.

        Complexity 3 (write).

        Args:
            user_id: The address of the mailbox; me is that of the token.
            id: The draft's identifier; of drafts that there are.
        """
        return self._call("send_draft", locals(), options)

    def update(
        self,
        id: str,
        *,
        message: params.DraftMessageParams,
        user_id: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Draft:
        """Write a draft anew.

        Complexity 3 (write).

        Args:
            id: The draft's identifier.
            user_id: The address of the mailbox; me is that of the token.
        """
        return self._call("update_draft", locals(), options)


class AsyncDrafts(AsyncResource):
    """The operations of `client.drafts`."""

    @property
    def with_raw_response(self) -> AsyncDraftsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncDraftsWithRawResponse(self)

    async def create(
        self,
        *,
        user_id: str | Omit = OMIT,
        id: str | Omit = OMIT,
        message: params.DraftMessageParams | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Draft:
        """Write a draft; nothing is sent.

        Complexity 2 (draft).

        Args:
            user_id: The address of the mailbox; me is that of the token.
            id: The draft's identifier; of drafts that there are.
        """
        return await self._call("draft_email", locals(), options)

    async def delete(
        self, id: str, *, user_id: str | Omit = OMIT, options: CallOptions | None = None
    ) -> None:
        """Delete a draft at once, for good.

        Complexity 4 (critical).

        Args:
            id: The draft's identifier.
            user_id: The address of the mailbox; me is that of the token.
        """
        return await self._call("delete_draft", locals(), options)

    def list(
        self,
        *,
        user_id: str | Omit = OMIT,
        max_results: int | Omit = OMIT,
        page_token: str | Omit = OMIT,
        q: str | Omit = OMIT,
        include_spam_trash: bool | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Draft, models.DraftPage]:
        """List drafts.

        Complexity 1 (read).

        Args:
            user_id: The address of the mailbox; me is that of the token.
            max_results: Most items on a page.
            page_token: Where the page begins.
            q: As in the search box of Gmail, such as is:unread.
            include_spam_trash: Also what is in spam and in the trash.
        """
        return self._page("list_drafts", locals(), options)

    async def retrieve(
        self,
        id: str,
        *,
        user_id: str | Omit = OMIT,
        format: Literal["minimal", "full", "raw", "metadata"] | str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Draft:
        """Retrieve a draft.

        Complexity 1 (read).

        Args:
            id: The draft's identifier.
            user_id: The address of the mailbox; me is that of the token.
            format: How much of it to answer with.
        """
        return await self._call("get_draft", locals(), options)

    async def send(
        self,
        *,
        user_id: str | Omit = OMIT,
        id: str | Omit = OMIT,
        message: params.DraftMessageParams | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Message:
        """Send a draft.

        Complexity 3 (write).

        Args:
            user_id: The address of the mailbox; me is that of the token.
            id: The draft's identifier; of drafts that there are.
        """
        return await self._call("send_draft", locals(), options)

    async def update(
        self,
        id: str,
        *,
        message: params.DraftMessageParams,
        user_id: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Draft:
        """Write a draft anew.

        Complexity 3 (write).

        Args:
            id: The draft's identifier.
            user_id: The address of the mailbox; me is that of the token.
        """
        return await self._call("update_draft", locals(), options)


class DraftsWithRawResponse:
    """The methods of `Drafts`, answering with the raw response."""

    def __init__(self, resource: Drafts) -> None:
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)
        self.send = raw(resource.send)
        self.update = raw(resource.update)


class AsyncDraftsWithRawResponse:
    """The methods of `AsyncDrafts`, answering with the raw response."""

    def __init__(self, resource: AsyncDrafts) -> None:
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)
        self.send = async_raw(resource.send)
        self.update = async_raw(resource.update)
