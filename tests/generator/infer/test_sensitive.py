"""Secrets, personal data, amounts and bulk in arguments and replies."""

from connector_generator.infer import Sensitive, SensitivePointers
from connector_generator.ir.api import Operation
from connector_generator.ir.types import ArrayOf, MapOf, NamedType, Record, Reference
from tests.generator.infer.building import (
    NUMBER,
    TEXT,
    body,
    many,
    member,
    operation,
    parameter,
    record,
    reply,
    types,
)


def found(of: Operation, *known: NamedType) -> SensitivePointers:
    return Sensitive(types(*known)).pointers(of)


def test_secrets_by_name_and_by_format() -> None:
    takes = body(member("password"), member("pass", format="password"), member("name"))
    post = operation("POST", "/x", "x", parameter("client_secret"), takes=takes)
    assert found(post).secret == (
        "/arguments/client_secret",
        "/arguments/pass",
        "/arguments/password",
    )


def test_page_tokens_and_counts_of_tokens_are_no_secrets() -> None:
    get = operation(
        "GET",
        "/x",
        "x",
        *(parameter(name) for name in ("page_token", "nextPageToken", "sync_token")),
        parameter("max_tokens", NUMBER),
    )
    assert found(get).secret == ()


def test_secrets_in_replies() -> None:
    get = operation("GET", "/x", answers=reply(Reference("Key")))
    assert found(get, record("Key", id=TEXT, access_token=TEXT)).secret == ("/reply/access_token",)


def test_personal_data_deep_in_arguments_and_replies() -> None:
    person = record("Person", email=TEXT, firstName=TEXT, color=TEXT, address=Reference("Address"))
    address = record("Address", postal_code=TEXT, country=TEXT)
    post = operation(
        "POST", "/x", takes=body(member("people", many("Person"))), answers=reply(many("Person"))
    )
    assert found(post, person, address).personal == (
        "/arguments/people/*/address/postal_code",
        "/arguments/people/*/email",
        "/arguments/people/*/firstName",
        "/reply/*/address/postal_code",
        "/reply/*/email",
        "/reply/*/firstName",
    )


def test_amounts_and_prices_beside_a_currency() -> None:
    post = operation(
        "POST", "/x", takes=body(member("amount", NUMBER), member("price"), member("currency"))
    )
    assert found(post).amount == ("/arguments/amount", "/arguments/price")
    other = operation("POST", "/x", takes=body(member("amount", NUMBER), member("value", NUMBER)))
    assert found(other).amount == ("/arguments/amount",)


def test_money_as_an_object() -> None:
    money = record("Money", amount=NUMBER, currency=TEXT)
    post = operation("POST", "/x", takes=body(member("amount_money", Reference("Money"))))
    assert found(post, money).amount == ("/arguments/amount_money/amount",)


def test_lists_of_records_are_bulk() -> None:
    takes = body(member("items", many("Thing")), member("tags", ArrayOf(TEXT)))
    assert found(operation("POST", "/x", takes=takes), record("Thing", id=TEXT)).bulk == (
        "/arguments/items",
    )


def test_maps_and_recursion() -> None:
    node = record("Node", email=TEXT, children=many("Node"), by_name=MapOf(Reference("Node")))
    get = operation("GET", "/x", answers=reply(Reference("Node")))
    assert found(get, node).personal == ("/reply/email",)


def test_a_huge_schema_is_looked_at_in_bounds() -> None:
    wide: list[Record] = [
        record(f"R{at}", email=TEXT, **{f"m{i}": Reference(f"R{i}") for i in range(40)})
        for at in range(40)
    ]
    get = operation("GET", "/x", answers=reply(Reference("R0")))
    assert 0 < len(found(get, *wide).personal) <= 500
