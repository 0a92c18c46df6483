"""The clients of Gmail."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from connector_runtime.client import AsyncClient, Client

from . import CONNECTOR

if TYPE_CHECKING:
    from typing import Unpack

    from connector_runtime.client import ClientSettings, CredentialsInput

    from .resources.drafts import AsyncDrafts, Drafts
    from .resources.labels import AsyncLabels, Labels
    from .resources.messages import AsyncMessages, Messages
    from .resources.profile import AsyncProfile, Profile
    from .resources.threads import AsyncThreads, Threads


class GmailClient(Client):
    """Synchronous client of Gmail."""

    def __init__(
        self,
        credentials: CredentialsInput | None = None,
        *,
        user_id: str | None = None,
        **settings: Unpack[ClientSettings],
    ) -> None:
        super().__init__(CONNECTOR, credentials, {"user_id": user_id}, settings)

    @cached_property
    def drafts(self) -> Drafts:
        """The operations of `client.drafts`."""
        from .resources.drafts import Drafts

        return Drafts(self)

    @cached_property
    def labels(self) -> Labels:
        """The operations of `client.labels`."""
        from .resources.labels import Labels

        return Labels(self)

    @cached_property
    def messages(self) -> Messages:
        """The operations of `client.messages`."""
        from .resources.messages import Messages

        return Messages(self)

    @cached_property
    def profile(self) -> Profile:
        """The operations of `client.profile`."""
        from .resources.profile import Profile

        return Profile(self)

    @cached_property
    def threads(self) -> Threads:
        """The operations of `client.threads`."""
        from .resources.threads import Threads

        return Threads(self)


class AsyncGmailClient(AsyncClient):
    """Asynchronous client of Gmail."""

    def __init__(
        self,
        credentials: CredentialsInput | None = None,
        *,
        user_id: str | None = None,
        **settings: Unpack[ClientSettings],
    ) -> None:
        super().__init__(CONNECTOR, credentials, {"user_id": user_id}, settings)

    @cached_property
    def drafts(self) -> AsyncDrafts:
        """The operations of `client.drafts`."""
        from .resources.drafts import AsyncDrafts

        return AsyncDrafts(self)

    @cached_property
    def labels(self) -> AsyncLabels:
        """The operations of `client.labels`."""
        from .resources.labels import AsyncLabels

        return AsyncLabels(self)

    @cached_property
    def messages(self) -> AsyncMessages:
        """The operations of `client.messages`."""
        from .resources.messages import AsyncMessages

        return AsyncMessages(self)

    @cached_property
    def profile(self) -> AsyncProfile:
        """The operations of `client.profile`."""
        from .resources.profile import AsyncProfile

        return AsyncProfile(self)

    @cached_property
    def threads(self) -> AsyncThreads:
        """The operations of `client.threads`."""
        from .resources.threads import AsyncThreads

        return AsyncThreads(self)
