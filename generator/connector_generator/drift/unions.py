"""Comparing unions: which members belong together, which come and go, how they are told apart."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from connector_generator.drift.changes import Change, Relation, Unit
from connector_generator.drift.kinds import component, describe, kind, likeness, union_key
from connector_generator.drift.places import Node, Place

if TYPE_CHECKING:
    from connector_generator.drift.schemas import At, Comparer


def compare_unions(comparer: "Comparer", unit: Unit, old: Node, new: Node, at: "At") -> None:
    """Compare two schemas of which one at least is a union."""
    olds, news = _members(old), _members(new)
    pairs = _matched(comparer, olds, news)
    if not pairs:
        comparer.retyped(unit, old, new, at)
        return
    places = {
        (first, second): replace(
            at,
            old=_into(at.old, old, olds[first], first),
            new=_into(at.new, new, news[second], second),
        )
        for first, second in _candidates(comparer, olds, news)
    }
    if len(places) > 1 and 1 in (len(olds), len(news)):
        best = list(places).index(pairs[0])
        _split(comparer, unit, best, [(olds[i], news[j], at) for (i, j), at in places.items()])
    else:
        for first, second in pairs:
            comparer.schema(unit, olds[first], news[second], places[first, second])
    gone = _left(olds, {first for first, _ in pairs}, comparer.old.schemas)
    come = _left(news, {second for _, second in pairs}, comparer.new.schemas)
    keys = union_key(old), union_key(new)
    if gone:
        aspect = _aspect(keys[0] or keys[1])
        comparer.report(
            unit, at, aspect, "removed", Relation.NARROWED, keyword=keys[0], before=gone
        )
    if come:
        aspect = _aspect(keys[1] or keys[0])
        comparer.report(unit, at, aspect, "added", Relation.WIDENED, keyword=keys[1], after=come)
    _compare_discriminators(comparer, unit, old, new, at)


def _split(
    comparer: "Comparer", unit: Unit, best: int, pairs: list[tuple[Node, Node, "At"]]
) -> None:
    """Compare one schema with the members that it was split into, or that were joined into it.

    What one of the members has no other needs to have: only what differs from all of them counts.
    """
    scratch = [Unit() for _ in pairs]
    for each, (old, new, at) in zip(scratch, pairs, strict=True):
        comparer.shape(each, old, new, at)
    told = [{_sameness(each) for each in one.changes} for one in scratch]
    first = scratch[best]
    unit.changes.extend(
        each for each in first.changes if all(_sameness(each) in some for some in told)
    )
    unit.links.extend(first.links)


def _sameness(change: Change) -> tuple[str, ...]:
    return (
        change.aspect,
        change.action,
        change.subject,
        repr(change.before),
        repr(change.after),
    )


def _aspect(key: str) -> str:
    return "one-of" if key == "oneOf" else "any-of"


def _into(place: Place, node: Node, member: Node, index: int) -> Place:
    if not union_key(node):
        return place
    return place.step("member", component(member) or str(index))


def _members(node: Node) -> list[Node]:
    """The members; an enumeration beside its own type is that type, and no member of its own."""
    key = union_key(node)
    members: list[Node] = node[key] if key else [node]
    plain = {kind(each) for each in members if not component(each) and "enum" not in each}
    return [
        each for each in members if component(each) or "enum" not in each or kind(each) not in plain
    ]


def _left(members: list[Node], used: set[int], schemas: Mapping[str, Node]) -> list[str]:
    return [describe(each, schemas) for index, each in enumerate(members) if index not in used]


def _matched(comparer: "Comparer", olds: list[Node], news: list[Node]) -> list[tuple[int, int]]:
    """Pairs of members, the most alike first; none is used twice."""
    scored = sorted(
        (-score, sum(pair), pair) for pair, score in _candidates(comparer, olds, news).items()
    )
    pairs: list[tuple[int, int]] = []
    for _, _, (i, j) in scored:
        if all(i != first and j != second for first, second in pairs):
            pairs.append((i, j))
    return pairs


def _candidates(
    comparer: "Comparer", olds: list[Node], news: list[Node]
) -> dict[tuple[int, int], float]:
    """The pairs of members that are alike, with how much they are."""
    scores = {
        (i, j): likeness(old, new, comparer.old.schemas, comparer.new.schemas)
        for i, old in enumerate(olds)
        for j, new in enumerate(news)
    }
    return {pair: score for pair, score in scores.items() if score > 0}


def _discriminator_gone_or_new(
    comparer: "Comparer", unit: Unit, before: Node | None, after: Node | None, at: "At"
) -> None:
    comparer.report(
        unit,
        at,
        "discriminator",
        "added" if before is None else "removed",
        Relation.NARROWED if before is None else Relation.WIDENED,
        keyword="discriminator",
        before=before.get("propertyName") if before else None,
        after=after.get("propertyName") if after else None,
    )


def _compare_discriminators(
    comparer: "Comparer", unit: Unit, old: Node, new: Node, at: "At"
) -> None:
    before: Node | None = old.get("discriminator")
    after: Node | None = new.get("discriminator")
    if before is None or after is None:
        if before is not after:
            _discriminator_gone_or_new(comparer, unit, before, after, at)
        return
    one, other = before.get("propertyName"), after.get("propertyName")
    if one != other:
        comparer.report(
            unit,
            at,
            "discriminator",
            "property-name-changed",
            Relation.CHANGED,
            keyword="discriminator",
            before=one,
            after=other,
        )
    for action, was, now in _mapped(before, after, comparer):
        relation = {"added": Relation.WIDENED, "deleted": Relation.NARROWED}.get(
            action, Relation.CHANGED
        )
        comparer.report(
            unit,
            at,
            "discriminator-mapping",
            action,
            relation,
            keyword="discriminator",
            before=was,
            after=now,
        )


def _mapped(old: Node, new: Node, comparer: "Comparer") -> Iterator[tuple[str, Any, Any]]:
    before, after = _targets(old), _targets(new)
    gone = sorted(before.keys() - after.keys())
    come = sorted(after.keys() - before.keys())
    if come:
        yield "added", None, come
    if gone:
        yield "deleted", gone, None
    changed = {
        tag: (before[tag], after[tag])
        for tag in sorted(before.keys() & after.keys())
        if before[tag] != after[tag] and not _renamed(before[tag], after[tag], comparer)
    }
    if changed:
        yield (
            "changed",
            {tag: was for tag, (was, _) in changed.items()},
            {tag: now for tag, (_, now) in changed.items()},
        )


def _targets(node: Node) -> dict[str, str]:
    mapping: Mapping[str, str] = node.get("mapping") or {}
    return {tag: target.rpartition("/")[2] for tag, target in mapping.items()}


def _renamed(old: str, new: str, comparer: "Comparer") -> bool:
    """Whether one target is only called otherwise: its old name is gone, and its new one is new."""
    return old not in comparer.new.schemas and new not in comparer.old.schemas
