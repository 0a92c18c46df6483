"""Simplify a union: flat, without repetition, without null, and no union where one type is left."""

import json
from typing import Any

from connector_generator.normalise.draft import Node
from connector_generator.normalise.enums import unique

_NOTES = ("description", "title", "example", "default", "deprecated", "readOnly", "writeOnly")
_VARIANT_KEYS = {"required", "type", "not", "title", "description", "properties"}


def union_key(node: Node) -> str:
    """``oneOf`` or ``anyOf`` when the schema is a union, else the empty string."""
    return "oneOf" if "oneOf" in node else "anyOf" if "anyOf" in node else ""


def required_variants(members: list[Node]) -> list[list[str]] | None:
    """The names each member requires, when members say nothing else; they are not types."""
    variants: list[list[str]] = []
    for member in members:
        if not member.keys() <= _VARIANT_KEYS | {"x-connector-pointer"}:
            return None
        if member.get("type", "object") != "object" or not (
            "required" in member or "not" in member
        ):
            return None
        if any(entry for entry in member.get("properties", {}).values()):
            return None
        variants.append(list(member.get("required", ())))
    return variants


def simplify(node: Node) -> Node:
    """The union in its simplest form; the members are composed already."""
    key = union_key(node)
    members: list[Node] = []
    nullable = node.get("nullable", False)
    for member in _flat(node[key]):
        if member.get("type") == "null":
            nullable = True
            continue
        if member.get("nullable") and "$ref" not in member:
            nullable = True
            member = {k: v for k, v in member.items() if k != "nullable"}
        elif member.get("nullable"):
            nullable = True
            member = {"$ref": member["$ref"]}
        members.append(member)
    if not members:
        return _around(node, {"type": "null"} if node[key] else {}, False)
    members = _joined(distinct(members))
    if len(members) == 1:
        return _around(node, members[0], nullable)
    return _around(node, {key: members}, nullable)


def _around(node: Node, inner: Node, nullable: bool) -> Node:
    """What is left of the union, with what was said about the union as a whole."""
    result = dict(inner)
    result |= {key: v for key, v in node.items() if key in _NOTES or key.startswith("x-")}
    if "discriminator" in node and union_key(inner):
        result["discriminator"] = node["discriminator"]
    if nullable:
        result["nullable"] = True
    if "$ref" in result:
        result.pop("title", None)
    return result


def _flat(members: list[Node]) -> list[Node]:
    flat: list[Node] = []
    for member in members:
        key = union_key(member)
        if key and "discriminator" not in member:
            flat += _flat(member[key])
            if member.get("nullable"):
                flat.append({"type": "null"})
        else:
            flat.append(member)
    return flat


def distinct(members: list[Node]) -> list[Node]:
    """Members that differ in more than their notes."""
    seen: dict[str, Node] = {}
    for member in members:
        reference = member.get("$ref")
        seen.setdefault(reference if isinstance(reference, str) else _identity(member), member)
    return list(seen.values())


def _identity(member: Node) -> str:
    bare = {
        key: value
        for key, value in member.items()
        if key not in _NOTES and not key.startswith("x-connector-")
    }
    return json.dumps(bare, sort_keys=True, default=str)


def _joined(members: list[Node]) -> list[Node]:
    """Enumerations of one type become one; constants with titles keep them as value names."""
    groups: dict[str, list[Node]] = {}
    for member in members:
        if "enum" in member and not member.keys() - _NOTES_OF_ENUM:
            groups.setdefault(member["type"] + member.get("format", ""), []).append(member)
    joined: dict[int, Node | None] = {}
    for group in groups.values():
        if len(group) > 1:
            joined[id(group[0])] = _one_enum(group)
            joined |= {id(member): None for member in group[1:]}
    result = [joined.get(id(member), member) for member in members]
    return [member for member in result if member is not None]


_NOTES_OF_ENUM = frozenset((*_NOTES, "type", "format", "enum", "x-enum-varnames"))


def _one_enum(group: list[Node]) -> Node:
    values: list[Any] = unique([value for member in group for value in member["enum"]])
    node: Node = {"type": group[0]["type"], "enum": values}
    if "format" in group[0]:
        node["format"] = group[0]["format"]
    single = all(len(member["enum"]) == 1 for member in group) and len(values) == len(group)
    if single:
        for source, key in (("title", "x-enum-varnames"), ("description", "x-enum-descriptions")):
            if all(source in member for member in group):
                node[key] = [member[source] for member in group]
    return node
