"""The whole plan: resources, methods and their documentation."""

import pytest

from connector_generator.diagnostics import Diagnostics
from connector_generator.ir.facts import Complexity, Facts, Pagination
from connector_generator.ir.types import ArrayOf, Binary, Nullable, Reference
from connector_generator.plan import PackagePlan, plan
from connector_generator.plan.package import Method
from tests.generator.plan.pieces import (
    NUMBER,
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
    whole,
)

PETS = types(
    record("Pet", prop("name"), prop("list", Reference("Toys"))),
    record("PetPage", prop("data", ArrayOf(Reference("Pet")))),
    alias("Toys", Nullable(ArrayOf(TEXT))),
)


def _method(package: PackagePlan, name: str) -> Method:
    classes = [package.client.root, *(each for m in package.resources for each in m.classes)]
    return next(method for each in classes for method in each.methods if method.name == name)


def _signature(method: Method) -> list[str]:
    def text(name: str, annotation: str, default: str) -> str:
        return f"{name}: {annotation}" + (f" = {default}" if default else "")

    def items(arguments: tuple[object, ...]) -> list[str]:
        return [text(a.name, a.annotation, a.default) for a in arguments]  # type: ignore[attr-defined]

    return [*items(method.positional), "*", *items(method.keyword)]


def test_signature_order() -> None:
    package = plan(
        api(
            operation(
                "update_pet",
                "pets.update",
                path="/pets/{id}/{part}",
                parameters=(
                    parameter("part", "path"),
                    parameter("dry", type_=NUMBER),
                    parameter("id", "path", NUMBER),
                    parameter("account", "header", required=True, client_parameter=True),
                    parameter("version", required=True),
                ),
                body=fields(prop("name", required=True), prop("toys", Nullable(TEXT))),
                replies=(reply(Reference("Pet")), reply(None, "empty", "204")),
            ),
            types=PETS,
        ),
        Diagnostics(),
    )
    method = _method(package, "update")
    assert _signature(method) == [
        "id: int",
        "part: str",
        "*",
        "version: str",
        "name: str",
        "dry: int | Omit = OMIT",
        "account: str | Omit = OMIT",
        "toys: str | Omit | None = OMIT",
        "options: CallOptions | None = None",
    ]
    assert method.returns == ("models.Pet | None",)


def test_lists_return_pages() -> None:
    paging = Facts(complexity=Complexity.READ, pagination=Pagination("cursor", "/data"))
    package = plan(
        api(
            operation(
                "list_pets", "pets.list", replies=(reply(Reference("PetPage")),), facts=paging
            ),
            operation(
                "list_toys",
                "toys.list",
                replies=(reply(Reference("Toys")),),
                facts=Facts(pagination=Pagination("page", "")),
            ),
            operation("list_x", "x.list", replies=(reply(TEXT),), facts=paging),
            types=PETS,
        ),
        Diagnostics(),
    )
    pages = [each.classes[0].methods[0] for each in package.resources]
    assert [each.returns for each in pages] == [
        ("models.Pet", "models.PetPage"),
        ("str", "models.Toys"),
        ("Any", "str"),
    ]
    assert [(each.paged, each.async_paged) for each in pages] == [("Page", "PendingPage")] * 3


@pytest.mark.parametrize(
    ("body", "argument"),
    [
        (whole(Binary()), "body: FileInput"),
        (whole(ArrayOf(Reference("Pet"))), "body: list[params.PetParams]"),
    ],
)
def test_a_body_in_one_piece_is_called_body(body: object, argument: str) -> None:
    sent = operation("send", "things.send", body=body)
    package = plan(api(sent, types=PETS), Diagnostics())
    assert _signature(_method(package, "send"))[1] == argument


def test_parents_without_operations_and_equal_joined_names() -> None:
    package = plan(
        api(
            operation("a", "chat.completions.create"),
            operation("b", "chat_completions.create"),
            operation("c", "import_.run"),
        ),
        Diagnostics(),
    )
    assert [module.stem for module in package.resources] == ["chat", "chat_completions", "import_"]
    names = [each.name for module in package.resources for each in module.classes]
    assert names == ["Chat", "Chat_Completions", "ChatCompletions", "Import"]
    assert not package.resources[0].classes[0].methods


def test_operations_without_a_resource_are_methods_of_the_client() -> None:
    package = plan(api(operation("send_message", "send_message")), Diagnostics())
    assert [each.name for each in package.client.root.methods] == ["send_message"]
    assert package.resources == ()


def test_snippets_ask_for_required_arguments_only() -> None:
    taken = operation(
        "get_pet",
        "pets.retrieve",
        path="/pets/{id}",
        parameters=(parameter("id", "path", NUMBER), parameter("q")),
        body=fields(prop("name", required=True), prop("tags", ArrayOf(TEXT), required=True)),
        facts=Facts(complexity=Complexity.READ),
    )
    readme = plan(api(taken), Diagnostics()).readme
    assert readme.sections[0].rows[0].snippet == 'shop.pets.retrieve(1, name="...", tags=[])'
    assert readme.first_call == readme.sections[0].rows[0]
    assert readme.first_list is None
