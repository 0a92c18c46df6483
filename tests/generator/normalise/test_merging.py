"""Several documents as one connector."""

from typing import Any

from connector_generator.normalise import merge
from connector_generator.normalise.parse import parse
from tests.generator.normalise.dialect import violations
from tests.generator.normalise.documents import STRING, record, ref, run


def document(name: str, **properties: Any) -> Any:
    reply = {"description": "", "content": {"application/json": {"schema": ref("Thing")}}}
    key = {"type": "apiKey", "in": "header", "name": f"X-{name}"}
    return run(
        {
            "openapi": "3.1.0",
            "info": {"title": name, "version": "1"},
            "servers": [{"url": f"https://{name}.example.com"}],
            "security": [{"key": []}],
            "paths": {
                "/things": {"get": {"operationId": "list", "responses": {"200": reply}}},
                f"/{name}": {"get": {"responses": {"200": reply}, "security": []}},
            },
            "components": {
                "schemas": {
                    "Thing": record(inner=record(a=STRING), **properties),
                    "Same": record(s=STRING),
                    "Outer": record(thing=ref("Thing")),
                },
                "securitySchemes": {"key": key},
            },
        },
        name,
    ).document


def test_what_differs_takes_the_name_of_its_document() -> None:
    merged = merge([document("mail", m=STRING), document("chat", c=STRING)])
    names = set(merged.root["components"]["schemas"])
    assert {"Same", "MailThing", "ChatThing", "MailOuter", "ChatOuter"} <= names
    assert "Thing" not in names
    assert set(merged.root["components"]["securitySchemes"]) == {"MailKey", "ChatKey"}
    assert violations(merged.root) == []
    parse(merged)


def test_equal_schemas_are_shared() -> None:
    merged = merge([document("mail"), document("chat")])
    assert set(merged.root["components"]["schemas"]) == {"Thing", "ThingInner", "Same", "Outer"}


def test_operations_keep_servers_and_security_of_their_document() -> None:
    merged = merge([document("mail"), document("chat")])
    chat = merged.root["paths"]["/chat"]["get"]
    assert chat["servers"] == [{"url": "https://chat.example.com"}]
    assert chat["security"] == []
    assert chat["x-connector-document"] == "chat"
    again = merged.root["paths"]["/things#chat"]["get"]
    assert again["x-connector-path"] == "/things"
    assert again["security"] == [{"ChatKey": []}]


def test_pointers_lead_to_the_document_they_came_from() -> None:
    merged = merge([document("mail"), document("chat")])
    pointer = merged.root["paths"]["/chat"]["get"]["x-connector-pointer"]
    assert pointer == "/chat/paths/~1chat/get"
    place = merged.locate(pointer)
    assert (place.file, place.pointer) == ("chat.yaml", "/paths/~1chat/get")


def test_one_document_stays_itself() -> None:
    only = document("mail")
    assert merge([only]) is only
