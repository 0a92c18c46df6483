"""What holds for every request: its id, its size, its time, its shape, and what is logged of it."""

import json
import logging
import sqlite3
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.runtime.server.serving import (
    EXECUTE,
    OPERATIONS,
    STUDENT,
    SUPERVISED,
    WORKFLOW,
    Door,
)

_READ: dict[str, Any] = {"connector_id": "slack", "operation_name": "get_channels", "arguments": {}}


def test_a_well_formed_request_id_comes_back(door: Door) -> None:
    answer = door.client.get("/healthz", headers={"X-Request-ID": "abc-1.2_3"})
    assert answer.headers["X-Request-ID"] == "abc-1.2_3"


@pytest.mark.parametrize("given", ["", "a b", "é", "x" * 65, "a/b"])
def test_another_one_is_replaced(door: Door, given: str) -> None:
    answer = door.client.get("/healthz", headers=[(b"X-Request-ID", given.encode())])
    assert answer.headers["X-Request-ID"].isalnum()


def test_every_answer_has_the_security_headers(door: Door) -> None:
    for path in ("/healthz", "/nothing", OPERATIONS, "/openapi.json"):
        headers = door.get(path).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "server" not in headers or "uvicorn" in headers["server"]  # of the test's own server


@pytest.mark.parametrize("path", ["/", "/nothing", f"{EXECUTE}/", "/docs", "/redoc"])
def test_an_unknown_route_is_an_envelope(door: Door, path: str) -> None:
    answer = door.get(path)
    assert (answer.status_code, answer.json()["code"]) == (404, "NOT_FOUND")


def test_a_wrong_method_says_which_there_are(door: Door) -> None:
    answer = door.client.delete("/healthz")
    assert (answer.status_code, answer.json()["code"]) == (405, "METHOD_NOT_ALLOWED")
    assert answer.headers["Allow"] == "GET"


@pytest.mark.parametrize(
    ("content", "pointer"),
    [
        (b"", ""),
        (b"{", ""),
        (b"[]", ""),
        (b"null", ""),
        (b'"\xff"', None),
        (b"[" * 100_000, None),
        (b'{"connector_id": 1}', "/connector_id"),
        (b'{"connector_id": "slack", "operation_name": "a\\u0000"}', "/operation_name"),
        (b'{"connector_id": "slack", "operation_name": "\\ud800"}', "/operation_name"),
        (b'{"connector_id": "slack", "operation_name": "x", "arguments": []}', "/arguments"),
    ],
)
def test_a_body_of_the_wrong_shape(door: Door, content: bytes, pointer: str | None) -> None:
    headers = {"Content-Type": "application/json"}
    answer = door.client.post(EXECUTE, content=content, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (400, "VALIDATION_FAILED"), answer.text
    if pointer is not None:
        assert answer.json()["details"]["pointer"] == pointer


@pytest.mark.parametrize(
    ("arguments", "pointer"),
    [
        ({"channel": "#a", "text": 5}, "/arguments/text"),
        ({"channel": "#a", "text": "x", "no~such/thing": 1}, "/arguments/no~0such~1thing"),
        ({"agent_id": 5}, "/arguments/agent_id"),
        ({"agent_id": STUDENT}, "/arguments/agent_id"),
    ],
)
def test_a_wrong_argument_is_pointed_at(door: Door, arguments: Any, pointer: str) -> None:
    body = {"connector_id": "slack", "operation_name": "send_message", "arguments": arguments}
    answer = door.post(EXECUTE, {**body, "agent_id": SUPERVISED})
    assert answer.status_code == 400
    assert answer.json()["details"]["pointer"] == pointer


@pytest.mark.parametrize("text", [r'"\ud800"', "NaN", "1e999", "[" * 80 + "]" * 80])
def test_arguments_that_are_no_json(door: Door, text: str) -> None:
    content = '{"connector_id": "slack", "operation_name": "send_message", "agent_id": "%s",'
    body = content % SUPERVISED + f'"arguments": {{"text": {text}}}}}'
    headers = {"Content-Type": "application/json"}
    answer = door.client.post(EXECUTE, content=body.encode(), headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (400, "VALIDATION_FAILED")
    assert answer.json()["details"]["pointer"].startswith("/arguments/text")


def test_an_agent_must_be_named(door: Door) -> None:
    answer = door.post(EXECUTE, _READ)
    assert answer.json()["details"]["pointer"] == "/agent_id"


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"workflow_steps": {}}, "/workflow_steps"),
        ({"workflow_steps": []}, "/workflow_steps"),
        ({"workflow_steps": [{"connector": "slack"}]}, "/workflow_steps/0/operation"),
        ({"resume_from_step": 0}, "/resume_from_step"),
        ({"resume_from_step": "2"}, "/resume_from_step"),
        ({"more": 1}, "/more"),
    ],
)
def test_a_wrong_workflow_is_pointed_at(door: Door, change: Any, pointer: str) -> None:
    step: dict[str, Any] = {"connector": "slack", "operation": "get_channels", "args": {}}
    body: dict[str, Any] = {"workflow_steps": [step], "agent_id": STUDENT}
    answer = door.post(WORKFLOW, {**body, **change})
    assert answer.status_code == 400
    assert answer.json()["details"]["pointer"] == pointer


