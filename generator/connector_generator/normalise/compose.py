"""Merge ``allOf`` away, spread what stands beside a union over its members.

Components are composed on demand, each once: a schema that extends another needs that one first.
Whatever is composed is simplified and its inline objects are hoisted at once, so an heir shares the
hoisted parts of what it extends instead of getting copies under its own name.
"""

from collections.abc import Mapping
from typing import Any

from connector_generator.normalise.draft import SCHEMA_PREFIX, Draft, Node, is_node
from connector_generator.normalise.families import Families
from connector_generator.normalise.hoist import Hoister
from connector_generator.normalise.intersect import Intersection
from connector_generator.normalise.keywords import component_pointer
from connector_generator.normalise.unions import required_variants, simplify, union_key

_COMPOSITION = ("allOf", "anyOf", "oneOf")


class Composer:
    """Composes cleaned schemas; ``done`` are the components that are finished."""

    def __init__(
        self, draft: Draft, schemas: Mapping[str, Node], families: Families, hoister: Hoister
    ) -> None:
        self.draft = draft
        self.schemas = schemas
        self.families = families
        self.hoister = hoister
        self.done: dict[str, Node] = {}
        self.pointer = ""
        self._busy: dict[str, None] = {}
        self._conflicts: set[str] = set()
        self._intersection = Intersection(self)

    def component(self, name: str) -> Node | None:
        """The finished component; None while it is being composed further up (a cycle)."""
        if name in self.hoister.claims:
            return self.hoister.claims[name].node
        if name in self.done:
            return self.done[name]
        if name in self._busy or len(self._busy) > 60:
            return None
        self._busy[name] = None
        pointer, self.pointer = self.pointer, component_pointer(name)
        node = self.compose(self.schemas[name], heir=name)
        node = self.families.tag(name, node, self.component)
        node = self.hoister.component(name, node)
        self.done[name] = node
        self.pointer = pointer
        del self._busy[name]
        return node

    def compose(self, node: Node, heir: str = "") -> Node:
        """The schema without ``allOf``; ``heir`` is its name when it is a component."""
        if "$ref" in node:
            return node
        if "allOf" in node or "anyOf" in node or "oneOf" in node:
            return self._merge(node, heir)
        node.pop("discriminator", None)  # says nothing without a union; bases are split before
        self._children(node)
        return node

    def _children(self, node: Node) -> None:
        properties = node.get("properties")
        if properties:
            for name, child in properties.items():
                if "$ref" not in child:
                    properties[name] = self.compose(child)
        elif properties is not None:
            del node["properties"]
            node.pop("x-connector-pointer", None)
        for key in ("items", "additionalProperties", "propertyNames"):
            child = node.get(key)
            if is_node(child) and "$ref" not in child:
                node[key] = self.compose(child)
        if "prefixItems" in node:
            node["prefixItems"] = [self.compose(child) for child in node["prefixItems"]]

    def _merge(self, node: Node, heir: str) -> Node:
        own = {key: value for key, value in node.items() if key not in _COMPOSITION}
        discriminator = own.pop("discriminator", None)
        self._children(own)
        unions: list[tuple[str, list[Node]]] = []
        for key in ("oneOf", "anyOf"):
            if key in node:
                variants = required_variants(node[key])
                if variants is not None:
                    own["x-required-variants"] = variants
                else:
                    unions.append((key, [self.compose(member) for member in node[key]]))
        parts = [part for part in self._parts(node, heir) if part]
        simplified = [self._union(key, members, discriminator, heir) for key, members in unions]
        result = self._intersection.of_parts(parts, simplified, own, heir)
        if discriminator is not None and "discriminator" not in result and union_key(result):
            result = {**result, "discriminator": discriminator}
        return result

    def _union(self, key: str, members: list[Node], discriminator: Any, heir: str) -> Node:
        """A union of composed members; a component is no member of its own union."""
        own_reference = SCHEMA_PREFIX + heir
        node: Node = {key: [member for member in members if member.get("$ref") != own_reference]}
        if discriminator is not None:
            node["discriminator"] = discriminator
        return simplify(node)

    def _parts(self, node: Node, heir: str) -> list[Node]:
        parts: list[Node] = []
        for member in node.get("allOf", ()):
            composed = self.compose(member)
            reference = composed.get("$ref")
            if heir and reference == SCHEMA_PREFIX + heir:
                self.cycle(heir)
                continue
            parts.append(composed)
        return parts

    def conflict(self, message: str) -> None:
        """Report, once for each component, that an ``allOf`` cannot be fulfilled."""
        if self.pointer not in self._conflicts:
            self._conflicts.add(self.pointer)
            self.draft.warn("all-of-conflict", self.pointer, message)

    def cycle(self, name: str) -> None:
        """Report a schema that extends itself."""
        self.draft.warn(
            "recursive-all-of",
            self.pointer,
            f"`allOf` leads back to {name!r}; that part is left out",
        )
