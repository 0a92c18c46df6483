"""A session finds its own tenant's rows only, whatever it is asked; the rest is refused."""

import ast
from collections.abc import Callable, Generator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, exists, func, insert, select, text, union_all, update
from sqlalchemy.orm import aliased

import connector_runtime
from connector_runtime import TenantIntegration
from connector_runtime.store.scope import ScopeError, TenantScope
from connector_runtime.store.store import Store
from connector_runtime.store.tables import Agent, Tenant, plain

NOW = datetime(2026, 3, 28, 10, tzinfo=UTC)


def agent(tenant: str, id: str) -> Agent:
    return Agent(id=id, tenant_id=tenant, name=id, status="intern", created_at=NOW)


@pytest.fixture
def store(sqlite_url: str) -> Generator[Store]:
    """The tenants ``a`` and ``b``, each with an agent and a connector."""
    with Store.open(sqlite_url) as store:
        for tenant in ("a", "b"):
            with store.writing() as connection:
                row = {"id": tenant, "name": tenant, "plan": "free", "created_at": NOW}
                connection.execute(insert(Tenant), row)
            with store.scope(tenant) as scope:
                scope.session.add(agent(tenant, f"{tenant}-1"))
                scope.session.add(
                    TenantIntegration(
                        tenant_id=tenant,
                        connector_id="slack",
                        credential_type="bearer",
                        created_at=NOW,
                    )
                )
        yield store


def test_the_guides_query(store: Store) -> None:
    with store.view("a") as db:
        for tenant_id, found in (("a", True), ("b", False)):
            integration = (
                db.query(TenantIntegration)
                .filter(
                    TenantIntegration.tenant_id == tenant_id,
                    TenantIntegration.connector_id == "slack",
                    TenantIntegration.is_active == True,  # noqa: E712  # as the guide has it
                )
                .first()
            )
            assert (integration is not None) == found


_other = aliased(Agent)
QUESTIONS: dict[str, Any] = {
    "entity": select(Agent.id),
    "two entities": select(Agent.id).join(Tenant, Tenant.id == Agent.tenant_id),
    "alias": select(_other.id),
    "subquery": select(select(Agent.id).subquery().c.id),
    "cte": select(select(Agent.id).cte().c.id),
    "in a subquery": select(Agent.id).where(Agent.id.in_(select(_other.id))),
    "exists": select(Tenant.id).where(exists().where(Agent.id == "b-1")),
    "tenants": select(Tenant.id),
    "of another tenant": select(Agent.id).where(Agent.tenant_id == "b"),
    "or": select(Agent.id).where((Agent.tenant_id == "b") | (Agent.tenant_id == "a")),
    "group": select(func.max(Agent.id)),
    "union": union_all(select(Agent.id), select(_other.id)),
    "as another": select(Agent).from_statement(text("SELECT * FROM agents")),
    "as a union": select(Agent).from_statement(union_all(select(Agent), select(_other))),
}


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS.keys())
def test_no_question_finds_another_tenants_row(store: Store, question: Any) -> None:
    with store.view("a") as scope:
        try:
            found = [row for (row,) in scope.session.execute(question)]
        except ScopeError:
            return
        ids = {getattr(row, "id", row) for row in found}
    assert ids <= {"a", "a-1", None}


def test_a_row_is_not_found_by_its_key(store: Store) -> None:
    with store.view("a") as scope:
        assert scope.session.get(Agent, "b-1") is None
        assert scope.session.get(Agent, "a-1") is not None
        assert scope.session.get(TenantIntegration, ("b", "slack")) is None
        assert scope.query(Agent).filter_by(id="b-1").count() == 0


