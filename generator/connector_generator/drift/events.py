"""Comparing what the vendor sends: webhooks and callbacks.

They are requests in the reverse direction: whoever calls the vendor receives what they carry, and
sends the answer.
"""

from typing import TYPE_CHECKING

from connector_generator.drift.changes import Change, Direction, Relation, Spot, Unit
from connector_generator.drift.media import compare_media
from connector_generator.drift.schemas import At
from connector_generator.drift.surface import Content, Event

if TYPE_CHECKING:
    from connector_generator.drift.schemas import Comparer


def compare_events(comparer: "Comparer", unit: Unit) -> None:
    """Compare all events of two sides; a built package keeps its webhooks only."""
    kinds = ("webhook",) if comparer.old.recorded else ("webhook", "callback")
    old, new = (
        {(each.kind, each.name): each for each in side.events if each.kind in kinds}
        for side in (comparer.old, comparer.new)
    )
    for key in dict.fromkeys((*old, *new)):
        before, after = old.get(key), new.get(key)
        if before is not None and after is not None:
            _kept(comparer, unit, before, after)
        elif before is not None:
            unit.changes.append(_gone_or_new(before, "removed"))
        elif after is not None:
            unit.changes.append(_gone_or_new(after, "added"))


def _gone_or_new(event: Event, action: str) -> Change:
    gone = action == "removed"
    return Change(
        aspect=event.kind,
        action=action,
        relation=Relation.NARROWED if gone else Relation.WIDENED,
        spot=Spot.DOCUMENT,
        old=event.place if gone else None,
        new=None if gone else event.place,
        before=event.name if gone else None,
        after=None if gone else event.name,
        subject=event.name,
    )


def _kept(comparer: "Comparer", unit: Unit, old: Event, new: Event) -> None:
    place = _at(Direction.RESPONSE, old.payload, new.payload, old.name)
    compare_media(comparer, unit, old.payload, new.payload, place)
    for status, before in old.answers.items():
        after = new.answers.get(status)
        if after is not None:
            place = _at(Direction.REQUEST, before, after, old.name)
            compare_media(comparer, unit, before, after, place)


def _at(direction: Direction, old: Content, new: Content, trail: str) -> At:
    return At(direction=direction, spot=Spot.BODY, old=old.place, new=new.place, trail=trail)
