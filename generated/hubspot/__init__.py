"""HubSpot 3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Connector, lazy_module

if TYPE_CHECKING:
    from . import models as models
    from . import params as params
    from .client import AsyncHubSpotClient as AsyncHubSpotClient
    from .client import HubSpotClient as HubSpotClient
    from .mock import AsyncMockHubSpotClient as AsyncMockHubSpotClient
    from .mock import MockHubSpotClient as MockHubSpotClient
    from .custom import *  # noqa: F403

CONNECTOR = Connector(__name__)

__all__ = [
    "CONNECTOR",
    "AsyncHubSpotClient",
    "AsyncMockHubSpotClient",
    "MockHubSpotClient",
    "HubSpotClient",
    "models",
    "params",
]
__getattr__ = lazy_module(
    __name__,
    {
        "client": ("AsyncHubSpotClient", "HubSpotClient"),
        "mock": ("AsyncMockHubSpotClient", "MockHubSpotClient"),
        "models": (),
        "params": (),
    },
)
