"""What tenants set for their connectors, and what becomes of it."""

import pickle
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import select, update

from connector_runtime.connectors.catalogue import Catalogue
from connector_runtime.connectors.connections import Connections
from connector_runtime.connectors.keys import KeyRing
from connector_runtime.connectors.vault import SealBrokenError, Vault
from connector_runtime.errors import ArgumentsInvalidError, IntegrationNotFoundError, NotFoundError
from connector_runtime.store.store import Store
from connector_runtime.store.tables import Connection

_SECRET = "xoxb-0123456789-secret"


def _connections(store: Store, catalogue: Catalogue | None = None) -> Connections:
    vault = Vault(KeyRing([bytes(range(32))]))
    return Connections(store, catalogue or Catalogue.found(installed=False), vault)


def test_credentials_are_set_replaced_and_removed(any_store: Store) -> None:
    connections = _connections(any_store)

    assert connections.set_credentials("a", "slack", "bearer", {"token": _SECRET}) == 1
    first = connections.linked("a", "slack")
    assert connections.set_credentials("a", "slack", "bearer", {"token": "xoxb-new"}) == 2
    second = connections.linked("a", "slack")
    assert (first.credentials["token"], second.credentials["token"]) == (_SECRET, "xoxb-new")
    assert first.mark != second.mark

    assert connections.set_settings("a", "slack", {"base_url": "https://slack.example"}) == 3
    third = connections.linked("a", "slack")
    assert third.credentials["token"] == "xoxb-new"
    assert third.settings == {"base_url": "https://slack.example"}

    connections.remove_credentials("a", "slack")
    (listed,) = connections.list("a")
    assert (listed.credential_type, listed.version) == ("none", 4)
    assert listed.settings == {"base_url": "https://slack.example"}
    with any_store.view("a") as scope:
        assert connections.credentials_for(scope, "slack") is None


def test_nothing_that_is_kept_or_listed_is_in_the_clear(store: Store) -> None:
    connections = _connections(store)
    connections.set_credentials("a", "slack", "bearer", {"token": _SECRET})

    with store.reading() as connection:
        row = connection.execute(select(Connection.__table__)).one()
    assert _SECRET not in repr(row)
    assert _SECRET.encode() not in row.ciphertext
    assert _SECRET not in repr(connections.list("a"))
    linked = connections.linked("a", "slack")
    assert repr(linked) == "Linked(...)"
    with pytest.raises(TypeError, match="holds secrets"):
        pickle.dumps(linked)


def test_each_tenant_has_its_own(any_store: Store) -> None:
    connections = _connections(any_store)
    connections.set_credentials("a", "slack", "bearer", {"token": "of-a"})
    connections.set_credentials("b", "slack", "bearer", {"token": "of-b"})

    assert connections.linked("a", "slack").credentials["token"] == "of-a"
    assert connections.linked("b", "slack").credentials["token"] == "of-b"
    connections.disable("a", "slack")
    with pytest.raises(IntegrationNotFoundError):
        connections.linked("a", "slack")
    assert connections.linked("b", "slack").credentials["token"] == "of-b"
    with any_store.view("b") as scope:
        assert connections.credentials_for(scope, "slack") == {"type": "bearer", "token": "of-b"}
        assert connections.credentials_for(scope, "stripe") is None


def test_a_row_moved_to_another_tenant_does_not_open(any_store: Store) -> None:
    connections = _connections(any_store)
    connections.set_credentials("a", "slack", "bearer", {"token": "of-a"})
    connections.set_credentials("b", "slack", "bearer", {"token": "of-b"})
    with any_store.writing() as connection:
        row = connection.execute(
            select(Connection.__table__).where(Connection.tenant_id == "b")
        ).one()
        connection.execute(
            update(Connection)
            .where(Connection.tenant_id == "a")
            .values(wrapped_key=row.wrapped_key, ciphertext=row.ciphertext, id=row.id)
        )

    with pytest.raises(SealBrokenError):
        connections.linked("a", "slack")
    with any_store.view("a") as scope, pytest.raises(SealBrokenError):
        connections.credentials_for(scope, "slack")
    assert connections.linked("b", "slack").credentials["token"] == "of-b"


