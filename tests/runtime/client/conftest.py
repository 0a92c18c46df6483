"""Fixtures for clients."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.runtime.client.drivers import KINDS, Driver
from tests.runtime.client.packages import acme

__all__ = ["acme", "driver"]


@pytest.fixture(params=KINDS, ids=["sync", "async"])
def driver(request: Any) -> Iterator[Driver]:
    """A driver of synchronous clients, then one of asynchronous clients."""
    driver = Driver(request.param)
    yield driver
    driver.close()
