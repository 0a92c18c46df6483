"""From the words of validators to a kind of deviation and words that do not depend on the value.

Pydantic's messages may quote a character of the value; a fingerprint or an accepted deviation must
not change with it.
"""

import re

from connector_runtime.contract.findings import Kind

_TYPES = {
    "a valid string": "string",
    "a valid integer": "integer",
    "a valid number": "number",
    "a valid boolean": "boolean",
    "a valid list": "array",
    "a valid array": "array",
    "a valid dictionary": "object",
    "an object": "object",
    "a valid tuple": "array",
    "None": "null",
}
_FORMATS: tuple[tuple[str, str], ...] = (
    ("date in the format", "date"),
    ("date or datetime", "date"),
    ("datetime", "date-time"),
    ("valid date", "date"),
    ("time", "time"),
    ("UUID", "uuid"),
    ("decimal", "decimal"),
    ("base64", "base64"),
    ("finite number", "finite number"),
)
_LITERAL = re.compile(r"^('|-?\d|True|False|None)")
_LONGEST = 200
_KEYWORDS: dict[str, Kind] = {
    "type": "type",
    "enum": "enum",
    "format": "format",
    "required": "missing",
    "anyOf": "variant",
    "additionalProperties": "undocumented",
}


def of_model(message: str, got: str) -> tuple[Kind, str]:
    """Kind and expectation of a violation that decoding reported (``got`` is a JSON type)."""
    words = message.removeprefix("Input should be ").strip()
    if got == "missing":
        return "missing", "a value"
    if message.startswith("Input should be one of"):
        return ("null" if got == "null" else "variant"), words[:_LONGEST]
    if _LITERAL.match(words):
        wanted = "string" if "'" in words else "integer"
        return _typed(got, wanted, "enum"), words[:_LONGEST]
    head = words.split(",")[0]
    if head in _TYPES:
        return _typed(got, "", "type"), _TYPES[head]
    for part, name in _FORMATS:
        if part in words or part in message:
            return _typed(got, "string", "format"), name
    return _typed(got, "", "type"), head[:_LONGEST]


def _typed(got: str, wanted: str, kind: Kind) -> Kind:
    """The kind; that of a value of quite another type is ``type``, or ``null``."""
    if got == "null":
        return "null"
    return kind if not wanted or got == wanted else "type"


def of_schema(keyword: str, message: str) -> tuple[Kind, str]:
    """Kind and expectation of a violation that the validator of schemas found."""
    kind = _KEYWORDS.get(keyword, "constraint")
    if keyword == "type":
        actual, _, wanted = message.removeprefix("is ").partition(", not ")
        return ("null" if actual == "null" else "type"), wanted
    if kind == "missing":
        return kind, "a value"
    if kind == "undocumented":
        return kind, "no such field"
    words = message.removeprefix("is no ") if kind == "format" else f"not: {message}"
    return kind, words[:_LONGEST]


def missing_name(message: str) -> str | None:
    """The property that a ``required`` violation misses; None where it says something else."""
    found = re.fullmatch(r"has no (['\"])(.*)\1", message)
    return found[2] if found else None
