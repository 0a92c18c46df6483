"""What a contract test finds: one value per deviation, with a fingerprint that stays the same.

Nothing here holds a value of a reply: places, types and words of the description are enough to act
on, and a reply may hold what must not be written down.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal, TypeAlias

Severity: TypeAlias = Literal["info", "drift", "broken"]

Kind: TypeAlias = Literal[
    "type",
    "null",
    "missing",
    "enum",
    "format",
    "variant",
    "constraint",
    "undocumented",
    "status",
    "content-type",
    "body",
    "unreadable",
    "page",
    "not-found",
    "refused",
    "server-error",
    "slow",
    "gone",
    "overtaken",
    "baseline-expired",
    "baseline-unused",
]

_INFO = frozenset({"undocumented", "constraint", "slow", "overtaken"})
"""Kinds that are worth telling and no reason to wake somebody."""


def severity_of(kind: Kind) -> Severity:
    """How bad a kind of deviation is."""
    if kind in _INFO:
        return "info"
    return "broken" if kind == "server-error" else "drift"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One deviation of an operation, however often it occurs in the reply."""

    connector: str
    operation: str
    kind: Kind
    pointer: str = ""
    """JSON pointer (RFC 6901) of its first place in the reply; keys that are data read ``*``."""
    pattern: str = ""
    """The pointer with ``*`` for indexes of arrays, too."""
    expected: str = ""
    got: str = ""
    """A JSON type, a status or a media type; never a value."""
    count: int = 1
    """Places with this pattern."""
    severity: Severity = "drift"
    accepted: str = ""
    """Why the baseline accepts it; empty: it does not."""

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that are the same every night."""
        parts = (self.connector, self.operation, self.pattern, self.kind)
        return sha256("\0".join(parts).encode()).hexdigest()[:12]

    @property
    def red(self) -> bool:
        """Whether somebody should look at it."""
        return self.severity != "info" and not self.accepted

    def __str__(self) -> str:
        times = f" ({self.count} times)" if self.count > 1 else ""
        return (
            f"{self.pointer or '/'}: {self.kind}, expected {self.expected}, got {self.got}{times}"
        )


def gathered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with those that differ only in their place made one."""
    seen: dict[tuple[str, str, str], Finding] = {}
    for each in findings:
        key = (each.fingerprint, each.expected, each.got)
        first = seen.get(key)
        seen[key] = replace(first, count=first.count + each.count) if first else each
    return tuple(seen.values())
