"""Deviations that are known and accepted, each with a reason and a last day.

A baseline is a ratchet: an entry that has expired, or that nothing needs any more, is a finding.
"""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, cast

from connector_runtime.contract.files import read_object
from connector_runtime.contract.findings import Finding
from connector_runtime.contract.judgement import outcome_of
from connector_runtime.contract.results import Report, Result

FORMAT = 1
_FIELDS = ("operation", "pointer", "expected", "got", "reason", "expires")
_JUDGED = frozenset({"pass", "drift", "broken"})


class BaselineError(ValueError):
    """A baseline that cannot be read; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """One accepted deviation. ``pointer`` is a pattern: ``/data/*/status``."""

    operation: str
    pointer: str
    expected: str
    got: str
    reason: str
    expires: date

    def covers(self, finding: Finding) -> bool:
        """Whether it is this deviation that is accepted."""
        mine = (self.operation, self.pointer, self.expected, self.got)
        return mine == (finding.operation, finding.pattern, finding.expected, finding.got)


def read_baseline(path: Path) -> tuple[Accepted, ...]:
    """The entries of a baseline file. Raises :class:`BaselineError`."""
    members = read_object(path, BaselineError)
    if members.get("format") != FORMAT or not isinstance(members.get("accepted"), list):
        raise BaselineError(f'{path} has no {{"format": {FORMAT}, "accepted": [...]}}')
    return tuple(
        _entry(each, f"{path}: accepted/{at}") for at, each in enumerate(members["accepted"])
    )


def _entry(item: Any, where: str) -> Accepted:
    if not isinstance(item, dict):
        raise BaselineError(f"{where} is no object")
    entry = cast("dict[str, Any]", item)
    wrong = [name for name in _FIELDS if not isinstance(entry.get(name), str)]
    if wrong:
        raise BaselineError(f"{where} has no text {', '.join(wrong)}")
    if not entry["reason"].strip():
        raise BaselineError(f"{where} gives no reason")
    try:
        expires = date.fromisoformat(entry["expires"])
    except ValueError:
        raise BaselineError(f"{where} expires: {entry['expires']!r} is no date") from None
    texts = {name: str(entry[name]) for name in _FIELDS[:5]}
    return Accepted(**texts, expires=expires)


def applied(report: Report, baseline: tuple[Accepted, ...], today: date) -> Report:
    """The report with what the baseline accepts marked, and with what is wrong with the baseline.

    An entry counts as unused when its operation was judged in this run, or is none of the
    connector's (any more).
    """
    valid = [each for each in baseline if each.expires >= today]
    results = tuple(_accepting(each, valid) for each in report.results)
    judged = {each.operation for each in results if each.outcome in _JUDGED}
    known = {each.operation for each in results}
    found = list(report.findings())
    problems = [
        _problem(report.connector, each, today)
        for each in baseline
        if each.expires < today
        or (each.operation in judged and not any(each.covers(one) for one in found))
        or (each.operation not in known and not report.interrupted)
    ]
    return replace(report, results=results, baseline=tuple(problems))


def _accepting(result: Result, valid: list[Accepted]) -> Result:
    findings = tuple(
        replace(each, accepted=next((one.reason for one in valid if one.covers(each)), ""))
        for each in result.findings
    )
    if not any(each.accepted for each in findings):
        return result
    outcome = outcome_of(findings) if result.outcome in _JUDGED else result.outcome
    return replace(result, findings=findings, outcome=outcome)


def _problem(connector: str, entry: Accepted, today: date) -> Finding:
    expired = entry.expires < today
    return Finding(
        connector=connector,
        operation=entry.operation,
        kind="baseline-expired" if expired else "baseline-unused",
        pointer=entry.pointer,
        pattern=entry.pointer,
        expected=f"no entry, or one after {today}" if expired else "a deviation like this",
        got=f"an entry until {entry.expires}" if expired else "none",
    )
