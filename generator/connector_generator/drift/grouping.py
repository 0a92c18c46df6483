"""Raw changes become findings: one for each place, with all operations that lead to it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from connector_generator.drift.changes import Change, Direction, Relation, Unit
from connector_generator.drift.findings import AffectedOperation, Finding, NameChange, Severity
from connector_generator.drift.ids import id_of
from connector_generator.drift.places import Place
from connector_generator.drift.severities import weigh
from connector_generator.drift.surface import Call, Surface
from connector_generator.drift.words import advice_of, message_of
from connector_generator.location import Location

_ORDER = (Severity.BREAKING, Severity.WARNING, Severity.INFO)
_NEW = ("added", "gained", "became-not", "allowed", "dropped", "unset")


@dataclass(frozen=True, slots=True)
class Entry:
    """What was compared for one operation; for none where it is about the whole description."""

    unit: Unit
    old: Call | None
    new: Call | None

    @property
    def operation(self) -> AffectedOperation | None:
        """The operation as callers of the old side know it."""
        call = self.old or self.new
        return AffectedOperation(call.request, call.python) if call else None


def grouped(entries: Sequence[Entry], old: Surface, new: Surface) -> tuple[Finding, ...]:
    """Each finding once, the worst first."""
    operations = [entry.operation for entry in entries]
    found: dict[tuple[str, ...], tuple[Finding, int]] = {}
    for unit, mask in _reached(entries):
        for change in unit.changes:
            finding = _finding(change, old, new)
            key = _key(finding)
            known = found.get(key)
            found[key] = (known[0], known[1] | mask) if known else (finding, mask)
    complete = [
        replace(finding, operations=tuple(_named(mask, operations)))
        for finding, mask in found.values()
    ]
    return tuple(sorted(complete, key=_rank))


def _reached(entries: Sequence[Entry]) -> Iterator[tuple[Unit, int]]:
    """Every unit, with the entries that lead to it as bits of a number."""
    masks: dict[int, int] = {}
    units: dict[int, Unit] = {}
    pending: list[Unit] = []
    for index, entry in enumerate(entries):
        masks[id(entry.unit)] = masks.get(id(entry.unit), 0) | 1 << index
        units[id(entry.unit)] = entry.unit
        pending.append(entry.unit)
    while pending:
        unit = pending.pop()
        mask = masks[id(unit)]
        for link in unit.links:
            before = masks.get(id(link), 0)
            if before | mask != before:
                masks[id(link)] = before | mask
                units[id(link)] = link
                pending.append(link)
    for identity, unit in units.items():
        yield unit, masks[identity]


def _named(
    mask: int, operations: Sequence[AffectedOperation | None]
) -> Iterable[AffectedOperation]:
    named = {
        each for index, each in enumerate(operations) if each is not None and mask >> index & 1
    }
    return sorted(named, key=lambda each: each.request)


def _finding(change: Change, old: Surface, new: Surface) -> Finding:
    severity, axis = weigh(change)
    return Finding(
        id=id_of(change),
        severity=severity,
        axis=axis,
        direction=change.direction,
        relation=change.relation,
        operations=(),
        subject=change.subject,
        symbol=change.symbol,
        old=_found(change.old, old.find),
        new=_found(change.new, new.find),
        before=change.before,
        after=change.after,
        message=message_of(change),
        advice=advice_of(change, severity),
        feature=_is_feature(change),
    )


def _is_feature(change: Change) -> bool:
    if change.direction is Direction.REQUEST and change.relation is Relation.WIDENED:
        return True
    return change.action in _NEW


def _found(place: Place | None, find: Callable[[Place], Location]) -> Location | None:
    return None if place is None else find(place)


def _key(finding: Finding) -> tuple[str, ...]:
    """What makes two findings one: the same said of one place, wherever it was before."""
    at = finding.new or finding.old or Location("")
    side = "new" if finding.new else "old"
    values = (repr(finding.before), repr(finding.after))
    return (finding.id, str(finding.direction), side, at.pointer, *values)


def _rank(finding: Finding) -> tuple[int, str, int, int, str, str]:
    at = finding.new or finding.old or Location("")
    place = (at.file, at.line, at.column)
    return (_ORDER.index(finding.severity), *place, finding.id, repr(finding.before))


def renamed(changes: Iterable[NameChange]) -> Iterator[Finding]:
    """What has another name now, although the wire did not change."""
    for each in changes:
        if each.change != "changes":
            continue
        yield Finding(
            id=f"{each.kind}-renamed",
            severity=Severity.BREAKING,
            axis="source",
            direction=Direction.NONE,
            relation=Relation.CHANGED,
            operations=(),
            subject=each.name,
            symbol=each.name,
            old=None,
            new=None,
            before=each.name,
            after=each.becomes,
            message=f"the {each.kind} `{each.name}` is called `{each.becomes}` now",
            advice="Use the new name.",
        )
