"""The clients of HubSpot for tests: they talk to a vendor in this process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import mock_of

from . import CONNECTOR
from .client import AsyncHubSpotClient, HubSpotClient

if TYPE_CHECKING:
    from typing import Unpack

    from connector_runtime.client import ClientSettings, CredentialsInput, Mock


class MockHubSpotClient(HubSpotClient):
    """`HubSpotClient` on a vendor in this process, told what to do by `mock`."""

    mock: Mock

    def __init__(
        self,
        credentials: CredentialsInput | None = None,
        *,
        seed: int = 0,
        **settings: Unpack[ClientSettings],
    ) -> None:
        self.mock = mock_of(CONNECTOR, settings, seed)
        super().__init__(
            self.mock.credentials(credentials),
            **self.mock.settings(settings),
        )


class AsyncMockHubSpotClient(AsyncHubSpotClient):
    """`AsyncHubSpotClient` on a vendor in this process, told what to do by `mock`."""

    mock: Mock

    def __init__(
        self,
        credentials: CredentialsInput | None = None,
        *,
        seed: int = 0,
        **settings: Unpack[ClientSettings],
    ) -> None:
        self.mock = mock_of(CONNECTOR, settings, seed)
        super().__init__(
            self.mock.credentials(credentials),
            **self.mock.settings(settings),
        )
