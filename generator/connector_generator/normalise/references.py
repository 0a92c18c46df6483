"""Resolve every reference that is not to a named schema.

Parameters, bodies, replies, headers, examples, links and path items are replaced by what they
refer to (the same object each time, so that later passes work on it once). A reference to a schema
in some other place gives that place a name under ``components.schemas``.
"""

from typing import Any
from urllib.parse import unquote

from connector_generator.location import tokens
from connector_generator.normalise.draft import SCHEMA_PREFIX, Draft, Node, is_list, is_node
from connector_generator.normalise.names import operation_words, pascal

_MAX_HOPS = 32
_SCHEMA_MAPS = {"properties", "patternProperties", "definitions", "$defs", "schemas"}
_SCHEMA_LISTS = {"allOf", "anyOf", "oneOf", "prefixItems", "items"}
_SCHEMA_KEYS = {
    "schema",
    "itemSchema",
    "items",
    "additionalProperties",
    "not",
    "if",
    "then",
    "else",
}
_SILENT = _SCHEMA_MAPS | {"allOf", "anyOf", "oneOf", "paths", "components", "content", "schema"}
_SPELLED = {"items": "Item", "additionalProperties": "Value", "requestBody": "Body"} | {
    "responses": "Reply", "parameters": "Parameter", "itemSchema": "Item"
}  # fmt: skip
_MOVED = {"definitions": "schemas", "parameters": "parameters", "responses": "responses"}


def name_referenced_places(draft: Draft) -> None:
    """Turn references into the middle of things into references to named schemas."""
    schemas = draft.section("schemas")
    known = {SCHEMA_PREFIX + key for key in schemas}
    found: dict[str, list[Node]] = {}
    for node in draft.references:
        if node["$ref"] not in known:
            found.setdefault(node["$ref"], []).append(node)
    names: dict[str, str] = {}
    for reference in sorted(found, key=lambda ref: (-ref.count("/"), ref)):
        name = _schema_name(draft, reference, names)
        if name is not None:
            for node in found[reference]:
                node["$ref"] = SCHEMA_PREFIX + name


def _schema_name(draft: Draft, reference: str, names: dict[str, str]) -> str | None:
    """The component a reference means, creating it when the place has no name yet."""
    schemas = draft.section("schemas")
    path = _path(reference) or _anchor(draft, reference)
    if path is None:
        return None
    if len(path) == 3 and path[:2] == ("components", "schemas"):
        return path[2] if path[2] in schemas else None
    place = "/".join(path)
    if place in names:
        return names[place]
    if not _holds_schema(path):
        return None
    target, container, key = _find(draft.root, path)
    if container is None or not (is_node(target) or isinstance(target, bool)):
        return None
    name = _free_name(schemas, path)
    schemas[name] = (
        {"x-connector-pointer": draft.source_pointer("/" + place), **target}
        if (is_node(target))
        else target
    )
    container[key] = {"$ref": SCHEMA_PREFIX + name}
    names[place] = name
    return name


def _path(reference: str) -> tuple[str, ...] | None:
    if not reference.startswith("#/"):
        return None
    path = tuple(unquote(token) for token in tokens(reference))
    if path[0] in _MOVED and len(path) > 1:
        return ("components", _MOVED[path[0]], *path[1:])
    return path


def _anchor(draft: Draft, reference: str) -> tuple[str, ...] | None:
    """The component that calls itself by this anchor (JSON Schema 2020-12, section 8.2.2)."""
    if not reference.startswith("#") or len(reference) < 2:
        return None
    for key, schema in draft.section("schemas").items():
        if is_node(schema) and reference[1:] in (
            schema.get("$anchor"), schema.get("$dynamicAnchor")
        ):  # fmt: skip
            return ("components", "schemas", key)
    return None


def _holds_schema(path: tuple[str, ...]) -> bool:
    if len(path) < 3:
        return False
    return path[-1] in _SCHEMA_KEYS or path[-2] in _SCHEMA_MAPS or path[-2] in _SCHEMA_LISTS


def _find(root: Node, path: tuple[str, ...]) -> tuple[Any, Any, Any]:
    """What stands at a path, with the container and key that hold it."""
    value: Any = root
    container: Any = None
    key: str | int = ""
    for token in path:
        container = value
        if is_node(value) and token in value:
            key, value = token, value[token]
        elif is_list(value) and token.isdecimal() and int(token) < len(value):
            key, value = int(token), value[int(token)]
        else:
            return None, None, None
    return value, container, key


def _free_name(schemas: Node, path: tuple[str, ...]) -> str:
    words: list[str] = []
    skip = False
    for index, token in enumerate(path):
        if skip or token in _SILENT or token.isdecimal():
            skip = False
        elif index and path[index - 1] == "paths":
            method = path[index + 1] if index + 1 < len(path) else ""
            words.append(operation_words(method, token))
            skip = True
        else:
            words.append(_SPELLED.get(token) or pascal(token))
    name = "".join(words) or "Shared"
    while name in schemas:
        name += "Shared"
    return name


def resolve(draft: Draft, value: Any, pointer: str) -> Node | None:
    """Follow the references of anything but a schema; None, with a warning, where they end."""
    seen = 0
    given = value
    while is_node(value) and isinstance(value.get("$ref"), str):
        reference = value["$ref"]
        seen += 1
        target = _target(draft.root, reference) if seen < _MAX_HOPS else None
        if not is_node(target):
            draft.warn(
                "dangling-ref",
                pointer,
                f"nothing stands at {reference!r}; this part is left out",
                "correct the reference, or add what it refers to",
            )
            return None
        value = target
    if not is_node(value):
        return None
    if is_node(given) and given is not value:
        return _with_siblings(given, value)
    return value


def _target(root: Node, reference: str) -> Any:
    """What stands at a reference: where it says, or where Swagger 2.0 parts have moved to."""
    if not reference.startswith("#/"):
        return None
    target = _find(root, tuple(unquote(token) for token in tokens(reference)))[0]
    moved = _path(reference)
    return _find(root, moved)[0] if target is None and moved is not None else target


def _with_siblings(reference: Node, target: Node) -> Node:
    """Summary and description beside a ``$ref`` win (OpenAPI 3.1, Reference Object)."""
    siblings = {
        key: reference[key]
        for key in ("summary", "description")
        if isinstance(reference.get(key), str) and reference[key] != target.get(key)
    }
    return {**target, **siblings} if siblings else target
