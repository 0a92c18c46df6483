"""Services by connector and tenant: made when they are asked for, kept, never shared."""

import asyncio
import logging
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from connector_runtime.client.mocking.controls import Mock
from connector_runtime.client.options import ClientSettings
from connector_runtime.connectors.cache import Kept, ServiceCache, close
from connector_runtime.connectors.catalogue import Catalogue
from connector_runtime.connectors.connections import Connections, Linked
from connector_runtime.connectors.credential_types import Nobody, are_needed, client_credentials
from connector_runtime.connectors.custom import CustomFile
from connector_runtime.connectors.opening import MOCK_SEED, open_mock, open_service
from connector_runtime.connectors.packages import GeneratedPackage
from connector_runtime.connectors.problems import BrokenConnectorError, credentials_missing
from connector_runtime.connectors.service import IntegrationService
from connector_runtime.connectors.sources import Source
from connector_runtime.connectors.vault import Vault
from connector_runtime.errors import (
    CredentialsMissingError,
    IntegrationNotFoundError,
    NotFoundError,
    PlatformError,
)
from connector_runtime.store.store import Store

NOTICED_WITHIN = 5.0
"""Seconds within which a connector that another process disabled, and credentials that it changed,
are noticed here."""
_log = logging.getLogger("connector_runtime.connectors")

SettingsFor = Callable[[str, str], ClientSettings]
"""Further settings of a client by connector id and tenant id: hooks, policies, a transport."""


def _nothing(connector_id: str, tenant_id: str) -> ClientSettings:
    return {}


class IntegrationRegistry:
    """Gives each tenant its services.

    With ``allow_environment`` (development with a single tenant) a connector without credentials of
    its own takes those of the environment. At most ``per_tenant`` services are kept for a tenant.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        store: Store,
        vault: Vault,
        *,
        allow_environment: bool = False,
        per_tenant: int = 32,
        client_settings: SettingsFor = _nothing,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.catalogue = catalogue
        self.connections = Connections(store, catalogue, vault)
        self._allow_environment = allow_environment
        self._client_settings = client_settings
        self._monotonic = monotonic
        self._cache = ServiceCache(per_tenant)
        self._vendors: dict[tuple[str, str], Mock] = {}
        self._vendors_lock = threading.Lock()

    def __len__(self) -> int:
        """How many services are kept."""
        return len(self._cache)

    async def get_service_instance(self, connector_id: str, tenant_id: str) -> IntegrationService:
        """The tenant's service of a connector, for the running event loop.

        Raises :class:`IntegrationNotFoundError` where it does not exist or the tenant has not
        enabled it, :class:`~connector_runtime.errors.CredentialsMissingError`, and
        :class:`NotFoundError` for an unknown tenant.
        """
        kept = self._cache.get(tenant_id, connector_id)
        if kept is not None and self._monotonic() - kept.checked_at < NOTICED_WITHIN:
            return kept.service
        source = self.catalogue.source(connector_id)
        if source is None:
            raise IntegrationNotFoundError
        now = self._monotonic()
        try:
            linked = await asyncio.to_thread(self.connections.linked, tenant_id, connector_id)
            credentials = self._credentials(source, tenant_id, linked)
        except (IntegrationNotFoundError, NotFoundError, CredentialsMissingError):
            await self.invalidate(tenant_id, connector_id)
            raise
        # Others may have made one while the store was asked.
        kept = self._cache.get(tenant_id, connector_id)
        if kept is not None and kept.mark == linked.mark:
            kept.checked_at = now
            return kept.service
        return await self._made(source, tenant_id, linked, credentials, now)

    async def invalidate(self, tenant_id: str, connector_id: str) -> None:
        """Make a tenant's service of a connector anew when it is next asked for. Calls that are
        under way end as they began."""
        await close(self._cache.take(tenant_id, connector_id))

    def mock_of(self, connector_id: str, tenant_id: str) -> Mock | None:
        """The vendor that a tenant's connection with ``mock: true`` talks to, once it was used."""
        return self._vendors.get((tenant_id, connector_id))

    async def aclose(self) -> None:
        """Close all services of the running loop, and have those of other loops closed there."""
        await close(self._cache.take_all())

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    async def _made(
        self, source: Source, tenant_id: str, linked: Linked, credentials: Any, now: float
    ) -> IntegrationService:
        try:
            service = await asyncio.to_thread(self._opened, source, tenant_id, linked, credentials)
        except BrokenConnectorError as problem:
            self.catalogue.breaks(source.connector_id, problem)
            _log.error("connector %s is broken: %s", source.connector_id, problem)
            raise IntegrationNotFoundError from None
        rival = self._cache.get(tenant_id, source.connector_id)
        if rival is not None and rival.mark == linked.mark:
            # Two made it at once; ours has opened nothing yet.
            return rival.service
        kept = Kept(service, linked.mark, credentials, now)
        await close(self._cache.put(tenant_id, source.connector_id, kept))
        return service

    def _opened(
        self, source: Source, tenant_id: str, linked: Linked, credentials: Any
    ) -> IntegrationService:
        if isinstance(source, CustomFile):
            return source.made(linked.settings, credentials)
        assert isinstance(source, GeneratedPackage)
        further = self._client_settings(source.connector_id, tenant_id)
        if linked.settings.get("mock"):
            return self._mocked(source, tenant_id, linked, further)
        return open_service(
            source,
            credentials,
            linked.settings,
            further,
            allow_environment=self._allow_environment,
        )

    def _mocked(
        self, source: GeneratedPackage, tenant_id: str, linked: Linked, further: ClientSettings
    ) -> IntegrationService:
        """All services of a tenant talk to one vendor: what one made, the next one finds."""
        place = (tenant_id, source.connector_id)
        with self._vendors_lock:
            vendor = self._vendors.get(place)
            if vendor is None:
                vendor = self._vendors[place] = Mock(source.code().CONNECTOR, MOCK_SEED)
        return open_mock(source, linked.settings, {**further, "transport": vendor.transport})

    def _credentials(self, source: Source, tenant_id: str, linked: Linked) -> Any:
        """What the service is given; a grant is shared by the services of all loops."""
        stored = linked.credentials
        if isinstance(source, CustomFile):
            given = {name: each for name, each in stored.items() if name != "type"}
            return None if stored["type"] == "none" else given
        if linked.settings.get("mock"):
            return None
        if stored["type"] == "none":
            if self._allow_environment:
                return None
            if are_needed(source.connecting):
                schemes = source.connecting.get("security_schemes") or ()
                raise credentials_missing(source.connector_id, schemes)
            return Nobody()
        same = self._cache.same(tenant_id, source.connector_id, linked.mark)
        if same is not None:
            return same.credentials
        return client_credentials(
            stored, source.connecting, self._keeper(tenant_id, source.connector_id, linked.mark)
        )

    def _keeper(self, tenant_id: str, connector_id: str, mark: str) -> Callable[[str], None]:
        def keep(refresh_token: str) -> None:
            # At once, and not in a thread: the token that it replaces is worth nothing already.
            try:
                self.connections.rotate(tenant_id, connector_id, mark, refresh_token)
            except PlatformError as error:
                _log.error("the new refresh token of %s is not kept: %s", connector_id, error)

        return keep
