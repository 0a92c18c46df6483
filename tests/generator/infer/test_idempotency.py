"""Where the key goes that makes a repeated write harmless."""

import pytest

from connector_generator.infer import infer
from connector_generator.ir.facts import Idempotency
from tests.generator.infer.building import api, body, member, operation, parameter


def place(found: Idempotency | None) -> tuple[str, str] | None:
    return (found.location, found.field) if found else None


@pytest.mark.parametrize(
    "header", ["Idempotency-Key", "X-Idempotency-Key", "idempotency_key", "PayPal-Request-Id"]
)
def test_a_header(header: str) -> None:
    (found,) = infer(
        api(operation("POST", "/x", "create_x", parameter(header, location="header"))), {}
    ).operations
    assert place(found.facts.idempotency) == ("header", header)


@pytest.mark.parametrize("header", ["X-Request-ID", "If-Match", "Idempotency-Expiry", "X-Key"])
def test_other_headers_are_none(header: str) -> None:
    (found,) = infer(
        api(operation("POST", "/x", "create_x", parameter(header, location="header"))), {}
    ).operations
    assert found.facts.idempotency is None


def test_a_field_of_the_body() -> None:
    takes = body(member("idempotency_key"), member("reference"))
    (found,) = infer(api(operation("POST", "/x", "create_x", takes=takes)), {}).operations
    assert place(found.facts.idempotency) == ("body", "idempotency_key")
    assert found.facts.idempotency is not None
    assert found.facts.idempotency.evidence == ("its body has idempotency_key",)


def test_a_reference_is_no_key() -> None:
    (found,) = infer(
        api(operation("POST", "/x", "create_x", takes=body(member("reference")))), {}
    ).operations
    assert found.facts.idempotency is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Acme-Key", ("header", "Acme-Key")),
        ({"header": "Acme-Key"}, ("header", "Acme-Key")),
        ({"body": "token"}, ("body", "token")),
        ({"location": "body", "field": "token"}, ("body", "token")),
        (False, None),
    ],
)
def test_what_an_operation_declares(value: object, expected: tuple[str, str] | None) -> None:
    post = operation("POST", "/x", "create_x", parameter("Idempotency-Key", location="header"))
    (found,) = infer(api(post), {post.pointer: {"x-connector-idempotency": value}}).operations
    assert place(found.facts.idempotency) == expected


def test_what_the_document_declares_is_for_its_writes() -> None:
    operations = [
        operation("GET", "/x", "get_x"),
        operation("POST", "/x", "create_x"),
        operation("DELETE", "/x", "delete_x"),
    ]
    found = infer(
        api(*operations), {"": {"x-connector-idempotency": {"header": "Idempotency-Key"}}}
    ).operations
    assert [place(each.facts.idempotency) for each in found] == [
        None,
        ("header", "Idempotency-Key"),
        None,
    ]
