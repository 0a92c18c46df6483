"""Strings of the formats that OpenAPI descriptions use: a maker and a check for each.

Addresses and names come from the ranges reserved for documentation (RFC 2606, 5737, 3849).
"""

import base64
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from connector_runtime.client.values.dice import Dice

# fmt: off
WORDS = (
    "amber", "apple", "aspen", "atlas", "bamboo", "basil", "beacon", "birch",
    "canyon", "cedar", "cherry", "clover", "cobalt", "coral", "crystal", "daisy",
    "delta", "ember", "falcon", "fern", "forest", "garden", "ginger", "harbor",
    "hazel", "indigo", "iris", "island", "ivory", "jasper", "juniper", "lagoon",
    "laurel", "lemon", "lilac", "lotus", "maple", "marble", "meadow", "mint",
    "nectar", "oasis", "olive", "onyx", "opal", "orchid", "pearl", "pepper",
    "quartz", "raven", "river", "saffron", "sage", "silver", "spruce", "summit",
    "tulip", "valley", "velvet", "violet", "walnut", "willow", "winter", "zephyr",
)
# fmt: on
"""Short lower-case words without meaning for anybody's data."""

EPOCH = 1_735_689_600
"""2025-01-01T00:00:00Z: generated moments lie in the year after it."""

YEAR = 365 * 24 * 3600
_HEX = "0123456789abcdef"


def moment(dice: Dice) -> int:
    """A Unix time in seconds."""
    return EPOCH + dice.below(YEAR)


def _time(form: str) -> Callable[[Dice], str]:
    return lambda dice: datetime.fromtimestamp(moment(dice), UTC).strftime(form)


def _duration(dice: Dice) -> str:
    span = timedelta(minutes=dice.between(1, 5000))
    hours, minutes = divmod(span.seconds // 60, 60)
    return f"P{span.days}DT{hours}H{minutes}M"


def _uuid(dice: Dice) -> str:
    text = dice.text(_HEX, 30)
    return f"{text[:8]}-{text[8:12]}-4{text[12:15]}-a{text[15:18]}-{text[18:]}"


def _ipv6(dice: Dice) -> str:
    return f"2001:db8::{dice.between(1, 0xFFFF):x}:{dice.between(1, 0xFFFF):x}"


def _byte(dice: Dice) -> str:
    return base64.b64encode(dice.pick(WORDS).encode()).decode()


def _decimal(dice: Dice) -> str:
    return f"{dice.between(1, 999)}.{dice.between(10, 99)}"


FORMATS: dict[str, Callable[[Dice], str]] = {
    "date-time": _time("%Y-%m-%dT%H:%M:%SZ"),
    "date": _time("%Y-%m-%d"),
    "time": _time("%H:%M:%SZ"),
    "http-date": _time("%a, %d %b %Y %H:%M:%S GMT"),
    "duration": _duration,
    "uuid": _uuid,
    "email": lambda dice: f"{dice.pick(WORDS)}@example.com",
    "idn-email": lambda dice: f"{dice.pick(WORDS)}@example.com",
    "hostname": lambda dice: f"{dice.pick(WORDS)}.example.com",
    "idn-hostname": lambda dice: f"{dice.pick(WORDS)}.example.com",
    "ipv4": lambda dice: f"192.0.2.{dice.between(1, 254)}",
    "ipv6": _ipv6,
    "uri": lambda dice: f"https://example.com/{dice.pick(WORDS)}",
    "iri": lambda dice: f"https://example.com/{dice.pick(WORDS)}",
    "url": lambda dice: f"https://example.com/{dice.pick(WORDS)}",
    "uri-reference": lambda dice: f"/{dice.pick(WORDS)}",
    "iri-reference": lambda dice: f"/{dice.pick(WORDS)}",
    "uri-template": lambda dice: f"https://example.com/{dice.pick(WORDS)}/{{id}}",
    "json-pointer": lambda dice: f"/{dice.pick(WORDS)}",
    "relative-json-pointer": lambda dice: f"{dice.between(0, 3)}/{dice.pick(WORDS)}",
    "regex": lambda dice: f"^{dice.pick(WORDS)}$",
    "byte": _byte,
    "decimal": _decimal,
    "double": _decimal,
    "float": _decimal,
    "int32": lambda dice: str(dice.between(1, 9999)),
    "int64": lambda dice: str(dice.between(1, 9999)),
    "unix-time": lambda dice: str(moment(dice)),
    "phone": lambda dice: f"+1555010{dice.between(1000, 9999)}",
}
"""Format to maker. A format that is missing here says nothing about the string."""

_DATE = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_CLOCK = r"(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-][01]\d:[0-5]\d)"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_BYTE = r"(?:0|[1-9]\d?|1\d\d|2[0-4]\d|25[0-5])"
_NUMBER = r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?"
_URI = r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*"

_CHECKS = {
    "date-time": f"{_DATE}[Tt]{_CLOCK}",
    "date": _DATE,
    "time": _CLOCK,
    "duration": r"P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?",
    "uuid": "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}",
    "email": rf"[^\s@]+@{_LABEL}(?:\.{_LABEL})*",
    "hostname": rf"{_LABEL}(?:\.{_LABEL})*",
    "ipv4": rf"{_BYTE}(?:\.{_BYTE}){{3}}",
    "ipv6": r"(?=.*:.*:)[0-9A-Fa-f:.]{2,45}",
    "uri": _URI,
    "byte": r"[A-Za-z0-9+/_-]*={0,2}",
    "decimal": _NUMBER,
    "int64": r"-?\d+",
}


def has_format(text: str, name: str) -> bool:
    """Whether ``text`` is of the format; formats we do not know allow anything."""
    check = _CHECKS.get(name)
    return check is None or re.fullmatch(check, text) is not None
