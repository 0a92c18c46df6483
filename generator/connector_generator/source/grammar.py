"""Which part of a description is what: where references may stand, and what is data.

A ``$ref`` inside of an example is an example's text; a property may be named ``$ref``. Only the
grammar can tell. Each kind of object lists its fields and the kind of what they hold; ``map:X`` is
an object with free keys whose values are of kind X; a list of X is of kind X. Versions 2.0 to 3.2
share one table, since no field changed its kind between them.
"""

from collections.abc import Mapping

DATA = "data"
EXTENSION = "extension"
OTHER = "other"
MAPPING = "mapping"

_OPERATIONS = (
    "get",
    "put",
    "post",
    "delete",
    "options",
    "head",
    "patch",
    "trace",
    "query",
)

_SCHEMA = (
    *("additionalItems", "additionalProperties", "allOf", "anyOf", "contains", "contentSchema"),
    *("else", "if", "items", "not", "oneOf", "prefixItems", "propertyNames", "then"),
    *("unevaluatedItems", "unevaluatedProperties"),
)

_SCHEMA_MAPS = ("$defs", "definitions", "dependentSchemas", "patternProperties", "properties")

_PARAMETER = {
    "schema": "schema",
    "items": "schema",
    "content": "map:media-type",
    "examples": "map:example",
    "example": DATA,
    "default": DATA,
    "enum": DATA,
}

FIELDS: Mapping[str, Mapping[str, str]] = {
    "document": {
        "paths": "map:path-item",
        "webhooks": "map:path-item",
        "components": "components",
        "definitions": "map:schema",
        "parameters": "map:parameter",
        "responses": "map:response",
        "securityDefinitions": "map:security-scheme",
    },
    "components": {
        "schemas": "map:schema",
        "responses": "map:response",
        "parameters": "map:parameter",
        "examples": "map:example",
        "requestBodies": "map:request-body",
        "headers": "map:header",
        "securitySchemes": "map:security-scheme",
        "links": "map:link",
        "callbacks": "map:callback",
        "pathItems": "map:path-item",
        "mediaTypes": "map:media-type",
    },
    "path-item": {
        **dict.fromkeys(_OPERATIONS, "operation"),
        "additionalOperations": "map:operation",
        "parameters": "parameter",
    },
    "operation": {
        "parameters": "parameter",
        "requestBody": "request-body",
        "responses": "map:response",
        "callbacks": "map:callback",
        "security": DATA,
    },
    "parameter": _PARAMETER,
    "header": _PARAMETER,
    "request-body": {"content": "map:media-type"},
    "response": {
        "headers": "map:header",
        "content": "map:media-type",
        "links": "map:link",
        "schema": "schema",
        "examples": DATA,
    },
    "media-type": {
        "schema": "schema",
        "itemSchema": "schema",
        "examples": "map:example",
        "example": DATA,
        "encoding": "map:encoding",
        "itemEncoding": "encoding",
        "prefixEncoding": "encoding",
    },
    "encoding": {
        "headers": "map:header",
        "encoding": "map:encoding",
        "itemEncoding": "encoding",
        "prefixEncoding": "encoding",
    },
    "example": {"value": DATA, "dataValue": DATA},
    "link": {"parameters": DATA, "requestBody": DATA},
    "schema": {
        **dict.fromkeys(_SCHEMA, "schema"),
        **dict.fromkeys(_SCHEMA_MAPS, "map:schema"),
        "dependencies": "map:schema",
        "discriminator": "discriminator",
        "default": DATA,
        "example": DATA,
        "examples": DATA,
        "enum": DATA,
        "const": DATA,
    },
    "discriminator": {"mapping": MAPPING},
    "security-scheme": {},
    OTHER: {},
    EXTENSION: {},
}

MAPS: Mapping[str, str] = {
    "callback": "path-item",
    **{f"map:{kind}": kind for kind in (*FIELDS, "callback")},
}
"""Kinds with free keys, and the kind of their values."""

MAPS_WITH_EXTENSIONS = frozenset({"map:path-item", "map:response", "callback"})
"""Among those, where ``x-`` starts an extension and not a name."""

UNKNOWN: Mapping[str, str] = {EXTENSION: EXTENSION}
"""The kind of a field that the table does not list; of all others it is OTHER."""

SECTIONS: Mapping[str, str] = {
    kind.removeprefix("map:"): field
    for field, kind in FIELDS["components"].items()
    if kind not in {"map:path-item", "map:media-type"}
}
"""Where a shared object of a kind is kept below ``components``."""

SECTIONS_2: Mapping[str, str] = {
    "schema": "definitions",
    "parameter": "parameters",
    "response": "responses",
}
"""The same for Swagger 2.0, at the root."""

REFERABLE = frozenset({*SECTIONS, "path-item"})
"""Kinds that later stages resolve themselves; references elsewhere are replaced by their target."""
