"""Replies survive what vendors change; strict decoding names every place."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from types import ModuleType
from typing import Any
from uuid import UUID

import pytest

from connector_runtime.client.models import (
    Decoder,
    ModelViolationError,
    UnknownVariant,
    Violation,
    decoder_for,
)

CUSTOMER: dict[str, Any] = {
    "id": "cus_1",
    "created": "2026-01-02T03:04:05Z",
    "status": "active",
    "sources": [
        {
            "object": "card",
            "last4": "4242",
            "customer": {"id": "cus_2", "created": "2026-01-01T00:00:00Z"},
        },
        {"object": "bank", "routing": "110"},
    ],
    "class": 3,
    "shipping": {"address": {"line1": "Main Street"}},
    "data": "aGk=",
    "born": "1990-05-06",
    "key": "12345678-1234-5678-1234-567812345678",
    "balance": "12.50",
    "pick": {"line1": "x", "zip": 1},
    "blob": {"a": [1, {"b": None}]},
    "limits": {"a": 1},
    "new_member": {"kept": True},
}


def _decode(decoder: Decoder, value: Any) -> tuple[Any, list[Violation]]:
    found: list[Violation] = []
    return decoder.decode_json(json.dumps(value).encode(), found.append), found


@pytest.fixture
def customer(shop: ModuleType) -> Decoder:
    return decoder_for(shop.__name__, "Customer")


def test_a_documented_reply_decodes_without_a_violation(
    customer: Decoder, shop: ModuleType
) -> None:
    made, found = _decode(customer, CUSTOMER)
    assert found == []
    assert isinstance(made, shop.Customer)
    assert made.created == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert isinstance(made.sources[0], shop.Card)
    assert isinstance(made.sources[0].customer, shop.Customer)
    assert isinstance(made.sources[1], shop.Bank)
    assert made.class_ == 3
    assert made.shipping.address == shop.Address(line1="Main Street")
    assert made.data == b"hi"
    assert made.born == date(1990, 5, 6)
    assert made.key == UUID("12345678-1234-5678-1234-567812345678")
    assert made.balance == Decimal("12.50")
    assert isinstance(made.pick, shop.Address)
    assert made.blob == {"a": [1, {"b": None}]}
    assert made.model_extra == {"new_member": {"kept": True}}


@pytest.mark.parametrize(
    ("change", "pointer", "read", "expected"),
    [
        ({"status": "frozen"}, "/status", lambda c: c.status, "frozen"),
        ({"created": "yesterday"}, "/created", lambda c: c.created, "yesterday"),
        ({"id": None}, "/id", lambda c: c.id, None),
        ({"class": "3"}, "/class", lambda c: c.class_, "3"),
        ({"limits": {"a/b": "many"}}, "/limits/a~1b", lambda c: c.limits["a/b"], "many"),
        (
            {"sources": [{"object": "crypto"}]},
            "/sources/0",
            lambda c: c.sources[0],
            UnknownVariant({"object": "crypto"}),
        ),
        (
            {"sources": [{"object": "card"}]},
            "/sources/0/last4",
            lambda c: c.sources[0].last4,
            None,
        ),
        ({"parent": {"id": "cus_0"}}, "/parent/created", lambda c: c.parent.created, None),
        ({"parent": "cus_0"}, "/parent", lambda c: c.parent, "cus_0"),
        ({"created": 1704153600}, "/created", lambda c: c.created, 1704153600),
        ({"created": "1704153600"}, "/created", lambda c: c.created, "1704153600"),
        ({"born": 1704153600}, "/born", lambda c: c.born, 1704153600),
        ({"born": 19.5}, "/born", lambda c: c.born, 19.5),
        ({"data": "no base64!"}, "/data", lambda c: c.data, "no base64!"),
    ],
)
def test_one_deviation_degrades_one_place(
    customer: Decoder, change: dict[str, Any], pointer: str, read: Any, expected: Any
) -> None:
    made, found = _decode(customer, {**CUSTOMER, **change})
    assert [each.pointer for each in found] == [pointer]
    assert read(made) == expected
    assert made.shipping.address.line1 == "Main Street"
    with pytest.raises(ModelViolationError) as caught:
        customer.decode_strictly({**CUSTOMER, **change})
    assert [each.pointer for each in caught.value.violations] == [pointer]


@pytest.mark.parametrize(
    ("annotation", "given", "got"),
    [
        ("time", 3600, "integer"),
        ("list[date]", 1704153600, "integer"),
        ("date | None", True, "boolean"),
        ("dict[str, datetime]", 1.5, "number"),
        ("datetime | date", 1704153600, "integer"),
        ("str | datetime", 1704153600, "integer"),
    ],
)
def test_a_count_of_seconds_is_no_date(
    shop: ModuleType, annotation: str, given: Any, got: str
) -> None:
    value = {"list": [given], "dict": {"a": given}}.get(annotation[:4], given)
    decoder = decoder_for(shop.__name__, annotation)
    made, found = _decode(decoder, value)
    assert made == value
    assert [each.got for each in found] == [got]
    assert decoder.decode(value, found.append) == value
    assert len(found) == 2


@pytest.mark.parametrize("annotation", ["date | datetime", "datetime | date | None"])
def test_dates_and_date_times_in_a_union_are_told_apart(shop: ModuleType, annotation: str) -> None:
    decoder = decoder_for(shop.__name__, annotation)
    assert _decode(decoder, "2020-01-01") == (date(2020, 1, 1), [])
    assert _decode(decoder, "2020-01-01T00:00:00Z") == (datetime(2020, 1, 1, tzinfo=UTC), [])


def test_a_missing_required_member_reads_none(customer: Decoder) -> None:
    made, found = _decode(customer, {"created": "2026-01-02T03:04:05Z"})
    assert made.id is None
    assert found == [Violation("/id", "Field required", "missing")]


def test_an_open_enumeration_takes_any_value(customer: Decoder) -> None:
    made, found = _decode(customer, {**CUSTOMER, "plan": "enterprise"})
    assert (made.plan, found) == ("enterprise", [])


def test_enumerations_of_the_same_values_stay_open_or_closed(shop: ModuleType) -> None:
    closed = decoder_for(shop.__name__, 'Literal["u", "v"] | str | None')
    opened = decoder_for(shop.__name__, 'str | Literal["u", "v"] | None')
    assert _decode(opened, "w") == ("w", [])
    assert [each.pointer for each in _decode(closed, "w")[1]] == [""]


def test_a_violation_never_holds_the_value(customer: Decoder) -> None:
    _, found = _decode(customer, {**CUSTOMER, "created": "secret-token"})
    assert "secret-token" not in repr(found)


def test_annotations_beyond_a_class_decode(shop: ModuleType) -> None:
    made, found = _decode(decoder_for(shop.__name__, "list[Source]"), CUSTOMER["sources"])
    assert [type(each).__name__ for each in made] == ["Card", "Bank"]
    assert found == []


def test_a_whole_number_is_an_integer_however_it_is_written(shop: ModuleType) -> None:
    decoder = decoder_for(shop.__name__, "list[int]")
    assert _decode(decoder, [2.0, 3]) == ([2, 3], [])
    assert decoder.decode_json_strictly(b"[2.0, 3]") == [2, 3]


def test_strict_decoding_names_the_places_that_degrade(shop: ModuleType) -> None:
    decoder = decoder_for(shop.__name__, "list[int | str]")
    with pytest.raises(ModelViolationError) as refused:
        decoder.decode_json_strictly(b"[1, true]")
    assert [each.pointer for each in refused.value.violations] == ["/1"]
    assert _decode(decoder, [1, True])[1] == list(refused.value.violations)


def test_a_reply_that_is_no_json_is_an_error(customer: Decoder) -> None:
    with pytest.raises(ValueError, match="expected"):
        customer.decode_json(b"<html>", lambda _: None)
