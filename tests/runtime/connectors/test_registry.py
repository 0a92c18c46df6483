"""Services per tenant: whose credentials they carry, how long they are kept, what is noticed."""

import asyncio
import threading
import time
from pathlib import Path
from typing import Any

import httpx
import pytest

from connector_runtime.client.errors import ConfigurationError
from connector_runtime.client.options import ClientSettings
from connector_runtime.connectors.catalogue import Catalogue
from connector_runtime.connectors.registry import NOTICED_WITHIN, IntegrationRegistry
from connector_runtime.errors import (
    CredentialsMissingError,
    IntegrationNotFoundError,
    NotFoundError,
    StoreUnavailableError,
)
from connector_runtime.store.store import Store
from tests.runtime.connectors.platforms import (
    MY_INTEGRATION,
    Hands,
    Recording,
    open_registry,
    write_service,
)

_CONTEXT = {"idempotency_key": "", "deadline": 10.0}


class Wires:
    """A transport that remembers for each tenant, as the registry's ``client_settings``."""

    def __init__(self, answer: Any) -> None:
        self.answer = answer
        self.of: dict[tuple[str, str], list[Recording]] = {}

    def __call__(self, connector_id: str, tenant_id: str) -> ClientSettings:
        made = Recording(self.answer)
        self.of.setdefault((connector_id, tenant_id), []).append(made)
        return {"transport": made}

    def sent(self, connector_id: str, tenant_id: str) -> list[httpx.Request]:
        return [request for each in self.of[connector_id, tenant_id] for request in each.requests]


async def _channels(registry: IntegrationRegistry, tenant_id: str) -> None:
    service = await registry.get_service_instance("slack", tenant_id)
    await service.execute_operation("get_channels", {}, _CONTEXT)


def test_two_tenants_never_share_a_service(any_store: Store) -> None:
    wires = Wires({"ok": True, "channels": []})

    async def main() -> None:
        async with open_registry(any_store, client_settings=wires) as registry:
            for tenant_id in ("a", "b"):
                registry.connections.set_credentials(
                    tenant_id, "slack", "bearer", {"token": f"xoxb-{tenant_id}"}
                )
            found = await asyncio.gather(
                *(registry.get_service_instance("slack", each) for each in "abab")
            )
            await asyncio.gather(*(_channels(registry, each) for each in "abba"))
            assert len({id(each) for each in found}) == 2
            assert found[0] is found[2]
            assert found[0] is not found[1]

    asyncio.run(main())
    for tenant_id in ("a", "b"):
        sent = wires.sent("slack", tenant_id)
        assert [each.headers["authorization"] for each in sent] == [f"Bearer xoxb-{tenant_id}"] * 2


