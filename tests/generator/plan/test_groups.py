"""Which module holds a model."""

import pytest

from connector_generator.ir.types import Reference
from connector_generator.plan.groups import groups, module_name
from tests.generator.plan.pieces import NUMBER, api, operation, prop, record, types


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


def test_families_and_hoisted_objects_stay_together() -> None:
    members = types(
        record("Customer", prop("a", NUMBER)),
        record("CustomerAcceptance", prop("a", NUMBER)),
        record("CustomerAcceptanceOnline", prop("a"), schema={"x-connector-parent": "Customer"}),
        record("Custom", prop("a")),
    )
    found = groups(api(types=members), members)
    assert set(found.values()) == {"customer", "custom"}
    assert found["CustomerAcceptance"] == found["CustomerAcceptanceOnline"] == "customer"


def test_objects_of_an_operation_stay_with_its_resource() -> None:
    pointer = "/paths/~1pets/get"
    members = types(
        record("ListPetsReply", prop("a"), pointer=f"{pointer}/responses/200"),
        record("HookBody", prop("a"), pointer="/webhooks/hook/post/requestBody"),
    )
    shop = api(operation("list_pets", "pets.toys.list", pointer=pointer), types=members)
    assert groups(shop, members) == {
        "ListPetsReply": "pets_replies",
        "HookBody": "shared_replies",
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