def test_an_older_version_put_back_does_not_open(store: Store) -> None:
    connections = _connections(store)
    connections.set_credentials("a", "slack", "bearer", {"token": "first"})
    with store.reading() as connection:
        old = connection.execute(select(Connection.__table__)).one()
    connections.set_credentials("a", "slack", "bearer", {"token": "second"})
    with store.writing() as connection:
        connection.execute(
            update(Connection).values(wrapped_key=old.wrapped_key, ciphertext=old.ciphertext)
        )

    with pytest.raises(SealBrokenError):
        connections.linked("a", "slack")


def test_enable_and_disable_keep_what_was_set(store: Store) -> None:
    connections = _connections(store)
    connections.enable("a", "slack")
    assert [each.is_active for each in connections.list("a")] == [True]
    connections.set_credentials("a", "slack", "bearer", {"token": "t"})
    connections.disable("a", "slack")
    assert [each.is_active for each in connections.list("a")] == [False]
    connections.enable("a", "slack")
    assert connections.linked("a", "slack").credentials["token"] == "t"


@pytest.mark.parametrize("verb", ["disable", "linked", "remove_credentials"])
def test_what_was_never_enabled_is_not_found(store: Store, verb: str) -> None:
    connections = _connections(store)
    connections.enable("b", "slack")

    with pytest.raises(IntegrationNotFoundError):
        getattr(connections, verb)("a", "slack")


def test_unknown_tenants_and_connectors(store: Store) -> None:
    connections = _connections(store)

    for call in (connections.enable, connections.disable, connections.linked):
        with pytest.raises(NotFoundError, match="Tenant not found"):
            call("nobody", "slack")
    with pytest.raises(NotFoundError, match="Tenant not found"):
        connections.list("nobody")
    with pytest.raises(NotFoundError, match="Tenant not found"):
        connections.set_credentials("nobody", "slack", "bearer", {"token": "t"})
    with pytest.raises(IntegrationNotFoundError):
        connections.enable("a", "no_such")
    assert connections.list("a") == ()


@pytest.mark.parametrize(
    ("connector_id", "credential_type", "values"),
    [
        ("slack", "bearer", {"token": "t"}),
        ("slack", "api_key", {"key": "t"}),
        ("petstore", "api_key", {"key": "t"}),
        ("stripe", "api_key", {"key": "t"}),
        ("stripe", "basic", {"username": "t", "password": ""}),
        ("stripe", "bearer", {"token": "t", "scheme": "bearer_auth"}),
        ("salesforce", "bearer", {"token": "t"}),
        ("salesforce", "oauth2", {"client_id": "i", "client_secret": "s"}),
        (
            "salesforce",
            "oauth2",
            {"client_id": "i", "client_secret": "", "refresh_token": "r", "scopes": ["api"]},
        ),
        ("petstore", "api_key", {"keys": {"api_key": "t"}}),
        ("slack", "none", {}),
        ("my_integration", "oauth2", {"client_id": "i", "client_secret": "s"}),
    ],
)
def test_credentials_that_fit(
    store: Store,
    catalogue: Catalogue,
    connector_id: str,
    credential_type: str,
    values: dict[str, Any],
) -> None:
    connections = _connections(store, catalogue)

    connections.set_credentials("a", connector_id, credential_type, values)
    assert connections.linked("a", connector_id).credentials == {"type": credential_type, **values}
    assert connections.list("a")[0].credential_type == credential_type


