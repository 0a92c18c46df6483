"""A small validator of the normalised dialect: what is wrong with a value, and where.

It decides whether an example of the description may be shown, whether a generated value holds where
construction alone cannot know (``not``, overlapping ``oneOf``), and checks requests in a mock.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from connector_runtime.client.values.checks import CHECKS, json_type
from connector_runtime.client.values.schema import (
    JSON,
    Lookup,
    Schema,
    View,
    component_key,
    hidden_of,
    is_list,
    is_mapping,
    properties_of,
    required_of,
    resolve,
    rest_of,
    tag_property,
    tags_by_component,
    variants,
)

_DEEPEST = 64


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing wrong: where in the value (JSON pointer), which keyword, and words for people."""

    pointer: str
    keyword: str
    message: str


class Validator:
    """Checks values against schemas from one side of the wire."""

    def __init__(self, lookup: Lookup, view: View) -> None:
        self._lookup = lookup
        self._view: View = view

    def conforms(self, schema: Schema, value: JSON) -> bool:
        """Whether nothing is wrong with ``value``."""
        return next(self.violations(schema, value), None) is None

    def violations(self, schema: Schema, value: JSON) -> Iterator[Violation]:
        """All that is wrong with ``value``, in the order of the value."""
        return self._check(schema, value, "", _DEEPEST)

    def _check(self, schema: Schema, value: JSON, at: str, depth: int) -> Iterator[Violation]:
        """``depth`` bounds unions that refer to themselves without a value in between."""
        if value is None and schema.get("nullable"):
            return
        if "$ref" in schema:
            schema = resolve(schema, self._lookup)
            if value is None and schema.get("nullable"):
                return
        if depth <= 0:
            return
        yield from self._check_own(schema, value, at)
        yield from self._check_conditions(schema, value, at, depth - 1)
        if variants(schema):
            yield from self._check_union(schema, value, at, depth - 1)
        if is_mapping(value):
            yield from self._check_object(schema, value, at)
        elif is_list(value):
            yield from self._check_array(schema, value, at)

    def _check_own(self, schema: Schema, value: JSON, at: str) -> Iterator[Violation]:
        wanted = schema.get("type")
        actual = json_type(value)
        if (
            wanted is not None
            and actual != wanted
            and not (wanted == "number" and actual == "integer")
        ):
            yield Violation(at, "type", f"is {actual}, not {wanted}")
            return
        for keyword, check in CHECKS.items():
            if keyword in schema and (message := check(schema[keyword], value)):
                yield Violation(at, keyword, message)

    def _holds(self, schema: Schema, value: JSON, depth: int) -> bool:
        return next(self._check(schema, value, "", depth), None) is None

    def _check_conditions(
        self, schema: Schema, value: JSON, at: str, depth: int
    ) -> Iterator[Violation]:
        if "not" in schema and self._holds(schema["not"], value, depth):
            yield Violation(at, "not", "is what the schema forbids")
        if "if" in schema:
            branch = "then" if self._holds(schema["if"], value, depth) else "else"
            if branch in schema:
                yield from self._check(schema[branch], value, at, depth)

    def _check_union(self, schema: Schema, value: JSON, at: str, depth: int) -> Iterator[Violation]:
        members = variants(schema)
        tag = tag_property(schema)
        if tag and is_mapping(value) and tag in value:
            named = self._named(schema, value[tag])
            if named is not None:
                yield from self._check(named, value, at, depth)
                return
        held = sum(1 for member in members if self._holds(member, value, depth))
        if held == 0:
            yield Violation(at, "anyOf", f"is none of the {len(members)} variants")
        elif held > 1 and "oneOf" in schema and not tag:
            yield Violation(at, "oneOf", f"is {held} of the {len(members)} variants at once")

    def _named(self, schema: Schema, tag: JSON) -> Schema | None:
        """The variant that a tag names, through the mapping or by its component's key."""
        components = tags_by_component(schema)
        for member in variants(schema):
            key = component_key(member)
            if key is not None and str(tag) in components.get(key, [key]):
                return member
        return None

    def _check_object(
        self, schema: Schema, value: Mapping[str, JSON], at: str
    ) -> Iterator[Violation]:
        properties = properties_of(schema)
        rest = rest_of(schema)
        yield from self._check_required(schema, value, at)
        for name, item in value.items():
            inner = f"{at}/{name.replace('~', '~0').replace('/', '~1')}"
            if name in properties:
                yield from self._check(properties[name], item, inner, _DEEPEST)
            elif rest is None:
                yield Violation(inner, "additionalProperties", "is no property of the object")
            elif rest:
                yield from self._check(rest, item, inner, _DEEPEST)
            if "propertyNames" in schema:
                yield from self._check(schema["propertyNames"], name, inner, _DEEPEST)

    def _check_required(
        self, schema: Schema, value: Mapping[str, JSON], at: str
    ) -> Iterator[Violation]:
        hidden = hidden_of(schema, self._view, self._lookup)
        for name in required_of(schema):
            if name not in value and name not in hidden:
                yield Violation(at, "required", f"has no {name!r}")
        dependents: Mapping[str, Sequence[str]] = schema.get("dependentRequired", {})
        for name, needed in dependents.items():
            missing = [each for each in needed if name in value and each not in value]
            if missing:
                yield Violation(at, "dependentRequired", f"has {name!r} but no {missing[0]!r}")
        sets: Sequence[Sequence[str]] = schema.get("x-required-variants", ())
        if sets and not any(all(name in value for name in names) for names in sets):
            yield Violation(at, "required", f"has none of {sets}")

    def _check_array(self, schema: Schema, value: list[JSON], at: str) -> Iterator[Violation]:
        first: Sequence[Schema] = schema.get("prefixItems", ())
        for index, item in enumerate(value):
            member = first[index] if index < len(first) else schema.get("items", {})
            yield from self._check(member, item, f"{at}/{index}", _DEEPEST)
        wanted = schema.get("contains")
        if wanted is not None:
            found = sum(1 for item in value if self._holds(wanted, item, _DEEPEST))
            if found < schema.get("minContains", 1):
                yield Violation(at, "contains", "has no item of the kind that it must contain")
