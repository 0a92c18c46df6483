"""What is found, as text, markdown, JSON and annotations of GitHub."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any

from connector_generator.drift.findings import AffectedOperation, Drift, Finding, NameChange
from connector_generator.location import Location

_SHOWN = 12
"""How many names of a kind are printed; JSON has them all."""
_LEVELS = {"breaking": "error", "warning": "warning", "info": "notice"}


def as_text(drift: Drift) -> str:
    """Lines that a human reads."""
    lines = [headline(drift)]
    for heading, similar in _similar(drift.findings):
        first = similar[0]
        lines.append(f"{heading}[{first.id}] {_place(first)}: {first.message}")
        if first.severity != "info":
            lines.extend(f"  {line}" for line in _details(similar))
        elif len(similar) > 1:
            lines[-1] += f" ({len(similar)} times)"
    lines.extend(_name_lines(drift.names))
    return "\n".join(map(_printable, lines))


def _printable(line: str) -> str:
    """A line without what a terminal would take for a command, or for its end."""
    if line.isprintable():
        return line
    escaped = (each if each.isprintable() else ascii(each)[1:-1] for each in line)
    return "".join(escaped)


def headline(drift: Drift) -> str:
    """Both sides, how many findings there are, and what they mean for the version."""
    counts = drift.counts()
    told = ", ".join(f"{counts[level]} {level}" for level in _LEVELS if counts[level])
    return f"{drift.old} -> {drift.new}: {told or 'no difference'}; version: {drift.verdict}"


def _similar(findings: Iterable[Finding]) -> Iterator[tuple[str, list[Finding]]]:
    """Findings that say the same of places that only differ in where they are."""

    def sameness(each: Finding) -> tuple[str, ...]:
        return (str(each.severity), each.id, each.message)

    together: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        together.setdefault(sameness(finding), []).append(finding)
    for key, similar in together.items():
        yield key[0], similar


def _place(finding: Finding) -> str:
    at = finding.new or finding.old
    return str(at) if at else finding.symbol


def _details(similar: Sequence[Finding]) -> Iterator[str]:
    first = similar[0]
    if len(similar) > 1:
        others = [_place(each) for each in similar[1:4]]
        more = f" and {len(similar) - 4} more" if len(similar) > 4 else ""
        yield f"also at   {', '.join(others)}{more}"
    if first.symbol:
        yield f"code      {first.symbol}"
    operations = {each for finding in similar for each in finding.operations}
    if operations:
        yield f"calls     {_calls(sorted(operations, key=lambda each: each.request))}"
    yield f"to do     {first.advice}"


def _calls(operations: Sequence[AffectedOperation]) -> str:
    named = ", ".join(f"{each.method} ({each.request})" for each in operations[:3])
    return named if len(operations) <= 3 else f"{named} and {len(operations) - 3} more"


def _name_lines(names: Sequence[NameChange]) -> Iterator[str]:
    for (kind, change), group in _by_kind(names):
        listed = [f"{each.name} -> {each.becomes}" if each.becomes else each.name for each in group]
        more = f" … and {len(listed) - _SHOWN} more" if len(listed) > _SHOWN else ""
        yield f"{kind} {change}: {', '.join(listed[:_SHOWN])}{more}"


def _by_kind(names: Sequence[NameChange]) -> Iterator[tuple[tuple[str, str], list[NameChange]]]:
    def key(each: NameChange) -> tuple[str, str]:
        return (each.kind, each.change)

    for found, group in groupby(sorted(names, key=key), key):
        yield found, list(group)


def as_markdown(drift: Drift) -> str:
    """A comment for a pull request, or an entry of a changelog."""
    counts = drift.counts()
    lines = [
        f"## `{drift.old}` → `{drift.new}`",
        "",
        f"Version: **{drift.verdict}**."
        f" Breaking: {counts['breaking']}, warnings: {counts['warning']}, other: {counts['info']}.",
    ]
    for severity, title in (("breaking", "Breaking"), ("warning", "Warnings"), ("info", "Other")):
        some = [each for each in drift.findings if each.severity == severity]
        if some:
            lines += ["", f"### {title}", ""]
            lines += [_bullet(similar) for _, similar in _similar(some)]
    named = list(_name_lines(drift.names))
    if named:
        lines += ["", "### Names", "", *(f"- {_escaped(line)}" for line in named)]
    return "\n".join(map(_printable, lines))


def _bullet(similar: Sequence[Finding]) -> str:
    first = similar[0]
    text = f"- **{_escaped(first.message)}** (`{first.id}`, `{_place(first)}`"
    text += f" and {len(similar) - 1} more)" if len(similar) > 1 else ")"
    operations = {each for finding in similar for each in finding.operations}
    if operations:
        some = sorted(each.request for each in operations)
        more = f" and {len(some) - 3} more" if len(some) > 3 else ""
        text += " in " + ", ".join(f"`{each}`" for each in some[:3]) + more
    return text if first.severity == "info" else f"{text}. {_escaped(first.advice)}"


def _escaped(text: str) -> str:
    """Prose for markdown; what stands between backticks is code and shown as it is."""
    parts = " ".join(text.split()).split("`")
    for index in range(0, len(parts), 2):
        for character in "\\<>|*_[]":
            parts[index] = parts[index].replace(character, f"\\{character}")
    return "`".join(parts)


def as_github(drift: Drift) -> str:
    """One annotation for each finding, at the place in the new file."""
    return "\n".join(_annotation(each) for each in drift.findings)


def _annotation(finding: Finding) -> str:
    at = finding.new or finding.old or Location("")
    properties = {"file": at.file, "line": at.line, "col": at.column, "title": finding.id}
    written = ",".join(
        f"{key}={_encoded(str(value), True)}" for key, value in properties.items() if value
    )
    text = f"{finding.message}. {finding.advice}" if finding.severity != "info" else finding.message
    return f"::{_LEVELS[finding.severity]} {written}::{_encoded(text, False)}"


def _encoded(text: str, is_property: bool) -> str:
    text = _printable(text).replace("%", "%25")
    return text.replace(":", "%3A").replace(",", "%2C") if is_property else text


def as_json(drift: Drift) -> str:
    """All of it; keys are never renamed, only added."""
    value = {
        "format": 1,
        "old": drift.old,
        "new": drift.new,
        "verdict": drift.verdict,
        "counts": {level: drift.counts()[level] for level in _LEVELS},
        "findings": [_plain(each) for each in drift.findings],
        "names": [asdict(each) for each in drift.names],
    }
    return json.dumps(value, indent=2, ensure_ascii=False, default=str)


def _plain(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "severity": str(finding.severity),
        "axis": finding.axis,
        "direction": str(finding.direction),
        "relation": str(finding.relation),
        "message": finding.message,
        "advice": finding.advice,
        "subject": finding.subject,
        "symbol": finding.symbol,
        "before": finding.before,
        "after": finding.after,
        "old": _located(finding.old),
        "new": _located(finding.new),
        "operations": [asdict(each) for each in finding.operations],
    }


def _located(at: Location | None) -> dict[str, Any] | None:
    return asdict(at) if at else None


FORMATS: dict[str, Callable[[Drift], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
    "github": as_github,
}
