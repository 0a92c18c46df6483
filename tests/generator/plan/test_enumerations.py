"""Long enumerations get a name of their own."""

from connector_generator.ir.types import ArrayOf, Enumeration, Nullable, Record, Reference
from connector_generator.plan.enumerations import name_long_enumerations
from tests.generator.plan.pieces import api, operation, parameter, prop, record, types

LONG = Enumeration(tuple(f"value_number_{number}" for number in range(8)))
AWKWARD = Enumeration((*LONG.values, "it's"))


def _types_of(named: object) -> list[object]:
    assert isinstance(named, Record)
    return [each.type for each in named.properties]


def test_names_come_from_the_owner() -> None:
    members = types(
        record(
            "Order",
            prop("status", Nullable(ArrayOf(LONG))),
            prop("short", Enumeration(("a",))),
            prop("awkward", AWKWARD),
        )
    )
    named = name_long_enumerations(
        api(
            operation("list_orders", "list", parameters=(parameter("kind", type_=LONG),)),
            types=members,
        )
    )
    assert _types_of(named.types["Order"]) == [
        Nullable(ArrayOf(Reference("OrderStatus"))),
        Enumeration(("a",)),
        AWKWARD,
    ]
    assert named.operations[0].parameters[0].type == Reference("ListOrdersKind")
    assert set(named.types) == {"Order", "OrderStatus", "ListOrdersKind"}
    assert named.types["OrderStatus"].schema == {"x-connector-parent": "Order"}


def test_a_taken_name_is_left_alone() -> None:
    members = types(record("Order", prop("status", LONG)), record("ORDERSTATUS", prop("a")))
    named = name_long_enumerations(api(types=members))
    assert _types_of(named.types["Order"]) == [LONG]
