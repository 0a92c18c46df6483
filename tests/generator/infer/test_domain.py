"""The domain form in the build: what fits is kept, what does not is told with its place."""

from typing import Any

import pytest

from connector_generator.infer import infer, misdeclared_domains
from connector_generator.ir.api import Api, Operation
from connector_generator.ir.names import Name
from connector_generator.ir.types import (
    ArrayOf,
    MapOf,
    Nullable,
    OneOf,
    Property,
    Record,
    Reference,
)
from tests.generator.infer.building import (
    FLAG,
    NUMBER,
    TEXT,
    api,
    body,
    member,
    operation,
    parameter,
    reply,
    types,
)

STRING = {"type": "string"}
PROPERTIES = {
    "type": "object",
    "properties": {
        "dealname": {**STRING, "description": "What it is called."},
        "amount": STRING,
        "stage": {**STRING, "enum": ["n1", "w1"]},
        "rank": {"type": "integer"},
    },
}


def named(key: str, *properties: Property, extra: Any = None, **schema: Any) -> Record:
    return Record(name=Name(key, key), properties=properties, extra=extra, schema=schema)


def deal() -> Operation:
    return operation(
        "POST",
        "/deals",
        "create_deal",
        parameter("account", location="header", client_parameter=True),
        parameter("limit", NUMBER),
        takes=body(
            member(
                "properties", Reference("Properties"), **{"$ref": "#/components/schemas/Properties"}
            ),
            member("since", **STRING),
            member("labels", MapOf(TEXT), type="object", additionalProperties=STRING),
        ),
        answers=reply(Reference("Deal")),
    )


def deals() -> Api:
    inner = Property(name=Name("createdAt", "created_at"), type=TEXT, schema=STRING)
    either = OneOf((Reference("Person"), TEXT))
    return api(
        deal(),
        known=types(
            named("Properties", **PROPERTIES),
            named("Person", member("name")),
            named(
                "Deal",
                inner,
                member("owner", Nullable(either)),
                member("lines", ArrayOf(Reference("Person"))),
                member("labels", MapOf(FLAG)),
            ),
        ),
    )


def told(domain: Any) -> list[str]:
    known = deals()
    pointer = known.operations[0].pointer
    extensions = {pointer: {"x-connector-domain": domain}}
    found = list(misdeclared_domains(known, extensions))
    assert all((each.pointer, each.extension) == (pointer, "x-connector-domain") for each in found)
    (kept,) = infer(known, extensions).operations
    assert bool(kept.facts.domain) is not bool(found)
    return [each.message for each in found]


GOOD = {
    "arguments": {
        "deal_name": "/properties/dealname",
        "amount": {"to": "/properties/amount", "type": "number", "convert": "string"},
        "stage": {"to": "/properties/stage", "values": {"new": "n1", "won": "w1"}},
        "rank": {"to": "/properties/rank", "type": "date-time", "convert": "unix-time"},
        "properties": "/properties",
        "colour": "/labels/colour",
        "limit": "/limit",
    },
    "result": {
        "made": "/created_at",
        "owner": "/owner/name",
        "line": "/lines/0/name",
        "label": "/labels/anything",
        "deal": "",
        "name": {"argument": "deal_name"},
        "since": {"argument": "since"},
        "now": {"received": "date-time"},
    },
}


def test_what_fits_is_kept_with_the_descriptions_of_its_places() -> None:
    assert told(GOOD) == []
    known = deals()
    extensions = {known.operations[0].pointer: {"x-connector-domain": GOOD}}
    (kept,) = infer(known, extensions).operations
    arguments = kept.facts.domain["arguments"]
    described = {"to": "/properties/dealname", "description": "What it is called."}
    assert arguments["deal_name"] == described
    assert arguments["amount"] == GOOD["arguments"]["amount"]
    assert kept.facts.domain["result"] == GOOD["result"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            {"name": "/properties/dealnam"},
            "/arguments/name: /properties/dealnam is no argument: /properties takes amount, dealname,",
        ),
        ({"a": "/nothing"}, "the operation takes labels, limit, properties, since"),
        ({"a": "/account"}, "/account is no argument"),
        ({"a": "/since/year"}, "/since takes nothing"),
        ({"a": "/since", "b": "/since"}, "/arguments/b: goes where another goes, to /since"),
        ({"since": "/properties/dealname"}, "has an argument since of its own"),
        ({"a": {"to": "/since", "form": "x"}}, "/arguments/a/form: is not known here"),
        ({"a": {"to": "/properties/rank", "convert": "string"}}, "'a text' is not what"),
        ({"a": {"to": "/properties/stage", "values": {"new": "n2"}}}, "'n2' is not what"),
        ({"a": {"to": "/since", "type": "boolean"}}, "True is not what /since takes"),
        ({"a": {"to": "/since", "type": "object", "convert": "string"}}, "do not convert: a: an"),
        (
            {"a": {"to": "/properties/amount", "type": "date-time", "convert": "boolean"}},
            "do not convert",
        ),
        (
            {"a": {"to": "/limit", "type": "number", "convert": "integer"}},
            "the number is not whole",
        ),
    ],
)
def test_arguments_that_do_not_fit(arguments: Any, message: str) -> None:
    (found,) = told({"arguments": arguments})
    assert message in found


@pytest.mark.parametrize(
    ("result", "message"),
    [
        (
            {"a": "/createdAt"},
            "/result/a: /createdAt is not in the reply: name its members as Python",
        ),
        ({"a": "/lines/name"}, "/lines/name is not in the reply"),
        ({"a": "/owner/age"}, "/owner/age is not in the reply"),
        (
            {"a": {"argument": "name"}},
            "name is no argument of the operation: there are labels, limit",
        ),
        ({"a": {"const": 1, "from": "/owner"}}, "/result/a: takes one of"),
    ],
)
def test_results_that_do_not_fit(result: Any, message: str) -> None:
    (found,) = told({"result": result})
    assert message in found


def test_a_reply_without_content_has_no_places() -> None:
    removed = operation("DELETE", "/deals/{id}", "delete_deal", parameter("id", location="path"))
    extensions = {removed.pointer: {"x-connector-domain": {"result": {"id": "/id"}}}}
    (found,) = misdeclared_domains(api(removed), extensions)
    assert found.message.startswith("/result/id: the reply has no JSON")
    fitting = {"result": {"id": {"argument": "id"}, "deleted": {"const": True}}}
    assert not list(
        misdeclared_domains(api(removed), {removed.pointer: {"x-connector-domain": fitting}})
    )
