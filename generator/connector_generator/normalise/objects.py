"""Members of an object: properties, which of them are required, and what else may be there."""

from typing import TYPE_CHECKING, Any

from connector_generator.location import escape
from connector_generator.normalise.draft import Node, is_list, is_node

if TYPE_CHECKING:
    from connector_generator.normalise.keywords import Keywords


def clean_object(keywords: "Keywords", node: Node, given: Node, pointer: str) -> None:
    """Clean the keywords about members of an object, from ``given`` into ``node``."""
    required = _required(keywords, given.get("required"), pointer)
    if "properties" in given:
        _properties(keywords, node, given["properties"], required, pointer)
    if required:
        names = list(dict.fromkeys(required))
        if len(names) < len(required):
            keywords.draft.warn("duplicate-required", pointer, "`required` repeats a name")
        node["required"] = names
    _additional(keywords, node, given, pointer)
    if is_node(given.get("propertyNames")):
        names_schema = keywords.schema(given["propertyNames"], f"{pointer}/propertyNames")
        if names_schema:
            node["propertyNames"] = names_schema


def _required(keywords: "Keywords", value: Any, pointer: str) -> list[str]:
    if value is None or isinstance(value, bool):
        return []  # a boolean speaks about the property itself; its parent reads it
    if isinstance(value, str):
        keywords.draft.warn("invalid-required", pointer, "`required` is no list; read as one name")
        return [value]
    if not is_list(value):
        keywords.draft.warn("invalid-required", pointer, "`required` is not a list; left out")
        return []
    names = [name for name in value if isinstance(name, str)]
    if len(names) < len(value):
        keywords.draft.warn("invalid-required", pointer, "`required` lists what is no name")
    return names


def _properties(
    keywords: "Keywords", node: Node, value: Any, required: list[str], pointer: str
) -> None:
    if not is_node(value):
        if value is not None:
            keywords.draft.warn("invalid-properties", pointer, "`properties` is no map; left out")
        node["properties"] = {}
        return
    place = pointer + "/properties/"
    properties: Node = {}
    for name, entry in value.items():
        if is_node(entry):
            if name == "$ref" or entry.get("required") is True:
                _flag(keywords, name, entry, required, place)
        elif name == "$ref" and isinstance(entry, str):
            keywords.draft.warn("ref-in-properties", pointer, "`$ref` is not a property here")
            node["allOf"] = [*node.get("allOf", ()), _referenced(keywords, entry)]
            continue
        where = place + (escape(name) if "/" in name or "~" in name else name)
        properties[name] = keywords.schema(entry, where)
    node["properties"] = properties


def _referenced(keywords: "Keywords", reference: str) -> Node:
    return {"$ref": reference} if reference in keywords.names else {}


def _flag(keywords: "Keywords", name: str, entry: Node, required: list[str], pointer: str) -> None:
    """``required: true`` on a property is how JSON Schema draft 3 said it."""
    if entry.get("required") is True:
        if name not in required:
            required.append(name)
        keywords.draft.warn(
            "boolean-required",
            pointer + escape(name),
            "`required: true` on a property is read as its name in the parent's list",
        )


def _additional(keywords: "Keywords", node: Node, given: Node, pointer: str) -> None:
    """``additionalProperties`` and ``patternProperties`` as one schema of the other members."""
    value = given.get("additionalProperties", True)
    schemas: list[Node] = []
    patterns = given.get("patternProperties")
    for name, entry in (patterns if is_node(patterns) else {}).items():
        schemas.append(keywords.schema(entry, f"{pointer}/patternProperties/{escape(name)}"))
    if is_node(value) and value:
        place = f"{pointer}/additionalProperties"
        schemas.append(keywords.schema(value, place))
    elif value is False or value == "false":
        if not schemas:
            node["additionalProperties"] = False
    elif value is not True and value != {} and value != "true":
        keywords.draft.warn("invalid-schema", pointer, "`additionalProperties` is no schema")
    if len(schemas) == 1:
        node["additionalProperties"] = schemas[0]
    elif schemas:
        node["additionalProperties"] = {"anyOf": schemas}
    elif "additionalProperties" in given and "additionalProperties" not in node:
        node.setdefault("properties", {})  # says: an object
