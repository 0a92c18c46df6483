"""The platform: every part made once, and put together here and nowhere else."""

import asyncio
from types import TracebackType
from typing import Any, Self

from connector_runtime.connectors.catalogue import Catalogue
from connector_runtime.connectors.connections import Connections
from connector_runtime.connectors.keys import KeyRing
from connector_runtime.connectors.registry import IntegrationRegistry
from connector_runtime.connectors.vault import Vault
from connector_runtime.execution.books import Books
from connector_runtime.execution.executor import Executor
from connector_runtime.execution.gate import Gate
from connector_runtime.execution.outcomes import Outcomes
from connector_runtime.execution.proposal_service import ProposalService
from connector_runtime.governance.agents import Agents
from connector_runtime.governance.audit import AuditService
from connector_runtime.governance.authentication import Authentication
from connector_runtime.governance.membership import Membership
from connector_runtime.governance.proposals import Proposals
from connector_runtime.governance.quotas import AbuseProtectionService
from connector_runtime.governance.service import AgentGovernanceService
from connector_runtime.platform.settings import PlatformSettings
from connector_runtime.store.store import Store
from connector_runtime.workflows.engine import WorkflowEngine
from connector_runtime.workflows.records import RunRecords
from connector_runtime.workflows.workflows import Workflows


class Platform:
    """Connectors under governance, on one database. Use it as an asynchronous context manager, or
    :meth:`aclose` it."""

    def __init__(self, settings: PlatformSettings, store: Store, vault: Vault) -> None:
        self.store = store
        self.catalogue = Catalogue.found(
            namespaces=settings.namespaces,
            folders=settings.folders,
            integrations=settings.integrations,
        )
        self.registry = IntegrationRegistry(
            self.catalogue,
            store,
            vault,
            allow_environment=settings.single_tenant,
            client_settings=settings.client_settings,
        )
        self.audit = AuditService(store, vault.audit_key())
        self.quotas = AbuseProtectionService()
        self.authentication = Authentication(store, self.audit)
        agents = Agents(store)
        self.membership = Membership(store, self.audit, agents)
        self.governance = AgentGovernanceService(agents, self.catalogue, settings.policies)
        proposals = Proposals(store, self.audit, vault, lifetime=settings.proposal_lifetime)
        books = Books(
            store,
            self.audit,
            proposals,
            self.quotas,
            vault,
            tuple(settings.policies),
            settings.pending_proposals,
        )
        self._outcomes = Outcomes(books)
        self.executor = Executor(store, self.registry, agents, Gate(books), self._outcomes)
        records = RunRecords(store, vault, self.executor, proposals)
        engine = WorkflowEngine.start(settings.engine_url, records, vault)
        self.workflows = Workflows(store, self.audit, agents, records, engine)
        self.proposals = ProposalService(store, proposals, self.executor, self.workflows.told)

    @classmethod
    def open(cls, settings: PlatformSettings | None = None, **given: Any) -> Self:
        """Open a platform, with ``settings`` or those of the environment; ``given`` fields of
        :class:`PlatformSettings` win over the latter.

        A new database gets its tables. Outcomes that a process before could not write are written as
        unknown. Raises :class:`~connector_runtime.errors.StoreUnusableError` and
        :class:`~connector_runtime.errors.StoreUnavailableError`.
        """
        settings = settings or PlatformSettings.from_environment(**given)
        ring = settings.keys or KeyRing.open(settings.database_url)
        store = Store.open(settings.database_url)
        try:
            vault = Vault(ring)
            vault.check(store)
            platform = cls(settings, store, vault)
            platform.settle_lost_calls()
        except BaseException:
            store.close()
            raise
        return platform

    @property
    def connections(self) -> Connections:
        """Which connectors tenants have enabled, and their credentials."""
        return self.registry.connections

    def settle_lost_calls(self) -> int:
        """Write the outcomes of calls that nobody will write any more as unknown; how many."""
        return self._outcomes.abandon_lost()

    async def aclose(self) -> None:
        """Let what is being run end, and close everything."""
        await self.workflows.stop()
        await self.registry.aclose()
        await asyncio.to_thread(self.store.close)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()
