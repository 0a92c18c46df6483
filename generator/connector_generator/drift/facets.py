"""Comparing what a schema says of a value itself: format, enumeration, bounds and pattern."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from connector_generator.drift.changes import Relation
from connector_generator.drift.kinds import format_relation, is_soft_format
from connector_generator.drift.places import Node


class Facet(NamedTuple):
    """A difference between two schemas of one type. ``keyword`` is where it is written."""

    aspect: str
    action: str
    relation: Relation
    keyword: str
    before: Any
    after: Any
    soft: bool = False


_LOWER = (
    ("min", "minimum", "exclusiveMinimum"),
    ("min-length", "minLength", ""),
    ("min-items", "minItems", ""),
    ("min-properties", "minProperties", ""),
)
_UPPER = (
    ("max", "maximum", "exclusiveMaximum"),
    ("max-length", "maxLength", ""),
    ("max-items", "maxItems", ""),
    ("max-properties", "maxProperties", ""),
)
_ANYTHING = frozenset((".*", "^.*$", "^.*", ".*$", "[\\s\\S]*"))


def facets(old: Node, new: Node) -> Iterator[Facet]:
    """All differences."""
    yield from _format(old, new)
    yield from _enum(old, new)
    for aspect, keyword, strict in _LOWER:
        yield from _bound(
            aspect, keyword, _edge(old, keyword, strict, 1), _edge(new, keyword, strict, 1)
        )
    for aspect, keyword, strict in _UPPER:
        yield from _bound(
            aspect, keyword, _edge(old, keyword, strict, -1), _edge(new, keyword, strict, -1)
        )
    yield from _pattern(old, new)
    yield from _flags(old, new)


def _format(old: Node, new: Node) -> Iterator[Facet]:
    before, after = str(old.get("format", "")), str(new.get("format", ""))
    if before != after:
        kind = str(old.get("type", "any"))
        yield Facet(
            "type",
            "changed",
            format_relation(before, after),
            "format",
            f"{kind}/{before}" if before else kind,
            f"{kind}/{after}" if after else kind,
            is_soft_format(before, after),
        )


def _enum(old: Node, new: Node) -> Iterator[Facet]:
    before: list[Any] | None = old.get("enum")
    after: list[Any] | None = new.get("enum")
    if before is None or after is None:
        if after is not None:
            yield Facet("enum", "became", Relation.NARROWED, "enum", None, after)
        elif before is not None:
            yield Facet("enum", "dropped", Relation.WIDENED, "enum", before, None)
        return
    gone = [value for value in before if value not in after]
    come = [value for value in after if value not in before]
    if gone:
        yield Facet("enum-value", "removed", Relation.NARROWED, "enum", gone, None)
    if come:
        yield Facet("enum-value", "added", Relation.WIDENED, "enum", None, come)


_Edge = tuple[float, int] | None


def _edge(node: Node, keyword: str, strict: str, sign: int) -> _Edge:
    """A bound as a pair that orders bounds by how much they forbid; None where all is allowed."""
    edges: list[tuple[float, int]] = []
    for key, closed in ((keyword, 0), (strict, 1)):
        value = node.get(key) if key else None
        if isinstance(value, int | float) and not isinstance(value, bool):
            edges.append((sign * value, closed))
    edge = max(edges, default=None)
    return None if edge == (0, 0) and keyword in _FROM_ZERO else edge


_FROM_ZERO = frozenset(("minLength", "minItems", "minProperties"))


def _bound(aspect: str, keyword: str, old: _Edge, new: _Edge) -> Iterator[Facet]:
    if old == new:
        return
    sign = 1 if aspect.startswith("min") else -1
    before, after = _shown(old, sign), _shown(new, sign)
    if old is None or new is None:
        relation = Relation.NARROWED if old is None else Relation.WIDENED
        yield Facet(aspect, "set" if old is None else "unset", relation, keyword, before, after)
        return
    tighter = new > old
    lower = aspect.startswith("min")
    action = "increased" if tighter == lower else "decreased"
    relation = Relation.NARROWED if tighter else Relation.WIDENED
    yield Facet(aspect, action, relation, keyword, before, after)


def _shown(edge: _Edge, sign: int) -> Any:
    if edge is None:
        return None
    value = sign * edge[0]
    return f"exclusive {value}" if edge[1] else value


def _pattern(old: Node, new: Node) -> Iterator[Facet]:
    before, after = _written_pattern(old), _written_pattern(new)
    if before == after:
        return
    if not before:
        yield Facet("pattern", "added", Relation.NARROWED, "pattern", None, after)
    elif not after:
        yield Facet("pattern", "removed", Relation.WIDENED, "pattern", before, None)
    elif after in _ANYTHING:
        yield Facet("pattern", "generalized", Relation.WIDENED, "pattern", before, after)
    elif before in _ANYTHING:
        yield Facet("pattern", "specialized", Relation.NARROWED, "pattern", before, after)
    else:
        yield Facet("pattern", "changed", Relation.CHANGED, "pattern", before, after)


def _written_pattern(node: Node) -> Any:
    return node.get("x-ecma-pattern") or node.get("pattern") or ""


def _flags(old: Node, new: Node) -> Iterator[Facet]:
    before, after = old.get("uniqueItems") is True, new.get("uniqueItems") is True
    if before != after:
        relation = Relation.NARROWED if after else Relation.WIDENED
        yield Facet(
            "unique-items", "set" if after else "unset", relation, "uniqueItems", before, after
        )
    first, second = old.get("multipleOf"), new.get("multipleOf")
    if first != second:
        relation = Relation.CHANGED
        if first is None or second is None:
            relation = Relation.NARROWED if first is None else Relation.WIDENED
        action = "set" if first is None else "unset" if second is None else "changed"
        yield Facet("multiple-of", action, relation, "multipleOf", first, second)
