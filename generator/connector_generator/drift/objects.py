"""Comparing objects: properties that come, go, or are required; and what else may be there."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from connector_generator.drift.changes import Direction, Relation, Unit
from connector_generator.drift.kinds import describe, held
from connector_generator.drift.places import Node, is_node

if TYPE_CHECKING:
    from connector_generator.drift.schemas import At, Comparer

_HIDDEN = {Direction.REQUEST: "readOnly", Direction.RESPONSE: "writeOnly"}
_OPEN, _TYPED, _CLOSED = 2, 1, 0


def compare_properties(comparer: "Comparer", unit: Unit, old: Node, new: Node, at: "At") -> None:
    """Compare the members that have names."""
    before: Node = old.get("properties") or {}
    after: Node = new.get("properties") or {}
    needed, needs = set(_required(old)), set(_required(new))
    for name in dict.fromkeys((*before, *after)):
        symbol = comparer.old.symbol(at.owner, name) or at.symbol
        place = at.inner("property", name, f"{at.trail}.{name}" if at.trail else name, symbol)
        place = replace(place, required=name in needs)
        if name not in before:
            _added(comparer, unit, after[name], place)
        elif name not in after:
            _removed(comparer, unit, before[name], replace(place, required=name in needed))
        else:
            _kept(comparer, unit, before[name], after[name], place, name in needed)


def _required(node: Node) -> Iterable[str]:
    required: list[str] = node.get("required") or []
    return required


def _is_hidden(node: Node, direction: Direction, schemas: Any) -> bool:
    """Whether a property does not travel in this direction."""
    return held(node, _HIDDEN[direction], schemas) is True


def _added(comparer: "Comparer", unit: Unit, node: Node, at: "At") -> None:
    schemas = comparer.new.schemas
    if _is_hidden(node, at.direction, schemas):
        return
    widens = at.direction is Direction.REQUEST and not at.required
    comparer.report(
        unit,
        at,
        "property",
        "added",
        Relation.WIDENED if widens else Relation.NARROWED,
        after=describe(node, schemas),
        sides="new",
        default=held(node, "default", schemas) is not None,
    )


def _removed(comparer: "Comparer", unit: Unit, node: Node, at: "At") -> None:
    schemas = comparer.old.schemas
    if _is_hidden(node, at.direction, schemas):
        return
    narrows = at.direction is Direction.REQUEST and not at.required
    comparer.report(
        unit,
        at,
        "property",
        "removed",
        Relation.NARROWED if narrows else Relation.WIDENED,
        before=describe(node, schemas),
        sides="old",
        default=held(node, "default", schemas) is not None,
        deprecated=held(node, "deprecated", schemas) is True,
    )


def _kept(
    comparer: "Comparer", unit: Unit, old: Node, new: Node, at: "At", was_required: bool
) -> None:
    hidden = (
        _is_hidden(old, at.direction, comparer.old.schemas),
        _is_hidden(new, at.direction, comparer.new.schemas),
    )
    if all(hidden):
        return
    if any(hidden):
        key = _HIDDEN[at.direction]
        now = hidden[1]
        narrows = now == (at.direction is Direction.REQUEST)
        comparer.report(
            unit,
            at,
            "read-only" if key == "readOnly" else "write-only",
            "became" if now else "became-not",
            Relation.NARROWED if narrows else Relation.WIDENED,
            keyword=key,
            before=not now,
            after=now,
        )
        return
    default = held(new, "default", comparer.new.schemas) is not None
    comparer.required(unit, at, was_required, at.required, default=default)
    comparer.schema(unit, old, new, at)


def compare_additional(comparer: "Comparer", unit: Unit, old: Node, new: Node, at: "At") -> None:
    """Compare what is said of members without a name."""
    before, after = old.get("additionalProperties", True), new.get("additionalProperties", True)
    first, second = _openness(before), _openness(after)
    if first == second == _TYPED:
        comparer.schema(
            unit, before, after, at.inner("additionalProperties", "", f"{at.trail}{{}}")
        )
    elif first != second:
        comparer.report(
            unit,
            at,
            "additional-properties",
            "allowed" if second > first else "restricted",
            Relation.WIDENED if second > first else Relation.NARROWED,
            keyword="additionalProperties",
            before=_words(comparer, before, "old"),
            after=_words(comparer, after, "new"),
            soft=bool(old.get("properties") or new.get("properties")),
        )


def _openness(value: Any) -> int:
    if value is False:
        return _CLOSED
    return _TYPED if is_node(value) and value else _OPEN


def _words(comparer: "Comparer", value: Any, side: str) -> str:
    level = _openness(value)
    if level == _TYPED:
        return describe(value, (comparer.old if side == "old" else comparer.new).schemas)
    return "none" if level == _CLOSED else "any"
