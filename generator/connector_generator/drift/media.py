"""Comparing what is sent or received, one media type beside the other."""

from dataclasses import replace
from typing import TYPE_CHECKING

from connector_generator.drift.changes import Relation, Unit
from connector_generator.drift.schemas import At
from connector_generator.drift.surface import Content

if TYPE_CHECKING:
    from connector_generator.drift.schemas import Comparer


def compare_media(comparer: "Comparer", unit: Unit, old: Content, new: Content, at: At) -> None:
    """Compare what is sent or received, by media type."""
    for name in old.media:
        if name not in new.media:
            _media(comparer, unit, name, at, "removed")
    for name in new.media:
        if name not in old.media:
            _media(comparer, unit, name, at, "added")
    for name, schema in old.media.items():
        if name in new.media:
            inner = replace(
                at,
                old=at.old.step("media", name).step("schema"),
                new=at.new.step("media", name).step("schema"),
            )
            comparer.compare(unit, schema, new.media[name], inner)


def _media(comparer: "Comparer", unit: Unit, name: str, at: At, action: str) -> None:
    added = action == "added"
    comparer.report(
        unit,
        replace(at, old=at.old.step("media", name), new=at.new.step("media", name)),
        "media-type",
        action,
        Relation.WIDENED if added else Relation.NARROWED,
        before=None if added else name,
        after=name if added else None,
        sides="new" if added else "old",
    )
