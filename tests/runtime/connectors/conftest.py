"""Stores of this machine, with two tenants."""

import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from connector_runtime.connectors.catalogue import Catalogue
from connector_runtime.store.store import Store
from tests.runtime.client.packages import acme
from tests.runtime.connectors.platforms import MY_INTEGRATION, add_tenants, write_service

__all__ = ["acme"]
_SERVER = "postgresql://postgres@127.0.0.1:5432"


@pytest.fixture(scope="session")
def new_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite database with the tenants ``a`` and ``b``, to be copied: making one takes a second."""
    file = tmp_path_factory.mktemp("store") / "connectors.db"
    with Store.open(f"sqlite:///{file}") as store:
        add_tenants(store, "a", "b")
    return file


@pytest.fixture
def store(tmp_path: Path, new_database: Path) -> Iterator[Store]:
    """A new SQLite database with the tenants ``a`` and ``b``."""
    file = tmp_path / "database" / "connectors.db"
    file.parent.mkdir()
    shutil.copy(new_database, file)
    with Store.open(f"sqlite:///{file}") as store:
        yield store


@pytest.fixture
def postgres() -> Iterator[Store]:
    """A new PostgreSQL database with the tenants ``a`` and ``b``."""
    try:
        server = psycopg.connect(f"{_SERVER}/postgres", autocommit=True, connect_timeout=3)
    except psycopg.Error:
        pytest.skip("NOT TESTED: these tests need PostgreSQL on 127.0.0.1:5432, user postgres")
    with server:
        name = f"connectors_{uuid.uuid4().hex}"
        server.execute(f"CREATE DATABASE {name}")
        try:
            with Store.open(f"{_SERVER}/{name}") as store:
                add_tenants(store, "a", "b")
                yield store
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["store", "postgres"])
def any_store(request: pytest.FixtureRequest) -> Store:
    """Both of them, one after the other."""
    found: Store = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """The connectors of this repository, and the guide's custom one."""
    folder = tmp_path / "integrations"
    folder.mkdir()
    write_service(folder, "my_integration", MY_INTEGRATION)
    return Catalogue.found(integrations=[folder], installed=False)
