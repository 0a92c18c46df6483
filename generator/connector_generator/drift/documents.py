"""Comparing what belongs to a whole description: servers, security schemes, components."""

from typing import TYPE_CHECKING, Any

from connector_generator.drift.changes import Change, Relation, Spot, Unit
from connector_generator.drift.names import reached
from connector_generator.drift.places import Place, at_pointer
from connector_generator.drift.surface import Scheme
from connector_generator.location import pointer

if TYPE_CHECKING:
    from connector_generator.drift.schemas import Comparer


_SCHEME = "security-component"


def compare_documents(comparer: "Comparer", unit: Unit) -> None:
    """Compare the parts that operations share."""
    _servers(comparer, unit)
    _schemes(comparer, unit)
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
        if before is not None and after is not None:
            _kept_scheme(unit, at, before, after)
        elif before is not None:
            _note(unit, _SCHEME, "removed", at, before.kind, None)
        elif after is not None:
            _note(unit, _SCHEME, "added", at, None, after.kind)


def _kept_scheme(unit: Unit, at: str, old: Scheme, new: Scheme) -> None:
    for action, before, after in (
        ("type-changed", list(old.form), list(new.form)),
        ("oauth-url-changed", old.oauth_url, new.oauth_url),
        ("oauth-token-url-changed", old.token_url, new.token_url),
        ("oauth-scope-removed", sorted(old.scopes - new.scopes), None),
        ("oauth-scope-added", None, sorted(new.scopes - old.scopes)),
    ):
        if before != after and (before or after):
            _note(unit, _SCHEME, action, at, before, after)


def _components(comparer: "Comparer", unit: Unit) -> None:
    """Components whose classes are gone. What is hoisted has no name that a reader gave."""
    old, new = comparer.old.schemas, comparer.new.schemas
    for name in reached(comparer.old):
        node, at = old[name], pointer(("components", "schemas", name))
        written = node.get("x-connector-pointer") == at
        if written and name not in new:
            _note(unit, "schema", "removed", at, name, None)
