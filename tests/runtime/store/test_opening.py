"""Databases that cannot be used, and what is said of them; schemas that come into being."""

import sqlite3
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect

from connector_runtime.connectors.keys import KeyRing
from connector_runtime.errors import PlatformError, StoreUnavailableError, StoreUnusableError
from connector_runtime.platform.platform import Platform
from connector_runtime.store.database import parsed_url
from connector_runtime.store.store import Store
from connector_runtime.store.tables import Table, Tenant
from tests.runtime.platform.deployments import KEY, Deployment
from tests.runtime.store.test_scope import NOW

Spawn = Callable[..., BaseProcess]


def refused(url: str, kind: type[PlatformError] = StoreUnusableError) -> str:
    """What opening says; its causes are nothing that a log could show."""
    with pytest.raises(kind) as caught:
        Store.open(url)
    assert caught.value.__context__ is None or caught.value.__suppress_context__
    return str(caught.value)


def add_tenant(store: Store, id: str) -> None:
    with store.writing() as connection:
        row = {"id": id, "name": "x" * 200, "plan": "free", "created_at": NOW}
        connection.execute(insert(Tenant), row)


@contextmanager
def somebody_else(url: str) -> Generator[Connection]:
    """A connection that knows nothing of us."""
    engine = create_engine(parsed_url(url))
    with engine.begin() as connection:
        yield connection
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgres"])
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without any table."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/new.db"
    found: str = request.getfixturevalue("postgres_url")
    return found


def test_the_migrations_make_what_the_tables_say(new_url: str) -> None:
    Store.open(new_url).close()
    with somebody_else(new_url) as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": "connectors_schema"}
        )
        assert compare_metadata(context, Table.metadata) == []


def opened(deployment: Deployment) -> None:
    platform = deployment.open()
    platform.store.close()


def test_four_processes_start_at_once_on_a_new_database(
    new_url: str, tmp_path: Path, spawn: Spawn
) -> None:
    processes = [spawn(opened, Deployment(tmp_path, new_url)) for _ in range(4)]
    for each in processes:
        each.join(60)
    assert [each.exitcode for each in processes] == [0, 0, 0, 0]


def test_a_schema_of_a_newer_release(new_url: str) -> None:
    Store.open(new_url).close()
    with somebody_else(new_url) as connection:
        connection.exec_driver_sql("UPDATE connectors_schema SET version_num = '9999'")
    assert "schema 9999 is of a newer release" in refused(new_url)


@pytest.mark.parametrize("table", ["tenants", "audit"])
def test_tables_of_somebody_else(new_url: str, table: str) -> None:
    with somebody_else(new_url) as connection:
        connection.exec_driver_sql(f"CREATE TABLE {table} (id INTEGER)")
    assert "tables that are not ours" in refused(new_url)
    with somebody_else(new_url) as connection:
        assert inspect(connection).get_table_names() == [table]


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    file = tmp_path / "notes.db"
    file.write_text("secret notes, and no database at all " * 100)
    assert (
        refused(f"sqlite:///{file}") == "Database cannot be used: the file is not a SQLite database"
    )
    assert file.read_text().startswith("secret notes")


def test_a_damaged_file(sqlite_url: str, tmp_path: Path) -> None:
    content = bytearray((tmp_path / "connectors.db").read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    (tmp_path / "connectors.db").write_bytes(content)
    assert "damaged" in refused(sqlite_url)


def test_a_folder_that_there_is_not(tmp_path: Path) -> None:
    said = refused(f"sqlite:///{tmp_path}/nowhere/connectors.db", StoreUnavailableError)
    assert said == (
        "Database unavailable: the database file cannot be opened; check its folder and rights"
    )


def test_a_file_that_may_not_be_written(sqlite_url: str, tmp_path: Path) -> None:
    read_only = f"sqlite:///file:{tmp_path}/connectors.db?mode=ro&uri=true"
    with Store.open(read_only) as store:
        with pytest.raises(StoreUnavailableError, match="may not be written"):
            add_tenant(store, "t")
        with store.view("t") as scope:  # what is there can be read
            assert scope.query(Tenant).count() == 0


def test_a_file_that_another_process_holds(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("connector_runtime.store.database._BUSY", 50)
    with (
        Store.open(sqlite_url) as store,
        closing(sqlite3.connect(tmp_path / "connectors.db", isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailableError, match="another process holds the database"):
            add_tenant(store, "t")
        with store.reading() as connection:  # reading waits for nobody
            assert connection.exec_driver_sql("SELECT count(*) FROM tenants").scalar() == 0
        other.execute("ROLLBACK")
        add_tenant(store, "t")


@pytest.fixture
def full_disk() -> Generator[None]:
    """Every new SQLite connection has room for a few pages more than there are."""

    def limit(connection: Any, record: Any) -> None:
        if isinstance(connection, sqlite3.Connection):
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count = {pages + 2}")

    event.listen(Engine, "connect", limit)
    yield
    event.remove(Engine, "connect", limit)


@pytest.mark.usefixtures("full_disk")
def test_a_full_disk_leaves_nothing_half_written(sqlite_url: str) -> None:
    with Store.open(sqlite_url) as store:
        written = 0

        def fill() -> None:
            nonlocal written
            for number in range(1_000):
                with store.writing() as connection:
                    for half in ("a", "b"):
                        name = {"id": f"{number}{half}", "name": "x" * 200, "plan": "free"}
                        connection.execute(insert(Tenant), {**name, "created_at": NOW})
                written += 1

        with pytest.raises(StoreUnavailableError, match="the disk is full"):
            fill()
        with store.reading() as connection:
            found = connection.exec_driver_sql("SELECT count(*) FROM tenants").scalar()
    assert found == 2 * written


def test_another_master_key(either: Deployment) -> None:
    either.open().store.close()
    with pytest.raises(StoreUnusableError) as caught:
        Platform.open(
            database_url=either.database_url, keys=KeyRing([bytes(reversed(KEY))]), folders=()
        )
    assert "it was written with the master key" in str(caught.value)
    assert KEY.hex() not in repr(caught.value)
    either.open().store.close()


@pytest.mark.parametrize("place", ["127.0.0.1:1", "127.0.0.1:5432", "no-such-host.invalid"])
def test_a_server_that_does_not_answer_is_not_named(place: str, postgres_server: str) -> None:
    said = refused(f"postgresql://ada:hunter2secret@{place}/nowhere", StoreUnavailableError)
    assert said.startswith("Database unavailable: ")
    assert not any(word in said for word in ("hunter2", "ada", "127.0", "5432", "nowhere"))


@pytest.mark.parametrize("url", ["mysql://u:hunter2@h/d", "sqlite://", "what is this", ""])
def test_a_url_of_no_database_of_ours(url: str) -> None:
    said = refused(url)
    assert "hunter2" not in said


def test_a_server_that_goes_away(postgres_url: str, postgres_server: str) -> None:
    """What was begun is undone, and the next transaction works again."""

    def end_all() -> None:
        with psycopg.connect(f"{postgres_server}/postgres", autocommit=True) as server:
            server.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
                (parsed_url(postgres_url).database,),
            )

    def write(connection: Connection) -> None:
        row = {"id": "t", "name": "t", "plan": "free", "created_at": NOW}
        connection.execute(insert(Tenant), row)
        end_all()
        connection.execute(insert(Tenant), {**row, "id": "u"})

    with Store.open(postgres_url) as store:
        with pytest.raises(StoreUnavailableError) as caught, store.writing() as connection:
            write(connection)
        assert "127.0.0.1" not in str(caught.value)
        with store.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM tenants").scalar() == 0
