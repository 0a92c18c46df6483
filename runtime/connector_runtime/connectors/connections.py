"""Which connectors a tenant has enabled, and with whose credentials: always the tenant's own."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from connector_runtime.client.credentials import Confidential
from connector_runtime.connectors.catalogue import Catalogue
from connector_runtime.connectors.credential_types import Stored, checked_credentials
from connector_runtime.connectors.opening import checked_settings
from connector_runtime.connectors.sources import Source
from connector_runtime.connectors.vault import Sealed, Vault
from connector_runtime.errors import IntegrationNotFoundError, TenantNotFoundError
from connector_runtime.store.scope import TenantScope
from connector_runtime.store.store import Store
from connector_runtime.store.tables import Connection, Tenant, TenantIntegration

_NONE: Stored = {"type": "none"}


@dataclass(frozen=True, slots=True)
class ConnectionFacts:
    """A tenant's connector, without its credentials."""

    connector_id: str
    is_active: bool
    credential_type: str
    settings: Mapping[str, Any]
    version: int
    """Counts changes of credentials and settings; 0: nothing was set yet."""
    created_at: datetime


@dataclass(frozen=True, slots=True, repr=False)
class Linked(Confidential):
    """An active connector with all that a service is made of."""

    mark: str
    """Another one means other credentials or settings."""
    credentials: Stored = field(default_factory=lambda: dict(_NONE))
    settings: Mapping[str, Any] = field(default_factory=dict[str, Any])


class Connections:
    """The connections of all tenants, one tenant at a time. All methods are synchronous.

    Raises :class:`NotFoundError` for an unknown tenant and :class:`IntegrationNotFoundError` for an
    unknown connector, or one that the tenant has not enabled.
    """

    def __init__(self, store: Store, catalogue: Catalogue, vault: Vault) -> None:
        self._store = store
        self._catalogue = catalogue
        self._vault = vault

    def enable(self, tenant_id: str, connector_id: str) -> None:
        """Let the tenant's agents use a connector; what was set before is still there."""
        self._source(connector_id)
        with self._store.scope(tenant_id) as scope:
            _enabled(scope, connector_id)

    def disable(self, tenant_id: str, connector_id: str) -> None:
        """No agent of the tenant uses the connector any more; credentials are kept."""
        with self._store.scope(tenant_id) as scope:
            _found(scope, connector_id).is_active = False

    def set_credentials(
        self, tenant_id: str, connector_id: str, credential_type: str, values: Mapping[str, Any]
    ) -> int:
        """Give or replace a tenant's credentials, and enable the connector; the new version.

        ``values`` of the types: ``none`` {}, ``api_key`` {key} or {keys: {scheme: key}}, ``bearer``
        {token}, ``basic`` {username, password}, ``oauth2`` {client_id, client_secret} with
        refresh_token, access_token, token_url, scopes, client_authentication (basic or body) where
        there are such; each may name the ``scheme`` that is meant. Raises
        :class:`~connector_runtime.errors.ArgumentsInvalidError` where they do not fit.
        """
        source = self._source(connector_id)
        stored = checked_credentials(credential_type, values, source.connecting)
        with self._store.scope(tenant_id) as scope:
            _enabled(scope, connector_id).credential_type = credential_type
            row = self._row(scope, connector_id)
            return self._sealed(scope, row, stored)

    def set_settings(self, tenant_id: str, connector_id: str, settings: Mapping[str, Any]) -> int:
        """Give or replace the settings of a tenant's connector, and enable it; the new version.

        They are ``base_url``, ``mock`` (a vendor in this process, for demonstrations), and the
        client parameters and server variables by name. Raises
        :class:`~connector_runtime.errors.ArgumentsInvalidError` for others.
        """
        checked = checked_settings(settings, self._source(connector_id).connecting)
        with self._store.scope(tenant_id) as scope:
            _enabled(scope, connector_id)
            row = self._row(scope, connector_id)
            stored = self._opened(row) if row.version else _NONE
            row.settings = checked
            return self._sealed(scope, row, stored)

    def remove_credentials(self, tenant_id: str, connector_id: str) -> None:
        """Forget the tenant's credentials; settings stay."""
        with self._store.scope(tenant_id) as scope:
            _found(scope, connector_id).credential_type = "none"
            self._sealed(scope, self._row(scope, connector_id), _NONE)

    def list(self, tenant_id: str) -> tuple[ConnectionFacts, ...]:
        """The connectors that the tenant has enabled, or had, by id. Nothing of it is secret."""
        with self._store.view(tenant_id) as scope:
            _tenant(scope)
            rows = {row.connector_id: row for row in scope.query(Connection)}
            enabled = scope.query(TenantIntegration).order_by(TenantIntegration.connector_id)
            return tuple(_facts(each, rows.get(each.connector_id)) for each in enabled)

    def credentials_for(self, scope: TenantScope, connector_id: str) -> Stored | None:
        """The credentials of the scope's tenant; None where it has set none.

        Raises :class:`~connector_runtime.connectors.vault.SealBrokenError`.
        """
        row = _connection(scope, connector_id)
        stored = None if row is None else self._opened(row)
        return None if stored is None or stored["type"] == "none" else stored

    def linked(self, tenant_id: str, connector_id: str) -> Linked:
        """What a service for the tenant is made of; the connector is enabled and active."""
        with self._store.view(tenant_id) as scope:
            integration = _integration(scope, connector_id).one_or_none()
            if integration is None:
                _tenant(scope)
            if integration is None or not integration.is_active:
                raise IntegrationNotFoundError
            row = _connection(scope, connector_id)
            if row is None:
                return Linked("")
            return Linked(f"{row.id}/{row.version}", self._opened(row), dict(row.settings))

    def rotate(self, tenant_id: str, connector_id: str, mark: str, refresh_token: str) -> None:
        """Keep the refresh token that replaces ours. Services stay as they are: they know it."""
        with self._store.scope(tenant_id) as scope:
            _found(scope, connector_id)
            row = _connection(scope, connector_id)
            if row is not None and f"{row.id}/{row.version}" == mark:
                stored = {**self._opened(row), "refresh_token": refresh_token}
                # An access token of before would only be tried in vain.
                stored.pop("access_token", None)
                self._put(row, stored)

    def _source(self, connector_id: str) -> Source:
        source = self._catalogue.source(connector_id)
        if source is None:
            raise IntegrationNotFoundError
        return source

    def _row(self, scope: TenantScope, connector_id: str) -> Connection:
        """The tenant's connection; a new one has version 0 until it is sealed."""
        row = _connection(scope, connector_id)
        if row is not None:
            return row
        return Connection(
            tenant_id=scope.tenant_id,
            connector_id=connector_id,
            id=uuid4().hex,
            version=0,
            settings={},
            created_at=datetime.now(UTC),
        )

    def _sealed(self, scope: TenantScope, row: Connection, stored: Stored) -> int:
        row.version += 1
        self._put(row, stored)
        scope.session.add(row)
        return row.version

    def _put(self, row: Connection, stored: Stored) -> None:
        sealed = self._vault.seal(json.dumps(dict(stored)).encode(), *_place(row))
        row.key_id = sealed.key_id
        row.wrapped_key, row.ciphertext = sealed.wrapped_key, sealed.ciphertext

    def _opened(self, row: Connection) -> Stored:
        sealed = Sealed(row.key_id, row.wrapped_key, row.ciphertext)
        stored: Stored = json.loads(self._vault.open(sealed, *_place(row)))
        return stored


