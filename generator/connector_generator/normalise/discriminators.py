"""Complete the discriminator of every union of objects, or find one.

A tag is what the mapping says, else the only values the member allows for the property, else the
member's name. Where members share a tag the discriminator cannot decide, and is dropped.
"""

from collections.abc import Iterator
from typing import Any

from connector_generator.normalise.draft import SCHEMA_PREFIX, Draft, Node
from connector_generator.normalise.families import mapped_name
from connector_generator.normalise.unions import union_key

_OWN = ("description", "title", "x-connector-parent", "x-connector-pointer")
_PREFERRED = ("type", "object", "kind")


class Discriminators:
    """Looks at finished components; changes unions in place."""

    def __init__(self, draft: Draft, schemas: dict[str, Node]) -> None:
        self._draft = draft
        self._schemas = schemas
        self._busy: set[str] = set()
        self._done: set[int] = set()

    def complete(self, node: Node, pointer: str) -> None:
        """Settle the discriminator of one union."""
        key = union_key(node)
        if not key or id(node) in self._done:
            return
        self._done.add(id(node))
        given: Any = node.get("discriminator")
        if given is not None:
            self._flatten(node, key, given["propertyName"], pointer)
        records = list(dict.fromkeys(self._records(node[key])))
        if len(records) < 2:
            node.pop("discriminator", None)
            return
        if given is None:
            found = self._infer(node[key], records)
        else:
            found = self._given(node, key, given, records, pointer)
        if found is not None:
            node["discriminator"] = found
            self._materialise(records)
        else:
            node.pop("discriminator", None)

    def _materialise(self, records: list[str]) -> None:
        """A member that is another name of a record becomes a record of its own."""
        for name in records:
            node, record = self._schemas[name], self._record(name)
            if "$ref" in node and record is not None:
                own = {key: value for key, value in node.items() if key != "$ref"}
                bare = {k: v for k, v in record.items() if k not in _OWN}
                self._schemas[name] = {**bare, **own}

    def _records(self, members: list[Node]) -> Iterator[str]:
        for member in members:
            name = _name(member)
            if name and self._record(name) is not None:
                yield name

    def _record(self, name: str) -> Node | None:
        """The object a component is, following aliases."""
        for _ in range(32):
            node = self._schemas.get(name, {})
            if "properties" in node:
                return node
            name = _name(node) or ""
            if not name:
                break
        return None

    def _flatten(self, node: Node, key: str, property_name: str, pointer: str) -> None:
        """Members that are unions by the same property are replaced by their own members."""
        flat: list[Node] = []
        for member in node[key]:
            name = _name(member)
            target = self._union(name) if name else None
            if name and target is not None and name not in self._busy:
                self._busy.add(name)
                self.complete(target, pointer)
                self._busy.discard(name)
                inner = target.get("discriminator")
                if inner and inner["propertyName"] == property_name and not target.get("nullable"):
                    flat += target[union_key(target)]
                    mapping = node["discriminator"]["mapping"]
                    for tag, value in inner["mapping"].items():
                        if mapping.get(tag, member["$ref"]) == member["$ref"]:
                            mapping[tag] = value
                    continue
            flat.append(member)
        node[key] = list({member.get("$ref", id(member)): member for member in flat}.values())

    def _union(self, name: str) -> Node | None:
        node = self._schemas.get(name, {})
        return node if union_key(node) else None

    def _given(
        self, node: Node, key: str, given: Node, records: list[str], pointer: str
    ) -> Node | None:
        property_name = given["propertyName"]
        mapping: dict[str, str] = {}
        for tag, value in given["mapping"].items():
            name = mapped_name(self._schemas, value.removeprefix(SCHEMA_PREFIX))
            name = name and self._member(name, records)
            if name is None:
                self._draft.warn(
                    "discriminator-mapping",
                    pointer,
                    f"the tag {tag!r} leads to {value!r}, which is no schema; left out",
                )
                continue
            if name not in records:
                name = self._owner(tag, property_name, records) or name
            if name not in records:
                if self._record(name) is None:
                    continue
                node[key].append({"$ref": SCHEMA_PREFIX + name})
                records.append(name)
                self._draft.note(
                    "discriminator-adds-member", pointer, f"{name!r} stands in the mapping only"
                )
            mapping[tag] = name
        for name in records:
            if name not in mapping.values():
                for tag in self._values(name, property_name) or [name.rpartition(".")[2]]:
                    if mapping.setdefault(tag, name) != name:
                        self._ambiguous(pointer, tag)
                        return None
        if self._contradicted(mapping, property_name):
            self._draft.warn(
                "discriminator-mapping",
                pointer,
                f"its tags are no values of {property_name!r}; the mapping is left out",
            )
            return self._infer(node[key], records)
        default = self._default(given, records)
        return _discriminator(
            property_name, {tag: name for tag, name in mapping.items() if name != default}
        )

    def _default(self, given: Node, records: list[str]) -> str:
        """The member without a tag: it stands for every tag that no other has (OpenAPI 3.2)."""
        value = given.get("defaultMapping", "").removeprefix(SCHEMA_PREFIX)
        name = mapped_name(self._schemas, value) if value else None
        return self._member(name, records) if name else ""

    def _contradicted(self, mapping: dict[str, str], property_name: str) -> bool:
        """Whether a member can never have the tag that leads to it."""
        allowed = {tag: self._values(name, property_name) for tag, name in mapping.items()}
        return any(values and tag not in values for tag, values in allowed.items())

    def _member(self, name: str, records: list[str]) -> str:
        """A mapping may name what a member was made from."""
        for record in records:
            if self._schemas[record].get("x-connector-origin") == name:
                return record
        return name

    def _owner(self, tag: str, property_name: str, records: list[str]) -> str:
        """The member that allows the tag, where the mapping leads to a copy of it."""
        allowing = [name for name in records if tag in self._values(name, property_name)]
        return allowing[0] if len(allowing) == 1 else ""

    def _ambiguous(self, pointer: str, tag: str) -> None:
        self._draft.warn(
            "ambiguous-discriminator",
            pointer,
            f"several schemas have the tag {tag!r}; the discriminator is left out",
        )

    def _infer(self, members: list[Node], records: list[str]) -> Node | None:
        """A property that all objects require, with values that only one of them takes."""
        if any(union_key(self._schemas.get(_name(member) or "", {})) for member in members):
            return None
        nodes = [self._record(name) or {} for name in records]
        shared = [
            name
            for name in nodes[0].get("required", ())
            if all(name in node.get("required", ()) for node in nodes)
        ]
        for name in sorted(shared, key=lambda n: (n not in _PREFERRED, n)):
            mapping: dict[str, str] = {}
            for record in records:
                values = self._values(record, name)
                if not values or any(value in mapping for value in values):
                    break
                mapping |= dict.fromkeys(values, record)
            else:
                return _discriminator(name, mapping)
        return None

    def _values(self, name: str, property_name: str) -> list[str]:
        """The tags a record allows for a property, as a mapping writes them; empty for any."""
        record = self._record(name) or {}
        node = record.get("properties", {}).get(property_name, {})
        target = _name(node)
        if target is not None:
            node = self._schemas.get(target, {})
        values = node.get("enum", [])
        return [str(value) for value in values] if all(map(_is_tag, values)) else []


def _is_tag(value: Any) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool)


def _discriminator(property_name: str, mapping: dict[str, str]) -> Node:
    return {
        "propertyName": property_name,
        "mapping": {tag: SCHEMA_PREFIX + name for tag, name in mapping.items()},
    }


def _name(node: Node) -> str | None:
    reference = node.get("$ref")
    return reference.removeprefix(SCHEMA_PREFIX) if isinstance(reference, str) else None
