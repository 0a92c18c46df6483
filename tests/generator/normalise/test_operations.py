"""Operations stand alone: parameters, replies and security are complete and in shape."""

from typing import Any

import pytest

from tests.generator.normalise.documents import STRING, operation, record, ref, run

OK = {"200": {"description": "ok"}}


def parameter(name: str, place: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "in": place, "schema": STRING, **more}


@pytest.mark.parametrize(
    ("place", "style", "explode"),
    [("query", "form", True), ("header", "simple", False), ("cookie", "form", True)],
)
def test_defaults_are_written_down(place: str, style: str, explode: bool) -> None:
    given = operation({"parameters": [parameter("x", place)]}).operation()["parameters"]
    assert given == [
        {
            "name": "x",
            "in": place,
            "required": False,
            "style": style,
            "explode": explode,
            "allowReserved": False,
            "schema": STRING,
        }
    ]


def test_path_item_parameters_are_merged_and_own_ones_win() -> None:
    item = {
        "parameters": [parameter("a", "query"), parameter("b", "query")],
        "servers": [{"url": "https://item"}],
        "get": {"parameters": [parameter("b", "query", required=True)], "responses": OK},
    }
    result = run({"openapi": "3.1.0", "info": {"title": "", "version": ""}, "paths": {"/x": item}})
    given = result.operation("/x")
    assert [(p["name"], p["required"]) for p in given["parameters"]] == [("a", False), ("b", True)]
    assert given["servers"] == [{"url": "https://item"}]
    assert given["x-connector-pointer"] == "/paths/~1x/get"


@pytest.mark.parametrize(
    ("path", "declared", "names", "code"),
    [
        ("/a/{id}", [], ["id"], "undeclared-path-parameter"),
        ("/a", ["id"], [], "unknown-path-parameter"),
        ("/a/{user_id}", ["userId"], ["user_id"], "renamed-path-parameter"),
        ("/a/{a.b-c}", ["a.b-c"], ["a.b-c"], ""),
        ("/a/{id}.json", ["id"], ["id"], ""),
        ("/a/{id", ["x"], [], "unknown-path-parameter"),
    ],
)
def test_path_parameters_fit_the_path(
    path: str, declared: list[str], names: list[str], code: str
) -> None:
    parameters = [parameter(name, "path", required=True) for name in declared]
    result = operation({"parameters": parameters}, path)
    assert [p["name"] for p in result.operation(path)["parameters"]] == names
    assert result.codes == ([code] if code else [])


def test_a_query_in_the_path_becomes_parameters() -> None:
    key = "/run?action=go&id={id}#part"
    given = operation({"parameters": [parameter("id", "path")]}, key).operation(key)
    assert given["x-connector-path"] == "/run"
    assert [(p["name"], p["in"], p.get("x-connector-fixed")) for p in given["parameters"]] == [
        ("action", "query", "go"),
        ("id", "query", None),
    ]


def test_a_reserved_expansion_keeps_its_slashes() -> None:
    key = "/v1/{+name}"
    given = operation({"parameters": [parameter("name", "path")]}, key).operation(key)
    assert given["x-connector-path"] == "/v1/{name}"
    assert given["parameters"][0]["allowReserved"] is True


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (parameter("Accept", "header"), "ignored-header-parameter"),
        (parameter("x", "body"), "invalid-parameter"),
        ({"in": "query"}, "invalid-parameter"),
        ("x", "invalid-parameter"),
        ({"$ref": "#/components/parameters/Gone"}, "dangling-ref"),
    ],
)
def test_what_cannot_be_sent_is_left_out(given: Any, code: str) -> None:
    result = operation({"parameters": [given]})
    assert result.operation()["parameters"] == []
    assert result.codes == [code]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"name": "x", "in": "query"}, "parameter-without-schema"),
        (parameter("x", "query", style="simple"), "invalid-style"),
        (parameter("x", "Query"), "invalid-parameter"),
    ],
)
def test_what_can_be_sent_is_repaired(given: Any, code: str) -> None:
    result = operation({"parameters": [given]})
    assert result.operation()["parameters"][0]["schema"] == STRING
    assert result.codes == [code]


@pytest.mark.parametrize(
    ("responses", "statuses", "code"),
    [
        (None, ["default"], "missing-responses"),
        ({}, ["default"], "missing-responses"),
        ({200: {"description": ""}}, ["200"], ""),
        ({"4xx": {"description": ""}}, ["4XX"], "invalid-status"),
        ({"ok": {"description": ""}}, ["default"], "invalid-status"),
        ({"200": {}}, ["200"], "reply-without-description"),
        ({"200": {"$ref": "#/components/responses/Gone"}}, ["200"], "dangling-ref"),
    ],
)
def test_replies(responses: Any, statuses: list[str], code: str) -> None:
    result = operation({"responses": responses})
    assert list(result.operation()["responses"]) == statuses
    assert code in result.codes or not code


def test_content_may_be_a_reference_to_a_media_type() -> None:
    media = {"schema": ref("A")}
    components = {"schemas": {"A": record(a=STRING)}, "mediaTypes": {"Json": media}}
    reply = {"description": "", "content": {"$ref": "#/components/mediaTypes/Json"}}
    result = operation({"responses": {"200": reply}}, components=components)
    content = result.operation()["responses"]["200"]["content"]
    assert content == {"application/json": {"schema": ref("A")}}


def test_security() -> None:
    schemes = {"key": {"type": "apiKey", "in": "header", "name": "X"}}
    result = operation(
        {"security": [{"key": None}, {"gone": []}]},
        components={"securitySchemes": schemes},
        security=[{"key": []}],
    )
    assert result.operation()["security"] == [{"key": []}]
    assert result.root["security"] == [{"key": []}]
    assert sorted(result.codes) == ["security-scope-null", "unknown-security-scheme"]
    assert operation({"security": []}).operation()["security"] == []


def test_openapi_3_2_is_kept() -> None:
    item = {
        "query": {"responses": {"200": {"description": "", "content": {
            "text/event-stream": {"itemSchema": record(a=STRING)}}}}},
        "additionalOperations": {"COPY": {"responses": OK}},
    }  # fmt: skip
    result = run({"openapi": "3.2.0", "info": {"title": "", "version": ""}, "paths": {"/x": item}})
    media = result.operation("/x", "query")["responses"]["200"]["content"]["text/event-stream"]
    assert media == {"itemSchema": ref("QueryXReplyItem")}
    copy = result.root["paths"]["/x"]["additionalOperations"]["COPY"]
    assert copy["x-connector-pointer"] == "/paths/~1x/additionalOperations/COPY"


def test_duplicate_operation_ids_are_reported_and_kept() -> None:
    given = {
        "get": {"operationId": "a", "responses": OK},
        "put": {"operationId": "a", "responses": OK},
    }
    result = run({"openapi": "3.1.0", "info": {"title": "", "version": ""}, "paths": {"/x": given}})
    assert result.operation("/x", "put")["operationId"] == "a"
    assert result.codes == ["duplicate-operation-id"]


def test_the_frame_is_repaired() -> None:
    result = run(
        {"openapi": "3.0.0", "info": {"version": 2.0}, "paths": {"a": {"get": {"responses": OK}}}}
    )
    assert result.root["info"] == {"title": "api", "version": "2.0"}
    assert list(result.root["paths"]) == ["/a"]
    assert result.codes == ["missing-info", "numeric-version", "path-without-slash"]
