"""Give inline objects and unions of objects a place under ``components.schemas``.

While names are still being claimed a hoisted schema stands under a provisional key; the pass that
settles names replaces it everywhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from connector_generator.normalise.draft import SCHEMA_PREFIX, Node, is_node
from connector_generator.normalise.keywords import component_pointer
from connector_generator.normalise.names import pascal
from connector_generator.normalise.places import ITEM, PROPERTY, VALUE, VARIANT, Owner, Place
from connector_generator.normalise.types import KEYWORDS, guess_type
from connector_generator.normalise.unions import distinct, union_key
from connector_generator.normalise.variants import variant_words

_ON_THE_REFERENCE = ("nullable", "readOnly", "writeOnly", "deprecated", "default")
PROVISIONAL = "\0"


@dataclass(frozen=True, slots=True)
class Claim:
    """A hoisted schema that waits for its name."""

    key: str
    place: Place | Owner
    node: Node


@dataclass(slots=True)
class Hoister:
    """Collects what is hoisted. ``schemas`` are the components before composition."""

    schemas: Mapping[str, Node]
    claims: dict[str, Claim] = field(default_factory=dict[str, Claim])
    _records: dict[str, int] = field(default_factory=dict[str, int])
    _hoisted: dict[int, Node] = field(default_factory=dict[int, Node])

    def component(self, name: str, node: Node) -> Node:
        """Hoist out of a component; the component itself stays what it is."""
        words = pascal(name)
        _settle_type(node)
        pointer = component_pointer(name)
        self._inside(node, Owner(words, words + "Inline", component=name, pointer=pointer))
        return node

    def schema(self, node: Node, owner: Owner) -> Node:
        """Hoist out of a schema that belongs to an operation, and itself where it must."""
        return self._child(node, owner)

    def _inside(self, node: Node, place: Place | Owner) -> None:
        """Hoist out of the children of a schema, in place."""
        properties = node.get("properties")
        if properties:
            for name, child in properties.items():
                if "$ref" not in child:
                    properties[name] = self._child(child, Place(place, PROPERTY, name))
        for key, kind in (("items", ITEM), ("additionalProperties", VALUE)):
            child = node.get(key)
            if is_node(child) and "$ref" not in child:
                node[key] = self._child(child, Place(place, kind, ""))
        if "prefixItems" in node:
            node["prefixItems"] = [
                self._child(child, Place(place, ITEM, str(index + 1)))
                for index, child in enumerate(node["prefixItems"])
            ]
        key = union_key(node)
        if key:
            self._members(node, key, place)

    def _members(self, node: Node, key: str, place: Place | Owner) -> None:
        members: list[Node] = node[key]
        single = sum(map(_holds_record, members)) == 1 and self.records(node) < 2
        words = variant_words(members)
        untyped = any("$ref" not in member and "type" not in member for member in members)
        hoisted = [
            self._child(member, place if single else Place(place, VARIANT, word))
            for member, word in zip(members, words, strict=True)
        ]
        if untyped:  # unions that needed no name, and members that got their type just now
            flat = [inner for member in hoisted for inner in _members_of(member)]
            if any(union_key(member) and member.get("nullable") for member in hoisted):
                node["nullable"] = True
            hoisted = distinct(flat)
        node[key] = hoisted
        if len(hoisted) == 1:
            del node[key]
            node |= {name: value for name, value in hoisted[0].items() if name not in node}

    def _child(self, node: Node, place: Place | Owner) -> Node:
        if "$ref" in node:
            node.pop("x-connector-origin", None)
            return node
        _settle_type(node)
        kind = node.get("type")
        if kind == "object":
            if id(node) in self._hoisted:
                return self._hoisted[id(node)]
            self._inside(node, place)
            if node.get("properties"):
                return self._hoist(node, place)
        elif kind == "array":
            self._inside(node, place)
        elif "anyOf" in node or "oneOf" in node:
            if id(node) in self._hoisted:
                return self._hoisted[id(node)]
            several = self.records(node) > 1
            self._inside(node, place)
            if several:
                return self._hoist(node, place)
            node.pop("discriminator", None)
        return node

    def _hoist(self, node: Node, place: Place | Owner) -> Node:
        reference: Node = {"$ref": f"{SCHEMA_PREFIX}{PROVISIONAL}{len(self.claims)}"}
        for key in _ON_THE_REFERENCE:
            if key in node:
                reference[key] = node[key]
        if "description" in node:
            reference["description"] = node["description"]
        schema = {key: value for key, value in node.items() if key not in _ON_THE_REFERENCE}
        key = reference["$ref"].removeprefix(SCHEMA_PREFIX)
        self.claims[key] = Claim(key, place, schema)
        self._hoisted[id(node)] = reference
        self._kept.append(node)
        return reference

    _kept: list[Node] = field(default_factory=list[Node])
    """Keeps the nodes alive whose identities are remembered."""

    def records(self, node: Node, depth: int = 0) -> int:
        """How many kinds of objects with properties a schema can be (as far as 2 matters)."""
        reference = node.get("$ref")
        if isinstance(reference, str):
            return self._of_component(reference.removeprefix(SCHEMA_PREFIX), depth)
        if node.get("properties"):
            return 1
        key = union_key(node)
        count = sum(self.records(member, depth) for member in node.get(key, ())) if key else 0
        if "allOf" in node:
            count = max(count, *(self.records(member, depth) for member in node["allOf"]))
        return count

    def _of_component(self, name: str, depth: int) -> int:
        if name.startswith(PROVISIONAL):
            return self.records(self.claims[name].node, depth)
        if name not in self._records:
            if depth > 40 or name not in self.schemas:
                return 0
            self._records[name] = 0  # a cycle adds nothing
            self._records[name] = self.records(self.schemas[name], depth + 1)
        return self._records[name]


def _members_of(node: Node) -> list[Node]:
    key = union_key(node)
    return node[key] if key else [node]


def _settle_type(node: Node) -> None:
    """What says nothing of its type, and was part of nothing that does, is what it speaks of."""
    if "type" in node or "$ref" in node or union_key(node):
        return
    kind = "object" if "required" in node else guess_type(node)
    if kind:
        node["type"] = kind
        for key in [key for key in node if key not in KEYWORDS[kind] and key[:2] != "x-"]:
            del node[key]
        if kind == "array":
            node.setdefault("items", {})


def _holds_record(node: Node) -> bool:
    """Whether hoisting a member would need a name: an object in it at any depth of containers."""
    while node.get("type") == "array":
        node = node.get("items", {})
    values = node.get("additionalProperties")
    if not node.get("properties") and is_node(values):
        return _holds_record(values)
    return bool(node.get("properties")) or bool(union_key(node))
