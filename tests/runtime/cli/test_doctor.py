"""``connectors doctor``."""

import base64
import os
import sqlite3

from tests.runtime.cli.consoles import Console, acme, console

__all__ = ["acme", "console"]


def _bad(told: list[dict[str, str]]) -> dict[str, str]:
    return {each["subject"]: each["what"] for each in told if each["state"] == "bad"}


def test_all_is_well(acme: Console) -> None:
    out = acme.done("doctor")
    assert "ok    database: sqlite:///connectors.db" in out
    assert "ok    slack of acme: mock" in out


def test_without_a_database_nothing_is_made(console: Console) -> None:
    told = console.told("doctor", code=1)
    assert "there is no such database" in _bad(told)["database"]
    assert not list(console.folder.iterdir())


def test_credentials_that_are_missing(acme: Console) -> None:
    acme.done("admin", "connection", "enable", "hubspot")
    found = _bad(acme.told("doctor", code=1))
    assert "connectors admin connection set hubspot" in found["hubspot of acme"]


def test_a_broken_connector(acme: Console) -> None:
    folder = acme.folder / "generated" / "half"
    folder.mkdir(parents=True)
    (folder / "connector.json").write_text("{")
    found = _bad(acme.told("doctor", code=1))
    assert "connector.json cannot be read" in found["connector half"]


def test_another_master_key(acme: Console) -> None:
    acme.patch.setenv("CONNECTORS_MASTER_KEY", base64.b64encode(os.urandom(32)).decode())
    assert "master key" in _bad(acme.told("doctor", code=1))["database"]


def test_a_schema_of_a_newer_release(acme: Console) -> None:
    with sqlite3.connect("connectors.db") as connection:
        connection.execute("UPDATE connectors_schema SET version_num = '9999'")
    connection.close()
    assert "newer release" in _bad(acme.told("doctor", code=1))["database"]


def test_a_clock_that_went_back(acme: Console) -> None:
    with sqlite3.connect("connectors.db") as connection:
        triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        for (name,) in connection.execute(triggers).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("UPDATE audit SET at = '2999-01-01 00:00:00.000000'")
    connection.close()
    assert "before the last audit record" in _bad(acme.told("doctor", code=1))["clock"]