@pytest.mark.parametrize("query", ["limit=0", "limit=x", "state=over", "more=1"])
def test_a_wrong_query(door: Door, query: str) -> None:
    answer = door.get(f"/api/v1/proposals?{query}")
    assert answer.status_code == 400
    assert answer.json()["details"]["errors"][0]["in"] == "query"


def test_a_body_without_a_length_is_counted(door: Door) -> None:
    chunks = (b"x" * 100_000 for _ in range(12))
    headers = {"Content-Type": "application/json"}
    answer = door.client.post(EXECUTE, content=chunks, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (413, "REQUEST_TOO_LARGE")


def test_a_body_up_to_the_limit_is_taken(open_door: Callable[..., Door]) -> None:
    door = open_door({"most_bytes": 500})
    body = json.dumps({**_READ, "agent_id": STUDENT})
    headers = {"Content-Type": "application/json"}
    fits = door.client.post(EXECUTE, content=body.ljust(500), headers=headers)
    assert fits.status_code == 200
    over = door.client.post(EXECUTE, content=body.ljust(501), headers=headers)
    assert over.status_code == 413


def test_a_request_that_takes_too_long(open_door: Callable[..., Door]) -> None:
    door = open_door({"seconds": 0.3})
    answer = door.execute(STUDENT, "faulty.wait", seconds=20)
    assert (answer.status_code, answer.json()["code"]) == (504, "DEADLINE_EXCEEDED")
    assert door.get("/healthz").status_code == 200
    last = door.get("/api/v1/audit?limit=1").json()["records"][0]
    assert (last["kind"], last["outcome"]) == ("outcome", "error")


def test_what_fails_inside_is_not_told(
    door: Door, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def listed(*arguments: Any, **options: Any) -> None:
        raise RuntimeError("".join(("can", "ary")))  # its line is in the log, its text is not

    monkeypatch.setattr(door.platform.workflows, "listed", listed)
    with caplog.at_level(logging.INFO, "connector_runtime"):
        answer = door.client.get("/api/v1/runs", headers={"X-Request-ID": "found-again"})
    assert answer.status_code == 500
    assert answer.json() == {
        "status": "error",
        "error": "Internal error",
        "code": "INTERNAL_ERROR",
        "retryable": False,
        "request_id": "found-again",
    }
    assert "found-again failed with RuntimeError" in caplog.text
    assert "canary" not in caplog.text


def test_the_log_has_neither_keys_nor_values(door: Door, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "connector_runtime"):
        door.execute(SUPERVISED, "slack.send_message", channel="#canary", text="canary")
        door.get(f"{OPERATIONS}?connector_id=canary")
        door.get("/api/v1/proposals/canary%0acanary")
        door.get("/canary", "ck_canary_canary")
        door.client.close()
        while len(_lines(caplog)) < 4:
            time.sleep(0.01)
    assert "canary" not in caplog.text
    assert door.keys.service not in caplog.text
    assert [line.split()[1:4] for line in _lines(caplog)] == [
        ["POST", EXECUTE, "200"],
        ["GET", OPERATIONS, "404"],
        ["GET", "/api/v1/proposals/{proposal_id}", "400"],
        ["GET", "-", "404"],
    ]


def _lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [each.getMessage() for each in caplog.records if each.name.endswith(".access")]


def test_many_at_once(door: Door) -> None:
    door.execute(SUPERVISED, "slack.get_channels")

    def send(number: int) -> int:
        answer = door.execute(
            SUPERVISED, "slack.send_message", channel="#general", text=f"Number {number}"
        )
        return answer.status_code

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(send, range(60))) == {200}
    checked = door.platform.audit.verify("demo")
    assert not checked.findings
    sent = door.get("/api/v1/audit?limit=1000").json()["records"]
    assert sum(each["kind"] == "intent" for each in sent) == 61
    assert sum(each["kind"] == "outcome" for each in sent) == 61


def test_one_of_many_approvals_wins(door: Door) -> None:
    path = f"/api/v1/proposals/{door.proposed()}/approve"
    ready = threading.Barrier(6)

    def approve(number: int) -> str:
        ready.wait()
        told: dict[str, Any] = door.post(path, {}, door.keys.person).json()
        return str(told.get("code") or told["status"])

    with ThreadPoolExecutor(6) as pool:
        ends = sorted(pool.map(approve, range(6)))
    assert ends == ["PROPOSAL_ALREADY_DECIDED"] * 5 + ["executed"]


def test_health_and_readiness(door: Door) -> None:
    del door.client.headers["Authorization"]
    assert door.get("/healthz").json() == {"status": "ok"}
    assert door.get("/readyz").json() == {"status": "ok"}


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE connectors_schema SET version_num = '9999'", "CONFIGURATION_INVALID"),
        ("DROP TABLE connectors_schema", "STORE_UNAVAILABLE"),
    ],
)
def test_a_database_that_does_not_fit(door: Door, statement: str, code: str) -> None:
    connection = sqlite3.connect(door.folder / "connectors.db")
    with connection:
        connection.execute(statement)
    connection.close()
    answer = door.get("/readyz")
    assert (answer.status_code, answer.json()["code"]) == (503, code)
    assert int(answer.headers["Retry-After"]) >= 1
    assert "9999" not in answer.text
    assert door.get("/healthz").status_code == 200
