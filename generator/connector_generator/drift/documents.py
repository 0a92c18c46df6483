"""Comparing what belongs to a whole description: servers, security schemes, events, components."""

from typing import TYPE_CHECKING, Any

from connector_generator.drift.changes import Change, Direction, Relation, Spot, Unit
from connector_generator.drift.media import compare_media
from connector_generator.drift.names import reached
from connector_generator.drift.places import Place, at_pointer
from connector_generator.drift.schemas import At
from connector_generator.location import pointer

if TYPE_CHECKING:
    from connector_generator.drift.schemas import Comparer


def compare_documents(comparer: "Comparer", unit: Unit) -> None:
    """Compare the parts that operations share."""
    _servers(comparer, unit)
    _schemes(comparer, unit)
    _events(comparer, unit)
    _components(comparer, unit)
    before, after = dict(comparer.old.error), dict(comparer.new.error)
    if before != after:
        action = "changed" if before and after else "lost" if before else "gained"
        _note(unit, "error", action, "", before or None, after or None)


def _note(
    unit: Unit,
    aspect: str,
    action: str,
    at: str,
    before: Any,
    after: Any,
    relation: Relation = Relation.CHANGED,
) -> None:
    place: Place = at_pointer(at)
    unit.changes.append(
        Change(
            aspect=aspect,
            action=action,
            relation=relation,
            spot=Spot.DOCUMENT,
            old=None if action == "added" else place,
            new=None if action == "removed" else place,
            before=before,
            after=after,
            subject=at.rpartition("/")[2],
        )
    )


def _servers(comparer: "Comparer", unit: Unit) -> None:
    old, new = comparer.old.servers, comparer.new.servers
    if old[:1] != new[:1]:
        _note(unit, "server", "changed", "/servers", _first(old), _first(new))
    for url in old[1:]:
        if url not in new:
            _note(unit, "server", "removed", "/servers", url, None)
    for url in new[1:]:
        if url not in old:
            _note(unit, "server", "added", "/servers", None, url)


def _first(servers: tuple[str, ...]) -> str | None:
    return servers[0] if servers else None


def _schemes(comparer: "Comparer", unit: Unit) -> None:
    old, new = comparer.old.schemes, comparer.new.schemes
    for name in dict.fromkeys((*old, *new)):
        at = pointer(("components", "securitySchemes", name))
        before, after = old.get(name), new.get(name)
        if before is None or after is None:
            action = "added" if before is None else "removed"
            was, now = (each["type"] if each else None for each in (before, after))
            _note(unit, "security-component", action, at, was, now)
            continue
        keys = ("type", "in", "parameter", "scheme")
        was, now = ([each[key] for key in keys if each[key]] for each in (before, after))
        if was != now:
            _note(unit, "security-component", "type-changed", at, was, now)
        for key, action in (("oauth_url", "oauth-url"), ("token_url", "oauth-token-url")):
            if before[key] != after[key]:
                _note(unit, "security-component", f"{action}-changed", at, before[key], after[key])
        gone = sorted(before["scopes"] - after["scopes"])
        come = sorted(after["scopes"] - before["scopes"])
        if gone:
            _note(unit, "security-component", "oauth-scope-removed", at, gone, None)
        if come:
            _note(unit, "security-component", "oauth-scope-added", at, None, come)


def _events(comparer: "Comparer", unit: Unit) -> None:
    if comparer.old.recorded:
        return
    old, new = comparer.old.events, comparer.new.events
    for name in dict.fromkeys((*old, *new)):
        before, after = old.get(name), new.get(name)
        at = pointer(("webhooks", name))
        if before is None or after is None:
            action = "added" if before is None else "removed"
            relation = Relation.WIDENED if before is None else Relation.NARROWED
            was, now = (None if each is None else name for each in (before, after))
            _note(unit, "webhook", action, at, was, now, relation)
            continue
        place = At(
            direction=Direction.RESPONSE,
            spot=Spot.BODY,
            old=before.place,
            new=after.place,
            trail=name,
        )
        compare_media(comparer, unit, before, after, place)


def _components(comparer: "Comparer", unit: Unit) -> None:
    """Components whose classes are gone. What is hoisted has no name that a reader gave."""
    old, new = comparer.old.schemas, comparer.new.schemas
    for name in reached(comparer.old):
        node, at = old[name], pointer(("components", "schemas", name))
        written = node.get("x-connector-pointer") == at
        if written and name not in new:
            _note(unit, "schema", "removed", at, name, None)
