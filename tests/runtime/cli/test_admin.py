"""``connectors admin``: who there is, and what they may use."""

import sqlite3

import pytest

from connector_runtime.platform.platform import Platform
from tests.runtime.cli.consoles import Console, acme, console

__all__ = ["acme", "console"]


def test_a_database_is_made_by_its_first_tenant_only(console: Console) -> None:
    said = console.refused("admin", "agent", "list")
    assert "connectors.db: there is no such database" in said
    assert not list(console.folder.iterdir())
    made = console.told("admin", "tenant", "add", "Acme", "--operations-per-day", "7")
    assert console.told("admin", "tenant", "list") == made
    assert (made[0]["plan"], made[0]["operations_per_day"]) == ("free", 7)


def test_agents_are_changed(acme: Console) -> None:
    admin = ("admin", "agent")
    promoted = acme.told(*admin, "set-maturity", "intern", "autonomous")
    assert promoted == [
        {"id": "intern", "name": "intern", "maturity": "autonomous", "state": "active"}
    ]
    for command, state in (("pause", "paused"), ("resume", "active"), ("stop", "stopped")):
        assert acme.told(*admin, command, "intern")[0]["state"] == state
    assert [row["state"] for row in acme.told(*admin, "list")] == ["stopped", "active"]
    assert acme.done(*admin, "list").splitlines()[0].split() == ["id", "name", "maturity", "state"]


def test_a_key_is_shown_once_and_can_be_revoked(acme: Console) -> None:
    made = acme.told("admin", "key", "add", "boss", "--days", "1")
    platform = Platform.open(database_url="sqlite:///connectors.db")
    try:
        assert platform.authentication.identity(made["key"]).principal_id == "boss"
        acme.done("admin", "key", "revoke", made["key_id"])
        with pytest.raises(Exception, match="Authentication failed"):
            platform.authentication.identity(made["key"])
    finally:
        platform.store.close()
    with sqlite3.connect("connectors.db") as connection:
        text = "\n".join(connection.iterdump())
    connection.close()
    assert made["key"].split("_", 2)[2] not in text


@pytest.mark.parametrize(
    ("arguments", "stdin"),
    [
        (("--stdin",), "canary-token\n"),
        (("--stdin",), '{"token": "canary-token"}'),
        (("--secret-env", "token=SLACK_CANARY"), ""),
    ],
)
def test_secrets_come_from_a_pipe_or_a_variable(
    acme: Console, arguments: tuple[str, ...], stdin: str
) -> None:
    acme.patch.setenv("SLACK_CANARY", "canary-token")
    (row,) = acme.told(
        "admin", "connection", "set", "hubspot", "--type", "bearer", *arguments, stdin=stdin
    )
    assert row == {"connector": "hubspot", "active": "yes", "credentials": "bearer", "settings": ""}
    with sqlite3.connect("connectors.db") as connection:
        assert "canary" not in "\n".join(connection.iterdump())
    connection.close()


def test_a_secret_on_the_command_line_is_refused(acme: Console) -> None:
    said = acme.refused(
        "admin", "connection", "set", "hubspot", "--type", "bearer", "--field", "token=canary"
    )
    assert "--secret-env token=VARIABLE" in said


def test_connections_are_enabled_and_disabled(acme: Console) -> None:
    admin = ("admin", "connection")
    assert acme.told(*admin, "disable", "slack")[0]["active"] == "no"
    assert acme.told(*admin, "enable", "slack")[0]["settings"] == "mock=True"
    found = acme.told(*admin, "set", "slack", "--base-url", "https://example.com")
    assert found[0]["settings"] == "base_url=https://example.com"
    assert [row["connector"] for row in acme.told(*admin, "list")] == ["salesforce", "slack"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("agent", "pause", "nobody"), "Agent not found: nobody"),
        (("agent", "list", "--tenant", "nobody"), "Tenant not found: nobody"),
        (("agent", "list", "--database", "mysql://x"), "use sqlite or postgresql"),
        (("agent", "add", "x", "--id", "intern"), "the id 'intern' is taken"),
        (("tenant", "add", "x", "--plan", "gold"), "plan must be one of free"),
        (("key", "add", "nobody"), "Principal not found"),
        (("key", "revoke", "nobody"), "Key not found"),
        (("connection", "enable", "nothing"), "Integration not found or not configured"),
        (("connection", "set", "slack"), "nothing to set"),
        (("connection", "set", "slack", "--stdin"), "need their --type"),
        (("connection", "set", "slack", "--setting", "x=1"), "x: is not known here"),
        (("connection", "set", "slack", "--setting", "x"), "it looks like NAME=VALUE"),
        (("connection", "set", "slack", "--type", "basic", "--stdin"), "nothing came"),
        (
            ("connection", "set", "slack", "--type", "bearer", "--secret-env", "token=NOT_THERE"),
            "the variable NOT_THERE is not set",
        ),
        (("proposal", "show", "nothing"), "Proposal not found"),
        (("proposal", "list", "--state", "over"), "there are pending, approved"),
    ],
)
def test_bad_input(acme: Console, arguments: tuple[str, ...], said: str) -> None:
    assert said in acme.refused("admin", *arguments)


def test_of_several_tenants_one_must_be_named(acme: Console) -> None:
    acme.done("admin", "tenant", "add", "Other", "--id", "other")
    assert "say which with --tenant" in acme.refused("admin", "agent", "list")
    assert acme.told("admin", "agent", "list", "--tenant", "other") == []
    acme.patch.setenv("CONNECTORS_TENANT", "acme")
    assert len(acme.told("admin", "agent", "list")) == 2
