"""Facts that are only ever declared: time limits, retries, rate limits."""

from collections.abc import Mapping
from typing import Any, cast

_Pair = tuple[str, str | int | float | bool]


def timeout(extensions: Mapping[str, Any], connector: Mapping[str, Any]) -> float | None:
    """Seconds for one attempt (``x-connector-timeout``), of the operation or of all."""
    for source in (extensions, connector):
        value = source.get("x-connector-timeout")
        if isinstance(value, int | float) and not isinstance(value, bool) and value > 0:
            return float(value)
    return None


def retry(extensions: Mapping[str, Any], connector: Mapping[str, Any]) -> tuple[_Pair, ...]:
    """``x-connector-retry``: an object of settings, or false for a single attempt."""
    key = "x-connector-retry"
    value = extensions.get(key, connector.get(key))
    return (("max_attempts", 1),) if value is False else _pairs(value)


def rate_limit(
    extensions: Mapping[str, Any], connector: Mapping[str, Any]
) -> tuple[tuple[str, str | int | float], ...]:
    """``x-connector-rate-limit``: an object of settings, of the operation or of all."""
    key = "x-connector-rate-limit"
    return _pairs(extensions.get(key, connector.get(key)))


def _pairs(value: Any) -> tuple[_Pair, ...]:
    if not isinstance(value, Mapping):
        return ()
    entries = cast("Mapping[str, Any]", value)
    return tuple(
        (str(name), each)
        for name, each in sorted(entries.items(), key=lambda item: str(item[0]))
        if isinstance(each, str | int | float)
    )
