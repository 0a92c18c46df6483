"""Fixtures for the command ``connectors``."""

from collections.abc import Iterator

import pytest

from tests.runtime.cli.commands import commands
from tests.runtime.client.auth.authorization_server import (
    AuthorizationServer,
    authorization_server,
)

__all__ = ["commands", "server"]


@pytest.fixture
def server() -> Iterator[AuthorizationServer]:
    """An authorization server."""
    with authorization_server() as running:
        yield running
