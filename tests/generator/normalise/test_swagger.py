"""Swagger 2.0 in the words of OpenAPI 3."""

from typing import Any

from tests.generator.normalise.documents import STRING, record, ref, run


def swagger(operation: dict[str, Any], **more: Any) -> Any:
    info = {"title": "Old", "version": "1"}
    responses = {"200": {"description": "ok"}}
    operation = {"responses": responses, **operation}
    return run({"swagger": "2.0", "info": info, "paths": {"/x": {"post": operation}}, **more})


def test_servers() -> None:
    result = swagger({}, host="api.example.com", basePath="/v1/", schemes=["http", "https"])
    assert result.root["servers"] == [
        {"url": "https://api.example.com/v1"},
        {"url": "http://api.example.com/v1"},
    ]
    assert swagger({}, basePath="/v1").root["servers"] == [{"url": "/v1"}]
    assert swagger({}).root["servers"] == []


def test_body_and_definitions() -> None:
    body = {"name": "b", "in": "body", "required": True, "schema": {"$ref": "#/definitions/A"}}
    result = swagger(
        {"parameters": [body]},
        consumes=["application/json"],
        definitions={"A": record(a={"type": "string", "x-nullable": True})},
    )
    assert result.operation("/x", "post")["requestBody"] == {
        "content": {"application/json": {"schema": ref("A")}},
        "required": True,
    }
    assert result.schemas["A"] == record(a={"type": "string", "nullable": True})
    assert result.root["components"]["schemas"]["A"]["x-connector-pointer"] == "/definitions/A"


def test_form_parameters_make_a_body() -> None:
    fields = [
        {"name": "a", "in": "formData", "type": "string", "required": True},
        {
            "name": "b",
            "in": "formData",
            "type": "array",
            "items": STRING,
            "collectionFormat": "multi",
        },
    ]
    content = swagger({"parameters": fields}).operation("/x", "post")["requestBody"]["content"]
    assert content == {
        "application/x-www-form-urlencoded": {
            "schema": ref("PostXBody"),
            "encoding": {"b": {"style": "form", "explode": True}},
        }
    }
    file = {"name": "f", "in": "formData", "type": "file"}
    result = swagger({"parameters": [*fields, file]})
    assert list(result.operation("/x", "post")["requestBody"]["content"]) == ["multipart/form-data"]
    assert result.schemas["PostXBody"]["properties"]["f"] == {"type": "string", "format": "binary"}


def test_collection_formats() -> None:
    names = ("csv", "ssv", "pipes", "multi", "tsv")
    parameters = [
        {"name": name, "in": "query", "type": "array", "items": STRING, "collectionFormat": name}
        for name in names
    ]
    result = swagger({"parameters": parameters})
    given = result.operation("/x", "post")["parameters"]
    assert [(p["style"], p["explode"]) for p in given] == [
        ("form", False),
        ("spaceDelimited", False),
        ("pipeDelimited", False),
        ("form", True),
        ("form", False),
    ]
    assert result.codes == ["collection-format"]


def test_replies_and_security() -> None:
    reply = {"description": "", "schema": {"type": "file"}, "headers": {"X-A": {"type": "integer"}}}
    result = swagger(
        {"responses": {"200": reply}, "produces": ["image/png"], "security": [{"o": ["read"]}]},
        securityDefinitions={
            "b": {"type": "basic"},
            "o": {"type": "oauth2", "flow": "accessCode", "authorizationUrl": "u", "tokenUrl": "t",
                  "scopes": {"read": "r"}},
        },
    )  # fmt: skip
    given = result.operation("/x", "post")["responses"]["200"]
    assert given["content"] == {"image/png": {"schema": {"type": "string", "format": "binary"}}}
    assert given["headers"]["X-A"]["schema"] == {"type": "integer"}
    schemes = result.root["components"]["securitySchemes"]
    assert schemes["b"] == {"type": "http", "scheme": "basic"}
    assert list(schemes["o"]["flows"]) == ["authorizationCode"]


def test_shared_parameters_and_replies() -> None:
    result = swagger(
        {
            "parameters": [{"$ref": "#/parameters/limit"}, {"$ref": "#/parameters/body"}],
            "responses": {"400": {"$ref": "#/responses/Bad"}},
        },
        parameters={
            "limit": {"name": "limit", "in": "query", "type": "integer"},
            "body": {"name": "b", "in": "body", "schema": STRING},
        },
        responses={"Bad": {"description": "bad", "schema": record(code=STRING)}},
    )
    given = result.operation("/x", "post")
    assert [(p["name"], p["schema"]) for p in given["parameters"]] == [
        ("limit", {"type": "integer"})
    ]
    assert given["requestBody"]["content"]["application/json"] == {"schema": STRING}
    assert given["responses"]["400"]["content"]["application/json"] == {"schema": ref("BadReply")}
    assert result.codes == []
