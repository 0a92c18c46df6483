"""Mocks of the shipped connectors, called as agents call them: in the domain form."""

import asyncio
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

from connector_runtime.connectors.domain import domain_of

RECEIVED = datetime(2026, 3, 28, 10, 0, 0, 123456, tzinfo=UTC)
TIME = "2026-03-28T10:00:00Z"


class Vendors:
    """The mocks of one test; close it."""

    def __init__(self) -> None:
        self._runner = asyncio.Runner()
        self._clients: dict[str, Any] = {}

    def client(self, name: str) -> Any:
        """The one client of a connector, which is strict."""
        if name not in self._clients:
            package = import_module(f"generated.{name}")
            prefix = package.CONNECTOR.facts["class_prefix"]
            self._clients[name] = getattr(package, f"AsyncMock{prefix}Client")(strict=True)
        return self._clients[name]

    def call(self, name: str, operation: str, /, **arguments: Any) -> Any:
        """The result of an operation; the reply came at ``RECEIVED``."""
        connector = import_module(f"generated.{name}").CONNECTOR
        domain = domain_of(connector.operations[operation])
        sent = domain.to_vendor(arguments)
        reply = self._runner.run(self._called(name, operation, sent))
        return domain.to_domain(reply, arguments, RECEIVED)

    async def _called(self, name: str, operation: str, arguments: dict[str, Any]) -> Any:
        return await self.client(name).call(operation, arguments)

    def close(self) -> None:
        """Close the clients."""
        for client in self._clients.values():
            self._runner.run(client.aclose())
        self._runner.close()
