"""Domains: what is declared maps both ways, and what cannot be mapped is told with its place."""

from contextlib import suppress
from copy import deepcopy
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connector_runtime.client import ContractViolationError
from connector_runtime.client.operation import Body, BodyMedia, Operation, Parameter
from connector_runtime.client.pointers import find, tokens_of
from connector_runtime.connectors.domain import (
    Domain,
    DomainError,
    declared_domain,
    domain_of,
    json_form,
    parameters,
)
from connector_runtime.errors import ArgumentsInvalidError
from generated import salesforce, stripe

NOW = datetime(2026, 3, 28, 10, tzinfo=UTC)
DEAL: dict[str, Any] = {
    "arguments": {
        "deal_name": "/properties/dealname",
        "amount": {"to": "/properties/amount", "type": "number", "convert": "string"},
        "stage": {"to": "/properties/dealstage", "values": {"new": "n1", "won": 7}},
        "since": {"to": "/since", "type": "date-time", "convert": "unix-time"},
        "properties": "/properties",
    },
    "result": {
        "deal_id": "/id",
        "amount": {"from": "/properties/amount", "convert": "number"},
        "stage": {"from": "/properties/dealstage", "values": {"new": "n1", "won": 7}},
        "first": "/items/0/id",
        "whole": "",
        "name": {"argument": "deal_name"},
        "created": {"const": {"really": True}},
        "seen_at": {"received": "date-time"},
        "seen": {"received": "unix-time"},
    },
}
SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
VALUES = SCALARS | st.lists(SCALARS, max_size=3) | st.dictionaries(st.text(), SCALARS, max_size=3)
WORDS = st.text("ab/~", min_size=1, max_size=2)


def pointer(tokens: tuple[str, ...]) -> str:
    return "".join("/" + each.replace("~", "~0").replace("/", "~1") for each in tokens)


