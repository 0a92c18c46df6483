"""The clients of Slack."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from connector_runtime.client import AsyncClient, Client

from . import CONNECTOR

if TYPE_CHECKING:
    from typing import Unpack

    from connector_runtime.client import ClientSettings, CredentialsInput

    from .resources.auth import AsyncAuth, Auth
    from .resources.chat import AsyncChat, Chat
    from .resources.conversations import AsyncConversations, Conversations
    from .resources.files import AsyncFiles, Files
    from .resources.reactions import AsyncReactions, Reactions
    from .resources.users import AsyncUsers, Users


class SlackClient(Client):
    """Synchronous client of Slack."""

    def __init__(
        self,
        credentials: CredentialsInput | None = None,
        **settings: Unpack[ClientSettings],
    ) -> None:
        super().__init__(CONNECTOR, credentials, {}, settings)

    @cached_property
    def auth(self) -> Auth:
        """The operations of `client.auth`."""
        from .resources.auth import Auth

        return Auth(self)

    @cached_property
    def chat(self) -> Chat:
        """The operations of `client.chat`."""
        from .resources.chat import Chat

        return Chat(self)

    @cached_property
    def conversations(self) -> Conversations:
        """The operations of `client.conversations`."""
        from .resources.conversations import Conversations

        return Conversations(self)

    @cached_property
    def files(self) -> Files:
        """The operations of `client.files`."""
        from .resources.files import Files

        return Files(self)

    @cached_property
    def reactions(self) -> Reactions:
        """The operations of `client.reactions`."""
        from .resources.reactions import Reactions

        return Reactions(self)

    @cached_property
    def users(self) -> Users:
        """The operations of `client.users`."""
        from .resources.users import Users

        return Users(self)


class AsyncSlackClient(AsyncClient):
    """Asynchronous client of Slack."""

    def __init__(
        self,
        credentials: CredentialsInput | None = None,
        **settings: Unpack[ClientSettings],
    ) -> None:
        super().__init__(CONNECTOR, credentials, {}, settings)

    @cached_property
    def auth(self) -> AsyncAuth:
        """The operations of `client.auth`."""
        from .resources.auth import AsyncAuth

        return AsyncAuth(self)

    @cached_property
    def chat(self) -> AsyncChat:
        """The operations of `client.chat`."""
        from .resources.chat import AsyncChat

        return AsyncChat(self)

    @cached_property
    def conversations(self) -> AsyncConversations:
        """The operations of `client.conversations`."""
        from .resources.conversations import AsyncConversations

        return AsyncConversations(self)

    @cached_property
    def files(self) -> AsyncFiles:
        """The operations of `client.files`."""
        from .resources.files import AsyncFiles

        return AsyncFiles(self)

    @cached_property
    def reactions(self) -> AsyncReactions:
        """The operations of `client.reactions`."""
        from .resources.reactions import AsyncReactions

        return AsyncReactions(self)

    @cached_property
    def users(self) -> AsyncUsers:
        """The operations of `client.users`."""
        from .resources.users import AsyncUsers

        return AsyncUsers(self)