def test_no_credentials_of_the_environment_or_of_another_tenant(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-of-the-platform")

    async def main() -> None:
        async with open_registry(store) as registry:
            registry.connections.set_credentials("b", "slack", "bearer", {"token": "of-b"})
            registry.connections.enable("a", "slack")
            with pytest.raises(CredentialsMissingError) as caught:
                await registry.get_service_instance("slack", "a")
            assert caught.value.details == {
                "connector_id": "slack",
                "set": [{"scheme": "bot_token", "kind": "bearer"}],
                "command": "connectors admin connection set slack",
            }

    asyncio.run(main())


def test_the_environment_counts_in_development(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-mine")
    wires = Wires({"ok": True, "channels": []})

    async def main() -> None:
        settings: Any = {"allow_environment": True, "client_settings": wires}
        async with open_registry(store, **settings) as registry:
            registry.connections.enable("a", "slack")
            await _channels(registry, "a")
            registry.connections.set_credentials("b", "slack", "bearer", {"token": "of-b"})
            await _channels(registry, "b")
            monkeypatch.delenv("SLACK_BOT_TOKEN")
            await registry.invalidate("a", "slack")
            with pytest.raises(CredentialsMissingError):
                await _channels(registry, "a")

    asyncio.run(main())
    assert wires.sent("slack", "a")[0].headers["authorization"] == "Bearer xoxb-mine"
    assert wires.sent("slack", "b")[0].headers["authorization"] == "Bearer of-b"


def test_client_parameters_are_the_tenants_own(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_ORG_ID", "org-of-the-platform")
    wires = Wires({"object": "list", "data": []})

    async def main() -> None:
        async with open_registry(store, client_settings=wires) as registry:
            for tenant_id in ("a", "b"):
                registry.connections.set_credentials(tenant_id, "openai", "api_key", {"key": "sk"})
            registry.connections.set_settings(
                "a", "openai", {"organization": "org-a", "project": "proj-a"}
            )
            of_a = await registry.get_service_instance("openai", "a")
            await of_a.execute_operation("list_models", {}, _CONTEXT)
            of_b = await registry.get_service_instance("openai", "b")
            await of_b.execute_operation("list_models", {}, _CONTEXT)

    asyncio.run(main())
    (sent,) = wires.sent("openai", "a")
    assert sent.headers["openai-organization"] == "org-a"
    assert all("openai-organization" not in each.headers for each in wires.sent("openai", "b"))


def test_a_server_that_names_an_account_needs_it_set(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SALESFORCE_INSTANCE", "platform")
    wires = Wires({"id": "001"})

    async def main() -> None:
        async with open_registry(store, client_settings=wires) as registry:
            registry.connections.set_credentials("a", "salesforce", "bearer", {"token": "t"})
            with pytest.raises(ConfigurationError, match="lacks the setting instance"):
                await registry.get_service_instance("salesforce", "a")
            registry.connections.set_settings("a", "salesforce", {"instance": "acme"})
            service = await registry.get_service_instance("salesforce", "a")
            await service.execute_operation("get_account", {"id": "001xx0000000003"}, _CONTEXT)

    asyncio.run(main())
    (sent,) = wires.sent("salesforce", "a")
    assert sent.url.host == "acme.my.salesforce.com"


def test_unknown_disabled_and_foreign_are_the_same_refusal(store: Store) -> None:
    async def main() -> None:
        registry = open_registry(store)
        registry.connections.enable("b", "petstore")
        registry.connections.enable("a", "slack")
        registry.connections.disable("a", "slack")
        for connector_id in ("petstore", "slack", "no_such", "../slack", ""):
            with pytest.raises(IntegrationNotFoundError, match="not found or not configured"):
                await registry.get_service_instance(connector_id, "a")
        with pytest.raises(NotFoundError, match="Tenant not found"):
            await registry.get_service_instance("slack", "nobody")

    asyncio.run(main())


def test_what_another_process_changed_is_noticed(store: Store) -> None:
    clock, wires = Hands(), Wires({"ok": True, "channels": []})

    async def main() -> None:
        other = open_registry(store).connections
        async with open_registry(store, monotonic=clock, client_settings=wires) as registry:
            other.set_credentials("a", "slack", "bearer", {"token": "one"})
            first = await registry.get_service_instance("slack", "a")
            await _channels(registry, "a")
            other.set_credentials("a", "slack", "bearer", {"token": "two"})
            assert await registry.get_service_instance("slack", "a") is first
            clock.now += NOTICED_WITHIN
            await _channels(registry, "a")
            clock.now += NOTICED_WITHIN
            second = await registry.get_service_instance("slack", "a")
            assert second is not first
            clock.now += NOTICED_WITHIN
            assert await registry.get_service_instance("slack", "a") is second
            other.disable("a", "slack")
            clock.now += NOTICED_WITHIN
            with pytest.raises(IntegrationNotFoundError):
                await registry.get_service_instance("slack", "a")
            assert len(registry) == 0

    asyncio.run(main())
    tokens = [each.headers["authorization"] for each in wires.sent("slack", "a")]
    assert tokens == ["Bearer one", "Bearer two"]
    assert [each.closed for each in wires.of["slack", "a"]] == [1, 1]


def test_a_change_here_is_noticed_at_once(store: Store) -> None:
    async def main() -> None:
        async with open_registry(store) as registry:
            registry.connections.set_credentials("a", "slack", "bearer", {"token": "one"})
            first = await registry.get_service_instance("slack", "a")
            registry.connections.disable("a", "slack")
            await registry.invalidate("a", "slack")
            with pytest.raises(IntegrationNotFoundError):
                await registry.get_service_instance("slack", "a")
            registry.connections.enable("a", "slack")
            assert await registry.get_service_instance("slack", "a") is not first

    asyncio.run(main())


def test_a_bounded_number_is_kept_and_the_rest_closed(store: Store) -> None:
    wires = Wires({"ok": True, "channels": [], "object": "list", "data": []})
    names = ("slack", "stripe", "petstore")

    async def main() -> None:
        async with open_registry(store, per_tenant=2, client_settings=wires) as registry:
            for tenant_id in ("a", "b"):
                for name in names:
                    registry.connections.set_credentials(tenant_id, name, "api_key", {"key": "k"})
            await _channels(registry, "b")
            await _channels(registry, "a")
            stripe = await registry.get_service_instance("stripe", "a")
            await stripe.execute_operation("list_charges", {}, _CONTEXT)
            await registry.get_service_instance("slack", "a")
            await registry.get_service_instance("petstore", "a")
            assert len(registry) == 3
            assert await registry.get_service_instance("slack", "a")
            assert await registry.get_service_instance("stripe", "a") is not stripe

    asyncio.run(main())
    assert [each.closed for each in wires.of["stripe", "a"]] == [1, 0]
    assert len(wires.of["slack", "a"]) == 1
    assert len(wires.of["slack", "b"]) == 1


def test_a_hundred_at_once_get_one_service(store: Store) -> None:
    async def main() -> None:
        async with open_registry(store) as registry:
            registry.connections.set_credentials("a", "slack", "bearer", {"token": "t"})
            found = await asyncio.gather(
                *(registry.get_service_instance("slack", "a") for _ in range(100))
            )
            assert len(registry) == 1
            kept = await registry.get_service_instance("slack", "a")
            assert all(each is kept for each in found)

    asyncio.run(main())


def test_event_loops_have_their_own_services(store: Store) -> None:
    registry = open_registry(store)
    registry.connections.set_credentials("a", "slack", "bearer", {"token": "t"})

    async def once() -> Any:
        return await registry.get_service_instance("slack", "a")

    first, second = asyncio.run(once()), asyncio.run(once())
    assert first is not second
    asyncio.run(registry.aclose())
    assert len(registry) == 0


def test_closing_reaches_the_loops_of_other_threads(store: Store) -> None:
    wires = Wires({"ok": True, "channels": []})
    registry = open_registry(store, client_settings=wires)
    registry.connections.set_credentials("a", "slack", "bearer", {"token": "t"})
    used, done = threading.Event(), threading.Event()

    async def elsewhere() -> None:
        await _channels(registry, "a")
        used.set()
        while wires.of["slack", "a"][0].closed == 0:
            await asyncio.sleep(0.005)
        done.set()

    thread = threading.Thread(target=lambda: asyncio.run(elsewhere()))
    thread.start()
    assert used.wait(10)
    asyncio.run(registry.aclose())
    assert done.wait(10)
    thread.join(10)


def test_mocks_are_shared_within_a_tenant_only(store: Store) -> None:
    registry = open_registry(store, per_tenant=1)
    for tenant_id in ("a", "b"):
        registry.connections.set_settings(tenant_id, "stripe", {"mock": True})
        registry.connections.set_settings(tenant_id, "slack", {"mock": True})

    async def make() -> None:
        service = await registry.get_service_instance("stripe", "a")
        await service.execute_operation("create_customer", {"email": "ada@x.example"}, _CONTEXT)
        await registry.get_service_instance("slack", "a")

    async def emails(tenant_id: str) -> list[str]:
        async with registry:
            service = await registry.get_service_instance("stripe", tenant_id)
            listed = await service.execute_operation("list_customers", {}, _CONTEXT)
            return [each.get("email") for each in listed["data"]]

    asyncio.run(make())
    assert "ada@x.example" in asyncio.run(emails("a"))
    assert "ada@x.example" not in asyncio.run(emails("b"))
    vendor = registry.mock_of("stripe", "a")
    assert vendor is not None
    vendor.assert_called("create_customer", times=1)
    assert registry.mock_of("stripe", "nobody") is None


def test_a_replaced_refresh_token_survives_the_process(store: Store) -> None:
    tokens = iter(["second", "third"])

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/services/oauth2/token":
            granted = {"access_token": "at", "expires_in": 3600, "refresh_token": next(tokens)}
            return httpx.Response(200, json=granted)
        return httpx.Response(200, json={"id": "001"})

    transport = httpx.MockTransport(answer)

    async def main() -> None:
        settings: Any = {"client_settings": lambda *_: {"transport": transport}}
        async with open_registry(store, **settings) as registry:
            grant = {"client_id": "i", "client_secret": "s", "refresh_token": "first"}
            registry.connections.set_credentials("a", "salesforce", "oauth2", grant)
            registry.connections.set_settings("a", "salesforce", {"instance": "acme"})
            service = await registry.get_service_instance("salesforce", "a")
            await service.execute_operation("get_account", {"id": "001xx0000000003"}, _CONTEXT)
            linked = registry.connections.linked("a", "salesforce")
            assert linked.credentials["refresh_token"] == "second"
            assert await registry.get_service_instance("salesforce", "a") is service

    asyncio.run(main())


def test_a_database_that_does_not_answer_is_no_permission(tmp_path: Path) -> None:
    store = Store.open(f"sqlite:///{tmp_path}/connectors.db")
    registry = open_registry(store)
    store.close()
    (tmp_path / "connectors.db").unlink()
    (tmp_path / "connectors.db").mkdir()

    with pytest.raises(StoreUnavailableError):
        asyncio.run(registry.get_service_instance("slack", "a"))


def test_generated_packages_of_a_folder_can_be_called(tmp_path: Path, store: Store) -> None:
    generated = Path(__file__).parents[3] / "generated"
    catalogue = Catalogue.found(namespaces=(), folders=[generated], installed=False)

    async def main() -> None:
        async with open_registry(store, catalogue) as registry:
            registry.connections.set_settings("a", "petstore", {"mock": True})
            service = await registry.get_service_instance("petstore", "a")
            pet = await service.execute_operation("create_pet", {"name": "Rex"}, _CONTEXT)
            assert pet["name"] == "Rex"

    asyncio.run(main())


def test_custom_services_are_per_tenant(store: Store, tmp_path: Path) -> None:
    write_service(tmp_path, "my_integration", MY_INTEGRATION)
    catalogue = Catalogue.found(namespaces=(), integrations=[tmp_path], installed=False)

    async def main() -> None:
        async with open_registry(store, catalogue) as registry:
            for tenant_id in ("a", "b"):
                registry.connections.enable(tenant_id, "my_integration")
            of_a: Any = await registry.get_service_instance("my_integration", "a")
            of_b = await registry.get_service_instance("my_integration", "b")
            assert of_a is not of_b
            assert of_a.credentials is None

    asyncio.run(main())


def test_a_kept_service_costs_next_to_nothing(store: Store) -> None:
    async def main() -> float:
        async with open_registry(store) as registry:
            registry.connections.set_credentials("a", "slack", "bearer", {"token": "t"})
            await registry.get_service_instance("slack", "a")
            before = time.process_time()
            for _ in range(2_000):
                await registry.get_service_instance("slack", "a")
            return (time.process_time() - before) / 2_000

    assert asyncio.run(main()) < 20e-6
