"""Which process runs which runs."""

from pathlib import Path

import psycopg
import pytest

from connector_runtime.errors import StoreUnavailableError, StoreUnusableError
from connector_runtime.store.database import parsed_url
from connector_runtime.workflows.ownership import Ownership, ownership_of

_LOCKS = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"


def test_a_file_has_one_owner(tmp_path: Path) -> None:
    url = parsed_url(f"sqlite:///{tmp_path}/runs.db")
    first, second = ownership_of(url), ownership_of(url)
    first.hold()
    first.hold()
    with pytest.raises(StoreUnusableError, match="Another process"):
        second.hold()
    first.release()
    second.hold()
    second.release()


@pytest.fixture
def owners(postgres_url: str) -> tuple[Ownership, Ownership]:
    url = parsed_url(postgres_url)
    return ownership_of(url), ownership_of(url)


def _is_abandoned(owner: Ownership, name: str) -> bool:
    with owner.abandoned(name) as dead:
        return dead


def test_only_runs_of_the_dead_are_abandoned(owners: tuple[Ownership, Ownership]) -> None:
    mine, other = owners
    mine.hold()
    other.hold()
    assert not _is_abandoned(mine, other.name)
    assert not _is_abandoned(mine, mine.name)
    other.release()
    assert _is_abandoned(mine, other.name)
    mine.release()


def test_one_process_looks_after_the_dead(owners: tuple[Ownership, Ownership]) -> None:
    mine, other = owners
    mine.hold()
    other.hold()
    with mine.abandoned("dead") as dead:
        assert dead
        assert not _is_abandoned(other, "dead")
    assert _is_abandoned(other, "dead")
    mine.release()
    other.release()


def test_a_broken_connection_is_made_again(
    postgres_url: str, owners: tuple[Ownership, Ownership]
) -> None:
    mine, other = owners
    mine.hold()
    with psycopg.connect(postgres_url, autocommit=True) as server:
        for (pid,) in server.execute(_LOCKS).fetchall():
            server.execute("SELECT pg_terminate_backend(%s, 5000)", (pid,))
    other.hold()
    assert _is_abandoned(other, mine.name)
    mine.hold()
    assert not _is_abandoned(other, mine.name)
    mine.release()
    other.release()


def test_whose_runs_are_being_taken_over_waits(owners: tuple[Ownership, Ownership]) -> None:
    mine, other = owners
    other.hold()
    with other.abandoned(mine.name), pytest.raises(StoreUnavailableError, match="taken"):
        mine.hold()
    mine.hold()
    mine.release()
    other.release()
