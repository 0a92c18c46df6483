"""From one call as it went to how the operation did. Pure: the same call, the same verdict."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from connector_runtime.client.errors import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    CircuitOpenError,
    ConnectorError,
    ContractViolationError,
    CredentialsMissingError,
    DeadlineExceededError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ServerError,
)
from connector_runtime.client.models.decoder import decoder_for
from connector_runtime.client.models.violations import Violation
from connector_runtime.client.wire.media_types import essence
from connector_runtime.contract.calls import Observation
from connector_runtime.contract.contents import Contents
from connector_runtime.contract.described import Described
from connector_runtime.contract.findings import Finding, Kind, gathered
from connector_runtime.contract.replies import reply_findings, type_of
from connector_runtime.contract.results import Outcome, Result, result_of
from connector_runtime.contract.wording import of_model

_UNTOUCHED = (AuthenticationError, PermissionDeniedError, RateLimitError, ServerError)
"""Errors that gateways answer with, too: their shape is nobody's contract."""


class Verdict(NamedTuple):
    """An outcome, why, and what was found."""

    outcome: Outcome
    reason: str = ""
    findings: tuple[Finding, ...] = ()


def judge(seen: Observation, described: Described) -> Result:
    """The result of one call."""
    verdict = _verdict(seen, described)
    return replace(
        result_of(seen.operation, verdict.outcome, verdict.findings),
        reason=verdict.reason,
        status=seen.status,
        seconds=round(seen.seconds, 3),
        missing_variables=getattr(seen.error, "environment", ()),
    )


def _verdict(seen: Observation, described: Described) -> Verdict:
    try:
        return _weighed(seen, described)
    except RecursionError:
        deep = described.finding(seen.operation, "unreadable", "a reply", "one nested too deeply")
        return _drift(deep)


def _weighed(seen: Observation, described: Described) -> Verdict:
    error = seen.error
    if error is None and seen.unknown_id:
        return Verdict("pass")
    if error is None:
        found = gathered(reply_findings(seen, described))
        return Verdict(outcome_of(found), "", found)
    if isinstance(error, APIStatusError):
        return _refused(seen, error, described)
    return _failed(seen, error, described)


def outcome_of(findings: tuple[Finding, ...]) -> Outcome:
    """The outcome of an operation that was answered."""
    red = {each.severity for each in findings if each.red}
    return "broken" if "broken" in red else "drift" if red else "pass"


def error_findings(
    seen: Observation, error: APIStatusError, described: Described
) -> Iterator[Finding]:
    """Deviations of an error's shape; where nothing is described, anything goes."""
    if isinstance(error, _UNTOUCHED):
        return
    operation = seen.operation
    chosen = described.decoder(operation.name).choose(error.status_code, "application/json")
    media = chosen.media
    if media is None or media.kind != "json" or not media.model:
        return
    if isinstance(error.body, str | bytes) or error.body is None:
        yield described.finding(operation, "content-type", media.content_type, type_of(seen))
        return
    reported: list[Violation] = []
    value = decoder_for(described.models, media.model).decode(error.body, reported.append)
    yield from Contents(described, operation, media).findings(error.body, value, reported)


def _failed(seen: Observation, error: ConnectorError, described: Described) -> Verdict:
    """The call ended without an answer that could be read."""
    if isinstance(error, CredentialsMissingError):
        names = " or ".join(error.environment) or "credentials"
        return Verdict("skipped", f"no credentials: set {names}")
    if isinstance(error, APITimeoutError | DeadlineExceededError):
        return Verdict("unreachable", "no complete reply in time")
    if isinstance(error, APIConnectionError | CircuitOpenError):
        return Verdict("unreachable", error.message)
    if isinstance(error, ContractViolationError):
        kind, wanted = of_model(error.expected, error.got)
        return _drift(described.finding(seen.operation, kind, wanted, error.got, error.pointer))
    if seen.status is not None:
        expected = ", ".join(_documented_types(seen)) or "a readable reply"
        found = described.finding(seen.operation, "unreadable", expected, "a broken content")
        return _drift(found)
    if error.code == "VALIDATION_FAILED":
        pointer = getattr(error, "pointer", "")
        return Verdict("skipped", f"the arguments cannot be sent: {pointer or error.message}")
    return _drift(described.finding(seen.operation, "unreadable", "a reply", error.code))


def _drift(finding: Finding) -> Verdict:
    return Verdict("drift", "", (finding,))


def _documented_types(seen: Observation) -> list[str]:
    every = (media for replies in seen.operation.replies.values() for media in replies)
    return list(dict.fromkeys(essence(each.content_type) for each in every if each.content_type))


def _refused(seen: Observation, error: APIStatusError, described: Described) -> Verdict:
    """The vendor answered that the call failed."""
    status = f"HTTP {error.status_code}"
    if isinstance(error, RateLimitError):
        return Verdict("rate-limited", status)
    if isinstance(error, AuthenticationError | PermissionDeniedError):
        return Verdict("auth-failed", status)
    if isinstance(error, ServerError):
        return _only(described, seen, "server-error", status)
    shape = gathered(error_findings(seen, error, described))
    if seen.unknown_id:
        return Verdict(outcome_of(shape), "", shape)
    if seen.made_up:
        names = ", ".join(sorted(seen.made_up))
        reason = f"{status}: the vendor refuses arguments that are made up ({names})"
        outcome = outcome_of(shape)
        return Verdict("skipped" if outcome == "pass" else outcome, reason, shape)
    missing = isinstance(error, NotFoundError) and "{" in seen.operation.path
    own = _only(described, seen, "not-found" if missing else "refused", status)
    return Verdict("drift", own.reason, (*own.findings, *shape))


def _only(described: Described, seen: Observation, kind: Kind, got: str) -> Verdict:
    expected = f"HTTP {' or '.join(seen.operation.replies) or '200'}"
    found = described.finding(seen.operation, kind, expected, got)
    return Verdict("broken" if kind == "server-error" else "drift", "", (found,))
