"""Bearer keys: made once, kept as hashes, bound to a tenant and a principal."""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from connector_runtime.errors import ActingAsDeniedError, AuthenticationFailedError
from connector_runtime.governance.absence import Absence
from connector_runtime.governance.audit import AuditService, now_utc
from connector_runtime.store.directory import Directory
from connector_runtime.store.scope import TenantScope
from connector_runtime.store.store import Store
from connector_runtime.store.tables import ActingAs, APIKey, Principal

_PREFIX = "ck"
_ID_BYTES, _SECRET_BYTES = 8, 32


@dataclass(frozen=True, slots=True)
class Identity:
    """Who sent a request."""

    tenant_id: str
    principal_id: str
    kind: str
    """``human`` or ``service``."""
    agents: frozenset[str]
    """Which agents the principal may act as."""

    def require(self, agent_id: str) -> None:
        """Raises :class:`ActingAsDeniedError` for an agent that the principal may not act as.

        The answer is the same whether there is such an agent or not.
        """
        if agent_id not in self.agents:
            raise ActingAsDeniedError


class Authentication:
    """Makes keys, and tells whose a key is."""

    def __init__(
        self, store: Store, audit: AuditService, *, now: Callable[[], datetime] = now_utc
    ) -> None:
        self._store = store
        self._absence = Absence(store, audit)
        self._directory = Directory(store)
        self._now = now

    def issue(self, tenant_id: str, principal_id: str, lifetime: timedelta | None = None) -> str:
        """A new key of a principal: ``ck_<id>_<secret>``. It is shown this once.

        Raises :class:`~connector_runtime.errors.NotFoundError` for an unknown principal.
        """
        key_id, secret = secrets.token_hex(_ID_BYTES), secrets.token_urlsafe(_SECRET_BYTES)
        now = self._now()
        with self._store.view(tenant_id) as scope:
            principal = scope.session.get(Principal, principal_id)
        if principal is None:
            raise self._absence.error(tenant_id, Principal, principal_id, "Principal not found")
        with self._store.scope(tenant_id) as scope:
            scope.session.add(
                APIKey(
                    id=key_id,
                    tenant_id=tenant_id,
                    principal_id=principal_id,
                    secret_hash=_hashed(secret),
                    created_at=now,
                    expires_at=None if lifetime is None else now + lifetime,
                )
            )
        return f"{_PREFIX}_{key_id}_{secret}"

    def revoke(self, tenant_id: str, key_id: str) -> None:
        """Let a key end, by its public half. Raises
        :class:`~connector_runtime.errors.NotFoundError`."""
        with self._store.scope(tenant_id) as scope:
            key = scope.session.get(APIKey, key_id)
            if key is not None:
                key.revoked_at = key.revoked_at or self._now()
        if key is None:
            raise self._absence.error(tenant_id, APIKey, key_id, "Key not found")

    def identity(self, key: str) -> Identity:
        """Whose key it is. Raises :class:`AuthenticationFailedError`, which never says why."""
        prefix, _, rest = key.partition("_")
        key_id, _, secret = rest.partition("_")
        found = self._directory.key(key_id) if prefix == _PREFIX and key_id and secret else None
        # Compared also where there is no such key: the time tells nothing.
        expected = found.secret_hash if found is not None else _hashed("")
        if not hmac.compare_digest(_hashed(secret), expected) or found is None:
            raise AuthenticationFailedError
        if found.revoked_at is not None or self._is_over(found):
            raise AuthenticationFailedError
        with self._store.view(found.tenant_id) as scope:
            return _identity(scope, found.principal_id)

    def _is_over(self, key: APIKey) -> bool:
        return key.expires_at is not None and key.expires_at <= self._now()


def _identity(scope: TenantScope, principal_id: str) -> Identity:
    principal = scope.session.get(Principal, principal_id)
    if principal is None:
        raise AuthenticationFailedError
    agents = scope.session.scalars(
        select(ActingAs.agent_id).where(ActingAs.principal_id == principal_id)
    )
    return Identity(scope.tenant_id, principal_id, principal.kind, frozenset(agents))


def _hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
