"""Discriminator bases: a schema with a discriminator that others extend by ``allOf``.

A use of the base means "the base or one of its heirs", while an heir means only the base's own
members. So the base's name becomes the union, and the base itself lives on under a second name.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from connector_generator.normalise.draft import SCHEMA_PREFIX, Draft, Node, is_node
from connector_generator.normalise.keywords import component_pointer
from connector_generator.normalise.names import pascal

_OF_THE_UNION = ("description", "title", "nullable", "deprecated")
_NOT_OF_THE_BASE = ("discriminator", "oneOf", "anyOf", "nullable", "example", "default")


@dataclass(slots=True)
class Families:
    """Who extends whom.

    ``base_of`` gives the name under which heirs find a base's own members; ``tags`` the values of
    the discriminating property for each heir.
    """

    ancestors: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])
    base_of: dict[str, str] = field(default_factory=dict[str, str])
    tags: dict[str, list[tuple[str, list[str]]]] = field(
        default_factory=dict[str, list[tuple[str, list[str]]]]
    )
    called: dict[tuple[str, str], list[str]] = field(
        default_factory=dict[tuple[str, str], list[str]]
    )
    """Heir and discriminating property → the heir's own tags, as its farthest base has them."""
    parents: dict[str, str] = field(default_factory=dict[str, str])
    """Base record → the component it was split from."""

    def tag(self, name: str, node: Node, component: Callable[[str], Node | None]) -> Node:
        """Write the tag of an heir into its discriminating property."""
        for property_name, values in self.tags.get(name, ()):
            if "$ref" in node:  # an heir that adds nothing: still a type of its own
                target = component(node["$ref"].removeprefix(SCHEMA_PREFIX))
                if target is None or "properties" not in target:
                    return node
                node = {**target, **{k: v for k, v in node.items() if k != "$ref"}}
                node.pop("x-connector-parent", None)
            node = _tagged(node, property_name, values)
        return node


def _tagged(node: Node, name: str, values: list[str]) -> Node:
    properties = node.get("properties")
    if not properties or not is_node(properties.get(name)):
        return node
    given = properties[name]
    if "enum" in given:
        values = [value for value in values if value in given["enum"]]
    if not values or given.get("type", "string") != "string":
        return node
    kept = {key: given[key] for key in ("description", "readOnly", "deprecated") if key in given}
    pinned = {**kept, "type": "string", "enum": values}
    return {**node, "properties": {**properties, name: pinned}}


def find_families(draft: Draft, schemas: dict[str, Node]) -> Families:
    """Split every discriminator base among the cleaned components (changes ``schemas``)."""
    families = Families()
    for name in schemas:
        _ancestors(schemas, name, families.ancestors)
    heirs: dict[str, list[str]] = {}
    for name, ancestors in families.ancestors.items():
        for ancestor in sorted(ancestors - {name}):
            heirs.setdefault(ancestor, []).append(name)
    concerned = [name for name in schemas if "discriminator" in schemas[name] or name in heirs]
    for name in sorted(concerned, key=lambda name: len(families.ancestors[name])):
        node = schemas[name]
        members = [m for key in ("oneOf", "anyOf") for m in node.get(key, ())]
        named = [target for m in members if (target := _target(m)) is not None]
        if members and not any(name in families.ancestors.get(other, ()) for other in named):
            continue
        if members or "discriminator" in node:
            _split(draft, schemas, families, name, heirs.get(name, []))
    return families


def _ancestors(
    schemas: Mapping[str, Node], name: str, found: dict[str, frozenset[str]]
) -> frozenset[str]:
    """Everything a component extends, directly or not."""
    pending, seen = [name], set[str]()
    while pending:
        current = pending.pop()
        if current in found:
            seen |= found[current]
            continue
        for target in _extended(schemas.get(current, {})):
            if target not in seen:
                seen.add(target)
                pending.append(target)
    found[name] = frozenset(seen)
    return found[name]


