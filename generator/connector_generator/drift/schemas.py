"""One comparison of two schemas in a direction; every other difference of bodies follows from it.

A pair of components is compared once per direction, however many operations lead to it and however
often it refers to itself: what is found there belongs to the pair, not to who asked.
"""

from dataclasses import dataclass, replace
from typing import Any

from connector_generator.drift.changes import Change, Direction, Relation, Spot, Unit
from connector_generator.drift.facets import facets
from connector_generator.drift.kinds import component, describe, held, kind, resolve, type_relation
from connector_generator.drift.objects import compare_additional, compare_properties
from connector_generator.drift.places import Node, Place
from connector_generator.drift.surface import Surface
from connector_generator.drift.unions import compare_unions
from connector_generator.lower.reading import mapping, nodes


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """Where two schemas are compared. ``trail`` is what a reader calls the place."""

    direction: Direction
    spot: Spot
    old: Place
    new: Place
    trail: str = ""
    symbol: str = ""
    owner: str = ""
    """The component of the old side that holds the place."""
    required: bool = False

    def inner(self, kind: str, token: str, trail: str, symbol: str = "") -> "At":
        """The same place of both sides, one step further in."""
        return replace(
            self,
            spot=self.spot.inner,
            old=self.old.step(kind, token),
            new=self.new.step(kind, token),
            trail=trail,
            symbol=symbol or self.symbol,
            required=False,
        )


