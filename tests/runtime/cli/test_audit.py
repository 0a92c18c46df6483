"""``connectors admin audit``."""

import sqlite3
from pathlib import Path

from tests.runtime.cli.consoles import Console, acme, console

__all__ = ["acme", "console"]


def _alter(*statements: str) -> None:
    """What somebody with the database file can do."""
    with sqlite3.connect("connectors.db") as connection:
        triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        for (name,) in connection.execute(triggers).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            assert connection.execute(statement).rowcount > 0
    connection.close()


def test_the_trail_is_listed(acme: Console) -> None:
    newest, first = acme.told("admin", "audit", "list")
    assert (newest["sequence"], newest["reason"]) == (2, "agent added: supervised")
    assert first["agent_id"] == "intern"
    assert len(acme.done("admin", "audit", "list", "--limit", "1").splitlines()) == 2


def test_a_whole_trail(acme: Console) -> None:
    assert acme.done("admin", "audit", "verify") == "acme: whole, 2 records\n"


def test_a_changed_record_is_found_with_its_place(acme: Console) -> None:
    _alter("UPDATE audit SET reason = 'agent added: autonomous' WHERE sequence = 1")
    code, out, _ = acme.run("admin", "audit", "verify")
    assert code == 1
    assert out.splitlines() == [
        "acme: changed, 2 records",
        "  at 1: the record was changed or moved",
    ]
    (told,) = acme.told("admin", "audit", "verify", code=1)
    assert [each["sequence"] for each in told["findings"]] == [1]


def test_a_kept_head_finds_what_was_cut_off(acme: Console) -> None:
    verify = ("admin", "audit", "verify", "--head", "heads.json")
    acme.done(*verify)
    kept = Path("heads.json").read_text()
    hash_ = "(SELECT hash FROM audit WHERE sequence = 1)"
    _alter(
        f"UPDATE audit_heads SET sequence = 1, hash = {hash_}",
        "DELETE FROM audit WHERE sequence = 2",
    )
    assert acme.done("admin", "audit", "verify") == "acme: whole, 1 records\n"
    code, out, _ = acme.run(*verify)
    assert code == 1
    assert "  at 2: the record that the kept head names is gone" in out
    assert Path("heads.json").read_text() == kept, "what was found wrong replaces no head"


def test_a_file_of_heads_that_is_none(acme: Console) -> None:
    Path("heads.json").write_text("[]")
    assert "heads.json: " in acme.refused("admin", "audit", "verify", "--head", "heads.json")
