"""Every code of the vocabulary that HTTP can answer with: its status, its envelope, its headers."""

import sqlite3
from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest

from connector_runtime.errors import STATUS_OF
from tests.runtime.server.serving import (
    AUTONOMOUS,
    EXECUTE,
    INTERN,
    OPERATIONS,
    STUDENT,
    SUPERVISED,
    WORKFLOW,
    Door,
)

UNREACHABLE = {
    "CONFIGURATION_INVALID": "of a connection, told by the vendor's client: see the vendor's codes",
    "CROSS_TENANT_ACCESS_DENIED": "a key acts as agents of its own tenant only: ACTING_AS_DENIED",
    "PROPOSAL_REQUIRED": "an answer with the status 200, up to 1,000 proposals of an agent",
}
_SENT = {"channel": "#general", "text": "Hello"}


def _paused(door: Door) -> httpx.Response:
    door.platform.membership.set_state("demo", STUDENT, "paused")
    return door.execute(STUDENT, "slack.get_channels")


def _without_credentials(door: Door) -> httpx.Response:
    door.platform.connections.enable("demo", "stripe")
    return door.execute(AUTONOMOUS, "stripe.list_customers")


def _forward(door: Door) -> httpx.Response:
    step = {"connector": "slack", "operation": "send_message", "args": {"text": "${step_2.name}"}}
    return door.post(WORKFLOW, {"workflow_steps": [step], "agent_id": SUPERVISED})


def _changed(door: Door) -> httpx.Response:
    step = {"connector": "slack", "operation": "send_message", "args": _SENT}
    steps = {"workflow_steps": [step], "agent_id": INTERN}
    assert door.post(WORKFLOW, steps).json()["status"] == "paused"
    changed = {"workflow_steps": [{**step, "args": {**_SENT, "text": "Other"}}]}
    return door.post(WORKFLOW, {**steps, **changed, "resume_from_step": 2})


def _decided(door: Door) -> httpx.Response:
    path = f"/api/v1/proposals/{door.proposed()}"
    assert door.post(f"{path}/reject", {}, door.keys.person).status_code == 200
    return door.post(f"{path}/approve", {}, door.keys.person)


def _used_up(door: Door) -> httpx.Response:
    people, issue = door.platform.membership, door.platform.authentication.issue
    people.add_tenant("Small", id="small", operations_per_day=1)
    people.add_agent("small", "Agent", id="small-agent")
    people.add_principal("small", "Service", id="small", kind="service", agents=["small-agent"])
    door.platform.connections.set_settings("small", "slack", {"mock": True})
    key = issue("small", "small")
    body: dict[str, object] = {"connector_id": "slack", "operation_name": "get_channels"}
    body["arguments"] = {}
    first = door.post(EXECUTE, {**body, "agent_id": "small-agent"}, key)
    assert (first.status_code, first.headers["RateLimit-Remaining"]) == (200, "0")
    return door.post(EXECUTE, {**body, "agent_id": "small-agent"}, key)


def _broken(door: Door, statement: str) -> None:
    with sqlite3.connect(door.folder / "connectors.db") as connection:
        connection.execute(statement)
    connection.close()


def _without_trail(door: Door) -> httpx.Response:
    _broken(door, "DROP TABLE audit_heads")
    return door.execute(SUPERVISED, "slack.send_message", **_SENT)


def _without_table(door: Door) -> httpx.Response:
    _broken(door, "DROP TABLE quota")
    _broken(door, "ALTER TABLE runs RENAME TO other")
    return door.get("/api/v1/runs")


def _large(door: Door) -> httpx.Response:
    return door.post(EXECUTE, {"arguments": "x" * (1 << 20)})


def _approved_by(key: str) -> Callable[[Door], httpx.Response]:
    def approve(door: Door) -> httpx.Response:
        path = f"/api/v1/proposals/{door.proposed()}/approve"
        return door.post(path, {}, getattr(door.keys, key))

    return approve


def _vendor(code: str) -> Callable[[Door], httpx.Response]:
    return lambda door: door.execute(STUDENT, "faulty.fail", code=code)


