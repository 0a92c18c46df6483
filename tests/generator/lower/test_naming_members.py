"""Names of properties and arguments."""

from collections.abc import Collection

import pytest

from connector_generator.lower.naming import RESERVED_IN_MODELS, allocate_members


def allocate(*wires: str, reserved: Collection[str] = ()) -> list[str]:
    return [name.python for name in allocate_members(wires, reserved=reserved)]


@pytest.mark.parametrize(
    ("wire", "python"),
    [
        ("id", "id"),
        ("AccountSid", "account_sid"),
        ("class", "class_"),
        ("", "empty"),
        ("_id", "id"),
        ("$ref", "ref"),
        ("@odata.nextLink", "odata_next_link"),
        ("+1", "plus_one"),
        ("-1", "minus_one"),
        ("1", "one"),
        ("2fa", "n2fa"),
        ("3ds_requestor_url", "n3ds_requestor_url"),
        ("été", "été"),
        ("ﬁle", "file"),
        ("*", "star"),
        ("page[after]", "page_after"),
        ("URLs", "urls"),
        ("OAuthToken", "oauth_token"),
        ("None", "none"),
        ("x" * 300, "x" * 300),
    ],
)
def test_one_member(wire: str, python: str) -> None:
    assert allocate(wire) == [python]


@pytest.mark.parametrize(
    ("wires", "python"),
    [
        (("GMT+0", "GMT-0"), ["gmt_plus_0", "gmt_minus_0"]),
        (("type", "Type"), ["type", "capital_type"]),
        (("foo_bar", "fooBar", "foo-bar"), ["foo_bar", "camel_foo_bar", "foo_dash_bar"]),
        (("id", "_id"), ["id", "underscore_id"]),
        (
            ("StartTime", "StartTime<", "StartTime>"),
            ["start_time", "start_time_less_than", "start_time_greater_than"],
        ),
    ],
)
def test_members_of_equal_letters(wires: tuple[str, ...], python: list[str]) -> None:
    assert allocate(*wires) == python


def test_a_keyword_beside_its_escaped_spelling() -> None:
    assert len(set(allocate("class", "class_"))) == 2


def test_another_member_renames_none_that_is_spelled_differently() -> None:
    before = allocate("name", "createdAt", "class")
    assert allocate("name", "createdAt", "class", "Name", "Class", "updated")[:3] == before


@pytest.mark.parametrize(
    "wire", ["json", "copy", "dict", "schema", "model_fields", "date", "list", "str"]
)
def test_names_of_pydantic_and_of_annotations_get_an_underscore(wire: str) -> None:
    assert allocate(wire, reserved=RESERVED_IN_MODELS) == [f"{wire}_"]


def test_prefixes_that_pydantic_protects() -> None:
    assert allocate("model_dump", reserved=RESERVED_IN_MODELS) == ["field_model_dump"]


def test_type_stays_type() -> None:
    assert allocate("type", "object", reserved=RESERVED_IN_MODELS) == ["type", "object"]


def test_reserved_names_of_arguments() -> None:
    assert allocate("self", "options", "json", reserved={"self", "options"}) == [
        "self_",
        "options_",
        "json",
    ]


def test_a_renamed_member_says_why() -> None:
    plain, renamed, reserved = allocate_members(["id", "accountId", "class"], reserved=())
    assert (plain.reason, renamed.reason, reserved.reason) == (
        "",
        "snake_case of the wire name",
        "the plain name is reserved",
    )
