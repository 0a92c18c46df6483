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
    for name in dict.fromkeys((*old.headers, *new.headers)):
        before, after = old.headers.get(name), new.headers.get(name)
        place = replace(
            at,
            spot=Spot.HEADER,
            old=at.old.step("header", name),
            new=at.new.step("header", name),
            trail=name,
        )
        if before is not None and after is not None:
            _kept_header(comparer, unit, before, after, place)
        elif before is not None:
            _gone_or_new_header(comparer, unit, before, place, "removed")
        elif after is not None:
            _gone_or_new_header(comparer, unit, after, place, "added")


def _kept_header(comparer: "Comparer", unit: Unit, old: Node, new: Node, at: At) -> None:
    comparer.required(
        unit, at, old.get("required") is True, new.get("required") is True, keyword="required"
    )
    inner = replace(at, old=at.old.step("schema"), new=at.new.step("schema"))
    comparer.compare(unit, old.get("schema", {}), new.get("schema", {}), inner)


def _gone_or_new_header(comparer: "Comparer", unit: Unit, node: Node, at: At, action: str) -> None:
    gone = action == "removed"
    comparer.report(
        unit,
        at,
        "header",
        action,
        Relation.WIDENED if gone else Relation.NARROWED,
        before=at.trail if gone else None,
        after=None if gone else at.trail,
        sides="old" if gone else "new",
        required=node.get("required") is True,
    )
