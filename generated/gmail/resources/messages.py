"""The operations of `client.messages`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    import builtins
    from typing import Literal

    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models


class Messages(Resource):
    """The operations of `client.messages`."""

    @property
    def with_raw_response(self) -> MessagesWithRawResponse:
        """The same methods, answering with the raw response."""
        return MessagesWithRawResponse(self)

    def bulk_delete(
        self,
        *,
        ids: builtins.list[str],
        user_id: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Delete many messages at once, for good.

        Complexity 4 (critical).

        Args:
            ids: The messages.
            user_id: The address of the mailbox; me is that of the token.
        """
        reply: None = self._call("bulk_delete_messages", locals(), options)
        return reply

    def bulk_modify(
        self,
        *,
        ids: builtins.list[str],
        user_id: str | Omit = OMIT,
        add_label_ids: builtins.list[str] | Omit = OMIT,
        remove_label_ids: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Put labels on many messages, and take labels off.

        Complexity 4 (critical).

        Args:
            ids: The messages.
            user_id: The address of the mailbox; me is that of the token.
            add_label_ids: The labels to put on.
            remove_label_ids: The labels to take off.
        """
        reply: None = self._call("bulk_modify_messages", locals(), options)
        return reply

    def delete(
        self, id: str, *, user_id: str | Omit = OMIT, options: CallOptions | None = None
    ) -> None:
        """Delete a message at once, for good.

        Complexity 4 (critical).

        Args:
            id: The message's identifier.
            user_id: The address of the mailbox; me is that of the token.
        """
        reply: None = self._call("delete_message", locals(), options)
        return reply

    def get_attachment(
        self,
        message_id: str,
        id: str,
        *,
        user_id: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.MessageBody:
        """Retrieve what is attached to a message.

        Complexity 1 (read).

        Args:
            message_id: The message's identifier.
            id: The attachment's identifier.
            user_id: The address of the mailbox; me is that of the token.
        """
        return self._call("get_attachment", locals(), options)

    def insert(
        self,
        *,
        raw: str,
        user_id: str | Omit = OMIT,
        internal_date_source: Literal["receivedTime", "dateHeader"] | str | Omit = OMIT,
        thread_id: str | Omit = OMIT,
        label_ids: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Message:
        """Put a message into the mailbox without sending it.

        Complexity 3 (write).

        Args:
            raw: The whole email as RFC 2822 says
            user_id: The address of the mailbox; me is that of the token.
            internal_date_source: What its date is taken from.
            thread_id: The conversation to answer in.
            label_ids: The labels it has.
        """
        return self._call("insert_message", locals(), options)

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
    ) -> Page[models.Message, models.MessagePage]:
        """List messages, newest first.

        Complexity 1 (read).

        Args:
            user_id: The address of the mailbox; me is that of the token.
            max_results: Most items on a page.
            page_token: Where the page begins.
            q: As in the search box of Gmail, such as is:unread.
            label_ids: Only what has all of these labels.
            include_spam_trash: Also what is in spam and in the trash.
        """
        return self._page("list_messages", locals(), options)

    def modify(
        self,
        id: str,
        *,
        user_id: str | Omit = OMIT,
        add_label_ids: builtins.list[str] | Omit = OMIT,
        remove_label_ids: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Message:
        """Put labels on a message, and take labels off.

        Complexity 3 (write).

        Args:
            id: The message's identifier.
            user_id: The address of the mailbox; me is that of the token.
            add_label_ids: The labels to put on.
            remove_label_ids: The labels to take off.
        """
        return self._call("modify_message", locals(), options)

    def retrieve(
        self,
        id: str,
        *,
        user_id: str | Omit = OMIT,
        format: Literal["minimal", "full", "raw", "metadata"] | str | Omit = OMIT,
        metadata_headers: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Message:
        """Retrieve a message.

        Complexity 1 (read).

        Args:
            id: The message's identifier.
            user_id: The address of the mailbox; me is that of the token.
            format: How much of it to answer with.
            metadata_headers: The headers to answer with; of the format metadata.
        """
        return self._call("get_message", locals(), options)

    def send(
        self,
        *,
        raw: str,
        user_id: str | Omit = OMIT,
        thread_id: str | Omit = OMIT,
        label_ids: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Message:
        """Send an email.

        Complexity 3 (write).

        Args:
            raw: The whole email as RFC 2822 says
            user_id: The address of the mailbox; me is that of the token.
            thread_id: The conversation to answer in.
            label_ids: The labels it has.
        """
        return self._call("send_email", locals(), options)

    def trash(
        self, id: str, *, user_id: str | Omit = OMIT, options: CallOptions | None = None
    ) -> models.Message:
        """Move a message to the trash.

        Complexity 3 (write). Undone by untrash_message.

        Args:
            id: The message's identifier.
            user_id: The address of the mailbox; me is that of the token.
        """
        return self._call("trash_message", locals(), options)

    def untrash(
        self, id: str, *, user_id: str | Omit = OMIT, options: CallOptions | None = None
    ) -> models.Message:
        """Take a message out of the trash.

        Complexity 3 (write). Undone by trash_message.

        Args:
            id: The message's identifier.
            user_id: The address of the mailbox; me is that of the token.
        """
        return self._call("untrash_message", locals(), options)


class AsyncMessages(AsyncResource):
    """The operations of `client.messages`."""

    @property
    def with_raw_response(self) -> AsyncMessagesWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncMessagesWithRawResponse(self)

    async def bulk_delete(
        self,
        *,
        ids: builtins.list[str],
        user_id: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Delete many messages at once, for good.

        Complexity 4 (critical).

        Args:
            ids: The messages.
            user_id: The address of the mailbox; me is that of the token.
        """
        return await self._call("bulk_delete_messages", locals(), options)

    async def bulk_modify(
        self,
        *,
        ids: builtins.list[str],
        user_id: str | Omit = OMIT,
        add_label_ids: builtins.list[str] | Omit = OMIT,
        remove_label_ids: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Put labels on many messages, and take labels off.

        Complexity 4 (critical).

        Args:
            ids: The messages.
            user_id: The address of the mailbox; me is that of the token.
            add_label_ids: The labels to put on.
            remove_label_ids: The labels to take off.
        """
        return await self._call("bulk_modify_messages", locals(), options)

    async def delete(
        self, id: str, *, user_id: str | Omit = OMIT, options: CallOptions | None = None
    ) -> None:
        """Delete a message at once, for good.

        Complexity 4 (critical).

        Args:
            id: The message's identifier.
            user_id: The address of the mailbox; me is that of the token.
        """
        return await self._call("delete_message", locals(), options)

    async def get_attachment(
        self,
        message_id: str,
        id: str,
        *,
        user_id: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.MessageBody:
        """Retrieve what is attached to a message.

        Complexity 1 (read).

        Args:
            message_id: The message's identifier.
            id: The attachment's identifier.
            user_id: The address of the mailbox; me is that of the token.
        """
        return await self._call("get_attachment", locals(), options)

    async def insert(
        self,
        *,
        raw: str,
        user_id: str | Omit = OMIT,
        internal_date_source: Literal["receivedTime", "dateHeader"] | str | Omit = OMIT,
        thread_id: str | Omit = OMIT,
        label_ids: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Message:
        """Put a message into the mailbox without sending it.

        Complexity 3 (write).

        Args:
            raw: The whole email as RFC 2822 says
            user_id: The address of the mailbox; me is that of the token.
            internal_date_source: What its date is taken from.
            thread_id: The conversation to answer in.
            label_ids: The labels it has.
        """
        return await self._call("insert_message", locals(), options)

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
    ) -> PendingPage[models.Message, models.MessagePage]:
        """List messages, newest first.

        Complexity 1 (read).

        Args:
            user_id: The address of the mailbox; me is that of the token.
            max_results: Most items on a page.
            page_token: Where the page begins.
            q: As in the search box of Gmail, such as is:unread.
            label_ids: Only what has all of these labels.
            include_spam_trash: Also what is in spam and in the trash.
        """
        return self._page("list_messages", locals(), options)

    async def modify(
        self,
        id: str,
        *,
        user_id: str | Omit = OMIT,
        add_label_ids: builtins.list[str] | Omit = OMIT,
        remove_label_ids: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Message:
        """Put labels on a message, and take labels off.

        Complexity 3 (write).

        Args:
            id: The message's identifier.
            user_id: The address of the mailbox; me is that of the token.
            add_label_ids: The labels to put on.
            remove_label_ids: The labels to take off.
        """
        return await self._call("modify_message", locals(), options)

    async def retrieve(
        self,
        id: str,
        *,
        user_id: str | Omit = OMIT,
        format: Literal["minimal", "full", "raw", "metadata"] | str | Omit = OMIT,
        metadata_headers: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Message:
        """Retrieve a message.

        Complexity 1 (read).

        Args:
            id: The message's identifier.
            user_id: The address of the mailbox; me is that of the token.
            format: How much of it to answer with.
            metadata_headers: The headers to answer with; of the format metadata.
        """
        return await self._call("get_message", locals(), options)

    async def send(
        self,
        *,
        raw: str,
        user_id: str | Omit = OMIT,
        thread_id: str | Omit = OMIT,
        label_ids: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Message:
        """Send an email.

        Complexity 3 (write).

        Args:
            raw: The whole email as RFC 2822 says
            user_id: The address of the mailbox; me is that of the token.
            thread_id: The conversation to answer in.
            label_ids: The labels it has.
        """
        return await self._call("send_email", locals(), options)

    async def trash(
        self, id: str, *, user_id: str | Omit = OMIT, options: CallOptions | None = None
    ) -> models.Message:
        """Move a message to the trash.

        Complexity 3 (write). Undone by untrash_message.

        Args:
            id: The message's identifier.
            user_id: The address of the mailbox; me is that of the token.
        """
        return await self._call("trash_message", locals(), options)

    async def untrash(
        self, id: str, *, user_id: str | Omit = OMIT, options: CallOptions | None = None
    ) -> models.Message:
        """Take a message out of the trash.

        Complexity 3 (write). Undone by trash_message.

        Args:
            id: The message's identifier.
            user_id: The address of the mailbox; me is that of the token.
        """
        return await self._call("untrash_message", locals(), options)


class MessagesWithRawResponse:
    """The methods of `Messages`, answering with the raw response."""

    def __init__(self, resource: Messages) -> None:
        self.bulk_delete = raw(resource.bulk_delete)
        self.bulk_modify = raw(resource.bulk_modify)
        self.delete = raw(resource.delete)
        self.get_attachment = raw(resource.get_attachment)
        self.insert = raw(resource.insert)
        self.list = raw(resource.list)
        self.modify = raw(resource.modify)
        self.retrieve = raw(resource.retrieve)
        self.send = raw(resource.send)
        self.trash = raw(resource.trash)
        self.untrash = raw(resource.untrash)


class AsyncMessagesWithRawResponse:
    """The methods of `AsyncMessages`, answering with the raw response."""

    def __init__(self, resource: AsyncMessages) -> None:
        self.bulk_delete = async_raw(resource.bulk_delete)
        self.bulk_modify = async_raw(resource.bulk_modify)
        self.delete = async_raw(resource.delete)
        self.get_attachment = async_raw(resource.get_attachment)
        self.insert = async_raw(resource.insert)
        self.list = async_raw(resource.list)
        self.modify = async_raw(resource.modify)
        self.retrieve = async_raw(resource.retrieve)
        self.send = async_raw(resource.send)
        self.trash = async_raw(resource.trash)
        self.untrash = async_raw(resource.untrash)
