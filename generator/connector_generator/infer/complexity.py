"""The complexity of an operation: what the guide's four levels say of its name and HTTP method."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from connector_generator.ir.api import Operation
from connector_generator.ir.facts import Complexity
from connector_generator.lower.naming.words import singular, split_words, word_set

_REMOVES = word_set(
    "delete remove purge destroy revoke void cancel close archive reset disable suspend"
    " terminate"
)
_CRITICAL = _REMOVES | word_set("refund transfer payout deploy execute run merge")
_MONEY = frozenset({"refund", "payout", "transfer", "reversal"})
_DRAFTS = word_set("draft suggest analyze analyse recommend preview validate simulate estimate")
_READS = word_set("get list search find fetch retrieve query lookup count check")
_WRITES = word_set("create update delete set add put insert upsert send remove replace")
_READ_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "QUERY"})
_WRITE_METHODS = frozenset({"POST", "PUT", "PATCH"})
_REPEATABLE = _READ_METHODS | {"PUT", "DELETE"}


@dataclass(frozen=True, slots=True)
class Effect:
    """The level, why, and the hints that agents are given."""

    complexity: Complexity
    evidence: tuple[str, ...]
    read_only: bool
    destructive: bool
    idempotent: bool


def effect(operation: Operation, extensions: Mapping[str, Any]) -> Effect:
    """What the operation can do. The document's ``x-connector-complexity`` decides over all."""
    level, evidence = _declared(extensions) or _by_name(operation) or _by_method(operation)
    method = operation.http_method.upper()
    verb = _words(operation)[0]
    read_only = level is Complexity.READ
    removes = method == "DELETE" or verb in _REMOVES
    return Effect(
        complexity=level,
        evidence=evidence,
        read_only=read_only,
        destructive=removes and not read_only,
        idempotent=read_only or method in _REPEATABLE,
    )


def _declared(extensions: Mapping[str, Any]) -> tuple[Complexity, tuple[str, ...]] | None:
    value = extensions.get("x-connector-complexity")
    if isinstance(value, bool) or value not in (1, 2, 3, 4):
        return None
    return Complexity(value), (f"x-connector-complexity is {int(value)}",)


def _words(operation: Operation) -> list[str]:
    return operation.name.python.strip("_").split("_")


def _by_name(operation: Operation) -> tuple[Complexity, tuple[str, ...]] | None:
    """What the leading verb of the operation name says, over the HTTP method."""
    words = _words(operation)
    verb, method = words[0], operation.http_method.upper()
    if verb in _CRITICAL:
        return Complexity.CRITICAL, (f"the leading verb is {verb}",)
    if verb in {"create", "send"} and (money := _MONEY & {singular(word) for word in words[1:]}):
        return Complexity.CRITICAL, (f"{verb} of a {min(money)} moves money",)
    if method == "DELETE":
        return Complexity.CRITICAL, ("the HTTP method is DELETE",)
    if verb in _DRAFTS:
        level = Complexity.READ if method in _READ_METHODS else Complexity.DRAFT
        return level, (f"the leading verb is {verb}", f"the HTTP method is {method}")
    if method in _WRITE_METHODS and (read := _agreed_read(operation)):
        return Complexity.READ, read if method == "POST" else (*read, f"although {method}")
    if method in _WRITE_METHODS and (many := _bulk_word(operation)):
        return Complexity.CRITICAL, (f"{many} with {method} writes many at once",)
    return None


def _by_method(operation: Operation) -> tuple[Complexity, tuple[str, ...]]:
    method = operation.http_method.upper()
    if method in _READ_METHODS:
        return Complexity.READ, (f"the HTTP method is {method}",)
    if method in _WRITE_METHODS:
        return Complexity.WRITE, (f"the HTTP method is {method}",)
    return Complexity.CRITICAL, (f"nothing is known of the HTTP method {method}",)


def _agreed_read(operation: Operation) -> tuple[str, ...]:
    """A POST is a read only where name and path say so both."""
    words, last = _words(operation), _last_path_words(operation.path)
    if operation.http_method.upper() != "POST" or words[0] not in _READS or not last:
        return ()
    said = next((word for word in (last[0], last[-1]) if word in _READS), "")
    if not said or _WRITES & set(words[1:]) or _WRITES & set(last):
        return ()
    return (f"the leading verb is {words[0]}", f"the path ends in {said}")


def _last_path_words(path: str) -> list[str]:
    literals = [part for part in re.split(r"[/?#:]", path) if part and "{" not in part]
    return split_words(literals[-1]) if literals else []


def _bulk_word(operation: Operation) -> str:
    """``bulk`` or ``batch``, in the name or as a part of the path."""
    literals = re.sub(r"\{[^}]*\}", "", operation.path)
    said = {*_words(operation), *split_words(literals)}
    return min(said & {"batch", "bulk"}, default="")
