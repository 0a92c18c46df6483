"""What an operation means beyond its bytes. Every inferred fact carries its evidence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, Literal


class Complexity(IntEnum):
    """How much an operation can do: the guide's four levels."""

    READ = 1
    DRAFT = 2
    WRITE = 3
    CRITICAL = 4


@dataclass(frozen=True, slots=True)
class Pagination:
    """How to get the next page.

    ``items`` and the ``next_*`` places are JSON pointers into the reply; parameters are wire names.
    ``cursor``: ``next_value`` is sent as ``parameter``; where ``next_value`` is empty the cursor is
    ``item_cursor`` (a pointer into the last item). ``next_url``: ``next_value`` is an URL.
    ``has_more`` (pointer) ends the list when it is false.
    """

    strategy: Literal["cursor", "offset", "page", "link", "next_url"]
    items: str
    parameter: str = ""
    limit_parameter: str = ""
    next_value: str = ""
    item_cursor: str = ""
    has_more: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Idempotency:
    """Where the key stands that makes a repeated write harmless."""

    location: Literal["header", "body"]
    field: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ErrorShape:
    """What an error looks like: JSON pointers of code and message.

    ``when`` names a pointer and a value that make a 2xx reply an error (Slack: ``/ok`` is false).
    """

    code: str = ""
    message: str = ""
    when_pointer: str = ""
    when_value: str | int | bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything inferred or declared about one operation."""

    complexity: Complexity = Complexity.CRITICAL
    complexity_evidence: tuple[str, ...] = ()
    read_only: bool = False
    destructive: bool = False
    idempotent: bool = False
    reversible_by: str = ""
    pagination: Pagination | None = None
    idempotency: Idempotency | None = None
    stream: str = ""
    """``sse`` or ``jsonl`` where the reply can be a stream, else empty."""
    stream_parameter: str = ""
    timeout: float | None = None
    """Seconds for one attempt, where the operation needs its own."""
    retry: tuple[tuple[str, str | int | float | bool], ...] = ()
    rate_limit: tuple[tuple[str, str | int | float], ...] = ()
    error: ErrorShape | None = None
    probe: bool = False
    domain: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """``x-connector-domain``, where it fits the operation."""