def apart(places: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Those of which none stands inside of another."""
    kept: list[tuple[str, ...]] = []
    for each in places:
        if not any(each[: len(other)] == other[: len(each)] for other in kept):
            kept.append(each)
    return kept


PLACES = st.lists(st.lists(WORDS, min_size=1, max_size=3).map(tuple), max_size=5).map(apart)


@given(PLACES, st.data())
def test_arguments_come_back(places: list[tuple[str, ...]], data: st.DataObject) -> None:
    names = {f"ours_{number}": place for number, place in enumerate(places)}
    entries = {name: pointer(place) for name, place in names.items()}
    domain = declared_domain({"arguments": entries})
    arguments = {name: data.draw(VALUES) for name in names if data.draw(st.booleans())}
    arguments["untouched"] = data.draw(VALUES)
    before = deepcopy(arguments)
    vendors = domain.to_vendor(arguments)
    assert domain.from_vendor(vendors) == before == arguments
    assert vendors["untouched"] == arguments["untouched"]
    for name in arguments.keys() & names.keys():
        assert find(vendors, names[name]) == arguments[name]


@given(
    st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.none(),
    st.sampled_from(["new", "won", "another", None]),
    st.text().filter(lambda text: text not in ("new", "won")),
)
def test_forms_and_values_come_back(amount: Any, stage: str | None, name: str) -> None:
    domain = declared_domain(DEAL)
    arguments = {"amount": amount, "stage": stage, "deal_name": name}
    vendors = domain.to_vendor(arguments)
    assert isinstance(vendors["properties"]["amount"], str | None)
    assert vendors["properties"]["dealstage"] == {"new": "n1", "won": 7}.get(stage or "", stage)
    assert domain.from_vendor(vendors) == arguments
    result = domain.to_domain({"properties": vendors["properties"]}, arguments, NOW)
    assert (result["amount"], result["stage"], result["name"]) == (amount, stage, name)


@given(st.dictionaries(st.sampled_from("abc"), VALUES))
def test_a_domain_that_says_nothing_changes_nothing(arguments: dict[str, Any]) -> None:
    assert Domain().to_vendor(arguments) == arguments == Domain().from_vendor(arguments)
    assert Domain().to_domain(arguments, {}, NOW) == arguments


def test_what_a_result_is_made_of() -> None:
    reply = {"id": "d1", "items": [{"id": "i1"}], "properties": {"amount": "1.5", "dealstage": 7}}
    given = {"properties": {"dealname": "Acme"}}
    assert declared_domain(DEAL).to_domain(reply, given, NOW) == {
        "deal_id": "d1",
        "amount": 1.5,
        "stage": "won",
        "first": "i1",
        "whole": reply,
        "name": "Acme",
        "created": {"really": True},
        "seen_at": "2026-03-28T10:00:00Z",
        "seen": 1774692000,
    }
    absent = declared_domain(DEAL).to_domain(None, {}, NOW)
    assert [absent[name] for name in ("deal_id", "amount", "first", "name")] == [None] * 4


def test_what_others_hold_is_never_changed() -> None:
    domain = declared_domain(DEAL)
    given: dict[str, Any] = {"properties": {"colour": "red"}, "deal_name": "Acme"}
    sent = domain.to_vendor(given)
    assert sent == {"properties": {"colour": "red", "dealname": "Acme"}}
    assert (
        domain.from_vendor(sent) == given == {"properties": {"colour": "red"}, "deal_name": "Acme"}
    )
    assert sent == {"properties": {"colour": "red", "dealname": "Acme"}}
    domain.to_domain({}, {}, NOW)["created"]["really"] = False
    assert domain.to_domain({}, {}, NOW)["created"] == {"really": True}


@pytest.mark.parametrize(
    ("arguments", "place", "reason"),
    [
        ({"amount": []}, "amount", "an array is no string"),
        ({"since": "soon"}, "since", "a string that is no time"),
        ({"deal_name": "A", "properties": {"dealname": "B"}}, "deal_name", "give one of them"),
        ({"deal_name": "A", "properties": "B"}, "deal_name", "properties, which is no object"),
    ],
)
def test_arguments_that_do_not_fit(arguments: dict[str, Any], place: str, reason: str) -> None:
    with pytest.raises(ArgumentsInvalidError, match=reason) as caught:
        declared_domain(DEAL).to_vendor(arguments)
    assert caught.value.details == {"pointer": f"/arguments/{place}"}


def test_a_reply_that_does_not_fit() -> None:
    reply = {"properties": {"amount": "a lot"}}
    with pytest.raises(ContractViolationError, match="/properties/amount of the reply") as caught:
        declared_domain(DEAL).to_domain(reply, {}, NOW)
    found = caught.value
    assert (found.pointer, found.expected, found.got) == (
        "/properties/amount",
        "number",
        "a string",
    )


@pytest.mark.parametrize(
    ("declared", "place", "reason"),
    [
        ([], "", "is an array, and must be an object"),
        (None, "", "is null, and must be an object"),
        ({}, "", "declares neither arguments nor a result"),
        ({"results": {}}, "/results", "is not known here: arguments, result are"),
        ({"arguments": {"a": 1}}, "/arguments/a", "is a number, and must be an object"),
        ({"arguments": {"a": "b"}}, "/arguments/a/to", "is no JSON pointer: it begins with /"),
        ({"arguments": {"a": ""}}, "/arguments/a/to", "names no argument"),
        ({"arguments": {"a": {}}}, "/arguments/a/to", "is no JSON pointer"),
        ({"arguments": {"a": {"to": "/b", "form": "x"}}}, "/arguments/a/form", "is not known here"),
        (
            {"arguments": {"a": {"to": "/b", "convert": "money"}}},
            "/arguments/a/convert",
            "is not one of string, integer, number, boolean, date-time, unix-time",
        ),
        ({"arguments": {"a": {"to": "/b", "type": "any"}}}, "/arguments/a/type", "is not one of"),
        (
            {"arguments": {"a": {"to": "/b", "required": "yes"}}},
            "/arguments/a/required",
            "write true or false",
        ),
        (
            {"arguments": {"a": {"to": "/b", "description": 1}}},
            "/arguments/a/description",
            "write a string",
        ),
        (
            {"arguments": {"a": {"to": "/b", "values": {"x": []}}}},
            "/arguments/a/values/x",
            "write a scalar",
        ),
        (
            {"arguments": {"a": {"to": "/b", "values": {"x": 1, "y": 1}}}},
            "/arguments/a/values",
            "no way back",
        ),
        ({"result": {"a": {}}}, "/result/a", "takes one of argument, const, from, received"),
        ({"result": {"a": {"from": "/b", "const": 1}}}, "/result/a", "takes one of"),
        ({"result": {"a": {"const": 1, "convert": "string"}}}, "/result/a/convert", "is not known"),
        ({"result": {"a": {"from": "b"}}}, "/result/a/from", "is no JSON pointer"),
        ({"result": {"a": {"argument": 1}}}, "/result/a/argument", "is no name"),
        ({"result": {"a": {"received": "date"}}}, "/result/a/received", "date-time, unix-time"),
        ({"result": {"a": {"received": ""}}}, "/result/a/received", "date-time, unix-time"),
    ],
)
def test_declarations_without_a_meaning(declared: Any, place: str, reason: str) -> None:
    with pytest.raises(DomainError, match=reason) as caught:
        declared_domain(declared)
    assert caught.value.place == place


KEYS = ("arguments", "result", "to", "from", "const", "argument", "received", "convert", "values")
ANYTHING = st.recursive(
    SCALARS | st.sampled_from(["/a", "/a/b", "", "string", "date-time"]),
    lambda inner: (
        st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=2), inner, max_size=4)
        | st.lists(inner, max_size=2)
    ),
    max_leaves=12,
)


@given(ANYTHING, st.dictionaries(st.text(max_size=2), VALUES, max_size=3), VALUES)
def test_whatever_is_declared_is_a_domain_or_told(
    declared: Any, arguments: dict[str, Any], reply: Any
) -> None:
    try:
        domain = declared_domain(declared)
    except DomainError:
        assert declared != {"result": {}}
        return
    with suppress(ArgumentsInvalidError, ContractViolationError):
        result = domain.to_domain(reply, arguments, NOW)
        assert (
            result == reply if "result" not in declared else list(result) == [*declared["result"]]
        )


def schema(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)[:1]}


TEXT = {"type": "string"}
OPERATION = Operation(
    name="create_deal",
    method_path="deals.create",
    method="POST",
    path="/deals/{deal}",
    parameters=(
        Parameter("deal", "deal", "path", required=True, schema=TEXT, description="Which one."),
        Parameter("account", "X-Account", "header", schema=TEXT, client_parameter=True),
        Parameter("limit", "limit", "query", schema={"anyOf": [TEXT, {"type": "integer"}]}),
    ),
    body=Body(
        required=True,
        media=(
            BodyMedia(
                "application/json",
                "json",
                schema=schema(properties=schema(dealname=TEXT, amount=TEXT), since=TEXT),
                fields={"properties": "properties", "since": "since"},
            ),
        ),
    ),
)


def test_what_is_told_without_a_domain() -> None:
    told = parameters(OPERATION)
    assert {name: (each["type"], each["required"]) for name, each in told.items()} == {
        "deal": ("string", True),
        "properties": ("object", True),
        "limit": ("any", False),
        "since": ("string", False),
    }
    assert list(told)[:2] == ["deal", "properties"]
    assert told["deal"]["description"] == "Which one."


def test_what_is_told_of_a_domain() -> None:
    entries = {
        "deal_id": "/deal",
        "deal_name": "/properties/dealname",
        "amount": {"to": "/properties/amount", "type": "number", "description": "In euros."},
        "since": {"to": "/since", "type": "date-time", "required": True},
    }
    told = parameters(OPERATION._replace(domain={"arguments": entries}))
    assert told == {
        "deal_id": {"type": "string", "required": True, "description": "Which one."},
        "deal_name": {"type": "string", "required": True, "description": ""},
        "since": {"type": "string", "required": True, "description": ""},
        "amount": {"type": "number", "required": False, "description": "In euros."},
        "limit": {"type": "any", "required": False, "description": ""},
    }


def test_what_an_operation_needs_is_required_by_its_domain() -> None:
    operation = OPERATION._replace(domain={"arguments": {"deal_name": "/properties/dealname"}})
    with pytest.raises(ArgumentsInvalidError, match="deal_name: is required"):
        domain_of(operation).to_vendor({"deal": "d1"})
    by_its_own_name = {"deal": "d1", "properties": {"dealname": "Acme"}}
    assert domain_of(operation).to_vendor(by_its_own_name) == by_its_own_name
    assert domain_of(OPERATION) == Domain()


def test_replies_as_json() -> None:
    with salesforce.MockSalesforceClient() as client:
        account = {"Id": "1", "AnnualRevenue": 1.5, "Custom__c": [b"x", NOW.date()]}
        client.mock.stub("get_account", {**account, "Custom__c": ["x"]})
        assert json_form(client.accounts.retrieve("1")) == {
            "id": "1",
            "annual_revenue": 1.5,
            "Custom__c": ["x"],
        }
        assert json_form(client.accounts.delete("1")) is None
    assert json_form((account,)) == [{**account, "Custom__c": ["eA==", "2026-03-28"]}]


def test_the_reply_of_a_page_as_json() -> None:
    with stripe.MockStripeClient() as client:
        client.mock.seed_data("customers", [{"id": "cus_1"}, {"id": "cus_2"}])
        page = client.customers.list(limit=1)
        document = json_form(page)
    assert [each["id"] for each in document["data"]] == ["cus_1"]
    assert find(document, tokens_of("/has_more")) is True
