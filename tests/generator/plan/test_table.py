"""The data files: lean lines that the runtime reads back whole."""

from connector_generator.ir.api import SecurityUse
from connector_generator.ir.facts import Complexity, ErrorShape, Facts, Pagination
from connector_generator.ir.types import ArrayOf, Reference
from connector_generator.plan.annotations import model_view
from connector_generator.plan.schemas import lean, schema_lines
from connector_generator.plan.table import default_security, operation_lines
from connector_runtime.client.operation import operation_from_json
from tests.generator.plan.pieces import (
    TEXT,
    api,
    fields,
    operation,
    parameter,
    prop,
    record,
    reply,
    types,
)

PETS = types(record("Pet", prop("name")))


def test_a_line_says_only_what_is_not_the_default() -> None:
    (line,) = operation_lines(
        api(operation("get_pet", "pets.retrieve", path="/pets")), model_view(PETS)
    )
    assert line == {
        "name": "get_pet",
        "method_path": "pets.retrieve",
        "method": "GET",
        "path": "/pets",
    }


def test_the_runtime_reads_a_line_back() -> None:
    full = operation(
        "list_pets",
        "pets.list",
        path="/pets/{id}",
        summary="List.",
        description="First paragraph.\n\nSecond.",
        parameters=(
            parameter("id", "path", style="label"),
            parameter("tags", explode=False, description="Tags.\n\nMore."),
        ),
        body=fields(prop("name-x", python="name_x"), prop("id", read_only=True)),
        replies=(reply(ArrayOf(Reference("Pet"))), reply(None, "binary", "206")),
        errors=(reply(Reference("Pet"), status="4XX"),),
        security=((SecurityUse("key", ("read",)),), ()),
        facts=Facts(
            complexity=Complexity.READ,
            complexity_evidence=("GET",),
            pagination=Pagination("cursor", "", parameter="after"),
            error=ErrorShape(code="/code", when_pointer="/ok", when_value=False),
            retry=(("attempts", 2),),
            timeout=60.0,
        ),
    )
    other = operation("a_list", "pets.a", security=((),))
    third = operation("b_list", "pets.b", security=((),))
    lines = operation_lines(api(full, other, third), model_view(PETS))
    assert [line["name"] for line in lines] == ["a_list", "b_list", "list_pets"]
    read = operation_from_json(lines[2])
    assert read.description == "First paragraph."
    assert [each.style for each in read.parameters] == ["label", "form"]
    assert [each.explode for each in read.parameters] == [True, False]
    assert read.parameters[1].description == "Tags."
    assert read.body is not None
    assert read.body.media[0].fields == {"name_x": "name-x"}
    assert [media.model for media in read.replies["200"]] == ["list[Pet]"]
    assert [media.model for media in read.replies["206"]] == ["bytes"]
    assert [media.model for media in read.errors["4XX"]] == ["Pet"]
    assert read.security == ({"key": ("read",)}, {})
    assert read.scopes == ("read",)
    assert read.pagination == {"strategy": "cursor", "items": "", "parameter": "after"}
    assert read.error == {"code": "/code", "when_pointer": "/ok", "when_value": False}
    assert (read.complexity, read.timeout, read.retry) == (1, 60.0, {"attempts": 2})
    assert operation_from_json(lines[0]).security is None


def test_the_default_security_is_what_most_operations_ask_for() -> None:
    keyed, free = ((SecurityUse("key"),),), ((),)
    asked = [
        operation(f"o{n}", f"o{n}", security=each) for n, each in enumerate([keyed, free, free])
    ]
    assert default_security(asked) == free
    assert default_security([]) == ()


def test_schemas_lose_prose_but_no_property() -> None:
    schema = {
        "type": "object",
        "description": "gone",
        "x-connector-pointer": "/gone",
        "properties": {
            "description": {"type": "string", "title": "gone", "example": {"title": "kept"}},
            "x-rate": {"type": "integer", "default": 1},
        },
        "anyOf": [{"title": "gone", "minimum": 1}],
    }
    assert lean(schema) == {
        "type": "object",
        "properties": {
            "description": {"type": "string", "example": {"title": "kept"}},
            "x-rate": {"type": "integer", "default": 1},
        },
        "anyOf": [{"minimum": 1}],
    }


def test_only_schemas_that_something_reaches_are_written() -> None:
    def reference(name: str) -> dict[str, str]:
        return {"$ref": f"#/components/schemas/{name}"}

    members = types(
        record("A", schema={"properties": {"default": reference("B~1C")}}),
        record("B/C", schema={"type": "object"}),
        record("Unused", schema={"type": "object"}),
    )
    asked = parameter("a", type_=TEXT)
    shop = api(
        operation("get", "get", replies=(reply(Reference("A")),), parameters=(asked,)),
        types=members,
    )
    media = shop.operations[0].replies[0].media[0]
    assert schema_lines(shop) == ()
    media.schema.update(reference("A"))
    assert [line["name"] for line in schema_lines(shop)] == ["A", "B/C"]
