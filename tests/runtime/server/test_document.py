"""The OpenAPI document: valid, true, and good enough for our own generator."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
from openapi_spec_validator import validate

from tests.runtime.server.serving import SUPERVISED, Door

_BUILD = """
import sys
from connector_generator.cli import main

sys.argv[1:] = ["build", "governed.json"]
main()
"""
_CALLS = """
import sys
from connector_runtime.client import ConnectorError
from generated.governed import GovernedClient

address, key = sys.argv[1:]
with GovernedClient(key, base_url=address) as client:
    operation = {"connector_id": "slack", "operation_name": "send_message", "agent_id": "%s"}
    sent = client.call("execute_operation", {**operation, "arguments": {"channel": "#a", "text": "b"}})
    print(sent.status, sent.result["channel"])
    try:
        client.call("execute_operation", {**operation, "arguments": {}, "connector_id": "zendesk"})
    except ConnectorError as error:
        print(error.status_code, error.error.code)
"""


def test_the_document_is_valid(door: Door) -> None:
    document: dict[str, Any] = door.get("/openapi.json").json()
    validate(document)
    (scheme,) = document["components"]["securitySchemes"].values()
    assert (scheme["type"], scheme["scheme"]) == ("http", "bearer")
    for path, methods in document["paths"].items():
        for operation in methods.values():
            keyed = path.startswith("/api/")
            assert bool(operation.get("security")) is keyed
            assert "422" not in operation["responses"]
            for status in ("401", "default") if keyed else ():
                body = operation["responses"][status]["content"]["application/json"]["schema"]
                assert body["$ref"].endswith("/ErrorAnswer")


def test_a_connector_that_is_built_from_it_calls_us(door: Door, tmp_path: Path) -> None:
    (tmp_path / "governed.json").write_bytes(door.get("/openapi.json").content)
    _run(tmp_path, "-c", _BUILD)
    (tmp_path / "calls.py").write_text(_CALLS % SUPERVISED)
    address = str(httpx.URL(door.client.base_url)).rstrip("/")
    out = _run(tmp_path, "calls.py", address, door.keys.service)
    assert out.split("\n") == ["success #a", "404 INTEGRATION_NOT_FOUND", ""]


def _run(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
