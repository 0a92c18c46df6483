"""``connectors serve`` as a process."""

import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from tests.runtime.cli.commands import Commands, commands

__all__ = ["commands"]
_GENERATED = Path(__file__).parents[3] / "generated"


def _start(commands: Commands, *arguments: str) -> "subprocess.Popen[str]":
    return commands.start("serve", "--port", "0", *arguments, CONNECTORS_PATH=str(_GENERATED))


def _address(process: "subprocess.Popen[str]") -> tuple[str, str]:
    """The address of a server, and all that it told before it took requests."""
    assert process.stdout is not None
    told = ""
    while "API: " not in told:
        line = process.stdout.readline()
        assert line, process.communicate()
        told += line
    found = re.search(r"http://127\.0\.0\.1:\d+", told)
    assert found is not None
    return found[0], told


def _ended(process: "subprocess.Popen[str]", number: signal.Signals) -> str:
    began = time.monotonic()
    process.send_signal(number)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 0, err
    assert time.monotonic() - began < 5
    return err


def test_the_demonstration_from_start_to_end(commands: Commands) -> None:
    process = _start(commands, "--demo")
    address, told = _address(process)
    keys = re.findall(r"ck_[0-9a-f]{16}_\S+", told)
    assert len(keys) == 2
    agent, person = ({"Authorization": f"Bearer {key}"} for key in keys)
    with httpx.Client(base_url=address, trust_env=False, timeout=30) as client:
        body = {
            "connector_id": "slack",
            "operation_name": "send_message",
            "arguments": {"channel": "#general", "text": "Hi", "agent_id": "intern-agent-789"},
        }
        execute = "/api/agent/integration/execute"
        proposed = client.post(execute, json=body, headers=agent).json()
        assert proposed["status"] == "proposal_created"
        approve = f"/api/v1/proposals/{proposed['proposal_id']}/approve"
        assert client.post(approve, headers=person).json()["status"] == "executed"
        trail = client.get("/api/v1/audit", headers=person).json()["records"]
        assert [each["outcome"] for each in trail[:4]] == ["success", "", "success", "proposed"]
    err = _ended(process, signal.SIGTERM)
    assert not any(key in err for key in keys)
    again = _start(commands, "--demo")
    address, told = _address(again)
    assert "connectors admin key add demo-service" in told
    assert not re.search(r"ck_[0-9a-f]{16}_", told)
    with httpx.Client(base_url=address, trust_env=False) as client:
        assert client.get("/readyz").json() == {"status": "ok"}
        assert client.get("/api/v1/audit", headers=person).status_code == 200
    _ended(again, signal.SIGINT)


def test_a_demonstration_needs_its_connectors(commands: Commands) -> None:
    said = commands.failed(2, "serve", "--port", "0", "--demo")
    assert "needs the connectors hubspot, salesforce, slack" in said


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.com"])
def test_keys_never_travel_readable_by_accident(commands: Commands, host: str) -> None:
    assert "plain HTTP" in commands.failed(2, "serve", "--host", host)


def test_a_port_that_is_taken(commands: Commands) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = commands.failed(1, "serve", "--port", str(port))
    assert "Address already in use" in said
    assert not (commands.folder / "connectors.db").exists()


def test_the_help_imports_no_command(commands: Commands) -> None:
    code, out, _ = commands.run("--help")
    assert code == 0
    assert "serve   Serve agents over HTTP, under governance." in out
    process = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "connector_runtime.cli", "-h"],
        env=commands.environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    imported = {line.rpartition("|")[2].strip() for line in process.stderr.splitlines()}
    assert "connector_runtime.cli.commands" in imported
    assert not {"httpx", "sqlalchemy", "fastapi", "pydantic"} & imported