def _place(row: Connection) -> tuple[str, str, str, str]:
    return row.tenant_id, row.connector_id, row.id, str(row.version)


def _tenant(scope: TenantScope) -> None:
    if scope.query(Tenant).one_or_none() is None:
        raise TenantNotFoundError


def _integration(scope: TenantScope, connector_id: str) -> Any:
    return scope.query(TenantIntegration).filter(TenantIntegration.connector_id == connector_id)


def _locked(scope: TenantScope, connector_id: str) -> TenantIntegration | None:
    """The connector as the tenant has it; its connection is then changed by nobody else."""
    found: TenantIntegration | None = (
        _integration(scope, connector_id).with_for_update().one_or_none()
    )
    return found


def _found(scope: TenantScope, connector_id: str) -> TenantIntegration:
    found = _locked(scope, connector_id)
    if found is None:
        _tenant(scope)
        raise IntegrationNotFoundError
    return found


def _enabled(scope: TenantScope, connector_id: str) -> TenantIntegration:
    found = _locked(scope, connector_id)
    if found is None:
        _tenant(scope)
        found = TenantIntegration(
            tenant_id=scope.tenant_id,
            connector_id=connector_id,
            credential_type="none",
            created_at=datetime.now(UTC),
        )
        scope.session.add(found)
    found.is_active = True
    scope.finish()
    return found


def _connection(scope: TenantScope, connector_id: str) -> Connection | None:
    found: Connection | None = (
        scope.query(Connection).filter(Connection.connector_id == connector_id).one_or_none()
    )
    return found


def _facts(integration: TenantIntegration, row: Connection | None) -> ConnectionFacts:
    return ConnectionFacts(
        connector_id=integration.connector_id,
        is_active=integration.is_active,
        credential_type=integration.credential_type,
        settings=dict(row.settings) if row is not None else {},
        version=row.version if row is not None else 0,
        created_at=integration.created_at,
    )
