"""What a schema's ``type`` says: typos, lists of types, and types left unsaid."""

from typing import Any

from connector_generator.normalise.draft import Draft, Node, is_list, is_node

TYPES = frozenset(("string", "integer", "number", "boolean", "null", "array", "object"))

_TYPOS: dict[str, tuple[str, str]] = {
    "str": ("string", ""), "text": ("string", ""), "char": ("string", ""), "enum": ("string", ""),
    "varchar": ("string", ""), "url": ("string", "uri"), "uri": ("string", "uri"),
    "uuid": ("string", "uuid"), "guid": ("string", "uuid"), "email": ("string", "email"),
    "date": ("string", "date"), "datetime": ("string", "date-time"), "time": ("string", "time"),
    "date-time": ("string", "date-time"), "timestamp": ("string", ""), "password": ("string", ""),
    "file": ("string", "binary"), "binary": ("string", "binary"), "byte": ("string", "byte"),
    "int": ("integer", ""), "int32": ("integer", "int32"), "int64": ("integer", "int64"),
    "long": ("integer", "int64"), "short": ("integer", ""), "float": ("number", "float"),
    "double": ("number", "double"), "decimal": ("number", ""), "numeric": ("number", ""),
    "bool": ("boolean", ""), "list": ("array", ""), "dict": ("object", ""), "map": ("object", ""),
    "hash": ("object", ""), "json": ("object", ""), "none": ("null", ""), "nil": ("null", ""),
}  # fmt: skip

_COMMON = frozenset(
    (
        "type", "format", "enum", "nullable", "description", "title", "deprecated", "readOnly",
        "writeOnly", "default", "example", "examples", "externalDocs", "xml", "not", "if", "then",
        "else", "allOf", "anyOf", "oneOf", "discriminator", "$comment",
    )
)  # fmt: skip
_NUMBER = _COMMON | {
    "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"
}  # fmt: skip
KEYWORDS: dict[str, frozenset[str]] = {
    "string": _COMMON
    | {
        "pattern", "x-ecma-pattern", "minLength", "maxLength",
        "contentMediaType", "contentEncoding", "contentSchema",
    },
    "integer": _NUMBER,
    "number": _NUMBER,
    "boolean": _COMMON,
    "null": _COMMON,
    "array": _COMMON
    | {
        "items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains",
        "minContains", "maxContains", "unevaluatedItems",
    },
    "object": _COMMON
    | {
        "properties", "required", "additionalProperties", "minProperties", "maxProperties",
        "propertyNames", "patternProperties", "dependentRequired", "dependentSchemas",
        "unevaluatedProperties",
    },
}  # fmt: skip
"""The keywords that mean something for each type."""

_SIGNS = (
    ("object", ("properties", "additionalProperties", "patternProperties", "propertyNames")),
    ("array", ("items", "prefixItems", "minItems", "maxItems", "uniqueItems")),
    ("string", ("pattern", "minLength", "maxLength", "contentMediaType", "contentEncoding")),
    ("number", ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")),
    ("object", ("minProperties", "maxProperties")),
)
_FORMATS = {
    "int32": "integer", "int64": "integer", "float": "number", "double": "number",
    "date": "string", "date-time": "string", "uuid": "string", "uri": "string", "email": "string",
    "byte": "string", "binary": "string", "password": "string", "time": "string",
}  # fmt: skip


def read_type(draft: Draft, node: Node, given: Any, pointer: str) -> list[str]:
    """The types a schema names, in order; empty where it names none that exists."""
    names: list[Any] = given if is_list(given) else [given]
    found: list[str] = []
    for name in names:
        if name is None:
            name = "null"
        kind = (
            name if isinstance(name, str) and name in TYPES else _repair(draft, node, name, pointer)
        )
        if kind and kind not in found:
            found.append(kind)
    if "integer" in found and "number" in found:
        found.remove("integer")
    return found


def _repair(draft: Draft, node: Node, name: Any, pointer: str) -> str:
    lowered = name.strip().lower() if isinstance(name, str) else ""
    if lowered in TYPES:
        draft.warn("unknown-type", pointer, f"type {name!r} is read as {lowered!r}")
        return lowered
    if lowered in _TYPOS:
        kind, form = _TYPOS[lowered]
        if form:
            node.setdefault("format", form)
        if not (lowered == "file" and draft.version[0] == 2):
            draft.warn("unknown-type", pointer, f"type {name!r} is read as {kind!r}")
        return kind
    if lowered not in ("any", "mixed", ""):
        draft.warn("unknown-type", pointer, f"type {name!r} does not exist; any value is taken")
    elif lowered == "":
        draft.warn("unknown-type", pointer, "`type` is no text; any value is taken")
    return ""


def guess_type(node: Node) -> str:
    """The type that the other keywords speak of; empty where they speak of none."""
    for kind, signs in _SIGNS:
        if any(sign in node for sign in signs):
            return kind
    return _FORMATS.get(node.get("format", ""), "")


def kinds_of(values: list[Any]) -> list[str]:
    """The types of some values, in the order they come."""
    return list(dict.fromkeys(map(kind_of, values)))


def kind_of(value: Any) -> str:
    """The JSON type of one value."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, str):
        return "string"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, float):
        return "number"
    if is_node(value):
        return "object"
    return "array" if is_list(value) else "null"


def fits(value: Any, kind: str) -> bool:
    """Whether a value is of a type; whole floats are integers, integers are numbers."""
    own = kind_of(value)
    if own == "number" and kind == "integer":
        return float(value).is_integer()
    return own == kind or (own == "integer" and kind == "number")
