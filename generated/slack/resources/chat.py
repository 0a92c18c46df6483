"""The operations of `client.chat`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from typing import Any

    from connector_runtime.client import CallOptions, Omit

    from .. import models


class Chat(Resource):
    """The operations of `client.chat`."""

    @property
    def with_raw_response(self) -> ChatWithRawResponse:
        """The same methods, answering with the raw response."""
        return ChatWithRawResponse(self)

    def delete(
        self, *, channel: str, ts: str, options: CallOptions | None = None
    ) -> models.MessageDeleted:
        """Delete a message.

        Complexity 4 (critical).

        Args:
            channel: The channel's identifier or name.
            ts: The time stamp that identifies the message.
        """
        return self._call("delete_message", locals(), options)

    def get_permalink(
        self, *, channel: str, message_ts: str, options: CallOptions | None = None
    ) -> models.Permalink:
        """Get the link to a message.

        Complexity 1 (read).

        Args:
            channel: The channel's identifier.
            message_ts: The time stamp that identifies the message.
        """
        return self._call("get_permalink", locals(), options)

    def post_message(
        self,
        *,
        channel: str,
        text: str | Omit = OMIT,
        blocks: list[dict[str, Any]] | Omit = OMIT,
        attachments: list[dict[str, Any]] | Omit = OMIT,
        thread_ts: str | Omit = OMIT,
        reply_broadcast: bool | Omit = OMIT,
        mrkdwn: bool | Omit = OMIT,
        unfurl_links: bool | Omit = OMIT,
        username: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.MessageSent:
        """Send a message to a channel.

        Complexity 3 (write).

        Args:
            channel: The channel's identifier or name.
            text: The message; also what notifications show when there are blocks.
            blocks: Its layout in Block Kit.
            attachments: Legacy attachments.
            thread_ts: The message to answer in its thread.
            reply_broadcast: Also show a threaded answer in the channel.
            mrkdwn: Whether the text is Slack markup.
            unfurl_links: Whether links are previewed.
            username: The name to post as.
        """
        return self._call("send_message", locals(), options)

    def update(
        self,
        *,
        channel: str,
        ts: str,
        text: str | Omit = OMIT,
        blocks: list[dict[str, Any]] | Omit = OMIT,
        attachments: list[dict[str, Any]] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.MessageSent:
        """Change a message.

        Complexity 3 (write).

        Args:
            channel: The channel's identifier or name.
            ts: The time stamp that identifies the message.
            text: The message; also what notifications show when there are blocks.
            blocks: Its layout in Block Kit.
            attachments: Legacy attachments.
        """
        return self._call("update_message", locals(), options)


class AsyncChat(AsyncResource):
    """The operations of `client.chat`."""

    @property
    def with_raw_response(self) -> AsyncChatWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncChatWithRawResponse(self)

    async def delete(
        self, *, channel: str, ts: str, options: CallOptions | None = None
    ) -> models.MessageDeleted:
        """Delete a message.

        Complexity 4 (critical).

        Args:
            channel: The channel's identifier or name.
            ts: The time stamp that identifies the message.
        """
        return await self._call("delete_message", locals(), options)

    async def get_permalink(
        self, *, channel: str, message_ts: str, options: CallOptions | None = None
    ) -> models.Permalink:
        """Get the link to a message.

        Complexity 1 (read).

        Args:
            channel: The channel's identifier.
            message_ts: The time stamp that identifies the message.
        """
        return await self._call("get_permalink", locals(), options)

    async def post_message(
        self,
        *,
        channel: str,
        text: str | Omit = OMIT,
        blocks: list[dict[str, Any]] | Omit = OMIT,
        attachments: list[dict[str, Any]] | Omit = OMIT,
        thread_ts: str | Omit = OMIT,
        reply_broadcast: bool | Omit = OMIT,
        mrkdwn: bool | Omit = OMIT,
        unfurl_links: bool | Omit = OMIT,
        username: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.MessageSent:
        """Send a message to a channel.

        Complexity 3 (write).

        Args:
            channel: The channel's identifier or name.
            text: The message; also what notifications show when there are blocks.
            blocks: Its layout in Block Kit.
            attachments: Legacy attachments.
            thread_ts: The message to answer in its thread.
            reply_broadcast: Also show a threaded answer in the channel.
            mrkdwn: Whether the text is Slack markup.
            unfurl_links: Whether links are previewed.
            username: The name to post as.
        """
        return await self._call("send_message", locals(), options)

    async def update(
        self,
        *,
        channel: str,
        ts: str,
        text: str | Omit = OMIT,
        blocks: list[dict[str, Any]] | Omit = OMIT,
        attachments: list[dict[str, Any]] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.MessageSent:
        """Change a message.

        Complexity 3 (write).

        Args:
            channel: The channel's identifier or name.
            ts: The time stamp that identifies the message.
            text: The message; also what notifications show when there are blocks.
            blocks: Its layout in Block Kit.
            attachments: Legacy attachments.
        """
        return await self._call("update_message", locals(), options)


class ChatWithRawResponse:
    """The methods of `Chat`, answering with the raw response."""

    def __init__(self, resource: Chat) -> None:
        self.delete = raw(resource.delete)
        self.get_permalink = raw(resource.get_permalink)
        self.post_message = raw(resource.post_message)
        self.update = raw(resource.update)


class AsyncChatWithRawResponse:
    """The methods of `AsyncChat`, answering with the raw response."""

    def __init__(self, resource: AsyncChat) -> None:
        self.delete = async_raw(resource.delete)
        self.get_permalink = async_raw(resource.get_permalink)
        self.post_message = async_raw(resource.post_message)
        self.update = async_raw(resource.update)