class Comparer:
    """Compares schemas of two sides; keeps what it has compared."""

    def __init__(self, old: Surface, new: Surface) -> None:
        self.old = old
        self.new = new
        self.units: dict[tuple[str, str, Direction], Unit] = {}
        self._pending: list[tuple[Unit, Node, Node, At]] = []

    def compare(self, unit: Unit, old: Node, new: Node, at: At) -> None:
        """Compare two schemas and all they lead to."""
        self.schema(unit, old, new, at)
        while self._pending:
            inner, first, second, place = self._pending.pop()
            self.schema(inner, first, second, place, notes=False)

    def schema(self, unit: Unit, old: Node, new: Node, at: At, notes: bool = True) -> None:
        """Compare two schemas as far as the next pair of components."""
        names = component(old), component(new)
        target = self._enter(unit, names, at) if all(names) else None
        if notes:
            self._notes(unit, target, old, new, at)
        if target is None:
            self.shape(unit, old, new, at)

    def shape(self, unit: Unit, old: Node, new: Node, at: At) -> None:
        """Compare what two schemas say of values, wherever they are written."""
        self._shape(unit, resolve(old, self.old.schemas), resolve(new, self.new.schemas), at)

    def _enter(self, unit: Unit, names: tuple[str, str], at: At) -> Unit:
        key = (*names, at.direction)
        known = self.units.get(key)
        if known is None:
            known = self.units[key] = Unit()
            old, new = self.old.schemas.get(names[0], {}), self.new.schemas.get(names[1], {})
            self._pending.append((known, old, new, self._inside(names, at)))
        if known is not unit:
            unit.links.append(known)
        return known

    def _inside(self, names: tuple[str, str], at: At) -> At:
        old, new = self.old.schemas.get(names[0], {}), self.new.schemas.get(names[1], {})
        return replace(
            at,
            old=at.old.step("ref", "", old.get("x-connector-pointer", "")),
            new=at.new.step("ref", "", new.get("x-connector-pointer", "")),
            trail="" if "properties" in old else at.trail,
            symbol=self.old.symbol(names[0]),
            owner=names[0],
        )

    def _notes(self, unit: Unit, target: Unit | None, old: Node, new: Node, at: At) -> None:
        """What a reference can say beside the component: told where it is written."""
        for key in ("nullable", "default", "deprecated"):
            before, after = held(old, key, self.old.schemas), held(new, key, self.new.schemas)
            if before == after and type(before) is type(after):
                continue
            where, place = unit, at
            if target is not None and old.get(key) == new.get(key):
                if key in target.noted:
                    continue
                target.noted.add(key)
                where, place = target, self._inside((component(old), component(new)), at)
            change = _note(key, before, after)
            if change is not None:
                self.report(where, place, *change, keyword=key, before=before, after=after)

    def report(
        self,
        unit: Unit,
        at: At,
        aspect: str,
        action: str,
        relation: Relation,
        *,
        keyword: str = "",
        before: Any = None,
        after: Any = None,
        soft: bool = False,
        sides: str = "both",
        **more: Any,
    ) -> None:
        """Note a change. ``sides`` says where it is written: on the old, the new, or both."""
        old = at.old.step("keyword", keyword) if keyword else at.old
        new = at.new.step("keyword", keyword) if keyword else at.new
        change = Change(
            aspect=aspect,
            action=action,
            relation=relation,
            direction=at.direction,
            spot=at.spot,
            old=old if sides != "new" else None,
            new=new if sides != "old" else None,
            before=before,
            after=after,
            subject=at.trail,
            symbol=at.symbol,
            required=bool(more.pop("required", at.required)),
            soft=soft,
            **more,
        )
        unit.changes.append(change)

    def required(self, unit: Unit, at: At, before: bool, after: bool, **more: Any) -> None:
        """Note that a parameter, body, property or header is needed now, or not any more."""
        if before != after:
            self.report(
                unit,
                at,
                "required",
                "became" if after else "became-not",
                Relation.NARROWED if after else Relation.WIDENED,
                before=before,
                after=after,
                **more,
            )

    def _shape(self, unit: Unit, old: Node, new: Node, at: At) -> None:
        kinds = kind(old), kind(new)
        if "union" in kinds and "any" not in kinds:
            compare_unions(self, unit, old, new, at)
        elif kinds[0] != kinds[1]:
            self.retyped(unit, old, new, at)
        else:
            for each in facets(old, new):
                self.report(
                    unit,
                    at,
                    each.aspect,
                    each.action,
                    each.relation,
                    keyword=each.keyword,
                    before=each.before,
                    after=each.after,
                    soft=each.soft,
                )
        if kinds == ("array", "array"):
            self._items(unit, old, new, at)
        elif kinds == ("object", "object") or ("properties" in old and "properties" in new):
            compare_properties(self, unit, old, new, at)
            compare_additional(self, unit, old, new, at)

    def retyped(self, unit: Unit, old: Node, new: Node, at: At) -> None:
        """Report that a schema is of another type now."""
        relation = type_relation(kind(old), kind(new))
        before, after = describe(old, self.old.schemas), describe(new, self.new.schemas)
        self.report(
            unit, at, "type", "changed", relation, keyword="type", before=before, after=after
        )

    def _items(self, unit: Unit, old: Node, new: Node, at: At) -> None:
        first, second = list(nodes(old, "prefixItems")), list(nodes(new, "prefixItems"))
        for index, (one, other) in enumerate(zip(first, second, strict=False)):
            place = at.inner("prefixItems", str(index), f"{at.trail}[{index}]")
            self.schema(unit, one, other, place)
        if len(first) != len(second):
            self.report(
                unit,
                at,
                "prefix-items",
                "changed",
                Relation.CHANGED,
                keyword="prefixItems",
                before=len(first),
                after=len(second),
            )
        one, other = mapping(old, "items"), mapping(new, "items")
        self.schema(unit, one, other, at.inner("items", "", f"{at.trail}[]"))


def _note(key: str, before: Any, after: Any) -> tuple[str, str, Relation] | None:
    """Aspect, action and relation of a note that changed."""
    if key == "default":
        action = "added" if before is None else "removed" if after is None else "changed"
        return ("default-value", action, Relation.CHANGED)
    was, now = before is True, after is True
    if was == now:
        return None
    if key == "deprecated":
        return ("deprecated", "set" if now else "unset", Relation.CHANGED)
    return (
        "nullable",
        "became" if now else "became-not",
        Relation.WIDENED if now else Relation.NARROWED,
    )