PRODUCERS: dict[str, Callable[[Door], httpx.Response]] = {
    "MATURITY_INSUFFICIENT": lambda door: door.execute(STUDENT, "slack.send_message", **_SENT),
    "AGENT_INACTIVE": _paused,
    "OPERATION_NOT_SUPPORTED": lambda door: door.execute(AUTONOMOUS, "slack.fly"),
    "VARIABLE_SUBSTITUTION_FAILED": _forward,
    "CREDENTIALS_MISSING": _without_credentials,
    "VALIDATION_FAILED": lambda door: door.execute(SUPERVISED, "slack.send_message", channel=5),
    "AUTHENTICATION_FAILED": lambda door: door.get(OPERATIONS, "ck_0123_nobody"),
    "ACTING_AS_DENIED": lambda door: door.execute("their-agent", "slack.get_channels"),
    "APPROVER_NOT_ALLOWED": _approved_by("stranger"),
    "SELF_APPROVAL_DENIED": _approved_by("service"),
    "INTEGRATION_NOT_FOUND": lambda door: door.get(f"{OPERATIONS}?connector_id=zendesk"),
    "NOT_FOUND": lambda door: door.get("/api/v1/proposals/nothing"),
    "METHOD_NOT_ALLOWED": lambda door: door.get(EXECUTE),
    "WORKFLOW_CHANGED": _changed,
    "PROPOSAL_ALREADY_DECIDED": _decided,
    "REQUEST_TOO_LARGE": _large,
    "RATE_LIMIT_EXCEEDED": _used_up,
    "AUDIT_UNAVAILABLE": _without_trail,
    "STORE_UNAVAILABLE": _without_table,
    **{
        code: _vendor(code)
        for code in (
            "CONTRACT_VIOLATION",
            "NETWORK_ERROR",
            "OUTCOME_UNKNOWN",
            "REPLY_TOO_LARGE",
            "REPLY_UNREADABLE",
            "UPSTREAM_ERROR",
            "UPSTREAM_RATE_LIMITED",
            "CIRCUIT_OPEN",
            "DEADLINE_EXCEEDED",
        )
    },
}


def test_every_code_is_produced_here() -> None:
    assert {*PRODUCERS, *UNREACHABLE, "PROPOSAL_EXPIRED"} == STATUS_OF.keys()


@pytest.mark.parametrize("code", sorted(PRODUCERS))
def test_a_code_has_its_status_and_the_envelope(door: Door, code: str) -> None:
    answer = PRODUCERS[code](door)
    _check(answer, code)


def test_an_expired_proposal(open_door: Callable[..., Door]) -> None:
    door = open_door(proposal_lifetime=timedelta(0))
    answer = door.post(f"/api/v1/proposals/{door.proposed()}/approve", {}, door.keys.person)
    _check(answer, "PROPOSAL_EXPIRED")


def test_a_used_up_plan_says_when_to_come_again(door: Door) -> None:
    answer = _used_up(door)
    assert answer.json()["error"] == "Rate limit exceeded"
    assert answer.headers["RateLimit-Limit"] == "1"
    assert answer.headers["RateLimit-Remaining"] == "0"
    assert 0 < int(answer.headers["RateLimit-Reset"]) <= 86_400
    assert answer.headers["Retry-After"] == answer.headers["RateLimit-Reset"]


def test_what_a_vendor_asks_to_wait_is_passed_on(door: Door) -> None:
    answer = door.execute(STUDENT, "faulty.fail", code="UPSTREAM_RATE_LIMITED", retry_after=2.2)
    assert answer.headers["Retry-After"] == "3"
    assert answer.json()["retry_after"] == 2.2


def _check(answer: httpx.Response, code: str) -> None:
    told = answer.json()
    assert told["code"] == code, told
    assert told["status"] == "error"
    assert answer.status_code == STATUS_OF[code]
    assert told["error"]
    assert isinstance(told["retryable"], bool)
    assert told["request_id"] == answer.headers["X-Request-ID"]
    assert ("WWW-Authenticate" in answer.headers) == (answer.status_code == 401)
    if answer.status_code in (429, 503):
        assert int(answer.headers["Retry-After"]) >= 1
