"""Services that are kept: for each tenant a bounded number, the least used one goes first."""

import asyncio
import threading
import weakref
from collections import OrderedDict
from collections.abc import Iterable
from typing import Any

from connector_runtime.connectors.service import IntegrationService

Key = tuple[str, int]
"""Connector, and the event loop by its identity: a service belongs to one loop."""


class Kept:
    """A service that is kept, and what it was made of."""

    __slots__ = ("checked_at", "credentials", "loop", "mark", "service")

    def __init__(
        self, service: IntegrationService, mark: str, credentials: Any, checked_at: float
    ) -> None:
        self.service = service
        self.mark = mark
        self.credentials = credentials
        self.checked_at = checked_at
        """When the store was last asked (monotonic seconds)."""
        self.loop = weakref.ref(asyncio.get_running_loop())


class ServiceCache:
    """The services of all tenants; safe to use from several threads, each with its own loop."""

    def __init__(self, per_tenant: int) -> None:
        if per_tenant < 1:
            raise ValueError("per_tenant must be at least 1")
        self._per_tenant = per_tenant
        self._tenants: dict[str, OrderedDict[Key, Kept]] = {}
        self._lock = threading.Lock()

    def get(self, tenant_id: str, connector_id: str) -> Kept | None:
        """The service of the running loop."""
        loop = asyncio.get_running_loop()
        key = (connector_id, id(loop))
        with self._lock:
            services = self._tenants.get(tenant_id)
            kept = services.get(key) if services is not None else None
            if services is None or kept is None:
                return None
            if kept.loop() is not loop:
                # A loop of before had the same identity.
                del services[key]
                return None
            services.move_to_end(key)
            return kept

    def put(self, tenant_id: str, connector_id: str, kept: Kept) -> list[Kept]:
        """Keep a service in the place of another one; those that have to go."""
        key = (connector_id, id(asyncio.get_running_loop()))
        with self._lock:
            services = self._tenants.setdefault(tenant_id, OrderedDict())
            gone = [each for each in (services.pop(key, None),) if each is not None]
            services[key] = kept
            while len(services) > self._per_tenant:
                gone.append(services.popitem(last=False)[1])
            return gone

    def same(self, tenant_id: str, connector_id: str, mark: str) -> Kept | None:
        """A service of any loop that was made of the same."""
        with self._lock:
            services = self._tenants.get(tenant_id)
            found = services.items() if services is not None else ()
            made = (kept for key, kept in found if key[0] == connector_id)
            return next((kept for kept in made if kept.mark == mark), None)

    def take(self, tenant_id: str, connector_id: str) -> list[Kept]:
        """Take a tenant's services of a connector out, of all loops."""
        with self._lock:
            services = self._tenants.get(tenant_id)
            if services is None:
                return []
            keys = [key for key in services if key[0] == connector_id]
            gone = [services.pop(key) for key in keys]
            if not services:
                self._tenants.pop(tenant_id, None)
            return gone

    def take_all(self) -> list[Kept]:
        """Take all services out."""
        with self._lock:
            gone = [each for services in self._tenants.values() for each in services.values()]
            self._tenants.clear()
            return gone

    def __len__(self) -> int:
        with self._lock:
            return sum(len(services) for services in self._tenants.values())


async def close(gone: Iterable[Kept]) -> None:
    """Close services: those of the running loop here, those of other loops there."""
    running = asyncio.get_running_loop()
    for each in gone:
        loop = each.loop()
        if loop is running:
            await each.service.aclose()
        elif loop is not None and loop.is_running():
            asyncio.run_coroutine_threadsafe(each.service.aclose(), loop)
        # The connections of a loop that has ended, ended with it.
