"""Comparing replies: statuses, headers, and what is received."""

from dataclasses import replace
from typing import TYPE_CHECKING

from connector_generator.drift.changes import Direction, Relation, Spot, Unit
from connector_generator.drift.media import compare_media
from connector_generator.drift.places import Node
from connector_generator.drift.schemas import At
from connector_generator.drift.surface import Call, Content

if TYPE_CHECKING:
    from connector_generator.drift.schemas import Comparer


def compare_replies(comparer: "Comparer", unit: Unit, old: Call, new: Call) -> None:
    """Compare the replies of an operation by status."""
    for status in dict.fromkeys((*old.replies, *new.replies)):
        before, after = old.replies.get(status), new.replies.get(status)
        at = At(
            direction=Direction.RESPONSE,
            spot=Spot.BODY,
            old=old.place.step("reply", status),
            new=new.place.step("reply", status),
            symbol=old.python,
        )
        if before is None or after is None:
            _status(comparer, unit, status, at, before is None)
            continue
        compare_media(comparer, unit, before, after, at)
        if not comparer.old.recorded:
            _headers(comparer, unit, before, after, at)


def _status(comparer: "Comparer", unit: Unit, status: str, at: At, added: bool) -> None:
    aspect = "success-status" if status[:1] in "123" else "non-success-status"
    comparer.report(
        unit,
        at,
        aspect,
        "added" if added else "removed",
        Relation.NARROWED if added else Relation.WIDENED,
        before=None if added else status,
        after=status if added else None,
        sides="new" if added else "old",
    )


def _headers(comparer: "Comparer", unit: Unit, old: Content, new: Content, at: At) -> None:
    # Of a header that is new nobody who called before has waited for anything.
    for name, before in old.headers.items():
        after = new.headers.get(name)
        place = replace(
            at,
            spot=Spot.HEADER,
            old=at.old.step("header", name),
            new=at.new.step("header", name),
            trail=name,
        )
        if after is None:
            _header_gone(comparer, unit, before, place)
            continue
        was, now = before.get("required") is True, after.get("required") is True
        if was != now:
            comparer.report(
                unit,
                place,
                "required",
                "became" if now else "became-not",
                Relation.NARROWED if now else Relation.WIDENED,
                keyword="required",
                before=was,
                after=now,
            )
        inner = replace(place, old=place.old.step("schema"), new=place.new.step("schema"))
        comparer.compare(unit, before.get("schema", {}), after.get("schema", {}), inner)


def _header_gone(comparer: "Comparer", unit: Unit, node: Node, at: At) -> None:
    comparer.report(
        unit,
        at,
        "header",
        "removed",
        Relation.WIDENED,
        before=at.trail,
        sides="old",
        required=node.get("required") is True,
    )
