"""Arguments to request: names, what is required, what the client fills in, what is added."""

from typing import Any

import pytest

from connector_runtime.client.arguments import OMIT
from connector_runtime.client.wire.problems import ArgumentError
from connector_runtime.client.wire.request import compile_encoder

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"

UPDATE = {
    "name": "update_thing",
    "method": "post",
    "path": "/{account}/things/{id}",
    "parameters": [
        {
            "name": "account_sid",
            "wire": "account",
            "location": "path",
            "style": "simple",
            "client_parameter": True,
        },
        {"name": "thing_id", "wire": "id", "location": "path", "style": "simple"},
        {"name": "query_id", "wire": "id", "location": "query"},
        {"name": "dry_run", "wire": "dryRun", "location": "query", "required": True},
    ],
    "body": {
        "required": True,
        "media": [
            {
                "content_type": JSON,
                "kind": "json",
                "fields": {"name": "name", "from_": "from"},
                "schema": {"type": "object", "required": ["name", "id"]},
            },
            {"content_type": FORM, "kind": "form", "fields": {"name": "Name"}},
            {"content_type": "text/plain", "kind": "text"},
        ],
    },
}
CALL = {"thing_id": "t", "dry_run": True, "name": "n"}
CLIENT = {"account_sid": "AC1", "unrelated": "x"}


@pytest.fixture(scope="module")
def encoder(make_operation: Any) -> Any:
    """The encoder of an operation that has everything."""
    return compile_encoder(make_operation(**UPDATE))


def test_a_call(encoder: Any) -> None:
    request = encoder.encode(CALL | {"query_id": OMIT, "from_": "me"}, CLIENT)

    assert request.target == "/AC1/things/t?dryRun=true"
    assert request.body == b'{"name":"n","from":"me"}'
    assert request.content_type == JSON
    assert request.replayable


def test_a_call_can_override_the_client(encoder: Any) -> None:
    assert encoder.encode({**CALL, "account_sid": "AC2"}, CLIENT).path == "/AC2/things/t"
    assert encoder.encode({**CALL, "account_sid": OMIT}, CLIENT).path == "/AC1/things/t"


@pytest.mark.parametrize("missing", ["thing_id", "dry_run", "name"])
@pytest.mark.parametrize("how", ["absent", "omit"])
def test_what_is_required(encoder: Any, missing: str, how: str) -> None:
    call = {key: value for key, value in CALL.items() if key != missing}
    if how == "omit":
        call[missing] = OMIT

    with pytest.raises(ArgumentError, match=f"'{missing}' is required") as caught:
        encoder.encode(call, CLIENT)

    assert caught.value.pointer == f"/{missing}"


def test_a_client_parameter_that_nobody_gives(encoder: Any) -> None:
    with pytest.raises(ArgumentError, match="'account_sid' is required"):
        encoder.encode(CALL)


def test_unknown_arguments(encoder: Any) -> None:
    with pytest.raises(ArgumentError, match="did you mean 'dry_run'") as caught:
        encoder.encode({**CALL, "dryrun": True}, CLIENT)

    assert caught.value.pointer == "/dryrun"
    assert "update_thing" in caught.value.message


def test_wire_names_where_they_are_unambiguous(encoder: Any) -> None:
    wire = {"account": "AC3", "thing_id": "t", "dryRun": False, "name": "n", "from": "me"}

    request = encoder.encode(wire)

    assert request.target == "/AC3/things/t?dryRun=false"
    assert request.body == b'{"name":"n","from":"me"}'
    with pytest.raises(ArgumentError, match="'thing_id' or 'query_id'"):
        encoder.encode({**wire, "id": "t"})
    with pytest.raises(ArgumentError, match="'dry_run' is given twice"):
        encoder.encode({**wire, "dry_run": True})


def test_another_content_type(encoder: Any) -> None:
    form = encoder.encode(CALL, CLIENT, content_type="Application/X-WWW-form-urlencoded; a=b")
    call = {"thing_id": "t", "dry_run": True, "body": "hi"}
    text = encoder.encode(call, CLIENT, content_type="text/plain")

    assert (form.body, form.content_type) == (b"Name=n", FORM)
    assert (text.body, text.content_type) == (b"hi", "text/plain")
    with pytest.raises(ArgumentError, match="cannot be sent as 'image/png'"):
        encoder.encode(CALL, CLIENT, content_type="image/png")
    with pytest.raises(ArgumentError, match="has no argument 'from_'"):
        encoder.encode({**CALL, "from_": "x"}, CLIENT, content_type=FORM)


def test_extras_are_added_by_wire_name(encoder: Any) -> None:
    request = encoder.encode(
        CALL, CLIENT, extra_query={"a b": [1, 2], "o": {"k": "v"}}, extra_body={"new": [1]}
    )

    assert request.query == "dryRun=true&a+b=1&a+b=2&o%5Bk%5D=v"
    assert request.body == b'{"name":"n","new":[1]}'
    assert encoder.encode(
        {"thing_id": "t", "dry_run": True}, CLIENT, extra_body={"name": "x"}
    ).body == (b'{"name":"x"}')


@pytest.mark.parametrize("required", [True, False])
@pytest.mark.parametrize("method", ["get", "post"])
def test_bodies_that_nobody_gives(send: Any, required: bool, method: str) -> None:
    fields = {"content_type": JSON, "kind": "json", "fields": {"a": "a"}}
    body = {"required": required, "media": [fields]}

    request = send({"a": OMIT}, method=method, body=body)

    assert request.body == (b"{}" if required else None)
    assert request.content_type == (JSON if required else "")


def test_one_value_bodies_that_nobody_gives(send: Any, make_operation: Any) -> None:
    media = {"content_type": "text/plain", "kind": "text"}

    assert send({}, body={"media": [media]}).body is None
    assert send({"body": None}, body={"media": [media]}).body is None
    with pytest.raises(ArgumentError, match="'body' is required"):
        send({}, body={"media": [media], "required": True})
    with pytest.raises(ArgumentError):
        send({"body": None}, body={"media": [media], "required": True})
    encoder = compile_encoder(make_operation(body={"media": [{**media, "kind": "json"}]}))
    assert encoder.encode({}, extra_body={"a": 1}).body == b'{"a":1}'
    assert encoder.encode({"body": {"b": 2}}, extra_body={"a": 1}).body == b'{"b":2,"a":1}'
    with pytest.raises(ArgumentError, match="extra fields"):
        encoder.encode({"body": [1]}, extra_body={"a": 1})


def test_problems_name_the_argument(send_one: Any) -> None:
    with pytest.raises(ArgumentError) as caught:
        send_one({"a/b": object()}, "query")

    assert caught.value.pointer == "/color/a~1b"


def test_arguments_are_never_changed(encoder: Any) -> None:
    call = {**CALL, "name": {"deep": [1]}}
    before = repr(call)

    encoder.encode(call, CLIENT, extra_body={"x": 1})

    assert repr(call) == before
