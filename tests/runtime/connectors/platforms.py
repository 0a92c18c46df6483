"""Tenants, connectors and a registry, as the tests of this folder need them."""

import textwrap
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import insert

from connector_runtime.connectors.catalogue import Catalogue
from connector_runtime.connectors.keys import KeyRing
from connector_runtime.connectors.registry import IntegrationRegistry
from connector_runtime.connectors.vault import Vault
from connector_runtime.store.store import Store
from connector_runtime.store.tables import Tenant

MY_INTEGRATION = """
from typing import Any, Dict, List

from connector_runtime.connectors.service import IntegrationService


class MyIntegrationService(IntegrationService):
    def __init__(self, settings=None, credentials=None):
        self.settings, self.credentials = settings, credentials

    async def execute_operation(
        self, operation_name: str, arguments: Dict[str, Any], context: Dict[str, Any]
    ) -> Dict[str, Any]:
        tenant_id = context["tenant_id"]
        if operation_name == "create_item":
            return {"name": arguments["name"], "tenant": tenant_id}
        elif operation_name == "get_item":
            return {"id": arguments["id"]}
        else:
            return {"error": f"Unknown operation: {operation_name}"}

    def get_operations(self) -> List[Dict[str, Any]]:
        return [
            {
                "name": "create_item",
                "description": "Create a new item",
                "parameters": {
                    "name": {"type": "string", "required": True},
                    "value": {"type": "integer", "required": True}
                },
                "complexity": 3
            },
            {
                "name": "get_item",
                "description": "Get item by ID",
                "parameters": {"id": {"type": "string", "required": True}},
                "complexity": 1
            },
            {"name": "shrug", "description": "Nobody said how dangerous this is"}
        ]
"""
"""The guide's own, with a constructor that takes what there is."""


def write_service(folder: Path, connector_id: str, source: str) -> Path:
    """A file as the guide's convention has it."""
    file = folder / f"{connector_id}_service.py"
    file.write_text(textwrap.dedent(source))
    return file


def add_tenants(store: Store, *tenant_ids: str) -> None:
    """Tenants without anything."""
    now = datetime.now(UTC)
    rows = [{"id": each, "name": each, "plan": "free", "created_at": now} for each in tenant_ids]
    with store.writing() as connection:
        connection.execute(insert(Tenant), rows)


class Recording(httpx.AsyncBaseTransport):
    """Answers everything with the same JSON, and remembers what it was asked."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer
        self.requests: list[httpx.Request] = []
        self.closed = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        self.requests.append(request)
        if isinstance(self.answer, httpx.Response):
            return self.answer
        return httpx.Response(200, json=self.answer)

    async def aclose(self) -> None:
        self.closed += 1


class Hands:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def open_registry(
    store: Store, catalogue: Catalogue | None = None, **settings: Any
) -> IntegrationRegistry:
    """A registry over a store, with a key of its own."""
    vault = Vault(KeyRing([bytes(range(32))]))
    return IntegrationRegistry(catalogue or Catalogue.found(), store, vault, **settings)
