"""Which operations run live, and in which order. Pure."""

from collections.abc import Iterable
from typing import NamedTuple

from connector_runtime.client.operation import Operation, Parameter
from connector_runtime.contract.collections import open_parameters

_READS = frozenset({"GET", "HEAD"})
_READ = 1
DEFAULT_MAX_CALLS = 50


class Skip(NamedTuple):
    """An operation that is not called, and why."""

    operation: Operation
    reason: str


class Plan(NamedTuple):
    """Reads in the order of their calls (lists come before what they list), and the rest."""

    reads: tuple[Operation, ...]
    skipped: tuple[Skip, ...]


def plan_reads(operations: Iterable[Operation]) -> Plan:
    """The operations that only read, and give data that can be judged."""
    reads: list[Operation] = []
    skipped: list[Skip] = []
    for each in operations:
        reason = _refusal(each)
        if reason:
            skipped.append(Skip(each, reason))
        else:
            reads.append(each)
    return Plan(tuple(sorted(reads, key=_order)), tuple(skipped))


def _order(operation: Operation) -> tuple[int, int, str]:
    needed = [each for each in operation.parameters if _must_be_filled(each)]
    return len(open_parameters(operation)), len(needed), operation.name


def _must_be_filled(parameter: Parameter) -> bool:
    return parameter.required and not parameter.client_parameter


def _refusal(operation: Operation) -> str:
    """Why an operation is not called live; empty where it is."""
    if operation.complexity != _READ or operation.method.upper() not in _READS:
        return "not a plain read (GET or HEAD)"
    kinds = {media.kind for replies in operation.replies.values() for media in replies}
    if operation.stream and not operation.stream_parameter:
        return "its reply is a stream"
    if kinds and kinds <= {"binary", "sse", "jsonl"}:
        return "its reply is a file" if "binary" in kinds else "its reply is a stream"
    return ""
