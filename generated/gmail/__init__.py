"""Gmail v1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Connector, lazy_module

if TYPE_CHECKING:
    from . import models as models
    from . import params as params
    from .client import AsyncGmailClient as AsyncGmailClient
    from .client import GmailClient as GmailClient
    from .mock import AsyncMockGmailClient as AsyncMockGmailClient
    from .mock import MockGmailClient as MockGmailClient
    from .custom import *  # noqa: F403

CONNECTOR = Connector(__name__)

__all__ = [
    "CONNECTOR",
    "AsyncGmailClient",
    "AsyncMockGmailClient",
    "MockGmailClient",
    "GmailClient",
    "models",
    "params",
]
__getattr__ = lazy_module(
    __name__,
    {
        "client": ("AsyncGmailClient", "GmailClient"),
        "mock": ("AsyncMockGmailClient", "MockGmailClient"),
        "models": (),
        "params": (),
    },
)
