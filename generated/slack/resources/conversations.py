"""The operations of `client.conversations`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models


class Conversations(Resource):
    """The operations of `client.conversations`."""

    @property
    def with_raw_response(self) -> ConversationsWithRawResponse:
        """The same methods, answering with the raw response."""
        return ConversationsWithRawResponse(self)

    def archive(
        self, *, channel: str, options: CallOptions | None = None
    ) -> models.Acknowledgement:
        """Archive a channel.

        Complexity 4 (critical).

        Args:
            channel: The channel's identifier or name.
        """
        return self._call("archive_channel", locals(), options)

    def create(
        self, *, name: str, is_private: bool | Omit = OMIT, options: CallOptions | None = None
    ) -> models.ChannelReply:
        """Create a channel.

        Complexity 3 (write).

        Args:
            name: Lower case letters
            is_private: Whether it is by invitation only.
        """
        return self._call("create_channel", locals(), options)

    def history(
        self,
        *,
        channel: str,
        oldest: str | Omit = OMIT,
        latest: str | Omit = OMIT,
        inclusive: bool | Omit = OMIT,
        cursor: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Message, models.MessageList]:
        """List the messages of a channel, newest first.

        Complexity 1 (read).

        Args:
            channel: The channel's identifier.
            oldest: Only messages after this time stamp.
            latest: Only messages before this time stamp.
            inclusive: Include messages at these time stamps.
            cursor: Where the page begins.
            limit: Most items on a page.
        """
        return self._page("get_messages", locals(), options)

    def info(
        self,
        *,
        channel: str,
        include_num_members: bool | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.ChannelReply:
        """Look at one channel.

        Complexity 1 (read).

        Args:
            channel: The channel's identifier.
            include_num_members: Count its members.
        """
        return self._call("get_channel", locals(), options)

    def invite(
        self, *, channel: str, users: str, options: CallOptions | None = None
    ) -> models.ChannelReply:
        """Invite users to a channel.

        Complexity 3 (write).

        Args:
            channel: The channel's identifier or name.
            users: Identifiers of users
        """
        return self._call("invite_to_channel", locals(), options)

    def join(self, *, channel: str, options: CallOptions | None = None) -> models.ChannelReply:
        """Join a public channel.

        Complexity 3 (write).

        Args:
            channel: The channel's identifier or name.
        """
        return self._call("join_channel", locals(), options)

    def list(
        self,
        *,
        types: str | Omit = OMIT,
        exclude_archived: bool | Omit = OMIT,
        cursor: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Channel, models.ChannelList]:
        """List the channels of the workspace.

        Complexity 1 (read).

        Args:
            types: Kinds of conversations
            exclude_archived: Leave archived channels out.
            cursor: Where the page begins.
            limit: Most items on a page.
        """
        return self._page("get_channels", locals(), options)

    def members(
        self,
        *,
        channel: str,
        cursor: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[str, models.MemberList]:
        """List the members of a channel.

        Complexity 1 (read).

        Args:
            channel: The channel's identifier.
            cursor: Where the page begins.
            limit: Most items on a page.
        """
        return self._page("list_channel_members", locals(), options)

    def open(
        self, *, users: str, return_im: bool | Omit = OMIT, options: CallOptions | None = None
    ) -> models.ChannelReply:
        """Open a direct message with one or more users.

        Complexity 3 (write).

        Args:
            users: Identifiers of users
            return_im: Describe the conversation in full.
        """
        return self._call("open_conversation", locals(), options)

    def replies(
        self,
        *,
        channel: str,
        ts: str,
        cursor: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Message, models.MessageList]:
        """List the messages of a thread.

        Complexity 1 (read).

        Args:
            channel: The channel's identifier.
            ts: The time stamp of the thread's first message.
            cursor: Where the page begins.
            limit: Most items on a page.
        """
        return self._page("get_thread", locals(), options)


class AsyncConversations(AsyncResource):
    """The operations of `client.conversations`."""

    @property
    def with_raw_response(self) -> AsyncConversationsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncConversationsWithRawResponse(self)

    async def archive(
        self, *, channel: str, options: CallOptions | None = None
    ) -> models.Acknowledgement:
        """Archive a channel.

        Complexity 4 (critical).

        Args:
            channel: The channel's identifier or name.
        """
        return await self._call("archive_channel", locals(), options)

    async def create(
        self, *, name: str, is_private: bool | Omit = OMIT, options: CallOptions | None = None
    ) -> models.ChannelReply:
        """Create a channel.

        Complexity 3 (write).

        Args:
            name: Lower case letters
            is_private: Whether it is by invitation only.
        """
        return await self._call("create_channel", locals(), options)

    def history(
        self,
        *,
        channel: str,
        oldest: str | Omit = OMIT,
        latest: str | Omit = OMIT,
        inclusive: bool | Omit = OMIT,
        cursor: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Message, models.MessageList]:
        """List the messages of a channel, newest first.

        Complexity 1 (read).

        Args:
            channel: The channel's identifier.
            oldest: Only messages after this time stamp.
            latest: Only messages before this time stamp.
            inclusive: Include messages at these time stamps.
            cursor: Where the page begins.
            limit: Most items on a page.
        """
        return self._page("get_messages", locals(), options)

    async def info(
        self,
        *,
        channel: str,
        include_num_members: bool | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.ChannelReply:
        """Look at one channel.

        Complexity 1 (read).

        Args:
            channel: The channel's identifier.
            include_num_members: Count its members.
        """
        return await self._call("get_channel", locals(), options)

    async def invite(
        self, *, channel: str, users: str, options: CallOptions | None = None
    ) -> models.ChannelReply:
        """Invite users to a channel.

        Complexity 3 (write).

        Args:
            channel: The channel's identifier or name.
            users: Identifiers of users
        """
        return await self._call("invite_to_channel", locals(), options)

    async def join(
        self, *, channel: str, options: CallOptions | None = None
    ) -> models.ChannelReply:
        """Join a public channel.

        Complexity 3 (write).

        Args:
            channel: The channel's identifier or name.
        """
        return await self._call("join_channel", locals(), options)

    def list(
        self,
        *,
        types: str | Omit = OMIT,
        exclude_archived: bool | Omit = OMIT,
        cursor: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Channel, models.ChannelList]:
        """List the channels of the workspace.

        Complexity 1 (read).

        Args:
            types: Kinds of conversations
            exclude_archived: Leave archived channels out.
            cursor: Where the page begins.
            limit: Most items on a page.
        """
        return self._page("get_channels", locals(), options)

    def members(
        self,
        *,
        channel: str,
        cursor: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[str, models.MemberList]:
        """List the members of a channel.

        Complexity 1 (read).

        Args:
            channel: The channel's identifier.
            cursor: Where the page begins.
            limit: Most items on a page.
        """
        return self._page("list_channel_members", locals(), options)

    async def open(
        self, *, users: str, return_im: bool | Omit = OMIT, options: CallOptions | None = None
    ) -> models.ChannelReply:
        """Open a direct message with one or more users.

        Complexity 3 (write).

        Args:
            users: Identifiers of users
            return_im: Describe the conversation in full.
        """
        return await self._call("open_conversation", locals(), options)

    def replies(
        self,
        *,
        channel: str,
        ts: str,
        cursor: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Message, models.MessageList]:
        """List the messages of a thread.

        Complexity 1 (read).

        Args:
            channel: The channel's identifier.
            ts: The time stamp of the thread's first message.
            cursor: Where the page begins.
            limit: Most items on a page.
        """
        return self._page("get_thread", locals(), options)


class ConversationsWithRawResponse:
    """The methods of `Conversations`, answering with the raw response."""

    def __init__(self, resource: Conversations) -> None:
        self.archive = raw(resource.archive)
        self.create = raw(resource.create)
        self.history = raw(resource.history)
        self.info = raw(resource.info)
        self.invite = raw(resource.invite)
        self.join = raw(resource.join)
        self.list = raw(resource.list)
        self.members = raw(resource.members)
        self.open = raw(resource.open)
        self.replies = raw(resource.replies)


class AsyncConversationsWithRawResponse:
    """The methods of `AsyncConversations`, answering with the raw response."""

    def __init__(self, resource: AsyncConversations) -> None:
        self.archive = async_raw(resource.archive)
        self.create = async_raw(resource.create)
        self.history = async_raw(resource.history)
        self.info = async_raw(resource.info)
        self.invite = async_raw(resource.invite)
        self.join = async_raw(resource.join)
        self.list = async_raw(resource.list)
        self.members = async_raw(resource.members)
        self.open = async_raw(resource.open)
        self.replies = async_raw(resource.replies)
