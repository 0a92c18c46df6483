"""What a run of contract tests says: one result per operation, and the report of all."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from connector_runtime.client.operation import Operation
from connector_runtime.contract.findings import Finding

Outcome: TypeAlias = Literal[
    "pass", "drift", "broken", "unreachable", "rate-limited", "auth-failed", "skipped"
]
OUTCOMES: tuple[Outcome, ...] = (
    "pass",
    "drift",
    "broken",
    "unreachable",
    "rate-limited",
    "auth-failed",
    "skipped",
)
Mode: TypeAlias = Literal["mock", "live"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How one operation did."""

    operation: str
    method: str
    path: str
    outcome: Outcome
    reason: str = ""
    """Why it is skipped or failed, in words; empty where the findings say it."""
    status: int | None = None
    seconds: float = 0.0
    findings: tuple[Finding, ...] = ()
    missing_variables: tuple[str, ...] = ()
    """The environment variables to set, where credentials are missing."""
    variant: str = ""
    """Which run against the mock (``async strict``), or file and line of what was recorded; empty:
    live."""

    @property
    def title(self) -> str:
        """The operation, and the variant where there are several."""
        return f"{self.operation} [{self.variant}]" if self.variant else self.operation

    @property
    def called(self) -> bool:
        """Whether a request was made."""
        return self.outcome != "skipped" or self.status is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole run. Reports are made of it and of nothing else."""

    connector: str
    mode: Mode
    base_url: str
    started: str
    """When (ISO 8601, UTC)."""
    seconds: float = 0.0
    calls: int = 0
    results: tuple[Result, ...] = ()
    baseline: tuple[Finding, ...] = ()
    """What is wrong with the baseline itself."""
    leftovers: tuple[str, ...] = ()
    """What a write flow made and could not remove."""
    interrupted: bool = False

    def findings(self) -> Iterator[Finding]:
        """All findings, those about the baseline last."""
        for each in self.results:
            yield from each.findings
        yield from self.baseline

    @property
    def totals(self) -> Counter[Outcome]:
        """How many results there are of each outcome."""
        return Counter(each.outcome for each in self.results)

    @property
    def failed(self) -> bool:
        """Whether there is a new violation, something broken, or something left behind."""
        return bool(self.leftovers) or self.interrupted or any(each.red for each in self.findings())

    @property
    def judged(self) -> bool:
        """Whether any operation was answered in a way that says something about its contract."""
        return any(self.totals[each] for each in ("pass", "drift", "broken"))

    @property
    def refused(self) -> bool:
        """Whether every call that was answered was refused for its credentials."""
        return not self.judged and self.totals["auth-failed"] > 0

    @property
    def unreachable(self) -> bool:
        """Whether every call that was made went unanswered."""
        called = [each for each in self.results if each.called]
        return bool(called) and all(each.outcome == "unreachable" for each in called)

    @property
    def missing_variables(self) -> tuple[str, ...]:
        """The variables without which nothing could be called; empty where something was."""
        if any(each.called for each in self.results):
            return ()
        names = (name for each in self.results for name in each.missing_variables)
        return tuple(dict.fromkeys(names))


def result_of(operation: Operation, outcome: Outcome, findings: tuple[Finding, ...] = ()) -> Result:
    """The result of an operation."""
    return Result(
        operation=operation.name,
        method=operation.method,
        path=operation.path,
        outcome=outcome,
        findings=findings,
    )


def skipped(operation: Operation, reason: str) -> Result:
    """The result of an operation that was not called."""
    return replace(result_of(operation, "skipped"), reason=reason)
