"""How lists are paged: told by arguments and replies that agree, or not at all."""

from collections.abc import Mapping
from typing import Any

import pytest

from connector_generator.infer import infer
from connector_generator.ir.api import Parameter
from connector_generator.ir.facts import Pagination
from connector_generator.ir.names import Name
from connector_generator.ir.types import (
    Alias,
    AnyValue,
    ArrayOf,
    MapOf,
    NamedType,
    Nullable,
    Reference,
    Scalar,
    Type,
)
from tests.generator.infer.building import (
    FLAG,
    NUMBER,
    TEXT,
    api,
    body,
    many,
    member,
    operation,
    parameter,
    record,
    reply,
    types,
)

THING = record("Thing", id=TEXT, name=TEXT)
ANONYMOUS = record("Anonymous", name=TEXT)


def page(
    answers: Type,
    known: Mapping[str, NamedType],
    *parameters: Parameter,
    headers: tuple[str, ...] = (),
    extensions: Mapping[str, Any] | None = None,
    connector: Mapping[str, Any] | None = None,
    path: str = "/things",
) -> Pagination | None:
    get = operation(
        "GET", path, "list_things", *parameters, answers=reply(answers, headers=headers)
    )
    notes = {get.pointer: extensions or {}, "": connector or {}}
    (found,) = infer(api(get, known=known), notes).operations
    return found.facts.pagination


def texts(*names: str) -> list[Parameter]:
    return [parameter(name) for name in names]


def numbers(*names: str) -> list[Parameter]:
    return [parameter(name, NUMBER) for name in names]


def test_stripe() -> None:
    known = types(record("List", data=many("Thing"), has_more=FLAG, url=TEXT), THING)
    parameters = [*texts("starting_after", "ending_before"), *numbers("limit")]
    found = page(Reference("List"), known, *parameters)
    assert found == Pagination(
        "cursor",
        "/data",
        "starting_after",
        "limit",
        item_cursor="/id",
        has_more="/has_more",
        evidence=("it takes starting_after", "its items have an id"),
    )


def test_slack() -> None:
    known = types(
        record("Reply", ok=FLAG, channels=many("Thing"), response_metadata=Reference("Meta")),
        record("Meta", next_cursor=TEXT),
        THING,
    )
    found = page(Reference("Reply"), known, *texts("cursor"), *numbers("limit"))
    assert found is not None
    assert (found.items, found.parameter, found.next_value) == (
        "/channels",
        "cursor",
        "/response_metadata/next_cursor",
    )


def test_github_pages_by_link_header() -> None:
    found = page(many("Thing"), types(THING), *numbers("page", "per_page"), headers=("Link",))
    assert found is not None
    assert (found.strategy, found.items, found.limit_parameter) == ("link", "", "per_page")


def test_page_numbers() -> None:
    found = page(many("Thing"), types(THING), *numbers("page", "per_page"))
    assert found is not None
    assert (found.strategy, found.parameter, found.limit_parameter) == ("page", "page", "per_page")


def test_offset_and_limit() -> None:
    known = types(record("List", entries=many("Thing"), total_count=NUMBER), THING)
    found = page(Reference("List"), known, *numbers("offset", "limit"))
    assert found is not None
    assert (found.strategy, found.items, found.parameter) == ("offset", "/entries", "offset")
    assert page(Reference("List"), known, *numbers("offset")) is None


def test_asana() -> None:
    known = types(
        record("List", data=many("Thing"), next_page=Nullable(Reference("Next"))),
        record("Next", offset=TEXT, path=TEXT, uri=TEXT),
        THING,
    )
    found = page(Reference("List"), known, *texts("offset"), *numbers("limit"))
    assert found is not None
    assert (found.strategy, found.next_value) == ("cursor", "/next_page/offset")


def test_hubspot() -> None:
    known = types(
        record("List", results=many("Thing"), paging=Reference("Paging")),
        record("Paging", next=Reference("Next"), prev=Reference("Prev")),
        record("Next", after=TEXT, link=TEXT),
        record("Prev", before=TEXT, link=TEXT),
        THING,
    )
    found = page(Reference("List"), known, *texts("after"), *numbers("limit"))
    assert found is not None
    assert (found.parameter, found.next_value) == ("after", "/paging/next/after")


