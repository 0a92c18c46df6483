"""Counters of limits in the store."""

from datetime import UTC, datetime

from sqlalchemy import insert

from connector_runtime.store import quota
from connector_runtime.store.store import Store
from connector_runtime.store.tables import Tenant
from tests.runtime.platform.deployments import Deployment


def test_a_tenant_s_counters_begin_anew_and_no_other_s(either: Deployment) -> None:
    with Store.open(either.database_url) as store:
        for tenant in ("a", "b"):
            with store.writing() as connection:
                row = {"id": tenant, "name": tenant, "plan": "free"}
                connection.execute(insert(Tenant), {**row, "created_at": datetime.now(UTC)})
            with store.scope(tenant) as scope:
                for key in ("operations", "others"):
                    assert quota.count(scope, key, 3, 1000.0, 60).used == 3
        with store.scope("a") as scope:
            assert quota.forget_all(scope) == 2
            assert quota.window(scope, "operations") == (0, 0.0)
        with store.scope("b") as scope:
            assert quota.window(scope, "operations") == (3, 1060.0)
