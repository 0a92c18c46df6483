"""Properties of allocation: unique, independent of order, and stable from build to build."""

import keyword

from hypothesis import given, settings
from hypothesis import strategies as st

from connector_generator.lower.naming import (
    FrozenNames,
    FrozenOperation,
    OperationNames,
    OperationSketch,
    allocate_members,
    allocate_operations,
    allocate_types,
    frozen_from_json,
    frozen_to_json,
)

SEGMENTS = st.sampled_from(
    [
        "pets",
        "{id}",
        "{name}",
        "owner",
        "search",
        "v1",
        "import",
        "list",
        "mock",
        "ü",
        "a.b",
        "Pets",
    ]
)
PATHS = st.lists(SEGMENTS, max_size=4).map(lambda parts: "/" + "/".join(parts))
IDS = st.one_of(
    st.sampled_from(
        ["", "listPets", "pets/list", "pets.get", "update", "Pets_get", "getPets", "班"]
    ),
    st.text(max_size=12),
)


@st.composite
def sketches(draw: st.DrawFn) -> list[OperationSketch]:
    places = draw(
        st.lists(
            st.tuples(
                st.sampled_from(["GET", "POST", "PUT", "DELETE", "PATCH", "M-SEARCH"]), PATHS
            ),
            max_size=8,
            unique=True,
        )
    )
    return [
        OperationSketch(
            key=f"{method} {path}",
            http_method=method,
            path=path,
            operation_id=draw(IDS),
            tags=tuple(draw(st.lists(st.sampled_from(["pets", "Shop", ""]), max_size=2))),
            summary="",
            returns_collection=draw(st.booleans()),
        )
        for method, path in places
    ]


def freeze(found: dict[str, OperationNames]) -> FrozenNames:
    names = FrozenNames(
        {key: FrozenOperation(each.name.python, each.method) for key, each in found.items()}
    )
    return frozen_from_json(frozen_to_json(names))


def check(found: dict[str, OperationNames]) -> None:
    names = [each.name.python for each in found.values()]
    methods = [each.method for each in found.values()]
    resources = {
        ".".join(each.resource[:length])
        for each in found.values()
        for length in range(1, len(each.resource) + 1)
    }
    assert len(set(names)) == len(names)
    assert len(set(methods)) == len(methods)
    assert not set(methods) & resources
    for name in names:
        assert len(f"x_{name}") <= 64
        assert name.isascii()
    for part in [*names, *(part for method in methods for part in method.split("."))]:
        assert part.isidentifier()
        assert not keyword.iskeyword(part)


@settings(max_examples=300, deadline=None)
@given(sketches())
def test_names_are_unique_and_independent_of_order(drawn: list[OperationSketch]) -> None:
    found = dict(allocate_operations("x", drawn, (), FrozenNames()))
    check(found)
    assert allocate_operations("x", drawn[::-1], (), FrozenNames()) == found


@settings(max_examples=200, deadline=None)
@given(sketches(), st.data())
def test_adding_operations_renames_none(drawn: list[OperationSketch], data: st.DataObject) -> None:
    count = data.draw(st.integers(0, len(drawn)))
    before = dict(allocate_operations("x", drawn[:count], (), FrozenNames()))
    after = dict(allocate_operations("x", drawn, (), freeze(before)))
    check(after)
    for key, each in before.items():
        assert (after[key].name.python, after[key].method) == (each.name.python, each.method)


WIRES = st.lists(
    st.one_of(
        st.text(max_size=6),
        st.sampled_from(
            ["type", "Type", "TYPE", "foo_bar", "fooBar", "foo-bar", "+1", "-1", "self"]
        ),
    ),
    max_size=8,
    unique=True,
)


@settings(max_examples=300, deadline=None)
@given(WIRES)
def test_members_are_distinct_identifiers_whatever_their_order(wires: list[str]) -> None:
    found = {name.wire: name.python for name in allocate_members(wires, reserved={"self", "copy"})}
    assert len(set(found.values())) == len(wires)
    for python in found.values():
        assert python.isidentifier()
        assert not python.startswith("_")
        assert not keyword.iskeyword(python)
        assert python not in {"self", "copy"}
    again = allocate_members(wires[::-1], reserved={"self", "copy"})
    assert {name.wire: name.python for name in again} == found


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=5), max_size=8, unique=True), st.data())
def test_types_are_distinct_and_stable(keys: list[str], data: st.DataObject) -> None:
    count = data.draw(st.integers(0, len(keys)))
    before = allocate_types(dict.fromkeys(keys[:count]), FrozenNames())
    lock = FrozenNames(types={key: name.python for key, name in before.items()})
    after = allocate_types(dict.fromkeys(keys), lock)
    claims = [
        claim.lower() for name in after.values() for claim in (name.python, f"{name.python}Params")
    ]
    assert len(set(claims)) == len(claims)
    assert all(name.python.isidentifier() for name in after.values())
    assert {key: after[key].python for key in before} == {k: n.python for k, n in before.items()}
