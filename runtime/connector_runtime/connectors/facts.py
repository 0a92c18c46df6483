"""What the platform knows of an operation before it is run, whoever implements it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from connector_runtime.client.operation import Operation
from connector_runtime.client.options import DEFAULT_DEADLINE
from connector_runtime.client.pointers import tokens_of
from connector_runtime.connectors.domain import Domain, ParameterFacts, domain_of, parameters
from connector_runtime.connectors.mapping import FromReply, Tokens, pointer_of
from connector_runtime.connectors.problems import BrokenConnectorError

CRITICAL = 4
"""The complexity of what is not known."""
_REPEATABLE = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "QUERY"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationFacts:
    """One operation of a connector, in its domain form."""

    connector_id: str
    name: str
    description: str
    complexity: int
    """1 read, 2 draft, 3 write, 4 critical."""
    parameters: Mapping[str, ParameterFacts]
    read_only: bool
    resendable: bool
    """Whether sending it once more, with the same idempotency key where it takes one, does nothing
    twice."""
    takes_idempotency_key: bool
    secret_pointers: tuple[str, ...]
    """Where secrets stand: JSON pointers that begin with ``/arguments`` or ``/reply``; ``*`` is any
    item."""
    personal_pointers: tuple[str, ...]
    fingerprint: str
    """SHA-256 in hex of all that the connector says of it: another one is another operation."""
    deadline: float
    """Seconds after which a call is given up."""


def facts_of(connector_id: str, version: str, operation: Operation, line: Any) -> OperationFacts:
    """The facts of a generated operation; ``line`` is its line of the table."""
    domain = domain_of(operation)
    return OperationFacts(
        connector_id=connector_id,
        name=operation.name,
        description=operation.summary or operation.description,
        complexity=operation.complexity if 1 <= operation.complexity <= CRITICAL else CRITICAL,
        parameters=parameters(operation),
        read_only=operation.read_only,
        resendable=(
            operation.method.upper() in _REPEATABLE
            or operation.idempotent
            or operation.read_only
            or operation.idempotency is not None
        ),
        takes_idempotency_key=operation.idempotency is not None,
        secret_pointers=_in_domain(operation.secret_pointers, domain),
        personal_pointers=_in_domain(operation.personal_pointers, domain),
        fingerprint=fingerprint(version, line),
        deadline=max(DEFAULT_DEADLINE, operation.timeout or 0.0),
    )


def custom_facts(connector_id: str, entry: Any) -> OperationFacts:
    """The facts of an operation as a custom service lists it. Raises :class:`BrokenConnectorError`.

    Beside the guide's members an entry may have ``idempotent``, ``takes_idempotency_key`` (booleans)
    and ``deadline`` (seconds).
    """
    if not isinstance(entry, dict):
        raise BrokenConnectorError("get_operations() lists what is no dictionary")
    said = cast("dict[str, Any]", entry)
    name: Any = said.get("name")
    if not isinstance(name, str) or not name:
        raise BrokenConnectorError("get_operations() lists an operation without a name")
    complexity: Any = said.get("complexity")
    known = type(complexity) is int and 1 <= complexity <= CRITICAL
    takes_key = said.get("takes_idempotency_key") is True
    return OperationFacts(
        connector_id=connector_id,
        name=name,
        description=str(said.get("description") or ""),
        complexity=complexity if known else CRITICAL,
        parameters=_flat_parameters(name, said.get("parameters") or {}),
        read_only=complexity == 1,
        resendable=complexity == 1 or said.get("idempotent") is True or takes_key,
        takes_idempotency_key=takes_key,
        secret_pointers=(),
        personal_pointers=(),
        fingerprint=fingerprint("", said),
        deadline=_deadline(name, said.get("deadline", DEFAULT_DEADLINE)),
    )


def fingerprint(version: str, line: Any) -> str:
    """A digest of what is said of an operation in a version of its description."""
    text = json.dumps([version, line], sort_keys=True, separators=(",", ":"), default=repr)
    return hashlib.sha256(text.encode()).hexdigest()


def _flat_parameters(operation: str, given: Any) -> dict[str, ParameterFacts]:
    if not isinstance(given, dict):
        raise BrokenConnectorError(f"the parameters of {operation} are no dictionary")
    parameters = cast("dict[Any, Any]", given)
    return {str(name): _flat(operation, facts) for name, facts in parameters.items()}


def _flat(operation: str, given: Any) -> ParameterFacts:
    if not isinstance(given, dict):
        raise BrokenConnectorError(f"a parameter of {operation} is no dictionary")
    facts = cast("dict[str, Any]", given)
    return {
        "type": str(facts.get("type", "any")),
        "required": facts.get("required") is True,
        "description": str(facts.get("description") or ""),
    }


def _deadline(name: str, seconds: Any) -> float:
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not seconds > 0:
        raise BrokenConnectorError(f"the deadline of {name} is no number of seconds")
    return float(seconds)


def _in_domain(pointers: tuple[str, ...], domain: Domain) -> tuple[str, ...]:
    """The same places, and where the domain form has what stands there."""
    found = dict.fromkeys(pointers)
    for pointer in pointers:
        root, *rest = tokens_of(pointer)
        for name, place in _moved(root, domain):
            below = _below(tuple(rest), place)
            if below is not None:
                found[pointer_of((root, name, *below))] = None
    return tuple(found)


def _moved(root: str, domain: Domain) -> list[tuple[str, Tokens]]:
    if root == "arguments":
        return [(each.name, each.place) for each in domain.arguments]
    fields = domain.result or ()
    return [(name, each.place) for name, each in fields if isinstance(each, FromReply)]


def _below(pointer: Tokens, place: Tokens) -> Tokens | None:
    """What is left of a pointer below a place; nothing where it hides the place itself."""
    shared = min(len(pointer), len(place))
    same = all(
        one in (other, "*") for one, other in zip(pointer[:shared], place[:shared], strict=True)
    )
    return pointer[shared:] if same else None
