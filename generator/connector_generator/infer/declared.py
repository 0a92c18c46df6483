"""Facts that are only ever declared: time limits, retries, rate limits."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, cast

from connector_runtime.client.errors import ConfigurationError
from connector_runtime.client.resilience.settings import ResiliencePolicy

_Pair = tuple[str, str | int | float | bool]
_TIMEOUT, _RETRY = "x-connector-timeout", "x-connector-retry"
_RATE_LIMIT = "x-connector-rate-limit"
_SANDBOX = "x-connector-sandbox"
_PLACES = frozenset({"base_url", "credential"})
_LIMITS = frozenset({"rate", "burst"})


class Misdeclared(NamedTuple):
    """An extension whose value has no meaning; ``pointer`` is that of its owner."""

    pointer: str
    extension: str
    message: str


def timeout(extensions: Mapping[str, Any], connector: Mapping[str, Any]) -> float | None:
    """Seconds for one attempt (``x-connector-timeout``), of the operation or of all."""
    values = (source[_TIMEOUT] for source in (extensions, connector) if _TIMEOUT in source)
    return next((float(value) for value in values if _is_time(value)), None)


def _is_time(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value > 0


def retry(extensions: Mapping[str, Any], connector: Mapping[str, Any]) -> tuple[_Pair, ...]:
    """``x-connector-retry``: settings of a ``ResiliencePolicy``, or false for a single attempt."""
    return _pairs(_retry(extensions.get(_RETRY, connector.get(_RETRY))))


def _retry(value: Any) -> Any:
    return {"max_attempts": 1} if value is False else value


def rate_limit(
    extensions: Mapping[str, Any], connector: Mapping[str, Any]
) -> tuple[tuple[str, str | int | float], ...]:
    """``x-connector-rate-limit``: ``rate`` (requests a second) and ``burst``.

    That of an operation is for its requests alone, which ``scope`` says; that of the document is for
    the requests of all operations together.
    """
    if _RATE_LIMIT in extensions:
        own = _pairs(extensions[_RATE_LIMIT])
        return (*own, ("scope", "operation")) if own else ()
    return _pairs(connector.get(_RATE_LIMIT))


def _pairs(value: Any) -> tuple[_Pair, ...]:
    """The settings, if a policy takes them."""
    if not isinstance(value, Mapping) or _refusal(value):
        return ()
    entries = cast("Mapping[str, Any]", value)
    return tuple(sorted(entries.items()))


def _refusal(value: Any) -> str:
    """Why a policy does not take a value; empty where it does."""
    if not isinstance(value, Mapping):
        return "is no object"
    entries = {str(name): each for name, each in cast("Mapping[Any, Any]", value).items()}
    try:
        ResiliencePolicy.default.with_changes(**entries)
    except ConfigurationError as problem:
        return problem.message
    return ""


def sandbox(connector: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """``x-connector-sandbox`` of the document: where writes are harmless. Regular expressions for
    ``base_url`` and ``credential``, of which what is used must match all that are given."""
    declared = connector.get(_SANDBOX)
    if _sandbox_refusal(declared):
        return ()
    return tuple(sorted(cast("Mapping[str, str]", declared).items()))


def _sandbox_refusal(value: Any) -> str:
    if not isinstance(value, Mapping) or not value:
        return "is no object"
    entries = cast("Mapping[str, Any]", value)
    if not set(entries) <= _PLACES:
        return f"takes {' and '.join(sorted(_PLACES))}"
    for name, pattern in entries.items():
        try:
            re.compile(pattern)
        except (re.error, TypeError):
            return f"{name} is no regular expression"
    return ""


def misdeclared(extensions: Mapping[str, Mapping[str, Any]]) -> Iterator[Misdeclared]:
    """The declared facts that are left out, because they have no meaning."""
    for pointer, declared in extensions.items():
        if _TIMEOUT in declared and not _is_time(declared[_TIMEOUT]):
            yield Misdeclared(pointer, _TIMEOUT, "is no number of seconds above 0")
        if _RETRY in declared and (refusal := _refusal(_retry(declared[_RETRY]))):
            yield Misdeclared(pointer, _RETRY, refusal)
        if _SANDBOX in declared and (refusal := _sandbox_refusal(declared[_SANDBOX])):
            yield Misdeclared(pointer, _SANDBOX, refusal)
        limit = declared.get(_RATE_LIMIT, {})
        refusal = _refusal(limit)
        if not refusal and not set(limit) <= _LIMITS:
            refusal = f"takes {' and '.join(sorted(_LIMITS))}"
        if refusal:
            yield Misdeclared(pointer, _RATE_LIMIT, refusal)
