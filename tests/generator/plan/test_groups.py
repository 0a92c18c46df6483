"""Which module holds a model."""

import pytest

from connector_generator.ir.types import Reference
from connector_generator.plan.groups import groups, module_name
from tests.generator.plan.pieces import NUMBER, alias, api, operation, prop, record, types


@pytest.mark.parametrize(
    ("class_name", "module"),
    [
        ("BankAccount", "bank_account"),
        ("HTTPError2", "http_error_2"),
        ("URL", "url"),
        ("Import", "import_"),
        ("Class", "class_"),
        ("Con", "con_"),
        ("Com1", "com_1"),
        ("X", "x"),
    ],
)
def test_file_names(class_name: str, module: str) -> None:
    assert module_name(class_name) == module


def test_hoisted_objects_stay_with_the_component_they_come_from() -> None:
    members = types(
        record("Customer", prop("a", NUMBER)),
        record("CustomerAcceptance", prop("a", NUMBER)),
        record("CustomerAddress", prop("a"), schema={"x-connector-parent": "Customer"}),
    )
    assert groups(api(types=members), members) == {
        "Customer": "customer",
        "CustomerAcceptance": "customer_acceptance",
        "CustomerAddress": "customer",
    }


def test_objects_and_types_of_an_operation_stay_with_its_resource() -> None:
    pointer = "/paths/~1pets/get"
    members = types(
        record("ListPetsReply", prop("a"), pointer=f"{pointer}/responses/200"),
        alias("ListPetsReplyDefault", NUMBER, pointer=f"{pointer}/responses/default"),
        record("HookBody", prop("a"), pointer="/webhooks/hook/post/requestBody"),
    )
    shop = api(operation("list_pets", "pets.toys.list", pointer=pointer), types=members)
    assert groups(shop, members) == {
        "ListPetsReply": "pets_reply_objects",
        "ListPetsReplyDefault": "pets_reply_types",
        "HookBody": "shared_reply_objects",
    }


def test_a_small_module_joins_its_only_user() -> None:
    members = types(
        record("Order", prop("line", Reference("Line")), prop("shared", Reference("Shared"))),
        record("Line", prop("a")),
        record("Shared", prop("a")),
        record("Invoice", prop("shared", Reference("Shared"))),
    )
    assert groups(api(types=members), members) == {
        "Order": "order",
        "Line": "order",
        "Shared": "shared",
        "Invoice": "invoice",
    }


def test_mutual_references_have_one_home() -> None:
    members = types(
        record("A", prop("b", Reference("B"))),
        record("B", prop("a", Reference("A"))),
    )
    found = groups(api(types=members), members)
    assert found["A"] == found["B"]
