"""The guide's HTTP examples, over a socket."""

from typing import Any

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

_READ: dict[str, Any] = {
    "connector": "salesforce",
    "operation": "get_account",
    "args": {"id": "001xx000003"},
}
_SEND: dict[str, Any] = {
    "connector": "slack",
    "operation": "send_message",
    "args": {"channel": "#sales", "text": "Account: ${step_1.name}"},
}


def test_execute_answers_as_the_guide_says(door: Door) -> None:
    body = {
        "connector_id": "slack",
        "operation_name": "send_message",
        "arguments": {
            "channel": "#general",
            "text": "Hello from AI agent",
            "agent_id": SUPERVISED,
        },
        "workspace_id": "optional-workspace-id",
    }
    answer = door.post(EXECUTE, body)
    assert answer.status_code == 200
    told = answer.json()
    assert told.keys() == {"status", "result"}
    assert told["status"] == "success"
    assert told["result"]["channel"] == "#general"
    assert told["result"].keys() == {"message_id", "timestamp", "channel"}
    assert answer.headers["RateLimit-Remaining"] == "4999"


def test_an_intern_gets_a_proposal(door: Door) -> None:
    answer = door.execute(INTERN, "slack.send_message", channel="#general", text="Hello")
    assert answer.status_code == 200
    told = answer.json()
    assert told.pop("proposal_id")
    assert told == {
        "status": "proposal_created",
        "reason": "Intern agent requires human approval",
    }


def test_a_student_is_refused(door: Door) -> None:
    answer = door.execute(STUDENT, "slack.send_message", channel="#general", text="Hello")
    assert answer.status_code == 400
    told = answer.json()
    assert (told["status"], told["error"]) == (
        "error",
        "Agent maturity insufficient for this operation",
    )
    assert told["details"]["required_maturity"] == "supervised"
    assert told["details"]["current_maturity"] == "student"


def test_an_unknown_integration_is_not_found(door: Door) -> None:
    answer = door.execute(STUDENT, "zendesk.list_tickets")
    assert answer.status_code == 404
    assert answer.json()["error"] == "Integration not found or not configured"


def test_operations_of_a_connector(door: Door) -> None:
    answer = door.get(f"{OPERATIONS}?connector_id=slack")
    assert answer.status_code == 200
    told = answer.json()
    assert told["connector_id"] == "slack"
    by_name = {each["name"]: each for each in told["operations"]}
    sent = by_name["send_message"]
    assert (sent["complexity"], sent["required_maturity"]) == (3, "supervised")
    assert sent["parameters"]["channel"]["type"] == "string"
    assert sent["parameters"]["channel"]["required"] is True
    assert by_name["get_channels"]["required_maturity"] == "student"


def test_operations_of_all_connectors_that_the_tenant_has(door: Door) -> None:
    assert [each["connector_id"] for each in door.get(OPERATIONS).json()["connectors"]] == [
        "faulty",
        "hubspot",
        "salesforce",
        "slack",
    ]
    theirs = door.get(OPERATIONS, door.keys.foreign).json()["connectors"]
    assert [each["connector_id"] for each in theirs] == ["salesforce"]
    assert door.get(f"{OPERATIONS}?connector_id=slack", door.keys.foreign).status_code == 404


def test_a_workflow_passes_results_on(door: Door) -> None:
    body = {"workflow_steps": [_READ, _SEND], "agent_id": SUPERVISED, "resume_from_step": 1}
    answer = door.post(WORKFLOW, body)
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert told["status"] == "completed"
    assert (told["steps_completed"], told["total_steps"]) == (2, 2)
    first, second = told["results"]
    assert first["result"]["name"] == "Acme Corp"
    assert {**second, "result": {}} == {
        "step": 2,
        "status": "success",
        "result": {},
        "connector": "slack",
        "operation": "send_message",
    }
    assert door.get(f"/api/v1/runs/{told['workflow_id']}").json() == told
    (run,) = door.get("/api/v1/runs?status=completed").json()["runs"]
    assert (run["workflow_id"], run["agent_id"]) == (told["workflow_id"], SUPERVISED)


def test_a_paused_workflow_goes_on_after_its_approval(door: Door) -> None:
    body = {"workflow_steps": [_READ, _SEND], "agent_id": INTERN}
    paused = door.post(WORKFLOW, body).json()
    assert (paused["status"], paused["steps_completed"]) == ("paused", 1)
    place = f"/api/v1/proposals/{paused['proposal_id']}"
    shown = door.get(place).json()
    assert shown["arguments"]["text"] == "Account: Acme Corp"
    assert (shown["workflow_id"], shown["step"]) == (paused["workflow_id"], 2)
    approved = door.post(f"{place}/approve", {"reason": "fine"}, door.keys.person).json()
    assert approved["status"] == "executed"
    done = door.post(WORKFLOW, {**body, "resume_from_step": 2}).json()
    assert (done["status"], done["steps_completed"]) == ("completed", 2)
    assert done["results"][1]["result"] == approved["result"]


def test_a_failed_workflow_is_an_answer(door: Door) -> None:
    missing: dict[str, Any] = {"connector": "zendesk", "operation": "get_ticket", "args": {}}
    answer = door.post(WORKFLOW, {"workflow_steps": [_READ, missing], "agent_id": SUPERVISED})
    assert answer.status_code == 200
    told = answer.json()
    assert (told["status"], told["steps_completed"], told["total_steps"]) == ("failed", 1, 2)
    assert told["results"][1]["error"] == "Integration not found"


def test_people_and_autonomous_agents_approve(door: Door) -> None:
    by_person, by_agent, rejected = door.proposed(), door.proposed(), door.proposed()
    body = {"reason": "Approved operation", "confidence": 0.9}
    place = "/api/v1/proposals"
    approved = door.post(f"{place}/{by_person}/approve", body, door.keys.person).json()
    assert approved["status"] == "executed"
    assert approved["result"]["channel"] == "#general"
    supervised = door.post(f"{place}/{by_agent}/approve", {**body, "agent_id": AUTONOMOUS}).json()
    assert supervised["status"] == "executed"
    refused = door.post(f"{place}/{rejected}/reject", {"reason": "no"}, door.keys.person).json()
    assert refused == {"status": "rejected", "proposal_id": rejected}
    states = {each["proposal_id"]: each["state"] for each in door.get(place).json()["proposals"]}
    assert states == {by_person: "executed", by_agent: "executed", rejected: "rejected"}
    assert door.get(f"{place}?state=pending").json() == {"proposals": []}
    again = door.post(f"{place}/{by_person}/execute", key=door.keys.person).json()
    assert again == approved


def test_an_approval_needs_no_body(door: Door) -> None:
    path = f"/api/v1/proposals/{door.proposed()}/approve"
    answer = door.client.post(path, headers=door.as_(door.keys.person))
    assert answer.json()["status"] == "executed"


def test_the_trail_says_who_did_what(door: Door) -> None:
    door.execute(SUPERVISED, "slack.send_message", channel="#general", text="Hello")
    outcome, intent = door.get("/api/v1/audit?limit=2").json()["records"]
    assert (intent["kind"], outcome["kind"]) == ("intent", "outcome")
    assert outcome["call_id"] == intent["call_id"]
    assert (outcome["agent_id"], outcome["principal_id"]) == (SUPERVISED, "service")
    assert outcome["sequence"] == intent["sequence"] + 1
