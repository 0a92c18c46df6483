"""Class names of component schemas."""

import pytest

from connector_generator.lower.naming import (
    FrozenNames,
    allocate_types,
    module_name,
    pascal_case,
)


def allocate(*keys: str) -> list[str]:
    return [name.python for name in allocate_types(dict.fromkeys(keys), FrozenNames()).values()]


@pytest.mark.parametrize(
    ("key", "python"),
    [
        ("customer", "Customer"),
        ("payment_intent", "PaymentIntent"),
        ("io.k8s.api.core.v1.Pod", "IoK8sApiCoreV1Pod"),
        ("OAuth2App", "OAuth2App"),
        ("API_KEY", "ApiKey"),
        ("3DSecure", "N3DSecure"),
        ("Model", "ModelObject"),
        ("Page", "PageObject"),
        ("list", "ListObject"),
        ("datetime", "Datetime"),
        ("Filter", "Filter"),
        ("Exception", "ExceptionObject"),
        ("None", "NoneObject"),
        ("CreateParams", "CreateParameters"),
        ("日本", "日本"),
        ("$", "Dollar"),
    ],
)
def test_one_type(key: str, python: str) -> None:
    assert allocate(key) == [python]


def test_names_differ_not_only_by_case() -> None:
    names = allocate("foo", "Foo", "FOO")
    assert names[1] == "Foo"
    assert len({name.lower() for name in names}) == 3


def test_a_request_view_never_meets_another_type() -> None:
    assert allocate("Foo", "FooParams") == ["Foo", "FooParameters"]


def test_the_documents_own_name_goes_before_a_hoisted_one() -> None:
    names = allocate_types({"customer_shipping": None, "customer-shipping": "customer"})
    assert names["customer_shipping"].python == "CustomerShipping"
    assert names["customer-shipping"].python != "CustomerShipping"


def test_frozen_names_are_kept() -> None:
    lock = FrozenNames(types={"foo": "Foo"})
    names = allocate_types({"foo": None, "Foo": None}, lock)
    assert names["foo"].python == "Foo"
    assert names["Foo"].python != "Foo"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("SimpleUser", "simple_user"),
        ("import", "import_"),
        ("Größe", "grosse"),
        ("日本", "u65e5_u672c"),
        ("../../etc/passwd", "etc_passwd"),
        ("", "empty"),
    ],
)
def test_module_names_are_ascii(text: str, name: str) -> None:
    assert module_name(text) == name


def test_pascal_case_is_an_identifier() -> None:
    assert pascal_case("") == "Empty"
    assert pascal_case("true") == "True_"
