"""The chain that makes changes of an audit trail visible: HMAC over each record and the one before."""

import hashlib
import hmac
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

START = "0" * 64
"""The hash before the first record."""


class Line(NamedTuple):
    """What an audit record says."""

    sequence: int
    at: datetime
    kind: str
    call_id: str
    agent_id: str
    principal_id: str
    connector_id: str
    operation_name: str
    outcome: str
    reason: str
    details: dict[str, Any]


class Finding(NamedTuple):
    """Where a trail is not as it was written."""

    sequence: int
    what: str


def chained(key: bytes, tenant_id: str, before: str, line: Line) -> str:
    """The hash of a record after the one with the hash ``before``: 64 hex digits."""
    values = [tenant_id, before, line.sequence, line.at.isoformat(), *line[2:]]
    text = json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hmac.new(key, text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def findings(
    key: bytes, tenant_id: str, lines: Iterable[tuple[Line, str]], head: tuple[int, str]
) -> list[Finding]:
    """Every place where a trail was changed, in order; ``lines`` come with their hashes.

    ``head`` is the sequence and hash at which the trail is known to end: ``(0, START)`` when empty.
    """
    found: list[Finding] = []
    before, expected = START, 1
    for line, written in lines:
        if line.sequence != expected:
            found.append(Finding(expected, _missing(expected, line.sequence)))
        elif not _same(chained(key, tenant_id, before, line), written):
            found.append(Finding(line.sequence, "the record was changed or moved"))
        before, expected = written, line.sequence + 1
    if (expected - 1, before) != head:
        found.append(Finding(expected, _ending(expected - 1, head[0])))
    return found


def _same(hash: str, written: str) -> bool:
    # As bytes: of text, only ASCII can be compared, and what was written may be anything by now.
    return hmac.compare_digest(hash.encode(), written.encode("utf-8", "surrogatepass"))


def _missing(expected: int, sequence: int) -> str:
    if sequence < expected:
        return "the record stands here twice"
    last = sequence - 1
    return f"record {expected} is missing" if last == expected else f"{expected}-{last} are missing"


def _ending(last: int, head: int) -> str:
    if last < head:
        return f"the trail ends at {last}, but {head} records were written"
    return "the last record is not the one that the trail ended with"
