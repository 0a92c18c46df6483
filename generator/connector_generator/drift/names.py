"""Names of the generated package: which appear, which vanish, and which are others now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from connector_generator.drift.findings import NameChange
from connector_generator.drift.kinds import component
from connector_generator.drift.operations import arguments_by_key
from connector_generator.drift.places import Node
from connector_generator.drift.surface import Call, Surface


def name_changes(
    old: Surface,
    new: Surface,
    pairs: Sequence[tuple[Call, Call]],
    gone: Iterable[Call],
    come: Iterable[Call],
) -> Iterator[NameChange]:
    """Methods and their arguments, classes and their fields."""
    for before, after in pairs:
        if before.python != after.python:
            yield NameChange(
                kind="method", change="changes", name=before.python, becomes=after.python
            )
        yield from _members("argument", _arguments(before), _arguments(after), "{0}({1})")
    for call in gone:
        yield NameChange(kind="method", change="vanishes", name=call.python)
    for call in come:
        yield NameChange(kind="method", change="appears", name=call.python)
    yield from _classes(old, new)


_Member = Literal["argument", "field"]
_Named = tuple[str, Mapping[str, str]]


def _arguments(call: Call) -> _Named:
    named = {key: each.python for key, each in arguments_by_key(call).items()}
    if call.body is not None:
        named |= {f"body {wire}": python for wire, python in call.body.fields.items()}
    return call.python, named


def _members(label: _Member, old: _Named, new: _Named, form: str) -> Iterator[NameChange]:
    """Members of two owners that are one, by what they are called on the wire."""
    (owner, before), (_, after) = old, new
    for wire, name in before.items():
        other = after.get(wire)
        if other is None and name not in after.values():
            yield NameChange(kind=label, change="vanishes", name=form.format(owner, name))
        elif other is not None and other != name:
            yield NameChange(
                kind=label,
                change="changes",
                name=form.format(owner, name),
                becomes=form.format(owner, other),
            )
    for wire, name in after.items():
        if wire not in before and name not in before.values():
            yield NameChange(kind=label, change="appears", name=form.format(owner, name))


def _classes(old: Surface, new: Surface) -> Iterator[NameChange]:
    before, after = reached(old), reached(new)
    for key in before:
        name = old.classes.get(key, key)
        if key not in after:
            if name not in {new.classes.get(each, each) for each in after}:
                yield NameChange(kind="class", change="vanishes", name=name)
            continue
        other = new.classes.get(key, key)
        if other != name:
            yield NameChange(kind="class", change="changes", name=name, becomes=other)
        yield from _members("field", (name, old.fields(key)), (other, new.fields(key)), "{0}.{1}")
    known = {old.classes.get(each, each) for each in before}
    for key in after:
        if key not in before and new.classes.get(key, key) not in known:
            yield NameChange(kind="class", change="appears", name=new.classes.get(key, key))


def reached(surface: Surface) -> dict[str, None]:
    """The components that calls and webhooks lead to: others become no classes."""
    found: dict[str, None] = {}
    pending = [node for call in surface.calls for node in _schemas_of(call)]
    pending += [
        node
        for event in surface.events
        if event.kind == "webhook"
        for node in event.payload.media.values()
    ]
    while pending:
        node = pending.pop()
        name = component(node)
        if name:
            if name not in found and name in surface.schemas:
                found[name] = None
                pending.append(surface.schemas[name])
            continue
        pending.extend(_children(node))
    return dict.fromkeys(sorted(found))


def _schemas_of(call: Call) -> Iterator[Node]:
    yield from (each.schema for each in call.arguments)
    for content in (*([call.body] if call.body else ()), *call.replies.values()):
        yield from content.media.values()


def _children(node: Node) -> Iterator[Node]:
    properties: Mapping[str, Node] = node.get("properties") or {}
    yield from properties.values()
    for key in ("anyOf", "oneOf", "prefixItems"):
        yield from node.get(key) or ()
    for key in ("items", "additionalProperties"):
        value = node.get(key)
        if isinstance(value, Mapping):
            yield value
