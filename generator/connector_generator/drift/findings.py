"""What a comparison gives: findings, the names that come and go, and the version to raise."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal, TypeAlias

from connector_generator.drift.changes import Direction, Relation
from connector_generator.location import Location

Axis: TypeAlias = Literal["wire", "source", "semantic"]
Verdict: TypeAlias = Literal["major", "minor", "patch", "none"]


class Severity(StrEnum):
    """How much a finding matters to a caller."""

    BREAKING = "breaking"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class AffectedOperation:
    """An operation by its request line, and by the method that programmers call."""

    request: str
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One difference. ``axis`` says who notices: calls (wire), code (source), or meaning."""

    id: str
    severity: Severity
    axis: Axis
    direction: Direction
    relation: Relation
    operations: tuple[AffectedOperation, ...]
    subject: str
    symbol: str
    old: Location | None
    new: Location | None
    before: Any = None
    after: Any = None
    message: str
    advice: str
    feature: bool = False
    """Whether a caller can do or get something new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameChange:
    """A name of the generated package that appears, vanishes or is another now."""

    kind: Literal["method", "argument", "class", "field"]
    change: Literal["appears", "changes", "vanishes"]
    name: str
    becomes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """All that differs between two descriptions; the worst comes first."""

    old: str
    new: str
    findings: tuple[Finding, ...]
    names: tuple[NameChange, ...]

    @property
    def verdict(self) -> Verdict:
        """Which part of a connector's version this raises; a name that vanishes breaks its callers."""
        severities = {each.severity for each in self.findings}
        if Severity.BREAKING in severities or any(each.change == "vanishes" for each in self.names):
            return "major"
        if Severity.WARNING in severities or any(each.feature for each in self.findings):
            return "minor"
        return "patch" if self.findings or self.names else "none"

    def counts(self) -> Counter[str]:
        """How many findings there are of each severity."""
        return Counter(str(each.severity) for each in self.findings)
