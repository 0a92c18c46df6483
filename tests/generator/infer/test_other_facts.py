"""Streams, errors, compensation, the probe, and what is only declared."""

from typing import Any

import pytest

from connector_generator.infer import infer, misdeclared
from connector_generator.ir.api import SecurityUse
from connector_generator.ir.facts import ErrorShape
from connector_generator.ir.types import ArrayOf, Reference
from tests.generator.infer.building import (
    FLAG,
    NUMBER,
    TEXT,
    api,
    body,
    many,
    member,
    operation,
    parameter,
    record,
    reply,
    types,
)


def test_a_stream_and_its_switch() -> None:
    post = operation(
        "POST",
        "/chat",
        "create_chat",
        answers=reply(TEXT, kind="sse"),
        takes=body(member("stream", FLAG), member("model")),
    )
    (found,) = infer(api(post), {}).operations
    assert (found.facts.stream, found.facts.stream_parameter) == ("sse", "stream")


def test_a_switch_without_a_stream_is_none() -> None:
    post = operation("POST", "/chat", takes=body(member("stream", FLAG)), answers=reply(TEXT))
    (found,) = infer(api(post), {}).operations
    assert (found.facts.stream, found.facts.stream_parameter) == ("", "")


@pytest.mark.parametrize(
    ("extensions", "expected"),
    [
        ({"x-connector-stream": "jsonl"}, ("jsonl", "")),
        ({"x-connector-stream": {"kind": "sse", "parameter": "live"}}, ("sse", "live")),
        ({"x-connector-stream": False}, ("", "")),
        ({"x-fern-streaming": True}, ("sse", "")),
        ({"x-connector-stream": "nonsense"}, ("sse", "")),
    ],
)
def test_declared_streams(extensions: dict[str, object], expected: tuple[str, str]) -> None:
    get = operation("GET", "/events", answers=reply(TEXT, kind="sse"))
    (found,) = infer(api(get), {get.pointer: extensions}).operations
    assert (found.facts.stream, found.facts.stream_parameter) == expected


ERRORS = types(
    record("Flat", code=TEXT, message=TEXT),
    record("Wrapped", error=Reference("Inner")),
    record("Inner", type=TEXT, code=TEXT, message=TEXT, param=TEXT),
    record("Listed", errors=many("Inner")),
    record("OAuth", error=TEXT, error_description=TEXT),
    record("Other", id=TEXT),
)


@pytest.mark.parametrize(
    ("schema", "shape"),
    [
        ("Flat", ErrorShape("/code", "/message")),
        ("Wrapped", ErrorShape("/error/code", "/error/message")),
        ("Listed", ErrorShape("/errors/0/code", "/errors/0/message")),
        ("OAuth", ErrorShape("/error", "/error_description")),
        ("Other", None),
    ],
)
def test_where_code_and_message_stand(schema: str, shape: ErrorShape | None) -> None:
    get = operation("GET", "/x", errors=(reply(Reference(schema), "400"),))
    assert infer(api(get, known=ERRORS), {}).error == shape


def test_only_the_operation_that_differs_has_its_own_error() -> None:
    plain = [
        operation("GET", f"/{name}", name, errors=(reply(Reference("Flat"), "400"),))
        for name in "ab"
    ]
    other = operation("GET", "/c", "c", errors=(reply(Reference("Wrapped"), "4XX"),))
    found = infer(api(*plain, other, known=ERRORS), {})
    assert found.error == ErrorShape("/code", "/message")
    assert [each.facts.error for each in found.operations] == [
        None,
        None,
        ErrorShape("/error/code", "/error/message"),
    ]


def test_a_declared_error_with_its_condition() -> None:
    declared = {"code": "/error", "when": {"pointer": "/ok", "value": False}}
    found = infer(api(operation("GET", "/x")), {"": {"x-connector-error": declared}})
    assert found.error == ErrorShape("/error", "", "/ok", False)


def undo(*places: tuple[str, str, str]) -> dict[str, str]:
    operations = [operation(method, path, name) for method, path, name in places]  # type: ignore[arg-type]
    found = infer(api(*operations), {}).operations
    return {
        each.name.python: each.facts.reversible_by for each in found if each.facts.reversible_by
    }


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (
            [("POST", "/pets", "create_pet"), ("DELETE", "/pets/{id}", "delete_pet")],
            {"create_pet": "delete_pet"},
        ),
        (
            [("POST", "/Pets.json", "create_pet"), ("DELETE", "/Pets/{Sid}.json", "delete_pet")],
            {"create_pet": "delete_pet"},
        ),
        (
            [
                ("PUT", "/gists/{id}/star", "star_gist"),
                ("DELETE", "/gists/{id}/star", "unstar_gist"),
            ],
            {"star_gist": "unstar_gist"},
        ),
        (
            [("POST", "/x/{id}/pause", "pause_x"), ("POST", "/x/{id}/resume", "resume_x")],
            {"pause_x": "resume_x", "resume_x": "pause_x"},
        ),
        (
            [("POST", "/pins.add", "add_pin"), ("POST", "/pins.remove", "remove_pin")],
            {"add_pin": "remove_pin"},
        ),
        (
            [("POST", "/pets/search", "search_pets"), ("DELETE", "/pets/{id}", "delete_pet")],
            {},
        ),
        ([("POST", "/pets", "create_pet"), ("DELETE", "/pets", "delete_pets")], {}),
    ],
)
def test_what_undoes_what(places: list[tuple[str, str, str]], expected: dict[str, str]) -> None:
    assert undo(*places) == expected