@pytest.mark.parametrize(
    ("connector_id", "credential_type", "values", "pointer"),
    [
        ("slack", "password", {"token": _SECRET}, "/credentials/type"),
        ("slack", "basic", {"username": "u", "password": _SECRET}, "/credentials/type"),
        ("slack", "oauth2", {"client_id": "i", "client_secret": _SECRET}, "/credentials/type"),
        ("petstore", "bearer", {"token": _SECRET}, "/credentials/type"),
        ("slack", "bearer", {"token": _SECRET, "scheme": "other"}, "/credentials/type"),
        ("slack", "bearer", {"key": _SECRET}, "/credentials/key"),
        ("slack", "bearer", {}, "/credentials/token"),
        ("slack", "bearer", {"token": ""}, "/credentials/token"),
        ("slack", "bearer", {"token": f"{_SECRET}\r\nX-Admin: 1"}, "/credentials/token"),
        ("slack", "bearer", {"token": 5}, "/credentials/token"),
        ("petstore", "api_key", {"keys": {"other": _SECRET}}, "/credentials/keys/other"),
        ("petstore", "api_key", {"keys": {"api_key": 5}}, "/credentials/keys/api_key"),
        (
            "salesforce",
            "oauth2",
            {"client_id": "i", "client_secret": _SECRET, "token_url": "http://evil.example"},
            "/credentials/token_url",
        ),
        (
            "salesforce",
            "oauth2",
            {"client_id": "i", "client_secret": _SECRET, "scopes": "api"},
            "/credentials/scopes",
        ),
    ],
)
def test_credentials_that_do_not_fit(
    store: Store, connector_id: str, credential_type: str, values: dict[str, Any], pointer: str
) -> None:
    connections = _connections(store)

    with pytest.raises(ArgumentsInvalidError) as caught:
        connections.set_credentials("a", connector_id, credential_type, values)
    assert caught.value.details["pointer"] == pointer
    assert _SECRET not in str(caught.value)
    assert connections.list("a") == ()


@pytest.mark.parametrize(
    ("connector_id", "settings", "pointer"),
    [
        ("slack", {"base_url": "http://slack.example"}, "/settings/base_url"),
        ("slack", {"base_url": "nowhere"}, "/settings/base_url"),
        ("slack", {"base_url": 5}, "/settings/base_url"),
        ("slack", {"mock": "yes"}, "/settings/mock"),
        ("slack", {"instance": "acme"}, "/settings/instance"),
        ("salesforce", {"instance": ["acme"]}, "/settings/instance"),
    ],
)
def test_settings_that_have_no_meaning(
    store: Store, connector_id: str, settings: dict[str, Any], pointer: str
) -> None:
    with pytest.raises(ArgumentsInvalidError) as caught:
        _connections(store).set_settings("a", connector_id, settings)
    assert caught.value.details["pointer"] == pointer


def test_a_replaced_refresh_token_is_kept_in_its_place(any_store: Store) -> None:
    connections = _connections(any_store)
    grant = {"client_id": "i", "client_secret": "s", "refresh_token": "r1", "access_token": "a1"}
    connections.set_credentials("a", "salesforce", "oauth2", grant)
    before = connections.linked("a", "salesforce")

    connections.rotate("a", "salesforce", before.mark, "r2")
    after = connections.linked("a", "salesforce")
    assert after.mark == before.mark
    assert after.credentials == {
        "type": "oauth2",
        "client_id": "i",
        "client_secret": "s",
        "refresh_token": "r2",
    }
    connections.set_credentials("a", "salesforce", "oauth2", grant)
    connections.rotate("a", "salesforce", before.mark, "late")
    assert connections.linked("a", "salesforce").credentials["refresh_token"] == "r1"


def test_changes_at_once_leave_a_connection_that_opens(any_store: Store) -> None:
    connections = _connections(any_store)
    grant = {"client_id": "i", "client_secret": "s", "refresh_token": "r"}
    connections.set_credentials("a", "salesforce", "oauth2", grant)

    def change(number: int) -> None:
        mark = connections.linked("a", "salesforce").mark
        if number % 2:
            connections.rotate("a", "salesforce", mark, f"r{number}")
        else:
            connections.set_settings("a", "salesforce", {"instance": f"acme{number}"})

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(change, range(40)))
    linked = connections.linked("a", "salesforce")
    assert linked.credentials["client_secret"] == "s"
    assert connections.list("a")[0].version == 21
