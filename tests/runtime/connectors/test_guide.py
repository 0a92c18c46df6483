"""The guide's examples: what agents give and get, on the mocks of the shipped connectors."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from connector_runtime.client import NotFoundError
from connector_runtime.connectors.domain import domain_of, parameters
from connector_runtime.errors import ArgumentsInvalidError
from tests.runtime.connectors.vendors import TIME, Vendors

LEVELS = {
    "slack": {"get_channels": 1, "get_messages": 1, "send_message": 3, "delete_message": 4},
    "salesforce": {
        "get_account": 1,
        "get_lead": 1,
        "create_lead": 3,
        "update_lead": 3,
        "delete_lead": 4,
    },
    "hubspot": {
        "get_contact": 1,
        "get_deal": 1,
        "search_contacts": 1,
        "create_contact": 3,
        "update_contact": 3,
        "create_deal": 3,
        "update_deal": 3,
        "delete_contact": 4,
        "bulk_update": 4,
    },
    "asana": {
        "get_task": 1,
        "get_project": 1,
        "create_task": 3,
        "update_task": 3,
        "delete_task": 4,
    },
    "gmail": {
        "get_message": 1,
        "list_messages": 1,
        "draft_email": 2,
        "send_email": 3,
        "delete_message": 4,
    },
}
SHIPPED = [
    pytest.param(name, each.name, id=f"{name}.{each.name}")
    for name in LEVELS
    for each in import_module(f"generated.{name}").CONNECTOR.operations
]


@pytest.fixture
def vendors() -> Iterator[Vendors]:
    found = Vendors()
    yield found
    found.close()


@pytest.mark.parametrize("name", LEVELS)
def test_the_guides_operations_and_their_levels(name: str) -> None:
    operations = import_module(f"generated.{name}").CONNECTOR.operations
    assert {each: operations[each].complexity for each in LEVELS[name]} == LEVELS[name]
    assert 15 <= len(operations) <= 26


@pytest.mark.parametrize(("name", "operation"), SHIPPED)
def test_every_operation_has_a_result_in_the_domain_form(
    vendors: Vendors, name: str, operation: str
) -> None:
    found = import_module(f"generated.{name}").CONNECTOR.operations[operation]
    told, made = parameters(found), domain_of(found).from_vendor(found.example_arguments())
    missing = {each: "some text" for each in told if told[each]["required"] and each not in made}
    result = vendors.call(name, operation, **missing, **made)
    declared = found.domain.get("result")
    assert declared is None or list(result) == list(declared)
    assert set(made) <= set(told)


def test_an_account(vendors: Vendors) -> None:
    account = {"Id": "001xx000003", "Name": "Acme Corp", "BillingState": "CA", "Type": "Customer"}
    vendors.client("salesforce").mock.stub("get_account", {**account, "Industry": "Steel"})
    assert vendors.call("salesforce", "get_account", id="001xx000003") == {
        "id": "001xx000003",
        "name": "Acme Corp",
        "billing_state": "CA",
        "type": "Customer",
    }


def test_a_lead_is_created(vendors: Vendors) -> None:
    mock = vendors.client("salesforce").mock
    mock.stub("create_lead", {"id": "003xx000001", "success": True, "errors": []})
    lead = {"first_name": "John", "last_name": "Doe", "email": "john.doe@example.com"}
    made = vendors.call("salesforce", "create_lead", company="Acme Corp", **lead)
    assert made == {"lead_id": "003xx000001", "created": True, "timestamp": TIME}
    sent = {"FirstName": "John", "LastName": "Doe", "Email": "john.doe@example.com"}
    mock.assert_called("create_lead", Company="Acme Corp", **sent)


def test_a_lead_is_read_changed_and_deleted(vendors: Vendors) -> None:
    lead = {"Id": "003xx000001", "LastName": "Doe", "CreatedDate": "2026-03-28T10:00:00.000+0000"}
    vendors.client("salesforce").mock.stub("get_lead", lead)
    found = vendors.call("salesforce", "get_lead", id="003xx000001")
    assert (found["id"], found["last_name"], found["created_at"]) == ("003xx000001", "Doe", TIME)
    assert (found["first_name"], found["updated_at"]) == (None, None)
    changed = vendors.call("salesforce", "update_lead", id="003xx000001", status="Working")
    assert changed == {"updated": True, "lead_id": "003xx000001", "timestamp": TIME}
    gone = vendors.call("salesforce", "delete_lead", id="003xx000001")
    assert gone == {"deleted": True, "lead_id": "003xx000001"}


def test_a_message(vendors: Vendors) -> None:
    reply = {"ok": True, "channel": "C0123456789", "ts": "1774692000.000100"}
    vendors.client("slack").mock.stub("send_message", reply)
    sent = vendors.call("slack", "send_message", channel="#general", text="Hello from AI agent")
    assert sent == {"message_id": "1774692000.000100", "timestamp": TIME, "channel": "#general"}
    vendors.client("slack").mock.assert_called(
        "send_message", channel="#general", text="Hello from AI agent"
    )
    message_id = sent["message_id"]
    gone = vendors.call("slack", "delete_message", channel="#general", message_id=message_id)
    assert gone == {"deleted": True, "message_id": message_id, "channel": "#general"}
    vendors.client("slack").mock.assert_called("delete_message", ts=message_id)


def test_what_agents_are_told_of_a_message() -> None:
    operations = import_module("generated.slack").CONNECTOR.operations
    told = parameters(operations["send_message"])
    assert {name: told[name] for name in ("channel", "text", "thread_ts")} == {
        "channel": {"type": "string", "required": True, "description": "Channel name or ID"},
        "text": {"type": "string", "required": True, "description": "Message text"},
        "thread_ts": {"type": "string", "required": False, "description": "Thread timestamp"},
    }
    assert "ts" not in parameters(operations["delete_message"])


def test_a_deal(vendors: Vendors) -> None:
    made = vendors.call(
        "hubspot", "create_deal", deal_name="Acme Corp", amount=50000, stage="prospecting"
    )
    deal_id = made["deal_id"]
    assert made == {
        "deal_id": deal_id,
        "deal_name": "Acme Corp",
        "amount": 50000,
        "stage": "prospecting",
        "created": True,
        "timestamp": made["timestamp"],
    }
    sent = {"dealname": "Acme Corp", "amount": "50000", "dealstage": "appointmentscheduled"}
    vendors.client("hubspot").mock.assert_called("create_deal", properties=sent)
    changed = vendors.call("hubspot", "update_deal", deal_id=deal_id, stage="closed_won")
    assert (changed["deal_id"], changed["stage"], changed["updated"]) == (
        deal_id,
        "closed_won",
        True,
    )
    deal = vendors.call("hubspot", "get_deal", deal_id=deal_id)
    assert (deal["deal_name"], deal["amount"]) == ("Acme Corp", 50000)


def test_a_deal_of_another_pipeline(vendors: Vendors) -> None:
    arguments = {"deal_name": "Acme", "properties": {"dealstage": "1234567", "colour": "red"}}
    assert vendors.call("hubspot", "create_deal", **arguments)["stage"] == "1234567"
    sent = {"dealname": "Acme", "dealstage": "1234567", "colour": "red"}
    vendors.client("hubspot").mock.assert_called("create_deal", properties=sent)
    with pytest.raises(ArgumentsInvalidError, match="stage: is given as /properties/dealstage too"):
        vendors.call("hubspot", "create_deal", stage="prospecting", **arguments)
    with pytest.raises(ArgumentsInvalidError, match="deal_name: is required"):
        vendors.call("hubspot", "create_deal", amount=1)
    with pytest.raises(ArgumentsInvalidError, match="amount: an object is no string"):
        vendors.call("hubspot", "create_deal", deal_name="Acme", amount={})


def test_a_contact(vendors: Vendors) -> None:
    made = vendors.call("hubspot", "create_contact", email="john@example.com", first_name="John")
    contact_id = made["contact_id"]
    assert (made["email"], made["created"]) == ("john@example.com", True)
    contact = vendors.call("hubspot", "get_contact", contact_id=contact_id)
    assert (contact["contact_id"], contact["first_name"]) == (contact_id, "John")
    gone = vendors.call("hubspot", "delete_contact", contact_id=contact_id)
    assert gone == {"deleted": True, "contact_id": contact_id}
    with pytest.raises(NotFoundError):
        vendors.call("hubspot", "get_contact", contact_id=contact_id)


def test_a_task(vendors: Vendors) -> None:
    made = vendors.call("asana", "create_task", name="Call John", due_on="2026-04-01")
    task_id = made["task_id"]
    assert (made["name"], made["created"]) == ("Call John", True)
    changed = vendors.call("asana", "update_task", task_id=task_id, completed=True)
    assert (changed["completed"], changed["updated"]) == (True, True)
    task = vendors.call("asana", "get_task", task_id=task_id)
    assert (task["task_id"], task["name"], task["completed"], task["due_on"]) == (
        task_id,
        "Call John",
        True,
        "2026-04-01",
    )
    gone = vendors.call("asana", "delete_task", task_id=task_id)
    assert gone == {"deleted": True, "task_id": task_id}
    with pytest.raises(NotFoundError):
        vendors.call("asana", "get_task", task_id=task_id)


def test_a_project(vendors: Vendors) -> None:
    made = vendors.call("asana", "create_project", name="Onboarding", workspace="1200000000000001")
    project = vendors.call("asana", "get_project", project_id=made["project_id"])
    assert (project["project_id"], project["name"]) == (made["project_id"], "Onboarding")


def test_an_email(vendors: Vendors) -> None:
    raw = "VG86IGpvaG5AZXhhbXBsZS5jb20KCkhlbGxv"
    sent = vendors.call("gmail", "send_email", raw=raw)
    assert (sent["sent"], sent["timestamp"]) == (True, TIME)
    assert vendors.client("gmail").mock.calls[-1].body == {"raw": raw}
    kept = vendors.call("gmail", "insert_message", raw=raw)
    found = vendors.call("gmail", "get_message", message_id=kept["message_id"])
    assert (found["message_id"], found["raw"]) == (kept["message_id"], raw)
    gone = vendors.call("gmail", "delete_message", message_id=kept["message_id"])
    assert gone == {"deleted": True, "message_id": kept["message_id"]}
    with pytest.raises(NotFoundError):
        vendors.call("gmail", "get_message", message_id=kept["message_id"])


def test_the_time_of_an_email(vendors: Vendors) -> None:
    message: dict[str, Any] = {"id": "m1", "threadId": "t1", "internalDate": "1774692000000"}
    vendors.client("gmail").mock.stub("get_message", message)
    found = vendors.call("gmail", "get_message", message_id="m1")
    assert (found["timestamp"], found["snippet"]) == (TIME, None)
