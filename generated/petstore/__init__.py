"""Petstore 1.0.0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Connector, lazy_module

if TYPE_CHECKING:
    from . import models as models
    from . import params as params
    from .client import AsyncPetstoreClient as AsyncPetstoreClient
    from .client import PetstoreClient as PetstoreClient
    from .mock import AsyncMockPetstoreClient as AsyncMockPetstoreClient
    from .mock import MockPetstoreClient as MockPetstoreClient
    from .custom import *  # noqa: F403

CONNECTOR = Connector(__name__)

__all__ = [
    "CONNECTOR",
    "AsyncPetstoreClient",
    "AsyncMockPetstoreClient",
    "MockPetstoreClient",
    "PetstoreClient",
    "models",
    "params",
]
__getattr__ = lazy_module(
    __name__,
    {
        "client": ("AsyncPetstoreClient", "PetstoreClient"),
        "mock": ("AsyncMockPetstoreClient", "MockPetstoreClient"),
        "models": (),
        "params": (),
    },
)
