"""Two sides become findings: everything that is compared, in the order it is compared."""

from connector_generator.drift.changes import Unit
from connector_generator.drift.documents import compare_documents
from connector_generator.drift.events import compare_events
from connector_generator.drift.findings import Drift
from connector_generator.drift.grouping import Entry, grouped, renamed
from connector_generator.drift.names import name_changes
from connector_generator.drift.operations import compare_calls, gone_or_new, paired
from connector_generator.drift.schemas import Comparer
from connector_generator.drift.surface import Surface


def compare(old: Surface, new: Surface) -> Drift:
    """All that differs."""
    comparer = Comparer(old, new)
    pairs, gone, come = paired(old.calls, new.calls)
    entries: list[Entry] = []
    for before, after in pairs:
        unit = Unit()
        compare_calls(comparer, unit, before, after)
        entries.append(Entry(unit, before, after))
    for call in (*gone, *come):
        is_gone = call in gone
        unit = Unit()
        unit.changes.append(gone_or_new(call, is_gone, old, new))
        entries.append(Entry(unit, call if is_gone else None, None if is_gone else call))
    whole = Unit()
    compare_documents(comparer, whole)
    compare_events(comparer, whole)
    entries.append(Entry(whole, None, None))
    names = tuple(name_changes(old, new, pairs, gone, come))
    findings = (*renamed(names), *grouped(entries, old, new))
    return Drift(old=old.label, new=new.label, findings=findings, names=names)
