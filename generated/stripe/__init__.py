"""Stripe 2023-08-16."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Connector, lazy_module

if TYPE_CHECKING:
    from . import models as models
    from . import params as params
    from .client import AsyncStripeClient as AsyncStripeClient
    from .client import StripeClient as StripeClient
    from .mock import AsyncMockStripeClient as AsyncMockStripeClient
    from .mock import MockStripeClient as MockStripeClient
    from .custom import *  # noqa: F403

CONNECTOR = Connector(__name__)

__all__ = [
    "CONNECTOR",
    "AsyncStripeClient",
    "AsyncMockStripeClient",
    "MockStripeClient",
    "StripeClient",
    "models",
    "params",
]
__getattr__ = lazy_module(
    __name__,
    {
        "client": ("AsyncStripeClient", "StripeClient"),
        "mock": ("AsyncMockStripeClient", "MockStripeClient"),
        "models": (),
        "params": (),
    },
)
