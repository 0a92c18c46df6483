"""Changes of schemas: old, new, then what is told of requests forwards and backwards, and of replies.

``*`` stands for the place (``request-body``); ``B``, ``W`` and ``I`` are severities.
"""

from tests.generator.drift.pairs import Node, number, record, text, union

SCHEMAS: dict[str, tuple[Node, Node, str, str, str, str]] = {
    "type is another": (
        text(), {"type": "boolean"},
        "B *-type-changed", "B *-type-changed", "B *-type-changed", "B *-type-changed",
    ),
    "integer to number": (
        {"type": "integer"}, number(),
        "I *-type-generalized", "B *-type-changed", "B *-type-changed", "I *-type-specialized",
    ),
    "int32 to int64": (
        {"type": "integer", "format": "int32"}, {"type": "integer", "format": "int64"},
        "I *-type-generalized", "B *-type-changed", "B *-type-changed", "I *-type-specialized",
    ),
    "integer to int64": (
        {"type": "integer"}, {"type": "integer", "format": "int64"},
        "W *-type-changed", "I *-type-generalized", "I *-type-specialized", "W *-type-changed",
    ),
    "text to date": (
        text(), text(format="date"),
        "B *-type-changed", "W *-type-generalized", "W *-type-specialized", "B *-type-changed",
    ),
    "a format that is a note": (
        text(), text(format="email"),
        "W *-type-changed", "I *-type-generalized", "I *-type-specialized", "W *-type-changed",
    ),
    "null": (
        text(), {"type": ["string", "null"]},
        "I *-became-nullable", "B *-became-not-nullable",
        "B *-became-nullable", "I *-became-not-nullable",
    ),
    "values": (
        text(enum=["a", "b"]), text(enum=["a", "b", "c"]),
        "I *-enum-value-added", "B *-enum-value-removed",
        "W *-enum-value-added", "I *-enum-value-removed",
    ),
    "an enumeration": (
        text(), text(enum=["a", "b"]),
        "B *-became-enum", "I *-no-longer-enum", "I *-became-enum", "W *-no-longer-enum",
    ),
    "max": (
        number(maximum=9), number(maximum=5),
        "B *-max-decreased", "I *-max-increased", "I *-max-decreased", "B *-max-increased",
    ),
    "max, set": (
        number(), number(maximum=5), "W *-max-set", "I *-max-unset", "I *-max-set", "W *-max-unset",
    ),
    "exclusive max": (
        number(maximum=9), number(exclusiveMaximum=9),
        "B *-max-decreased", "I *-max-increased", "I *-max-decreased", "B *-max-increased",
    ),
    "min": (
        number(minimum=1), number(minimum=3),
        "B *-min-increased", "I *-min-decreased", "I *-min-increased", "B *-min-decreased",
    ),
    "min, set": (
        number(), number(minimum=5), "W *-min-set", "I *-min-unset", "I *-min-set", "W *-min-unset",
    ),
    "longest": (
        text(maxLength=9), text(maxLength=5),
        "B *-max-length-decreased", "I *-max-length-increased",
        "I *-max-length-decreased", "B *-max-length-increased",
    ),
    "longest, set": (
        text(), text(maxLength=5),
        "W *-max-length-set", "I *-max-length-unset", "I *-max-length-set", "B *-max-length-unset",
    ),
    "shortest": (
        text(minLength=1), text(minLength=3),
        "B *-min-length-increased", "I *-min-length-decreased",
        "I *-min-length-increased", "B *-min-length-decreased",
    ),
    "most items": (
        {"type": "array", "items": text(), "maxItems": 9},
        {"type": "array", "items": text(), "maxItems": 5},
        "B *-max-items-decreased", "I *-max-items-increased",
        "I *-max-items-decreased", "B *-max-items-increased",
    ),
    "fewest items": (
        {"type": "array", "items": text(), "minItems": 1},
        {"type": "array", "items": text(), "minItems": 3},
        "B *-min-items-increased", "I *-min-items-decreased",
        "I *-min-items-increased", "B *-min-items-decreased",
    ),
    "fewest items, set": (
        {"type": "array", "items": text()}, {"type": "array", "items": text(), "minItems": 3},
        "W *-min-items-set", "I *-min-items-unset", "I *-min-items-set", "B *-min-items-unset",
    ),
    "items once": (
        {"type": "array", "items": text()}, {"type": "array", "items": text(), "uniqueItems": True},
        "W *-unique-items-set", "I *-unique-items-unset",
        "I *-unique-items-set", "B *-unique-items-unset",
    ),
    "pattern": (
        text(pattern="^a"), text(pattern="^b"),
        "W *-pattern-changed", "W *-pattern-changed", "I *-pattern-changed", "I *-pattern-changed",
    ),
    "pattern, added": (
        text(), text(pattern="^a"),
        "W *-pattern-added", "I *-pattern-removed", "I *-pattern-added", "I *-pattern-removed",
    ),
    "pattern, generalised": (
        text(pattern="^a"), text(pattern=".*"),
        "I *-pattern-generalized", "W *-pattern-specialized",
        "I *-pattern-generalized", "I *-pattern-specialized",
    ),
    "any value": (
        text(), {}, "I *-type-generalized", "B *-type-changed", "B *-type-changed",
        "I *-type-specialized",
    ),
    "a branch, one of": (
        union("oneOf", text(), number()), union("oneOf", text(), number(), {"type": "boolean"}),
        "I *-one-of-added", "B *-one-of-removed", "B *-one-of-added", "I *-one-of-removed",
    ),
    "a branch, any of": (
        union("anyOf", text(), number()), union("anyOf", text(), number(), {"type": "boolean"}),
        "I *-any-of-added", "B *-any-of-removed", "B *-any-of-added", "I *-any-of-removed",
    ),
    "closed": (
        record(a=text()), {**record(a=text()), "additionalProperties": False},
        "W *-additional-properties-restricted", "I *-additional-properties-allowed",
        "I *-additional-properties-restricted", "I *-additional-properties-allowed",
    ),
    "a map of others": (
        {"type": "object", "additionalProperties": text()},
        {"type": "object", "additionalProperties": {}},
        "I *-additional-properties-allowed", "B *-additional-properties-restricted",
        "B *-additional-properties-allowed", "I *-additional-properties-restricted",
    ),
}  # fmt: skip