def test_twilio() -> None:
    known = types(
        record(
            "List", calls=many("Thing"), next_page_uri=TEXT, previous_page_uri=TEXT, page=NUMBER
        ),
        THING,
    )
    found = page(Reference("List"), known, *numbers("PageSize", "Page"), *texts("PageToken"))
    assert found is not None
    assert (found.strategy, found.items, found.next_value, found.limit_parameter) == (
        "next_url",
        "/calls",
        "/next_page_uri",
        "PageSize",
    )


def test_zendesk() -> None:
    known = types(
        record("List", tickets=many("Thing"), next_page=TEXT, previous_page=TEXT, count=NUMBER),
        THING,
    )
    found = page(Reference("List"), known)
    assert found is not None
    assert (found.strategy, found.next_value) == ("next_url", "/next_page")


def test_google() -> None:
    known = types(record("List", files=many("Thing"), nextPageToken=TEXT), THING)
    found = page(Reference("List"), known, *texts("pageToken"), *numbers("pageSize"))
    assert found is not None
    assert (found.parameter, found.next_value) == ("pageToken", "/nextPageToken")
    assert found.limit_parameter == "pageSize"


def test_box_prefers_its_marker_to_its_offset() -> None:
    known = types(
        record("List", entries=many("Thing"), next_marker=TEXT, offset=NUMBER, limit=NUMBER), THING
    )
    found = page(Reference("List"), known, *numbers("offset", "limit"), *texts("marker"))
    assert found is not None
    assert (found.parameter, found.next_value) == ("marker", "/next_marker")


def test_openai() -> None:
    known = types(
        record("List", data=many("Thing"), first_id=TEXT, last_id=TEXT, has_more=FLAG), THING
    )
    found = page(Reference("List"), known, *texts("after"), *numbers("limit"))
    assert found is not None
    assert (found.next_value, found.has_more) == ("/last_id", "/has_more")


def test_discord_goes_on_after_the_last_id_and_backwards_through_messages() -> None:
    found = page(many("Thing"), types(THING), *texts("after", "before"), *numbers("limit"))
    assert found is not None
    assert (found.parameter, found.item_cursor) == ("after", "/id")
    found = page(
        many("Thing"), types(THING), *texts("around", "before", "after"), *numbers("limit")
    )
    assert found is not None
    assert found.parameter == "before"


def test_kubernetes() -> None:
    known = types(
        record("List", items=many("Thing"), metadata=Reference("Meta")),
        Alias(name=Name("Meta", "Meta"), type=Reference("ListMeta"), schema={}),
        record("ListMeta", **{"continue": TEXT}),
        THING,
    )
    found = page(Reference("List"), known, *texts("continue"), *numbers("limit"))
    assert found is not None
    assert found.next_value == "/metadata/continue"


def test_notion_queries_by_post() -> None:
    known = types(
        record("List", results=many("Thing"), next_cursor=Nullable(TEXT), has_more=FLAG), THING
    )
    query = operation(
        "POST",
        "/databases/{id}/query",
        "query_database",
        answers=reply(Reference("List")),
        takes=body(member("start_cursor"), member("page_size", NUMBER)),
    )
    (found,) = infer(api(query, known=known), {}).operations
    assert found.facts.pagination is not None
    assert found.facts.pagination.parameter == "start_cursor"


@pytest.mark.parametrize(
    ("answers", "known", "parameters"),
    [
        (many("Thing"), types(THING), []),
        (many("Thing"), types(THING), texts("cursor")),
        (many("Anonymous"), types(ANONYMOUS), [*texts("after"), *numbers("limit")]),
        (Reference("Thing"), types(THING), [*texts("cursor"), *numbers("page", "limit")]),
        (MapOf(AnyValue()), {}, texts("cursor")),
        (
            Reference("Two"),
            types(record("Two", cats=many("Thing"), dogs=many("Thing")), THING),
            numbers("page"),
        ),
        (
            Reference("List"),
            types(record("List", data=many("Thing"), cursor=Scalar("bool")), THING),
            texts("cursor"),
        ),
    ],
)
def test_without_agreement_there_are_no_pages(
    answers: Type, known: Mapping[str, NamedType], parameters: list[Parameter]
) -> None:
    assert page(answers, known, *parameters) is None


