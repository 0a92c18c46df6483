"""Agents, as decisions need them; kept for some seconds, since they are asked for at every call."""

import time
from collections.abc import Callable
from typing import NamedTuple

from connector_runtime.errors import (
    CrossTenantAccessDeniedError,
    NotFoundError,
    TenantNotFoundError,
)
from connector_runtime.governance.decisions import AgentFacts
from connector_runtime.store.directory import Directory
from connector_runtime.store.standing import Standing, standing_of
from connector_runtime.store.store import Store
from connector_runtime.store.tables import Agent

_KEPT = 5.0
"""Seconds. Only :meth:`Agents.facts` may be that old: an execution looks again."""
_MOST = 10_000


class _Kept(NamedTuple):
    facts: AgentFacts
    until: float


class Agents:
    """Looks agents up, and tells those of another tenant from those that there are not."""

    def __init__(self, store: Store, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._directory = Directory(store)
        self._clock = clock
        self._kept: dict[tuple[str, str], _Kept] = {}

    def facts(self, tenant_id: str, agent_id: str) -> AgentFacts:
        """An agent of the tenant, at most 5 seconds old.

        Raises :class:`CrossTenantAccessDeniedError` for an agent of another tenant, and
        :class:`NotFoundError` for an unknown tenant or agent.
        """
        facts = self.kept(tenant_id, agent_id)
        if facts is not None:
            return facts
        facts = self._read(tenant_id, agent_id)
        if len(self._kept) >= _MOST:
            self._kept.clear()
        self._kept[tenant_id, agent_id] = _Kept(facts, self._clock() + _KEPT)
        return facts

    def kept(self, tenant_id: str, agent_id: str) -> AgentFacts | None:
        """What :meth:`facts` would answer without asking the database."""
        kept = self._kept.get((tenant_id, agent_id))
        return kept.facts if kept is not None and self._clock() < kept.until else None

    def forget(self, tenant_id: str, agent_id: str) -> None:
        """The agent was changed: look again."""
        self._kept.pop((tenant_id, agent_id), None)

    def _read(self, tenant_id: str, agent_id: str) -> AgentFacts:
        with self._store.view(tenant_id) as scope:
            standing = standing_of(scope, agent_id)
        if standing is not None:
            return facts_of(standing)
        if self._directory.tenant(tenant_id) is None:
            raise TenantNotFoundError
        if self._directory.owner(Agent, agent_id) is not None:
            raise CrossTenantAccessDeniedError
        raise NotFoundError("Agent not found")


def facts_of(standing: Standing) -> AgentFacts:
    """An agent as decisions need it."""
    return AgentFacts(
        standing.agent_id,
        standing.tenant_id,
        standing.maturity.lower(),
        standing.state,
        standing.version,
    )
