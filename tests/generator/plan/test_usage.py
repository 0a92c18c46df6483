"""Components are models where replies reach them, TypedDicts where requests do."""

from connector_generator.ir.api import Body, BodyMedia, Webhook
from connector_generator.ir.names import Name
from connector_generator.ir.types import ArrayOf, Discriminator, Nullable, OneOf, Reference
from connector_generator.plan.usage import arguments, body_fields, usage
from tests.generator.plan.pieces import (
    TEXT,
    alias,
    api,
    fields,
    operation,
    parameter,
    prop,
    record,
    reply,
    types,
)


def test_each_side_follows_its_own_properties() -> None:
    members = types(
        record(
            "Pet",
            prop("secret", Reference("Secret"), write_only=True),
            prop("stamp", Reference("Stamp"), read_only=True),
            prop("self", Reference("Pet")),
        ),
        record("Secret", prop("a")),
        record("Stamp", prop("a")),
        record("Filter", prop("a")),
        record("Error", prop("a")),
        record("Event", prop("a")),
        record("Unused", prop("a")),
        alias("Pets", ArrayOf(Nullable(Reference("Pet")))),
    )
    found = usage(
        api(
            operation(
                "create_pet",
                "pets.create",
                parameters=(parameter("filter", type_=Reference("Filter")),),
                body=fields(prop("pet", Reference("Pet"))),
                replies=(reply(Reference("Pets")),),
                errors=(reply(Reference("Error"), status="404"),),
            ),
            types=members,
            webhooks=(Webhook(name=Name("e", "e"), type=Reference("Event")),),
        )
    )
    assert found.replies == ("Pet", "Stamp", "Error", "Event", "Pets")
    assert found.requests == ("Pet", "Secret", "Filter")


def test_tags_reach_members_too() -> None:
    members = types(record("Cat", prop("a")), record("Dog", prop("a")))
    union = OneOf((Reference("Cat"),), Discriminator("kind", (("dog", "Dog"),)))
    shop = api(operation("get", "get", replies=(reply(union),)), types=members)
    assert usage(shop).replies == ("Cat", "Dog")


def test_path_parameters_come_in_the_order_of_the_path() -> None:
    taken = operation(
        "get",
        "get",
        path="/a/{first}/b/{second}",
        parameters=(parameter("q"), parameter("second", "path"), parameter("first", "path")),
    )
    assert [each.name.python for each in arguments(taken)] == ["first", "second", "q"]


def test_fields_of_further_media_types_are_optional_arguments() -> None:
    def media(kind: str, *names: str) -> BodyMedia:
        return BodyMedia(
            content_type=kind,
            kind="json",
            type=TEXT,
            schema={},
            fields=tuple(prop(name, required=True) for name in names),
        )

    body = Body(required=True, media=(media("a/a", "name"), media("b/b", "name", "file")))
    found = body_fields(operation("send", "send", body=body))
    assert found is not None
    assert {name: required for name, (_, required) in found.items()} == {
        "name": True,
        "file": False,
    }
