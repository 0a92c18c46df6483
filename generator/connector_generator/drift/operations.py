"""Comparing operations: their parameters, bodies, replies, security and what is known of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from connector_generator.drift.changes import Change, Direction, Relation, Spot, Unit
from connector_generator.drift.media import compare_media
from connector_generator.drift.places import Place
from connector_generator.drift.replies import compare_replies
from connector_generator.drift.schemas import At, Comparer
from connector_generator.drift.security import compare_security
from connector_generator.drift.surface import Argument, Call, Content, Surface

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_STABILITY = ("draft", "alpha", "beta", "stable")


def paired(
    olds: Sequence[Call], news: Sequence[Call]
) -> tuple[list[tuple[Call, Call]], list[Call], list[Call]]:
    """Operations that are one; the gone; the new.

    One are those of one entry, then those of one request line (an entry can end in a fragment, and
    a description in several documents), then those whose placeholders only are called otherwise.
    """
    pairs: dict[int, tuple[Call, Call]] = {}
    left = list(news)
    for key in (_entry, _request, _template):
        by_key: dict[str, list[Call]] = {}
        for each in left:
            by_key.setdefault(key(each), []).append(each)
        for index, each in enumerate(olds):
            same = by_key.get(key(each))
            if index not in pairs and same:
                pairs[index] = (each, same.pop(0))
        left = [each for some in by_key.values() for each in some]
    gone = [each for index, each in enumerate(olds) if index not in pairs]
    return [pairs[index] for index in sorted(pairs)], gone, left


def _entry(call: Call) -> str:
    return f"{call.method} {call.place.token}"


def _request(call: Call) -> str:
    return call.request


def _template(call: Call) -> str:
    return f"{call.method} {_PLACEHOLDER.sub('{}', call.path).rstrip('/')}"


def gone_or_new(call: Call, is_gone: bool, old: Surface, new: Surface) -> Change:
    """The one change of an operation that only one side has."""
    other = new if is_gone else old
    path = _PLACEHOLDER.sub("{}", call.path)
    alone = all(_PLACEHOLDER.sub("{}", each.path) != path for each in other.calls)
    return Change(
        aspect="path" if alone and is_gone else "operation",
        action="removed" if is_gone else "added",
        relation=Relation.NARROWED if is_gone else Relation.WIDENED,
        old=call.place if is_gone else None,
        new=None if is_gone else call.place,
        before=call.request if is_gone else None,
        after=None if is_gone else call.request,
        subject=call.request,
        symbol=call.python,
        deprecated=call.deprecated,
    )


def compare_calls(comparer: Comparer, unit: Unit, old: Call, new: Call) -> None:
    """Compare two operations that are one."""
    _about(unit, old, new, comparer.old.recorded)
    _arguments(comparer, unit, old, new)
    _body(comparer, unit, old, new)
    compare_replies(comparer, unit, old, new)
    compare_security(comparer, unit, old, new)
    _facts(unit, old, new)


def _change_of(
    old: Place, new: Place, aspect: str, action: str, relation: Relation, before: Any, after: Any
) -> Change:
    """A change of an operation as a whole."""
    return Change(
        aspect=aspect,
        action=action,
        relation=relation,
        old=old,
        new=new,
        before=before,
        after=after,
    )


def _about(unit: Unit, old: Call, new: Call, recorded: bool) -> None:
    def note(aspect: str, action: str, before: Any, after: Any, key: str) -> None:
        places = old.place.step("keyword", key), new.place.step("keyword", key)
        unit.changes.append(
            replace(
                _change_of(*places, aspect, action, Relation.CHANGED, before, after),
                symbol=old.python,
            )
        )

    if old.deprecated != new.deprecated:
        action = "set" if new.deprecated else "unset"
        note("deprecated", action, old.deprecated, new.deprecated, "deprecated")
    if not recorded and old.operation_id != new.operation_id:
        action = "removed" if old.operation_id else "added"
        before, after = old.operation_id or None, new.operation_id or None
        note("operation-id", action, before, after, "operationId")
    for action, tags in (("removed", old.tags - new.tags), ("added", new.tags - old.tags)):
        if tags:
            listed = sorted(tags)
            gone = action == "removed"
            note("tag", action, listed if gone else None, None if gone else listed, "tags")
    if not recorded and -1 < _rank(new) < _rank(old):
        note("stability", "decreased", old.stability, new.stability, "x-stability-level")
    first, second = old.servers[:1], new.servers[:1]
    if first and second and first != second:
        note("server", "changed", first[0], second[0], "servers")


def _rank(call: Call) -> int:
    """How stable an operation says it is; -1 where that is no level we know."""
    level = call.stability or _STABILITY[-1]
    return _STABILITY.index(level) if level in _STABILITY else -1


def _arguments(comparer: Comparer, unit: Unit, old: Call, new: Call) -> None:
    before, after = arguments_by_key(old), arguments_by_key(new)
    for key in dict.fromkeys((*before, *after)):
        first, second = before.get(key), after.get(key)
        if first is None and second is not None:
            unit.changes.append(_argument_change(second, new, "added"))
        elif second is None and first is not None:
            unit.changes.append(_argument_change(first, old, "removed"))
        elif first is not None and second is not None:
            _argument(comparer, unit, first, second, old)


def arguments_by_key(call: Call) -> dict[str, Argument]:
    """Arguments by location and name; placeholders of the path by their order in it."""
    order = _PLACEHOLDER.findall(call.path)
    found: dict[str, Argument] = {}
    for each in call.arguments:
        placeholder = f"{{{each.name}}}"
        positional = each.location == "path" and placeholder in order
        found[f"path {order.index(placeholder)}" if positional else each.key] = each
    return found


def _argument_change(each: Argument, call: Call, action: str) -> Change:
    added = action == "added"
    narrows = added == each.required
    return Change(
        aspect="argument",
        action=action,
        relation=Relation.NARROWED if narrows else Relation.WIDENED,
        direction=Direction.REQUEST,
        spot=Spot.PARAMETER,
        old=None if added else each.place,
        new=each.place if added else None,
        before=None if added else each.key,
        after=each.key if added else None,
        subject=each.name,
        symbol=f"{call.python}({each.python})",
        required=each.required,
        default="default" in each.schema,
        deprecated=each.deprecated,
    )


def _argument(comparer: Comparer, unit: Unit, old: Argument, new: Argument, call: Call) -> None:
    at = At(
        direction=Direction.REQUEST,
        spot=Spot.PARAMETER,
        old=old.place,
        new=new.place,
        trail=old.name,
        symbol=f"{call.python}({old.python})",
        required=new.required,
    )
    comparer.required(unit, at, old.required, new.required, keyword="required")
    if old.serialisation != new.serialisation:
        comparer.report(
            unit,
            at,
            "style",
            "changed",
            Relation.CHANGED,
            keyword="style",
            before=_style(old),
            after=_style(new),
        )
    if old.deprecated != new.deprecated:
        action = "set" if new.deprecated else "unset"
        comparer.report(unit, at, "deprecated", action, Relation.CHANGED, keyword="deprecated")
    spot = Spot.HEADER_PARAMETER if old.location == "header" else Spot.PARAMETER
    inner = replace(at, spot=spot, old=old.place.step("schema"), new=new.place.step("schema"))
    comparer.compare(unit, old.schema, new.schema, inner)


def _style(each: Argument) -> str:
    style, explode, reserved, content_type = each.serialisation
    return (
        content_type
        or f"{style}{', exploded' if explode else ''}{', reserved' if reserved else ''}"
    )


def _body(comparer: Comparer, unit: Unit, old: Call, new: Call) -> None:
    before, after = old.body, new.body
    if before is None or after is None:
        present = before or after
        if present is not None:
            unit.changes.append(_body_change(present, before is None, old))
        return
    at = At(
        direction=Direction.REQUEST,
        spot=Spot.BODY,
        old=before.place,
        new=after.place,
        symbol=old.python,
    )
    comparer.required(unit, at, before.required, after.required, keyword="required")
    compare_media(comparer, unit, before, after, at)


def _body_change(body: Content, added: bool, call: Call) -> Change:
    narrows = added == body.required
    return Change(
        aspect="body",
        action="added" if added else "removed",
        relation=Relation.NARROWED if narrows else Relation.WIDENED,
        direction=Direction.REQUEST,
        spot=Spot.BODY,
        old=None if added else body.place,
        new=body.place if added else None,
        before=None if added else sorted(body.media),
        after=sorted(body.media) if added else None,
        symbol=call.python,
        required=body.required,
    )


def _facts(unit: Unit, old: Call, new: Call) -> None:
    for aspect in ("pagination", "stream", "idempotency", "error", "complexity"):
        for change in _fact(aspect, old, new):
            unit.changes.append(replace(change, symbol=old.python))


def _fact(aspect: str, old: Call, new: Call) -> Iterator[Change]:
    before, after = old.facts.get(aspect), new.facts.get(aspect)
    if before == after:
        return
    action = "changed"
    if aspect == "complexity":
        action = "raised" if (after or 0) > (before or 0) else "lowered"
    elif not before or not after:
        action = "lost" if before else "gained"
    yield _change_of(
        old.place, new.place, aspect, action, Relation.CHANGED, before or None, after or None
    )
