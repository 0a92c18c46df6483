"""Salesforce 61.0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Connector, lazy_module

if TYPE_CHECKING:
    from . import models as models
    from . import params as params
    from .client import AsyncSalesforceClient as AsyncSalesforceClient
    from .client import SalesforceClient as SalesforceClient
    from .mock import AsyncMockSalesforceClient as AsyncMockSalesforceClient
    from .mock import MockSalesforceClient as MockSalesforceClient
    from .custom import *  # noqa: F403

CONNECTOR = Connector(__name__)

__all__ = [
    "CONNECTOR",
    "AsyncSalesforceClient",
    "AsyncMockSalesforceClient",
    "MockSalesforceClient",
    "SalesforceClient",
    "models",
    "params",
]
__getattr__ = lazy_module(
    __name__,
    {
        "client": ("AsyncSalesforceClient", "SalesforceClient"),
        "mock": ("AsyncMockSalesforceClient", "MockSalesforceClient"),
        "models": (),
        "params": (),
    },
)
