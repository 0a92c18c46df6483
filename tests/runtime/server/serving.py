"""A platform with two tenants, and its application on a socket of this machine."""

import asyncio
import shutil
import textwrap
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from fastapi import FastAPI

from connector_runtime.connectors.keys import KeyRing
from connector_runtime.platform.platform import Platform

EXECUTE, OPERATIONS, WORKFLOW = (
    f"/api/agent/integration/{each}" for each in ("execute", "operations", "workflow")
)
STUDENT, INTERN, SUPERVISED, AUTONOMOUS = (
    "student-agent-456",
    "intern-agent-789",
    "supervised-agent-456",
    "autonomous-agent-999",
)
MATURITIES = {
    STUDENT: "student",
    INTERN: "intern",
    SUPERVISED: "supervised",
    AUTONOMOUS: "autonomous",
}
_KEYS = KeyRing([bytes(range(32))])
_FAULTY = """
import asyncio

from connector_runtime.client import errors
from connector_runtime.connectors.service import IntegrationService


class FaultyService(IntegrationService):
    def __init__(self, settings=None, credentials=None):
        pass

    async def execute_operation(self, operation_name, arguments, context):
        if operation_name == "wait":
            await asyncio.sleep(arguments["seconds"])
            return {"waited": True}
        if operation_name == "crash":
            raise RuntimeError("canary")
        error = errors.ConnectorError("the vendor's side failed")
        error.code = arguments["code"]
        error.retry_after = arguments.get("retry_after")
        raise error

    def get_operations(self):
        return [
            {"name": "fail", "complexity": 1, "parameters": {"code": {"type": "string"}}},
            {"name": "wait", "complexity": 1, "parameters": {"seconds": {"type": "number"}}},
            {"name": "crash", "complexity": 1, "parameters": {}},
        ]
"""


@dataclass
class Keyring:
    """The keys of a template, by whose they are."""

    service: str
    person: str
    stranger: str
    """Of another service of the tenant, which may act as the student only."""
    foreign: str
    """Of a service of another tenant."""


def make_template(folder: Path) -> Keyring:
    """A database with the tenants ``demo`` and ``other``, to be copied."""
    integrations = folder / "integrations"
    integrations.mkdir(parents=True)
    (integrations / "faulty_service.py").write_text(textwrap.dedent(_FAULTY))
    platform = open_platform(folder)
    people, issue = platform.membership, platform.authentication.issue
    people.add_tenant("Demo", id="demo", plan="team")
    people.add_tenant("Other", id="other", plan="team")
    for agent_id, maturity in MATURITIES.items():
        people.add_agent("demo", agent_id, id=agent_id, maturity=maturity)
    people.add_agent("other", "Theirs", id="their-agent", maturity="autonomous")
    people.add_principal("demo", "Service", id="service", kind="service", agents=list(MATURITIES))
    people.add_principal("demo", "Person", id="person", kind="human")
    people.add_principal("demo", "Stranger", id="stranger", kind="service", agents=[STUDENT])
    people.add_principal("other", "Foreign", id="foreign", kind="service", agents=["their-agent"])
    for connector_id in ("slack", "salesforce", "hubspot"):
        platform.connections.set_settings("demo", connector_id, {"mock": True})
    platform.connections.enable("demo", "faulty")
    platform.connections.set_settings("other", "salesforce", {"mock": True})
    keys = Keyring(
        issue("demo", "service"),
        issue("demo", "person"),
        issue("demo", "stranger"),
        issue("other", "foreign"),
    )
    asyncio.run(platform.aclose())
    return keys


def open_platform(folder: Path, **settings: Any) -> Platform:
    """The platform of a folder."""
    return Platform.open(
        database_url=f"sqlite:///{folder}/connectors.db",
        keys=_KEYS,
        folders=(),
        integrations=(folder / "integrations",),
        **settings,
    )


def copied(template: Path, folder: Path) -> Path:
    """A copy of a template."""
    shutil.copytree(template, folder)
    return folder


@contextmanager
def serving(app: FastAPI) -> Generator[str]:
    """The address of an application that is served by a thread; it is closed with the block."""
    config = uvicorn.Config(app, port=0, log_config=None, access_log=False, lifespan="on")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive(), "the server did not start"
            time.sleep(0.005)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


@dataclass
class Door:
    """A client of one key, and the platform behind."""

    client: httpx.Client
    platform: Platform
    folder: Path
    keys: Keyring

    def as_(self, key: str) -> dict[str, str]:
        """The header field of another key."""
        return {"Authorization": f"Bearer {key}"}

    def post(self, path: str, body: object = None, key: str = "") -> httpx.Response:
        """Send JSON."""
        headers = self.as_(key) if key else {}
        return self.client.post(path, json=body, headers=headers)

    def get(self, path: str, key: str = "") -> httpx.Response:
        """Ask."""
        return self.client.get(path, headers=self.as_(key) if key else {})

    def execute(self, agent_id: str, operation: str, **arguments: Any) -> httpx.Response:
        """Run ``connector.operation`` as an agent."""
        connector_id, _, name = operation.partition(".")
        body = {
            "connector_id": connector_id,
            "operation_name": name,
            "agent_id": agent_id,
            "arguments": arguments,
        }
        return self.post(EXECUTE, body)

    def proposed(self) -> str:
        """The id of a new proposal of the intern."""
        answer = self.execute(INTERN, "slack.send_message", channel="#general", text="Hello").json()
        assert answer["status"] == "proposal_created", answer
        found: str = answer["proposal_id"]
        return found
