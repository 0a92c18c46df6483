"""Laws: nothing differs from itself, and what narrows one way widens the other."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from connector_generator.drift.changes import Change, Unit
from connector_generator.drift.operations import compare_calls, paired
from connector_generator.drift.schemas import Comparer
from connector_generator.drift.surface import Surface
from tests.generator.drift.pairs import Node, document, drift, operation, parameter, surface

_NAMES = st.sampled_from(["a", "b", "c", "d"])
_LIMIT = st.integers(0, 5)


def _some(keywords: dict[str, Any]) -> st.SearchStrategy[Node]:
    return st.fixed_dictionaries({}, optional=keywords)


def _typed(kind: str, **keywords: Any) -> st.SearchStrategy[Node]:
    notes = {"description": st.just("d"), "deprecated": st.booleans()}
    return _some({**keywords, **notes}).map(lambda node: {"type": kind, **node})


_SCALARS = st.one_of(
    _typed(
        "string",
        enum=st.lists(st.sampled_from("xyz"), min_size=1, unique=True),
        format=st.sampled_from(["date", "email", "uuid"]),
        maxLength=_LIMIT,
    ),
    _typed("integer", minimum=_LIMIT, maximum=_LIMIT, format=st.sampled_from(["int32", "int64"])),
    _typed("number", exclusiveMinimum=_LIMIT),
    st.just({"type": "boolean"}),
    st.just({"type": ["string", "null"]}),
    st.just({}),
    st.sampled_from(["One", "Two"]).map(lambda name: {"$ref": f"#/components/schemas/{name}"}),
)


def _deeper(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    objects = st.tuples(
        st.dictionaries(_NAMES, inner, max_size=3), st.sets(_NAMES, max_size=2), st.booleans()
    ).map(_object)
    arrays = st.tuples(inner, st.booleans()).map(
        lambda pair: {"type": "array", "items": pair[0], **({"minItems": 1} if pair[1] else {})}
    )
    unions = st.tuples(
        st.sampled_from(["oneOf", "anyOf"]), st.lists(inner, min_size=1, max_size=3)
    ).map(lambda pair: {pair[0]: pair[1]})
    return st.one_of(objects, arrays, unions)


def _object(parts: tuple[dict[str, Node], set[str], bool]) -> Node:
    properties, required, closed = parts
    node: Node = {"type": "object", "properties": properties}
    needed = sorted(required & properties.keys())
    if needed:
        node["required"] = needed
    return {**node, "additionalProperties": False} if closed else node


_SCHEMAS = st.recursive(_SCALARS, _deeper, max_leaves=8)
_COMPONENTS = _SCHEMAS.filter(lambda node: "$ref" not in node)
_DOCUMENTS = st.builds(
    lambda one, two, sent, received, asked: document(
        operation(sent=sent, received=received, parameters=[parameter("q", asked)]),
        schemas={"One": one, "Two": two},
    ),
    one=_COMPONENTS,
    two=_COMPONENTS,
    sent=_SCHEMAS,
    received=_SCHEMAS,
    asked=_SCALARS,
)
_SETTINGS = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@_SETTINGS
@given(_DOCUMENTS)
def test_nothing_differs_from_itself(root: Node) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = drift(Path(folder), root, root)
    assert (found.findings, found.names) == ((), ())


def changes(old: Surface, new: Surface) -> list[Change]:
    """The raw differences of operations, each once."""
    comparer = Comparer(old, new)
    whole = Unit()
    for before, after in paired(old.calls, new.calls)[0]:
        compare_calls(comparer, whole, before, after)
    return [change for unit in (whole, *comparer.units.values()) for change in unit.changes]


def mirrored(change: Change, old: Surface, new: Surface, swap: bool) -> tuple[str, ...]:
    """A change as it reads from the first side."""
    first, second = (change.new, change.old) if swap else (change.old, change.new)
    relation = change.relation.mirrored if swap else change.relation
    places = (
        old.find(first).pointer if first else "",
        new.find(second).pointer if second else "",
    )
    return (change.aspect, str(change.direction), str(relation), *places)


@_SETTINGS
@given(_DOCUMENTS, _DOCUMENTS)
def test_what_narrows_one_way_widens_the_other(one: Node, other: Node) -> None:
    with tempfile.TemporaryDirectory() as folder:
        old = surface(Path(folder), one, "old")
        new = surface(Path(folder), other, "new")
        forwards = {mirrored(each, old, new, False) for each in changes(old, new)}
        backwards = {mirrored(each, old, new, True) for each in changes(new, old)}
    assert forwards == backwards
