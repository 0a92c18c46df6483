"""Asana 1.0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Connector, lazy_module

if TYPE_CHECKING:
    from . import models as models
    from . import params as params
    from .client import AsyncAsanaClient as AsyncAsanaClient
    from .client import AsanaClient as AsanaClient
    from .mock import AsyncMockAsanaClient as AsyncMockAsanaClient
    from .mock import MockAsanaClient as MockAsanaClient
    from .custom import *  # noqa: F403

CONNECTOR = Connector(__name__)

__all__ = [
    "CONNECTOR",
    "AsyncAsanaClient",
    "AsyncMockAsanaClient",
    "MockAsanaClient",
    "AsanaClient",
    "models",
    "params",
]
__getattr__ = lazy_module(
    __name__,
    {
        "client": ("AsyncAsanaClient", "AsanaClient"),
        "mock": ("AsyncMockAsanaClient", "MockAsanaClient"),
        "models": (),
        "params": (),
    },
)
