"""What is not there, and what is another tenant's: the answer is the same, the second is audited."""

from connector_runtime.errors import NotFoundError, TenantNotFoundError
from connector_runtime.governance.audit import AuditService, Entry
from connector_runtime.store.directory import Directory, Owned
from connector_runtime.store.store import Store


class Absence:
    """Answers for ids that a tenant does not have."""

    def __init__(self, store: Store, audit: AuditService) -> None:
        self._directory = Directory(store)
        self._audit = audit

    def error(self, tenant_id: str, table: Owned, id: str, text: str) -> NotFoundError:
        """The error for an id; another tenant's is written to the trail of who asked.

        Not to be asked within a transaction: it writes in one of its own.
        """
        if self._directory.tenant(tenant_id) is None:
            # It has no trail, either.
            return TenantNotFoundError()
        if self._directory.owner(table, id) not in (None, tenant_id):
            self._audit.record(tenant_id, _attempt(id))
        return NotFoundError(text)


def _attempt(id: str) -> Entry:
    return Entry(
        agent_id="",
        connector_id="",
        operation_name="",
        kind="event",
        outcome="blocked",
        reason="CROSS_TENANT_ACCESS_DENIED",
        details={"id": id[:200]},
    )
