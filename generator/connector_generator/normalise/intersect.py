"""The schema that says what two schemas say together."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from connector_generator.normalise.draft import SCHEMA_PREFIX, Node
from connector_generator.normalise.types import KEYWORDS
from connector_generator.normalise.unions import simplify, union_key

if TYPE_CHECKING:
    from connector_generator.normalise.compose import Composer

_NOTES = frozenset(
    (
        "description", "title", "deprecated", "readOnly", "writeOnly", "default", "example",
        "externalDocs", "xml", "nullable",
    )
)  # fmt: skip
_NOT_INHERITED = frozenset(("description", "title", "example", "deprecated", "externalDocs", "xml"))
_LOWER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains")
_UPPER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains")
_ON_REFERENCE = frozenset(
    ("description", "deprecated", "readOnly", "writeOnly", "default", "example", "nullable")
)
_MAX_MEMBERS = 64


def says_something(node: Node) -> bool:
    """Whether a schema restricts values, rather than only describing them."""
    return any(key not in _NOTES and key[:2] != "x-" for key in node)


class Intersection:
    """Intersects composed schemas, looking components up where it must."""

    def __init__(self, composer: "Composer") -> None:
        self._composer = composer
        self._depth = 0
        self._open: set[str] = set()

    def of_parts(self, parts: list[Node], unions: list[Node], own: Node, heir: str) -> Node:
        """All members of an ``allOf``, the unions beside it, and the schema's own keywords."""
        weighty = sum(map(says_something, (*parts, *unions, own)))
        extends = bool(heir) or weighty > 1
        result: Node = {}
        for part in parts:
            own_members = self._base(part) if extends else part
            result = self.both(result, own_members) if result else own_members
        if own:
            result = self.both(result, own)
        for union in unions:
            result = (
                self._spread(result, union, heir)
                if says_something(result)
                else (self.both(union, result))
            )
        nullable = own.get("nullable") or _all_nullable([*parts, *unions], own)
        result = {key: value for key, value in result.items() if key != "nullable"}
        if nullable:
            result["nullable"] = True
        return result

    def _base(self, part: Node) -> Node:
        """What an heir takes from the part: of a discriminator base, its own members."""
        name = _name(part)
        base = self._composer.families.base_of.get(name or "")
        if base is None:
            return part
        return {**part, "$ref": SCHEMA_PREFIX + base}

    def _spread(self, result: Node, union: Node, heir: str) -> Node:
        """Own keywords beside a union; a member that extends the heir has them already."""
        key = union_key(union)
        names = [_name(member) for member in union.get(key, ())] if key else []
        ancestors = self._composer.families.ancestors
        if heir and names and all(n and heir in ancestors.get(n, ()) for n in names):
            return _describe(union, result)
        return self.both(result, union)

    def both(self, first: Node, second: Node) -> Node:
        """The intersection; what the second says about itself wins."""
        if not says_something(second):
            return _describe(first, second)
        if not says_something(first):
            return _describe(second, first, keep=True)
        if self._depth > 24:
            return second
        self._depth += 1
        try:
            return self._resolved(first, second)
        finally:
            self._depth -= 1

    def _resolved(self, first: Node, second: Node) -> Node:
        one, other = _name(first), _name(second)
        if one and other:
            kept = self._related(first, second, one, other)
            if kept is not None:
                return kept
        elif one and self._adds_nothing(second, one):
            return _describe(first, second)
        elif other and self._adds_nothing(first, other):
            return _describe(second, first, keep=True)
        left, right = self._expanded(first), self._expanded(second)
        if left is None or right is None:
            return second if left is None else first
        if not union_key(left) and not union_key(right):
            return self._keywords(left, right)
        passed = {name for name in (one, other) if name}
        if passed & self._open:  # a union that comes back to itself through its members
            self._composer.cycle(min(passed))
            return second if one else first
        self._open |= passed
        try:
            if union_key(left):
                return self._over(left, right, swapped=False)
            return self._over(right, left, swapped=True)
        finally:
            self._open -= passed

    def _related(self, first: Node, second: Node, one: str, other: str) -> Node | None:
        if one == other:
            return {**first, **second}
        ancestors = self._composer.families.ancestors
        if one in ancestors.get(other, ()):
            return _describe(second, first, keep=True)
        if other in ancestors.get(one, ()):
            return _describe(first, second)
        return None

    def _adds_nothing(self, node: Node, name: str) -> bool:
        """Whether the keywords only repeat the type of the component beside them."""
        weighty = {k for k in node if k not in _NOTES and k[:2] != "x-"}
        if node.get("additionalProperties", False) is not False:
            return False
        target = self._target(name)
        kind = target.get("type")
        if kind is not None:
            weighty = {key for key in weighty if key in KEYWORDS[kind]}
        if not weighty <= {"type", "additionalProperties"}:
            return False
        return kind is None or kind == node.get("type", kind)

    def _target(self, name: str) -> Node:
        """The component, finished where possible."""
        return self._composer.component(name) or self._composer.schemas.get(name, {})

    def _expanded(self, node: Node) -> Node | None:
        """What a reference stands for; None, reported, where it leads back here."""
        hops = 0
        while (name := _name(node)) is not None:
            target = self._composer.component(name)
            hops += 1
            if target is None or hops > 32:
                self._composer.cycle(name)
                return None
            kept = {
                key: value
                for key, value in target.items()
                if key not in _NOT_INHERITED and (key[:2] != "x-" or key == "x-ecma-pattern")
            }
            siblings = {key: value for key, value in node.items() if key != "$ref"}
            node = {**kept, **siblings}
        return node

    def _over(self, union: Node, node: Node, *, swapped: bool) -> Node:
        """Each member of the union together with the other schema, where they can agree."""
        key = union_key(union)
        other = union_key(node)
        if other:
            return self._both_unions(union, node, key, other)
        kept = {name: node[name] for name in node if name in _NOTES or name[:2] == "x-"}
        bare = {name: node[name] for name in node if name not in kept}
        members = [
            _from(member, self.both(bare, member) if swapped else self.both(member, bare))
            for member in union[key]
            if self._agree(member, bare)
        ]
        if not members:
            return self._conflict(union, node)
        around = {name: value for name, value in union.items() if name != key}
        return simplify({**around, **kept, key: members})

    def _both_unions(self, first: Node, second: Node, key: str, other: str) -> Node:
        names = {_name(member) for member in second[other]} - {None}
        common = [member for member in first[key] if _name(member) in names]
        around = first | second
        around = {name: value for name, value in around.items() if name not in ("oneOf", "anyOf")}
        if common:
            return simplify({**around, key: common})
        if len(first[key]) * len(second[other]) > _MAX_MEMBERS:
            self._composer.draft.note(
                "union-too-large", self._composer.pointer, "two unions in `allOf`: first one kept"
            )
            return first
        members = [
            _from(one, self.both(one, two))
            for one in first[key]
            for two in second[other]
            if self._agree(one, two)
        ]
        return simplify({**around, key: members}) if members else self._conflict(first, second)

    def _agree(self, first: Node, second: Node) -> bool:
        types = [self._type(node) for node in (first, second)]
        return None in types or types[0] == types[1] or set(types) == {"integer", "number"}

    def _type(self, node: Node) -> str | None:
        name = _name(node)
        if name is not None:
            return self._target(name).get("type")
        return node.get("type") or ("object" if "required" in node else None)

    def _conflict(self, first: Node, second: Node) -> Node:
        self._composer.conflict("no value can be all of these; the last one is kept")
        if _weight(second) < 2 < _weight(first):  # the last one only names another type
            return _describe(first, second)
        return _describe(second, first, keep=True)

    def _keywords(self, first: Node, second: Node) -> Node:
        if not self._agree(first, second):
            return self._conflict(first, second)
        result = {**first, **second}
        if {first.get("type"), second.get("type")} == {"integer", "number"}:
            result["type"] = "integer"
        if "enum" in first and "enum" in second:
            self._enum(result, first["enum"], second["enum"])
        for key in _LOWER:
            if key in first and key in second:
                result[key] = max(first[key], second[key])
        for key in _UPPER:
            if key in first and key in second:
                result[key] = min(first[key], second[key])
        self._members(result, first, second)
        if not (first.get("nullable") and second.get("nullable")):
            result.pop("nullable", None)
        if "type" not in first or "type" not in second:  # keywords may have been about another
            known = KEYWORDS.get(result.get("type", ""), frozenset(result))
            result = {
                key: value for key, value in result.items() if key in known or key[:2] == "x-"
            }
        if "x-connector-pointer" in second and "properties" in second:
            result["x-connector-pointer"] = second["x-connector-pointer"]
        return result

    def _enum(self, result: Node, first: list[Any], second: list[Any]) -> None:
        common = [value for value in first if value in second]
        if common:
            result["enum"] = common
        else:
            self._composer.conflict("two `enum` without a common value; the last one is kept")

    def _members(self, result: Node, first: Node, second: Node) -> None:
        if "properties" in first and "properties" in second:
            merged = dict(first["properties"])
            for name, node in second["properties"].items():
                merged[name] = self.both(merged[name], node) if name in merged else node
            result["properties"] = merged
        if "required" in first and "required" in second:
            result["required"] = list(dict.fromkeys(first["required"] + second["required"]))
        for key in ("items", "additionalProperties", "propertyNames"):
            if key in first and key in second:
                result[key] = self._child(first[key], second[key])
        if "prefixItems" in first and "prefixItems" in second:
            long, short = first["prefixItems"], second["prefixItems"]
            pairs = [self.both(a, b) for a, b in zip(long, short, strict=False)]
            result["prefixItems"] = [*pairs, *long[len(pairs) :], *short[len(pairs) :]]
        if ("required" in result or "properties" in result) and "type" not in result:
            result["type"] = "object"

    def _child(self, first: Any, second: Any) -> Any:
        if first is False or second is False:
            return False
        return self.both(first, second)


