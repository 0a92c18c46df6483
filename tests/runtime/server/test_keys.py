"""Whose a request is: the key says so, and nothing else does."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest

from connector_runtime.errors import AuthenticationFailedError
from connector_runtime.governance.authentication import Identity
from connector_runtime.server.keys import KEPT, Keys
from tests.runtime.server.serving import EXECUTE, OPERATIONS, STUDENT, WORKFLOW, Door


@pytest.mark.parametrize(
    "field",
    [
        "",
        "Bearer",
        "Bearer ck_",
        "Bearer ck__",
        "Bearer x",
        "Bearer ck_0000000000000000_secret",
        "Basic Y2s6Y2s=",
        "Bearer " + "k" * 5000,
        "Bearer ck_é_é",
    ],
)
def test_a_malformed_or_unknown_key_is_refused(door: Door, field: str) -> None:
    answer = door.client.get(OPERATIONS, headers=[(b"Authorization", field.encode())])
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert answer.json()["error"] == "Authentication failed"


def test_no_key_or_two(door: Door) -> None:
    del door.client.headers["Authorization"]
    assert door.client.get(OPERATIONS).status_code == 401
    fields = [("Authorization", f"Bearer {each}") for each in (door.keys.service, door.keys.person)]
    assert door.client.get(OPERATIONS, headers=fields).status_code == 401


def test_the_secret_half_is_compared(door: Door) -> None:
    wrong = door.keys.service[:-1] + ("a" if door.keys.service[-1] != "a" else "b")
    assert door.get(OPERATIONS, wrong).status_code == 401


def test_without_a_key_the_body_is_not_looked_at(door: Door) -> None:
    answer = door.client.post(EXECUTE, content=b"{", headers={"Authorization": "Bearer no"})
    assert answer.json()["code"] == "AUTHENTICATION_FAILED"


def test_an_expired_key(door: Door) -> None:
    key = door.platform.authentication.issue("demo", "service", timedelta(microseconds=1))
    assert door.get(OPERATIONS, key).status_code == 401


def test_a_revoked_key(door: Door) -> None:
    authentication = door.platform.authentication
    key = authentication.issue("demo", "service")
    authentication.revoke("demo", key.split("_")[1])
    assert door.get(OPERATIONS, key).status_code == 401


def test_a_revoked_key_is_noticed_within_five_seconds() -> None:
    now, asked = 0.0, 0

    class Authentication:
        def identity(self, key: str) -> Identity:
            nonlocal asked
            asked += 1
            if asked > 1:
                raise AuthenticationFailedError
            return Identity("demo", "service", "service", frozenset())

    class Request:
        class headers:  # noqa: N801
            @staticmethod
            def getlist(name: str) -> list[str]:
                return ["Bearer ck_1_2"]

    keys = Keys(Authentication(), clock=lambda: now)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

    async def identity() -> Identity:
        return await keys.identity(Request())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

    assert asyncio.run(identity()).principal_id == "service"
    now = KEPT - 0.1
    assert asyncio.run(identity()).principal_id == "service"
    now = KEPT
    with pytest.raises(AuthenticationFailedError):
        asyncio.run(identity())


@pytest.mark.parametrize("agent_id", ["their-agent", "no-such-agent"])
def test_an_agent_that_the_principal_may_not_act_as(door: Door, agent_id: str) -> None:
    answers = [
        door.execute(agent_id, "slack.get_channels"),
        door.post(WORKFLOW, {"workflow_steps": [], "agent_id": agent_id}),
        door.post(f"/api/v1/proposals/{door.proposed()}/approve", {"agent_id": agent_id}),
    ]
    assert {each.status_code for each in answers} == {403}
    assert {each.json()["error"] for each in answers} == {"Principal may not act as this agent"}


@pytest.mark.parametrize("agent_id", ["supervised-agent-456", "autonomous-agent-999"])
def test_a_key_acts_as_its_own_agents_only(door: Door, agent_id: str) -> None:
    body: dict[str, object] = {"connector_id": "slack", "operation_name": "get_channels"}
    body["arguments"] = {}
    key = door.keys.stranger
    assert door.post(EXECUTE, {**body, "agent_id": STUDENT}, key).status_code == 200
    assert door.post(EXECUTE, {**body, "agent_id": agent_id}, key).status_code == 403


def test_another_tenant_in_the_body_or_the_query_is_refused(door: Door) -> None:
    body = {"connector_id": "slack", "operation_name": "get_channels", "agent_id": STUDENT}
    answer = door.post(EXECUTE, {**body, "arguments": {}, "tenant_id": "other"})
    assert answer.status_code == 400
    assert answer.json()["details"]["pointer"] == "/tenant_id"
    assert door.get(f"{OPERATIONS}?tenant_id=other").status_code == 400


def test_another_tenant_in_a_header_is_nothing(door: Door) -> None:
    answer = door.client.get("/api/v1/audit", headers={"X-Tenant-ID": "other"})
    assert {each["agent_id"] for each in answer.json()["records"]} >= {STUDENT}


def test_a_foreign_key_sees_nothing_of_ours(door: Door) -> None:
    proposal_id, key = door.proposed(), door.keys.foreign
    place = f"/api/v1/proposals/{proposal_id}"
    assert door.get("/api/v1/proposals", key).json() == {"proposals": []}
    asked: list[Callable[[], int]] = [
        lambda: door.get(place, key).status_code,
        lambda: door.post(f"{place}/approve", {}, key).status_code,
        lambda: door.post(f"{place}/reject", {}, key).status_code,
        lambda: door.post(f"{place}/execute", key=key).status_code,
    ]
    assert {each() for each in asked} == {404}
    denied = door.get("/api/v1/audit", key).json()["records"]
    assert {each["reason"] for each in denied[:4]} == {"CROSS_TENANT_ACCESS_DENIED"}
    assert door.get(place).json()["state"] == "pending"


def test_who_may_not_act_as_the_agent_may_not_run_its_proposal(door: Door) -> None:
    path = f"/api/v1/proposals/{door.proposed()}/execute"
    assert door.post(path, key=door.keys.stranger).json()["code"] == "ACTING_AS_DENIED"
