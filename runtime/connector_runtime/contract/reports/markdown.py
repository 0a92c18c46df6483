"""The report for a job summary or an issue (GitHub's Markdown)."""

from collections.abc import Iterator

from connector_runtime.contract.findings import Finding
from connector_runtime.contract.reports.text import total_line
from connector_runtime.contract.results import Report, Result


def as_markdown(report: Report) -> str:
    """A heading, the totals, and a table each of findings and of what was called."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"## Contract: {escaped(report.connector)}"
    yield ""
    yield escaped(total_line(report))
    found = list(report.findings())
    if found:
        yield ""
        yield "| | operation | place | deviation | expected | got | fingerprint |"
        yield "|---|---|---|---|---|---|---|"
        yield from map(_finding, found)
    for left in report.leftovers:
        yield ""
        yield f"**Left behind:** {escaped(left)}"
    yield ""
    yield "| outcome | operation | request | why |"
    yield "|---|---|---|---|"
    yield from (_result(each) for each in report.results)


def _finding(finding: Finding) -> str:
    state = f"accepted: {finding.accepted}" if finding.accepted else finding.severity
    return _row(
        state,
        finding.operation,
        finding.pointer or "/",
        finding.kind,
        finding.expected,
        finding.got,
        finding.fingerprint,
    )


def _result(result: Result) -> str:
    return _row(result.outcome, result.title, f"{result.method} {result.path}", result.reason)


def _row(*cells: str) -> str:
    return f"| {' | '.join(map(escaped, cells))} |"


def escaped(text: str) -> str:
    """Text that stays text: no markup, no mentions, no line breaks."""
    for mark in "\\`*_{}[]<>#|~":
        text = text.replace(mark, f"\\{mark}")
    return " ".join(text.replace("@", "@\N{ZERO WIDTH SPACE}").split())