def _describe(node: Node, notes: Node, *, keep: bool = False) -> Node:
    """A schema with the notes of another; with ``keep`` only those it lacks itself."""
    allowed = _ON_REFERENCE if "$ref" in node else _NOTES
    result = dict(node)
    for key, value in notes.items():
        if (key in allowed or key[:2] == "x-") and not (keep and key in result):
            result[key] = value
    return result


def _from(member: Node, made: Node) -> Node:
    """Remember which component a member was made from: names and discriminators follow it."""
    name = _name(member) or member.get("x-connector-origin")
    return {**made, "x-connector-origin": name} if name and "$ref" not in made else made


def _weight(node: Node) -> int:
    return sum(key not in _NOTES and key[:2] != "x-" for key in node)


def _all_nullable(parts: Iterable[Node], own: Node) -> bool:
    """Null is allowed where every part that says something allows it, or a bare part says so."""
    weighty = [part for part in (*parts, own) if says_something(part)]
    bare = any(part.get("nullable") for part in parts if not says_something(part))
    typed = [part for part in weighty if part.keys() != {"required"}]
    return bare or (bool(typed) and all(part.get("nullable") for part in typed))


def _name(node: Node) -> str | None:
    reference = node.get("$ref")
    return reference.removeprefix(SCHEMA_PREFIX) if isinstance(reference, str) else None
