"""The clients of Gmail for tests: they talk to a vendor in this process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import mock_of

from . import CONNECTOR
from .client import AsyncGmailClient, GmailClient

if TYPE_CHECKING:
    from typing import Unpack

    from connector_runtime.client import ClientSettings, CredentialsInput, Mock


class MockGmailClient(GmailClient):
    """`GmailClient` on a vendor in this process, told what to do by `mock`."""

    mock: Mock

    def __init__(
        self,
        credentials: CredentialsInput | None = None,
        *,
        seed: int = 0,
        user_id: str | None = None,
        **settings: Unpack[ClientSettings],
    ) -> None:
        self.mock = mock_of(CONNECTOR, settings, seed)
        super().__init__(
            self.mock.credentials(credentials),
            **self.mock.arguments({"user_id": user_id}),
            **self.mock.settings(settings),
        )


class AsyncMockGmailClient(AsyncGmailClient):
    """`AsyncGmailClient` on a vendor in this process, told what to do by `mock`."""

    mock: Mock

    def __init__(
        self,
        credentials: CredentialsInput | None = None,
        *,
        seed: int = 0,
        user_id: str | None = None,
        **settings: Unpack[ClientSettings],
    ) -> None:
        self.mock = mock_of(CONNECTOR, settings, seed)
        super().__init__(
            self.mock.credentials(credentials),
            **self.mock.arguments({"user_id": user_id}),
            **self.mock.settings(settings),
        )
