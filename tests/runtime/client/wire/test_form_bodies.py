"""Bodies of application/x-www-form-urlencoded, nested as Stripe's API takes them."""

from typing import Any

import pytest

from connector_runtime.client.wire.problems import ArgumentError

FORM = "application/x-www-form-urlencoded"
DEEP = {"style": "deepObject", "explode": True}


@pytest.mark.parametrize(
    ("arguments", "encodings", "expected"),
    [
        ({"email": "a+b@c.de", "name": "A B&C=D"}, {}, "email=a%2Bb%40c.de&name=A+B%26C%3DD"),
        ({"n": 1, "yes": True, "no": False}, {}, "n=1&yes=true&no=false"),
        ({"clear": None}, {}, "clear="),
        (
            {"metadata": {"tier": "gold", "k": None}},
            {"metadata": DEEP},
            "metadata%5Btier%5D=gold&metadata%5Bk%5D=",
        ),
        (
            {"items": [{"price": "p", "quantity": 2}, {"price": "q"}]},
            {"items": DEEP},
            "items%5B0%5D%5Bprice%5D=p&items%5B0%5D%5Bquantity%5D=2&items%5B1%5D%5Bprice%5D=q",
        ),
        ({"tags": ["a", "b c"]}, {}, "tags=a&tags=b+c"),
        ({"expand": ["a", "b"]}, {"expand": DEEP}, "expand%5B0%5D=a&expand%5B1%5D=b"),
        ({"address": {"line1": ""}}, {"address": DEEP}, "address%5Bline1%5D="),
        ({"a": {"b": {"c": [1]}}}, {"a": DEEP}, "a%5Bb%5D%5Bc%5D%5B0%5D=1"),
        ({"a": {"b": [1, None]}}, {}, "a=%7B%22b%22%3A%5B1%2Cnull%5D%7D"),
        ({"a": [{"b": 1}, None, [2]]}, {}, "a=%7B%22b%22%3A1%7D&a=&a=%5B2%5D"),
        ({"a": {"b": 1, "c": {"d": 2}}}, {"a": {"style": "form"}}, "b=1&c=%7B%22d%22%3A2%7D"),
        ({"tags": ["a", "b,c"]}, {"tags": {"explode": False}}, "tags=a%2Cb%2Cc"),
        (
            {"tags": ["a", "b"]},
            {"tags": {"style": "pipeDelimited", "explode": False}},
            "tags=a%7Cb",
        ),
        (
            {"tags": ["a", "b"]},
            {"tags": {"style": "spaceDelimited", "explode": False}},
            "tags=a+b",
        ),
        ({"o": {"R": 1, "G": None}}, {"o": {"explode": False}}, "o=R%2C1"),
        ({"o": {"a": 1}}, {"o": {"content_type": "application/json"}}, "o=%7B%22a%22%3A1%7D"),
        ({"id": "a"}, {"id": {"content_type": "application/json"}}, "id=%22a%22"),
        ({"id": "a", "n": 1}, {"id": {"content_type": "text/plain"}, "n": {}}, "id=a&n=1"),
        ({"empty": [], "none": {}}, {"none": DEEP}, ""),
        ({"ü": "ü"}, {}, "%C3%BC=%C3%BC"),
    ],
)
def test_form(send_body: Any, arguments: Any, encodings: Any, expected: str) -> None:
    request = send_body("form", FORM, arguments, encodings=encodings)

    assert request.body == expected.encode()
    assert request.content_type == FORM
    assert request.replayable


def test_the_whole_form_as_one_value(send_body: Any) -> None:
    assert send_body("form", FORM, {"body": {"a": 1}}).body == b"a=1"
    with pytest.raises(ArgumentError, match="form is given as an object") as caught:
        send_body("form", FORM, {"body": [1]})
    assert caught.value.pointer == "/body"


def test_problems_name_the_argument_and_the_place(make_operation: Any) -> None:
    from connector_runtime.client.wire.request import compile_encoder

    media = {"content_type": FORM, "kind": "form", "fields": {"items_": "items"}}
    encoder = compile_encoder(make_operation(method="post", body={"media": [media]}))

    with pytest.raises(ArgumentError) as caught:
        encoder.encode({"items_": [{"price": object()}]})

    assert caught.value.pointer == "/items_/0/price"
    assert str(caught.value).startswith("/items_/0/price: ")
