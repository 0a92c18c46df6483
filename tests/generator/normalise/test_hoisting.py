"""Inline objects get names from the place where they stand."""

from typing import Any

from tests.generator.normalise.documents import STRING, operation, record, ref, run, schemas


def body(schema: dict[str, Any], media: str = "application/json") -> dict[str, Any]:
    return {"content": {media: {"schema": schema}}}


def test_names_follow_the_way_from_the_component() -> None:
    inner = record(line_items={"type": "array", "items": record(tax=record(a=STRING))})
    result = schemas(
        customer=record(shipping=inner, extra={"additionalProperties": record(b=STRING)})
    )
    names = [
        "CustomerShipping",
        "CustomerShippingLineItemsItem",
        "CustomerShippingLineItemsItemTax",
    ]
    assert set(result.schemas) == {"customer", "CustomerExtraValue", *names}
    hoisted = result.root["components"]["schemas"]["CustomerShippingLineItemsItemTax"]
    assert hoisted["x-connector-parent"] == "customer"
    assert hoisted["x-connector-pointer"] == (
        "/components/schemas/customer/properties/shipping/properties/line_items/items/properties/tax"
    )


def test_notes_stay_on_the_reference() -> None:
    given = {**record(a=STRING), "description": "why", "nullable": True, "readOnly": True}
    result = schemas("3.0.3", A=record(b=given))
    assert result.schemas["A"]["properties"]["b"] == {
        **ref("AB"),
        "description": "why",
        "nullable": True,
        "readOnly": True,
    }
    assert result.schemas["AB"] == {**record(a=STRING), "description": "why"}


def test_a_union_names_its_members() -> None:
    members = [
        {**record(a=STRING), "title": "Card"},
        record(type={"const": "bank_account"}),
        STRING,
    ]
    result = schemas(A=record(source={"anyOf": members}))
    assert result.schemas["A"]["properties"]["source"] == ref("ASource")
    assert {"ASourceVariantCard", "ASourceVariantBankAccount"} <= set(result.schemas)


def test_the_only_object_of_a_union_takes_the_name_of_the_place() -> None:
    result = schemas(A=record(address={"anyOf": [record(a=STRING), STRING]}))
    assert result.schemas["A"]["properties"]["address"] == {"anyOf": [ref("AAddress"), STRING]}


def test_operations_own_their_inline_schemas() -> None:
    given = {
        "operationId": "things/list-all",
        "parameters": [{"name": "filter[x]", "in": "query", "schema": record(a=STRING)}],
        "requestBody": body(record(b=STRING)),
        "responses": {
            "200": {"description": "", **body(record(c=STRING))},
            "404": {"description": "", **body(record(d=STRING))},
        },
    }
    result = operation(given)
    assert set(result.schemas) == {
        "ThingsListAllParameterFilterX",
        "ThingsListAllBody",
        "ThingsListAllReply",
        "ThingsListAllReply404",
    }
    assert "x-connector-parent" not in result.root["components"]["schemas"]["ThingsListAllBody"]


def test_without_operation_id_method_and_path_make_the_name() -> None:
    result = operation({"requestBody": body(record(b=STRING))}, "/v1/things/{id}/parts")
    assert set(result.schemas) == {"GetV1ThingsIdPartsBody"}


def test_equal_bodies_in_two_media_types_are_one_schema() -> None:
    content = body(record(b=STRING))["content"] | body(record(b=STRING), "text/json")["content"]
    result = operation({"operationId": "go", "requestBody": {"content": content}})
    assert set(result.schemas) == {"GoBody"}
    content["text/json"] = {"schema": record(c=STRING)}
    other = operation({"operationId": "go", "requestBody": {"content": content}})
    assert set(other.schemas) == {"GoRequestBodyApplicationJson", "GoRequestBodyTextJson"}


def test_of_two_claims_to_a_name_both_take_the_longer_form() -> None:
    result = schemas(A=record(foo_bar=record(a=STRING), fooBar=record(b=STRING)))
    first, second = (node["$ref"] for node in result.schemas["A"]["properties"].values())
    assert first != second
    again = schemas(A=record(fooBar=record(b=STRING), foo_bar=record(a=STRING)))
    assert {node["$ref"] for node in again.schemas["A"]["properties"].values()} == {first, second}


def test_a_component_keeps_its_name() -> None:
    result = schemas(Customer=record(shipping=record(a=STRING)), CustomerShipping=record(b=STRING))
    expected = ref("CustomerInlinePropertyShipping")
    assert result.schemas["Customer"]["properties"]["shipping"] == expected
    assert result.schemas["CustomerShipping"] == record(b=STRING)


def test_a_shared_reply_names_its_schema_once() -> None:
    shared = {"description": "", **body(record(code=STRING))}
    reply = {"responses": {"400": {"$ref": "#/components/responses/Bad"}}}
    result = run(
        {
            "openapi": "3.1.0",
            "info": {"title": "", "version": "1"},
            "paths": {"/a": {"get": reply}, "/b": {"get": reply}},
            "components": {"responses": {"Bad": shared}},
        }
    )
    assert set(result.schemas) == {"BadReply"}


def test_equal_nested_objects_of_requests_are_shared() -> None:
    address = record(street=STRING, city=STRING, geo=record(lat=STRING))
    paths = {
        f"/{name}": {
            "post": {
                "operationId": name,
                "requestBody": body(record(address=address, **{name: STRING})),
                "responses": {"200": {"description": "", **body(record(address=address))}},
            }
        }
        for name in ("zoo", "ant")
    }
    info = {"title": "", "version": "1"}
    result = run({"openapi": "3.1.0", "info": info, "paths": paths})
    assert {"AntBodyAddress", "AntBodyAddressGeo"} <= set(result.schemas)
    assert "ZooBodyAddress" not in result.schemas
    assert "ZooBodyAddressGeo" not in result.schemas
    assert {"AntReplyAddress", "ZooReplyAddress"} <= set(result.schemas)
