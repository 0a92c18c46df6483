"""Slack 1.0.0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Connector, lazy_module

if TYPE_CHECKING:
    from . import models as models
    from . import params as params
    from .client import AsyncSlackClient as AsyncSlackClient
    from .client import SlackClient as SlackClient
    from .mock import AsyncMockSlackClient as AsyncMockSlackClient
    from .mock import MockSlackClient as MockSlackClient
    from .custom import *  # noqa: F403

CONNECTOR = Connector(__name__)

__all__ = [
    "CONNECTOR",
    "AsyncSlackClient",
    "AsyncMockSlackClient",
    "MockSlackClient",
    "SlackClient",
    "models",
    "params",
]
__getattr__ = lazy_module(
    __name__,
    {
        "client": ("AsyncSlackClient", "SlackClient"),
        "mock": ("AsyncMockSlackClient", "MockSlackClient"),
        "models": (),
        "params": (),
    },
)
