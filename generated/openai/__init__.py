"""OpenAI 1.0.0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Connector, lazy_module

if TYPE_CHECKING:
    from . import models as models
    from . import params as params
    from .client import AsyncOpenAIClient as AsyncOpenAIClient
    from .client import OpenAIClient as OpenAIClient
    from .mock import AsyncMockOpenAIClient as AsyncMockOpenAIClient
    from .mock import MockOpenAIClient as MockOpenAIClient
    from .custom import *  # noqa: F403

CONNECTOR = Connector(__name__)

__all__ = [
    "CONNECTOR",
    "AsyncOpenAIClient",
    "AsyncMockOpenAIClient",
    "MockOpenAIClient",
    "OpenAIClient",
    "models",
    "params",
]
__getattr__ = lazy_module(
    __name__,
    {
        "client": ("AsyncOpenAIClient", "OpenAIClient"),
        "mock": ("AsyncMockOpenAIClient", "MockOpenAIClient"),
        "models": (),
        "params": (),
    },
)