def test_the_list_called_like_the_path_is_the_page() -> None:
    known = types(record("Reply", things=many("Thing"), owners=many("Thing")), THING)
    found = page(Reference("Reply"), known, *numbers("page"))
    assert found is not None
    assert found.items == "/things"


def test_a_write_is_not_paged() -> None:
    known = types(record("List", data=many("Thing"), next_cursor=TEXT), THING)
    post = operation(
        "POST", "/things", "create_things", *texts("cursor"), answers=reply(Reference("List"))
    )
    (found,) = infer(api(post, known=known), {}).operations
    assert found.facts.pagination is None


LIST = types(record("List", data=many("Thing"), total=NUMBER), THING)


@pytest.mark.parametrize(
    ("extension", "value", "expected"),
    [
        (
            "x-connector-pagination",
            {"strategy": "cursor", "parameter": "c", "next_value": "/next", "items": "/data"},
            ("cursor", "/data", "c", "/next"),
        ),
        ("x-connector-pagination", {"strategy": "link"}, ("link", "/data", "", "")),
        ("x-ms-pageable", {"nextLinkName": "nextLink"}, ("next_url", "/value", "", "/nextLink")),
        (
            "x-speakeasy-pagination",
            {
                "type": "cursor",
                "inputs": [{"name": "after", "in": "parameters", "type": "cursor"}],
                "outputs": {"results": "$.data", "nextCursor": "$.meta.next"},
            },
            ("cursor", "/data", "after", "/meta/next"),
        ),
        (
            "x-speakeasy-pagination",
            {"type": "offsetLimit", "inputs": [{"name": "p", "type": "page"}]},
            ("page", "/data", "p", ""),
        ),
        (
            "x-speakeasy-pagination",
            {"type": "url", "outputs": {"nextUrl": "$.next"}},
            ("next_url", "/data", "", "/next"),
        ),
        (
            "x-fern-pagination",
            {
                "cursor": "$request.page",
                "next_cursor": "$response.next",
                "results": "$response.data",
            },
            ("cursor", "/data", "page", "/next"),
        ),
        (
            "x-fern-pagination",
            {"offset": "$request.page_number", "results": "$response.data"},
            ("page", "/data", "page_number", ""),
        ),
    ],
)
def test_declared(extension: str, value: object, expected: tuple[str, str, str, str]) -> None:
    found = page(Reference("List"), LIST, extensions={extension: value})
    assert found is not None
    assert (found.strategy, found.items, found.parameter, found.next_value) == expected
    assert found.evidence


@pytest.mark.parametrize(
    "extensions", [{"x-connector-pagination": False}, {"x-ms-pageable": {"nextLinkName": None}}]
)
def test_refused(extensions: Mapping[str, Any]) -> None:
    assert page(Reference("List"), LIST, *numbers("page"), extensions=extensions) is None


def test_the_document_declares_for_the_reads_that_take_the_parameter() -> None:
    common = {
        "x-connector-pagination": {
            "strategy": "cursor",
            "parameter": "cursor",
            "next_value": "/meta/next",
        }
    }
    found = page(Reference("List"), LIST, *texts("cursor"), connector=common)
    assert found is not None
    assert (found.items, found.next_value) == ("/data", "/meta/next")
    assert page(Reference("List"), LIST, connector=common) is None


def test_a_list_behind_an_alias_and_null() -> None:
    things = Alias(name=Name("Things", "Things"), type=Nullable(many("Thing")), schema={})
    found = page(Reference("Things"), types(things, THING), *numbers("page"))
    assert found is not None
    assert found.items == ""


def test_names_in_pointers_are_escaped() -> None:
    known = types(record("List", **{"a/b~c": ArrayOf(Reference("Thing"))}), THING)
    found = page(Reference("List"), known, *numbers("page"))
    assert found is not None
    assert found.items == "/a~1b~0c"