SECURED = ((SecurityUse("key"),),)


def probe(*operations: tuple[str, str, bool], **declared: object) -> list[str]:
    built = [
        operation(
            "GET",
            path,
            name,
            *([parameter("id", required=True)] if takes else []),
            security=SECURED,
        )
        for path, name, takes in operations
    ]
    notes = {"": {f"x-connector-{key}": value for key, value in declared.items()}}
    found = infer(api(*built), notes).operations
    return [each.name.python for each in found if each.facts.probe]


def test_the_probe_is_a_read_about_oneself() -> None:
    operations = (("/pets", "list_pets", False), ("/users/me", "get_me", False))
    assert probe(*operations) == ["get_me"]
    assert probe(*operations, probe="list_pets") == ["list_pets"]


def test_the_probe_needs_no_arguments() -> None:
    assert probe(("/me", "get_me", True), ("/pets", "list_pets", False)) == ["list_pets"]
    assert probe(("/me", "get_me", True)) == []


def test_a_client_parameter_is_no_obstacle_to_the_probe() -> None:
    get = operation(
        "GET",
        "/users/{userId}/profile",
        "get_profile",
        parameter("userId", location="path", required=True, client_parameter=True),
    )
    (found,) = infer(api(get), {}).operations
    assert found.facts.probe


def test_what_is_only_declared() -> None:
    get = operation("GET", "/x")
    own = {
        "x-connector-timeout": 60,
        "x-connector-retry": {"max_attempts": 5},
        "x-connector-reversible-by": "undo_x",
    }
    common = {"x-connector-timeout": 10, "x-connector-rate-limit": {"rate": 2}}
    (found,) = infer(api(get), {get.pointer: own, "": common}).operations
    assert found.facts.timeout == 60.0
    assert found.facts.retry == (("max_attempts", 5),)
    assert found.facts.rate_limit == (("rate", 2),)
    assert found.facts.reversible_by == "undo_x"


@pytest.mark.parametrize("value", [0, -1, True, "5", None])
def test_a_timeout_that_is_none_is_ignored(value: object) -> None:
    get = operation("GET", "/x")
    (found,) = infer(api(get), {get.pointer: {"x-connector-timeout": value}}).operations
    assert found.facts.timeout is None


def test_the_limit_of_an_operation_is_its_own() -> None:
    get = operation("GET", "/x")
    own = {"x-connector-rate-limit": {"rate": 0.5, "burst": 1}}
    (found,) = infer(api(get), {get.pointer: own}).operations
    assert dict(found.facts.rate_limit) == {"rate": 0.5, "burst": 1, "scope": "operation"}


@pytest.mark.parametrize(
    ("extension", "value", "word"),
    [
        ("x-connector-timeout", "5", "seconds"),
        ("x-connector-retry", 3, "object"),
        ("x-connector-retry", {"max_attempts": 0}, "max_attempts"),
        ("x-connector-retry", {"retries": 3}, "retries"),
        ("x-connector-rate-limit", {"per_second": 2}, "per_second"),
        ("x-connector-rate-limit", {"rate": 2, "failures": 2}, "burst and rate"),
        ("x-connector-rate-limit", "2/s", "object"),
        ("x-connector-sandbox", "^sk_test_", "object"),
        ("x-connector-sandbox", {"key": "x"}, "base_url and credential"),
        ("x-connector-sandbox", {"credential": "("}, "regular expression"),
    ],
)
def test_what_has_no_meaning_is_left_out_and_told(extension: str, value: Any, word: str) -> None:
    get = operation("GET", "/x")
    extensions = {get.pointer: {extension: value}}
    (told,) = misdeclared(extensions)
    assert (told.pointer, told.extension) == (get.pointer, extension)
    assert word in told.message
    (found,) = infer(api(get), extensions).operations
    assert (found.facts.timeout, found.facts.retry) == (None, ())


def test_a_sandbox() -> None:
    declared = {"x-connector-sandbox": {"credential": "^sk_test_"}}
    assert infer(api(), {"": declared}).sandbox == (("credential", "^sk_test_"),)


def test_a_single_attempt() -> None:
    get = operation("GET", "/x")
    (found,) = infer(api(get), {get.pointer: {"x-connector-retry": False}}).operations
    assert found.facts.retry == (("max_attempts", 1),)


def test_inference_changes_nothing_else() -> None:
    get = operation("GET", "/x", answers=reply(ArrayOf(NUMBER)))
    before = api(get)
    after = infer(before, {})
    assert after.types is before.types
    assert after.operations[0].replies == get.replies
