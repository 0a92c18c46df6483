"""The report as JSON: what other programs read, ``contract-issues`` among them."""

import json
from typing import Any

from connector_runtime.contract.findings import Finding
from connector_runtime.contract.results import Report, Result

FORMAT = 1


def as_json(report: Report) -> str:
    """One JSON document."""
    return json.dumps(document_of(report), indent=1, ensure_ascii=False) + "\n"


def document_of(report: Report) -> dict[str, Any]:
    """The report as JSON values; seconds are seconds."""
    return {
        "format": FORMAT,
        "connector": report.connector,
        "mode": report.mode,
        "base_url": report.base_url,
        "started": report.started,
        "seconds": report.seconds,
        "calls": report.calls,
        "failed": report.failed,
        "interrupted": report.interrupted,
        "totals": dict(report.totals),
        "results": [_result(each) for each in report.results],
        "baseline": [_finding(each) for each in report.baseline],
        "leftovers": list(report.leftovers),
    }


def _result(result: Result) -> dict[str, Any]:
    found = {
        "operation": result.operation,
        "variant": result.variant,
        "method": result.method,
        "path": result.path,
        "outcome": result.outcome,
        "reason": result.reason,
        "status": result.status,
        "seconds": result.seconds,
        "missing_variables": list(result.missing_variables),
        "findings": [_finding(each) for each in result.findings],
    }
    return {key: value for key, value in found.items() if value not in ("", None, [])}


def _finding(finding: Finding) -> dict[str, Any]:
    found = {
        "fingerprint": finding.fingerprint,
        "operation": finding.operation,
        "severity": finding.severity,
        "kind": finding.kind,
        "pointer": finding.pointer,
        "pattern": finding.pattern,
        "expected": finding.expected,
        "got": finding.got,
        "count": finding.count,
        "accepted": finding.accepted,
    }
    return found if finding.accepted else {k: v for k, v in found.items() if k != "accepted"}
