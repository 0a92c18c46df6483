"""Databases, hosts and processes for the tests of workflows."""

import multiprocessing
import uuid
from collections.abc import Callable, Generator
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.runtime.workflows.hosts import FileHost

_SERVER = "postgresql://postgres@127.0.0.1:5432"


@pytest.fixture
def host(tmp_path: Path) -> FileHost:
    return FileHost(tmp_path / "host.db")


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/runs.db"


@pytest.fixture(scope="session")
def _database() -> Generator[str]:
    """A database for all tests: making one waits for the disk."""
    try:
        server = psycopg.connect(f"{_SERVER}/postgres", autocommit=True, connect_timeout=3)
    except psycopg.Error:
        pytest.skip("NOT TESTED: these tests need PostgreSQL on 127.0.0.1:5432, user postgres")
    with server:
        name = f"runs_{uuid.uuid4().hex}"
        server.execute(f"CREATE DATABASE {name}".encode())
        yield f"{_SERVER}/{name}"
        server.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture
def postgres_url(_database: str) -> Generator[str]:
    yield _database
    with psycopg.connect(_database, autocommit=True) as server:
        server.execute("DROP SCHEMA IF EXISTS dbos CASCADE")


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest) -> str:
    """A database for checkpoints."""
    return request.getfixturevalue(f"{request.param}_url")


@pytest.fixture
def spawn() -> Generator[Callable[..., BaseProcess]]:
    """Starts a function in a process of its own; whatever still lives at the end is killed.

    Forked from a process without threads that has imported DBOS: importing takes a second.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["dbos", "tests.runtime.workflows.hosts"])
    processes: list[BaseProcess] = []

    def started(function: Callable[..., None], *arguments: Any) -> BaseProcess:
        process = context.Process(target=function, args=arguments)
        process.start()
        processes.append(process)
        return process

    yield started
    for process in processes:
        process.kill()
        process.join()
        process.close()
