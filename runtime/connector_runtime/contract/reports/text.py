"""The report for a terminal: a line per operation while it runs, and a summary."""

from collections import Counter
from collections.abc import Iterator

from connector_runtime.contract.findings import Finding
from connector_runtime.contract.results import OUTCOMES, Report, Result

_WIDTH = max(map(len, OUTCOMES))
_SHOWN = 3
"""Findings for information that a terminal shows of one operation."""


def as_text(report: Report) -> str:
    """All lines."""
    lines = [line for each in report.results if each.called for line in result_lines(each)]
    return "\n".join([*lines, *summary_lines(report)]) + "\n"


def progress_line(result: Result) -> str:
    """What is told of a result when it is there; empty for operations that were not called."""
    return "\n".join(result_lines(result)) if result.called else ""


def result_lines(result: Result) -> Iterator[str]:
    """The outcome of one operation, and its findings."""
    status = f" HTTP {result.status}" if result.status is not None else ""
    why = f" ({result.reason})" if result.reason else ""
    yield f"{result.outcome:<{_WIDTH}} {result.title}{status}{why}"
    worth = [each for each in result.findings if each.severity != "info"]
    rest = [each for each in result.findings if each.severity == "info"]
    for each in (*worth, *rest[:_SHOWN]):
        yield f"    {_mark(each)} {each}"
    if len(rest) > _SHOWN:
        yield f"    info {len(rest) - _SHOWN} more, in the reports"


def _mark(finding: Finding) -> str:
    return f"{'accepted' if finding.accepted else finding.severity}[{finding.fingerprint}]"


def summary_lines(report: Report) -> Iterator[str]:
    """Why operations were not called, what is wrong with the baseline, totals."""
    reasons = Counter(
        each.reason for each in report.results if each.outcome == "skipped" and not each.called
    )
    for reason, count in reasons.most_common():
        yield f"{'skipped':<{_WIDTH}} {count} operation{'s' if count > 1 else ''}: {reason}"
    for finding in report.baseline:
        yield f"{'baseline':<{_WIDTH}} {finding.operation} {finding}"
    for left in report.leftovers:
        yield f"{'LEFT':<{_WIDTH}} {left}"
    if report.interrupted:
        yield "the run was broken off"
    yield total_line(report)


def totals_of(report: Report) -> str:
    """How many operations had which outcome."""
    counts = [f"{report.totals[each]} {each}" for each in OUTCOMES if report.totals[each]]
    return ", ".join(counts) or "nothing ran"


def total_line(report: Report) -> str:
    """One line: what ran where, and how it did."""
    place = report.base_url if report.mode == "live" else "the mock"
    called = len({each.operation for each in report.results if each.called})
    every = len({each.operation for each in report.results})
    ran = f"{called} of {every} operations, {report.calls} calls, {report.seconds} s"
    return f"{report.connector} on {place}: {totals_of(report)} ({ran})"
