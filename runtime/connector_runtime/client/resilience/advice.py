"""What a vendor's header fields say about when to come back.

Spellings: ``Retry-After`` (RFC 9110, seconds or a date), ``retry-after-ms``, ``RateLimit``
(draft-ietf-httpapi-ratelimit-headers), ``RateLimit-Reset``, ``X-RateLimit-Reset`` (seconds from now,
or since 1970, or milliseconds since 1970: told apart by their size), ``X-RateLimit-Reset-After``.
"""

import re
from collections.abc import Mapping

from connector_runtime.client.clock import Clock
from connector_runtime.client.headers import Headers

_RESETS = (
    "ratelimit-reset",
    "x-ratelimit-reset-after",
    "x-ratelimit-reset",
    "x-rate-limit-reset",
    "x-ratelimit-reset-requests",
)
_REMAINING = ("ratelimit-remaining", "x-ratelimit-remaining", "x-rate-limit-remaining")
_SPEAKING = frozenset((*_REMAINING, "ratelimit"))
_BUCKETS = ("x-ratelimit-bucket", "x-ratelimit-resource", "x-ratelimit-scope")
_SINCE_1970, _MILLISECONDS = 1_000_000_000.0, 100_000_000_000.0
_FIELD = re.compile(r"(?:^|;)\s*([rt])=(\d{1,15})")
_DURATION = re.compile(
    r"(?:(\d{1,9})h)?(?:(\d{1,9})m)?(?:(\d{1,9}(?:\.\d{1,9})?)s)?(?:(\d{1,9})ms)?"
)


def retry_after_of(headers: Mapping[str, str], clock: Clock) -> float | None:
    """Seconds that the vendor asks to wait after a refusal; None when it does not say."""
    milliseconds = _number(headers.get("retry-after-ms", ""))
    if milliseconds is not None:
        return milliseconds / 1000
    text = headers.get("retry-after", "").strip()
    if text:
        seconds = _number(text)
        return seconds if seconds is not None else _until_date(text, clock)
    return reset_of(headers, clock) if remaining_of(headers) == 0 else None


def remaining_of(headers: Mapping[str, str]) -> int | None:
    """How many requests are left in the vendor's window; None when it does not say."""
    structured = _structured(headers.get("ratelimit", ""))
    if "r" in structured:
        return structured["r"]
    for name in _REMAINING:
        text = headers.get(name, "").strip()
        if text.isdigit() and len(text) < 16:
            return int(text)
    return None


def reset_of(headers: Mapping[str, str], clock: Clock) -> float | None:
    """Seconds until the vendor's window begins anew; None when it does not say."""
    structured = _structured(headers.get("ratelimit", ""))
    if "t" in structured:
        return float(structured["t"])
    for name in _RESETS:
        text = headers.get(name, "").strip()
        seconds = _number(text)
        if seconds is not None:
            return _from_now(seconds, clock)
        if text and (match := _DURATION.fullmatch(text)):
            hours, minutes, whole, thousandths = (float(part or 0) for part in match.groups())
            return hours * 3600 + minutes * 60 + whole + thousandths / 1000
    return None


def speaks_of_limits(headers: Headers) -> bool:
    """Whether a reply says how many requests are left; nearly all do not, and cost nothing more."""
    return headers.has_any(_SPEAKING)


def pause_after(headers: Mapping[str, str], clock: Clock) -> float:
    """Seconds without requests after a reply that was the last of the vendor's window; else 0.

    Only for replies that speak of limits. A vendor that counts in several buckets says nothing about the others.
    """
    if remaining_of(headers) != 0 or any(name in headers for name in _BUCKETS):
        return 0.0
    return reset_of(headers, clock) or 0.0


def _from_now(value: float, clock: Clock) -> float:
    if value >= _MILLISECONDS:
        return max(value / 1000 - clock.time(), 0.0)
    return max(value - clock.time(), 0.0) if value >= _SINCE_1970 else value


def _until_date(text: str, clock: Clock) -> float | None:
    from email.utils import parsedate_to_datetime

    try:
        return max(parsedate_to_datetime(text).timestamp() - clock.time(), 0.0)
    except (ValueError, OverflowError, OSError):
        return None


def _structured(text: str) -> dict[str, int]:
    """``"default";r=0;t=30``: the remaining requests and the seconds of the first policy."""
    return {key: int(value) for key, value in _FIELD.findall(text.partition(",")[0])}


def _number(text: str) -> float | None:
    return float(text) if text and len(text) < 16 and text.replace(".", "", 1).isdigit() else None