STATEMENTS: dict[str, Callable[[TenantScope], Any]] = {
    "orm update": lambda scope: scope.session.execute(update(Agent).values(status="autonomous")),
    "orm delete": lambda scope: scope.session.execute(delete(Agent)),
    "query update": lambda scope: scope.query(Agent).update({"status": "autonomous"}),
    "query delete": lambda scope: scope.query(Agent).delete(),
    "orm insert": lambda scope: scope.session.execute(
        insert(Agent).values(id="x", tenant_id="b", name="x", status="x", created_at=NOW)
    ),
    "core select": lambda scope: scope.session.execute(select(plain(Agent))),
    "core delete": lambda scope: scope.session.execute(delete(plain(Agent))),
    "text": lambda scope: scope.session.execute(text("SELECT * FROM agents")),
    "scalars": lambda scope: scope.session.scalars(text("SELECT id FROM agents")).all(),
    "text as entity": lambda scope: scope.session.scalars(
        select(Agent).from_statement(text("SELECT * FROM agents"))
    ).all(),
    "connection": lambda scope: scope.session.connection().execute(text("SELECT 1")),
    "bulk save": lambda scope: scope.session.bulk_save_objects([agent("b", "x")]),
    "bulk insert": lambda scope: scope.session.bulk_insert_mappings(
        Agent.__mapper__,
        [{"id": "x", "tenant_id": "b", "name": "x", "status": "x", "created_at": NOW}],
    ),
    "bulk update": lambda scope: scope.session.bulk_update_mappings(
        Agent.__mapper__, [{"id": "b-1", "status": "autonomous"}]
    ),
    "add": lambda scope: scope.session.add(agent("b", "x")),
    "merge": lambda scope: scope.session.merge(agent("b", "b-1")),
}


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS.keys())
def test_statements_that_could_reach_further_are_refused(
    store: Store, statement: Callable[[TenantScope], Any]
) -> None:
    with pytest.raises(ScopeError), store.scope("a") as scope:
        statement(scope)
    for tenant in ("a", "b"):
        with store.view(tenant) as scope:
            (row,) = scope.session.scalars(select(Agent))
            assert (row.id, row.status) == (f"{tenant}-1", "intern")


def test_a_row_cannot_be_given_away(store: Store) -> None:
    def give_away(scope: TenantScope) -> None:
        row = scope.session.get(Agent, "a-1")
        assert row is not None
        row.tenant_id = "b"

    with pytest.raises(ScopeError), store.scope("a") as scope:
        give_away(scope)


def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    def fail(scope: TenantScope) -> None:
        scope.session.add(agent("a", "a-2"))
        scope.finish()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), store.scope("a") as scope:
        fail(scope)
    with store.view("a") as scope:
        assert scope.session.get(Agent, "a-2") is None


def test_only_the_store_opens_sessions_and_connections() -> None:
    """``Session(…)``, ``create_engine(…)``, ``….connect()`` and ``….begin()`` elsewhere would be a
    way around the scope. The engine of workflows has a database of its own."""
    package = Path(connector_runtime.__file__).parent
    found = {
        str(file.relative_to(package))
        for file in package.rglob("*.py")
        if file.parts[len(package.parts)] in _PLATFORM
        for node in ast.walk(ast.parse(file.read_bytes()))
        if isinstance(node, ast.Call) and _opens(node.func)
    }
    assert {name.split("/")[0] for name in found} == {"store", "workflows"}
    assert {name for name in found if name.startswith("workflows/")} <= _OWN_DATABASE


_PLATFORM = (
    *("store", "connectors", "governance", "execution", "workflows", "platform"),
    *("server", "cli"),
)
_OWN_DATABASE = {"workflows/ownership.py", "workflows/system_database.py"}


def _opens(function: ast.expr) -> bool:
    if isinstance(function, ast.Name):
        return function.id in ("Session", "sessionmaker", "create_engine")
    if not isinstance(function, ast.Attribute):
        return False
    # ``self.begin`` and the workflow engine's begin a run, not a transaction.
    is_run = ast.unparse(function) in ("self.begin", "self._engine.begin", "self._signals.begin")
    return function.attr in ("connect", "begin") and not is_run