def _extended(node: Node) -> list[str]:
    targets: list[str] = []
    for member in node.get("allOf", ()):
        target = _target(member)
        if target is not None:
            targets.append(target)
        elif "allOf" in member:
            targets += _extended(member)
    return targets


def _target(node: Node) -> str | None:
    reference = node.get("$ref")
    return reference.removeprefix(SCHEMA_PREFIX) if isinstance(reference, str) else None


def _split(
    draft: Draft, schemas: dict[str, Node], families: Families, name: str, heirs: list[str]
) -> None:
    node = schemas[name]
    discriminator = node.get("discriminator")
    mapping = _mapping(schemas, discriminator)
    union = "oneOf" in node or "anyOf" in node
    members = list(dict.fromkeys([*heirs, *mapping.values()])) if not union else []
    members = [member for member in members if not _leads_to(schemas, member, name)]
    if not union and not members:
        del node["discriminator"]
        draft.note(
            "discriminator-without-heirs",
            component_pointer(name),
            "nothing extends this schema; its discriminator says nothing",
        )
        return
    base = _base_name(schemas, name)
    own = {key: value for key, value in node.items() if key not in _NOT_OF_THE_BASE}
    schemas[base] = own
    families.base_of[name] = base
    families.parents[base] = name
    kept = {k: v for k, v in node.items() if k in _OF_THE_UNION or k.startswith("x-")}
    if union:
        unions: Node = {
            key: node[key] for key in ("oneOf", "anyOf", "discriminator") if key in node
        }
        schemas[name] = {**kept, **unions}
        return
    references = [{"$ref": SCHEMA_PREFIX + member} for member in (*members, base)]
    schemas[name] = {**kept, "oneOf": references, "discriminator": discriminator}
    _name_tags(schemas, families, node, members, mapping, name)


def _leads_to(schemas: Mapping[str, Node], name: str, goal: str) -> bool:
    """Whether a component is another, or nothing but another name of it."""
    for _ in range(32):
        if name == goal:
            return True
        name = _target(schemas.get(name, {})) or ""
    return False


def _name_tags(
    schemas: Mapping[str, Node],
    families: Families,
    node: Node,
    members: list[str],
    mapping: dict[str, str],
    name: str,
) -> None:
    """Pin every heir's tags; one that has heirs itself may also be met as any of those."""
    property_name: str = node["discriminator"]["propertyName"]
    complete = {tag: SCHEMA_PREFIX + target for tag, target in mapping.items() if target != name}
    tags = {
        member: [tag for tag, target in mapping.items() if target == member] or [member]
        for member in members
    }
    for member in members:
        heirs = [other for other in members if member in families.ancestors.get(other, ())]
        below = [tag for heir in heirs for tag in tags[heir]]
        families.tags.setdefault(member, []).append((property_name, [*tags[member], *below]))
        families.called.setdefault((member, property_name), tags[member])
        if heirs and "discriminator" not in schemas[member]:
            complete |= dict.fromkeys(tags[member], SCHEMA_PREFIX + member)
    own = [tag for tag, target in mapping.items() if target == name]
    for tag in own or families.called.get((name, property_name), [name]):
        complete.setdefault(tag, SCHEMA_PREFIX + families.base_of[name])
    node["discriminator"]["mapping"] = complete


def _mapping(schemas: Mapping[str, Node], discriminator: Any) -> dict[str, str]:
    """Tag → component name, for the entries that lead to a component."""
    found: dict[str, str] = {}
    mapping: Node = discriminator["mapping"] if is_node(discriminator) else {}
    for tag, value in mapping.items():
        name = mapped_name(schemas, value)
        if name is not None:
            found[tag] = name
    return found


def mapped_name(schemas: Mapping[str, Any], value: str) -> str | None:
    """The component a mapping value means: a reference, a bare name, or a file's stem."""
    last = value.rpartition("/")[2]
    for name in (value, last, unquote(last), last.partition(".")[0]):
        if name in schemas:
            return name
    return None


def _base_name(schemas: Mapping[str, Node], name: str) -> str:
    base = pascal(name) + "Base"
    while base in schemas:
        base += "Record"
    return base
