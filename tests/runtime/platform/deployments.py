"""Places where a platform of a test lives: a database, keys, a folder of custom services, and the
file in which the recording service writes down what reached it."""

import json
import multiprocessing
import shutil
import uuid
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import psycopg
import pytest

from connector_runtime.connectors.keys import KeyRing
from connector_runtime.platform.platform import Platform
from connector_runtime.store.store import Store

SERVER = "postgresql://postgres@127.0.0.1:5432"
KEY = bytes(range(32))
RECORDING = '''
import asyncio
import json
import os
import signal
from pathlib import Path

from connector_runtime.connectors.service import IntegrationService

FOLDER = Path(__file__).parent.parent


def listed(name, complexity, **more):
    return {"name": name, "description": "", "parameters": {}, "complexity": complexity, **more}


class RecordingService(IntegrationService):
    """Writes down each call, then does what the files ``hang`` and ``kill`` and the arguments say."""

    async def execute_operation(self, operation_name, arguments, context):
        label = str(arguments.get("label", ""))
        die(f"before {label}")
        note = {"operation": operation_name, "arguments": arguments, "context": context}
        with (FOLDER / "calls.jsonl").open("a") as file:
            file.write(json.dumps(note) + "\\n")
        die(f"after {label}")
        if (FOLDER / "hang").exists() and label in (FOLDER / "hang").read_text().split(","):
            await asyncio.Event().wait()
        await asyncio.sleep(arguments.get("seconds", 0))
        if "raises" in arguments:
            raise ValueError(arguments["raises"])
        return arguments.get("answer", {"ran": operation_name, "label": label})

    def get_operations(self):
        return [
            listed("look", 1),
            listed("draft", 2),
            listed("write", 3),
            listed("put", 3, takes_idempotency_key=True),
            listed("destroy", 4),
            listed("slow_look", 1, deadline=0.01),
            listed("slow_write", 3, deadline=0.01),
            listed("greet", 3, parameters={"name": {"type": "string", "required": True}}),
        ]


def die(moment):
    """The most sudden end of a process, once for each moment of the file ``kill``."""
    try:
        (FOLDER / "kill" / moment).unlink()
    except OSError:
        return
    os.kill(os.getpid(), signal.SIGKILL)
'''
OPERATIONS = {1: "look", 2: "draft", 3: "write", 4: "destroy"}
"""The recording service's operations by complexity; ``unlisted`` it runs, too, but does not list."""


@dataclass(frozen=True)
class Deployment:
    """Where a platform lives; it may be opened again, and in another process."""

    folder: Path
    database_url: str

    def open(self, **given: Any) -> Platform:
        """A platform of its own."""
        settings: dict[str, Any] = {
            "database_url": self.database_url,
            "keys": KeyRing([KEY]),
            "integrations": [self.folder / "integrations"],
        }
        return Platform.open(**{**settings, **given})

    def calls(self) -> list[dict[str, Any]]:
        """What reached the recording service, in order."""
        file = self.folder / "calls.jsonl"
        return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []

    def labels(self) -> list[str]:
        """The labels of the calls, in order."""
        return [call["arguments"].get("label", "") for call in self.calls()]

    def hang(self, *labels: str) -> None:
        """Calls with these labels never end; none: all end."""
        (self.folder / "hang").write_text(",".join(labels) or "-")

    def kill(self, *moments: str) -> None:
        """The process ends ``before`` or ``after`` the call with a label is written down, once."""
        (self.folder / "kill").mkdir(exist_ok=True)
        for moment in moments:
            (self.folder / "kill" / moment).touch()


def add_people(platform: Platform, tenant: str = "t", plan: str = "enterprise") -> None:
    """A tenant with an agent of each maturity (``t-intern``), a human and a service; the recording
    service is enabled."""
    platform.membership.add_tenant(tenant, id=tenant, plan=plan)
    for maturity in ("student", "intern", "supervised", "autonomous"):
        agent = f"{tenant}-{maturity}"
        platform.membership.add_agent(tenant, maturity, id=agent, maturity=maturity)
    platform.membership.add_principal(
        tenant, "Ada", id=f"{tenant}-human", kind="human", agents=[f"{tenant}-intern"]
    )
    platform.membership.add_principal(tenant, "Bot", id=f"{tenant}-service", kind="service")
    platform.connections.enable(tenant, "recording")


def trail(platform: Platform, tenant: str = "t") -> list[Any]:
    """The audit records of a tenant, oldest first."""
    return list(reversed(platform.audit.newest(tenant, 100_000)))


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with our tables: copied, since making them takes most of a second."""
    file = tmp_path_factory.mktemp("migrated") / "connectors.db"
    Store.open(f"sqlite:///{file}").close()
    return file


@pytest.fixture(scope="session")
def postgres_server() -> str:
    """PostgreSQL on this machine; without it the tests on it are skipped, and say so."""
    try:
        psycopg.connect(f"{SERVER}/postgres", connect_timeout=3).close()
    except psycopg.Error:
        pytest.skip("NOT TESTED: these tests need PostgreSQL on 127.0.0.1:5432, user postgres")
    return SERVER


@contextmanager
def database(server: str) -> Generator[str]:
    """The URL of a new, empty PostgreSQL database that is dropped afterwards."""
    name = f"platform_{uuid.uuid4().hex}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
        try:
            yield f"{server}/{name}"
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture
def sqlite_url(tmp_path: Path, migrated: Path) -> str:
    """A SQLite file with our tables, and nothing in them."""
    shutil.copy(migrated, tmp_path / "connectors.db")
    return f"sqlite:///{tmp_path}/connectors.db"


@pytest.fixture
def postgres_url(postgres_server: str) -> Generator[str]:
    """An empty PostgreSQL database."""
    with database(postgres_server) as url:
        yield url


def _deployed(folder: Path, url: str) -> Deployment:
    (folder / "integrations").mkdir()
    (folder / "integrations" / "recording_service.py").write_text(RECORDING)
    return Deployment(folder, url)


@pytest.fixture
def deployment(tmp_path: Path, sqlite_url: str) -> Deployment:
    """On a SQLite file."""
    return _deployed(tmp_path, sqlite_url)


@pytest.fixture(params=["sqlite", "postgres"])
def either(request: pytest.FixtureRequest, tmp_path: Path) -> Deployment:
    """On a SQLite file, and on PostgreSQL."""
    return _deployed(tmp_path, request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
def spawn() -> Generator[Callable[..., BaseProcess]]:
    """Starts a function in a process of its own; whatever still lives at the end is killed.

    Forked from a process without threads that has imported what takes long.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["dbos", "tests.runtime.platform.deployments"])
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
