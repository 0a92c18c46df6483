"""Bring every keyword of a schema to one spelling.

After this pass a schema still says ``allOf`` and has unions in any form, but each keyword has the
value it should have, null is one bit, and each node has one type.
"""

from typing import Any

from connector_generator.location import escape
from connector_generator.normalise.draft import SCHEMA_PREFIX, Draft, Node, is_list, is_node, text
from connector_generator.normalise.enums import clean_enum, fit_enum
from connector_generator.normalise.limits import clean_limits
from connector_generator.normalise.objects import clean_object
from connector_generator.normalise.patterns import translate
from connector_generator.normalise.structure import external_docs
from connector_generator.normalise.types import KEYWORDS, fits, guess_type, read_type

_TEXTS = frozenset(("description", "title", "format", "contentMediaType", "contentEncoding"))
_FLAGS = frozenset(("deprecated", "readOnly", "writeOnly", "uniqueItems"))
_VALUES = frozenset(("default", "example", "enum", "const"))
_OPAQUE = frozenset(
    (
        "not", "if", "then", "else", "contains", "contentSchema", "unevaluatedProperties",
        "unevaluatedItems", "dependentSchemas",
    )
)  # fmt: skip
_XML = {"name": str, "namespace": str, "prefix": str, "attribute": bool, "wrapped": bool}
_OBJECT = frozenset(
    ("properties", "required", "additionalProperties", "patternProperties", "propertyNames")
)
_LIMITS = frozenset(
    (
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength",
        "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "minContains",
        "maxContains",
    )
)  # fmt: skip
_OURS = frozenset(("x-connector-pointer", "x-connector-parent", "x-connector-origin"))
_COMPOSITION = frozenset(("allOf", "anyOf", "oneOf"))
REFERENCE_SIBLINGS = frozenset(
    (
        "$ref", "nullable", "description", "deprecated", "readOnly", "writeOnly", "default",
        "example",
    )
)  # fmt: skip


class Keywords:
    """Cleans schemas; knows which component names exist."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.names = {SCHEMA_PREFIX + name for name in draft.section("schemas")}

    def schema(self, value: Any, pointer: str) -> Node:
        """The cleaned form of one schema and all schemas in it."""
        if not is_node(value):
            return self._no_object(value, pointer)
        given = value
        if "$ref" in given or "$dynamicRef" in given:
            return self._reference(given, pointer)
        node: Node = {}
        rest: list[str] = []
        for key, entry in given.items():
            if key in _TEXTS:
                if type(entry) is str:
                    node[key] = entry
                elif text(entry):
                    node[key] = text(entry)
            elif key in _FLAGS:
                if entry is True or entry == "true":
                    node[key] = True
            elif key in _VALUES or key[:2] == "x-":
                node[key] = entry
            else:
                rest.append(key)
        for key in _OURS & node.keys():
            del node[key]
        for key in rest:
            self._keyword(node, key, given[key], pointer)
        if _OBJECT & given.keys():
            clean_object(self, node, given, pointer)
        self._settle(node, given, pointer)
        return node

    def _no_object(self, value: Any, pointer: str) -> Node:
        if value is True:
            return {}
        if value is False:
            return {"not": {}}
        self.draft.warn("invalid-schema", pointer, "a schema is an object; any value is taken")
        return {}

    def _keyword(self, node: Node, key: str, value: Any, pointer: str) -> None:
        if key in _COMPOSITION:
            self._members(node, key, value, pointer)
        elif key in ("items", "prefixItems"):
            self._items(node, key, value, pointer)
        elif key == "pattern":
            self._pattern(node, value, pointer)
        elif key == "discriminator":
            self._discriminator(node, value, pointer)
        elif key in _LIMITS:
            node[key] = value
        elif key in _OPAQUE:
            self._beside(node, key, value, pointer)
        elif key == "dependentRequired" and is_node(value):
            node[key] = {k: [e for e in v if text(e)] for k, v in value.items() if is_list(v)}
        elif key == "examples":
            if is_list(value) and value and "example" not in node:
                node["example"] = value[0]
        elif key == "xml" and is_node(value):
            node[key] = {k: v for k, v in value.items() if type(v) is _XML.get(k)}
        elif key == "externalDocs":
            node[key] = value
            external_docs(node)

    def _members(self, node: Node, key: str, value: Any, pointer: str) -> None:
        if is_node(value):
            self.draft.warn("invalid-composition", pointer, f"`{key}` is no list; read as one")
            value = [value]
        if not is_list(value) or not value:
            self.draft.warn("invalid-composition", pointer, f"`{key}` has no members; left out")
            return
        place = f"{pointer}/{key}/"
        node[key] = [self.schema(entry, f"{place}{index}") for index, entry in enumerate(value)]

    def _items(self, node: Node, key: str, value: Any, pointer: str) -> None:
        if is_list(value):
            if value:
                node["prefixItems"] = [
                    self.schema(entry, f"{pointer}/{key}/{i}") for i, entry in enumerate(value)
                ]
        elif key == "items":
            node["items"] = self.schema(value, f"{pointer}/items")

    def _pattern(self, node: Node, value: Any, pointer: str) -> None:
        if not isinstance(value, str) or not value:
            self.draft.warn("invalid-pattern", pointer, "`pattern` is no text; left out")
            return
        pattern = translate(value)
        if pattern != value:
            node["x-ecma-pattern"] = value
        if pattern is not None:
            node["pattern"] = pattern
        else:
            self.draft.note(
                "untranslatable-pattern", pointer, f"the pattern {value[:80]!r} is not checked"
            )

    def _discriminator(self, node: Node, value: Any, pointer: str) -> None:
        if isinstance(value, str):
            value = {"propertyName": value}
        if not is_node(value) or not isinstance(value.get("propertyName"), str):
            self.draft.warn(
                "invalid-discriminator", pointer, "a discriminator needs `propertyName`; left out"
            )
            return
        mapping = value.get("mapping")
        node["discriminator"] = {
            "propertyName": value["propertyName"],
            "mapping": (
                {k: v for k, v in mapping.items() if isinstance(v, str)} if is_node(mapping) else {}
            ),
        }
        if isinstance(value.get("defaultMapping"), str):
            node["discriminator"]["defaultMapping"] = value["defaultMapping"]

    def _beside(self, node: Node, key: str, value: Any, pointer: str) -> None:
        """Schemas that only validate: cleaned, but never composed, hoisted or made types."""
        if key == "dependentSchemas":
            if is_node(value):
                node[key] = {
                    name: self.schema(entry, f"{pointer}/{key}/{escape(name)}")
                    for name, entry in value.items()
                }
        elif isinstance(value, bool) or is_node(value):
            node[key] = self.schema(value, f"{pointer}/{key}")

    def _reference(self, given: Node, pointer: str) -> Node:
        target = given.get("$ref", given.get("$dynamicRef"))
        siblings = [key for key in given if key not in ("$ref", "$dynamicRef")]
        if not isinstance(target, str) or target not in self.names:
            self._dangling(target, pointer)
            return self.schema({key: given[key] for key in siblings}, pointer)
        node: Node = {"$ref": target}
        if not siblings:
            return node
        more = self.schema({key: given[key] for key in siblings}, pointer)
        if "x-nullable" in given or given.get("nullable") is True:
            more["nullable"] = True
        constraints = [
            key
            for key in more
            if key not in REFERENCE_SIBLINGS and key[:2] != "x-" and key not in ("title", "xml")
        ]
        if not constraints:
            more.pop("title", None)
            more.pop("xml", None)
            return more | node
        if self.draft.version < (3, 1):
            self.draft.note("ref-siblings", pointer, "keywords beside `$ref` do not count here")
            return {
                k: v for k, v in more.items() if k in REFERENCE_SIBLINGS or k[:2] == "x-"
            } | node
        more["allOf"] = [node, *more.get("allOf", ())]
        return more

    def _dangling(self, target: Any, pointer: str) -> None:
        self.draft.warn(
            "dangling-ref",
            pointer,
            f"nothing stands at {text(target)!r}; any value is taken",
            "correct the reference, or add the schema",
        )

    def _settle(self, node: Node, given: Node, pointer: str) -> None:
        """Type, null, enumeration and default, which depend on each other."""
        if node.get("contentEncoding") == "base64":
            node.setdefault("format", "byte")
        if _LIMITS & node.keys():
            clean_limits(self.draft, node, pointer)
        null = given.get("nullable") in (True, "true") or given.get("x-nullable") is True
        node.pop("x-nullable", None)
        if "enum" in node or "const" in node:
            null = clean_enum(self.draft, node, pointer) or null
            if null and "enum" not in node and not given.get("type"):
                node["type"] = "null"  # only null was listed
        kinds: list[str] = []
        if "type" in given:
            kinds = read_type(self.draft, node, given["type"], pointer)
            if len(kinds) > 1 and "null" in kinds:
                kinds.remove("null")
                null = True
        if len(kinds) > 1:
            _split_types(node, kinds)
        else:
            kind = kinds[0] if kinds else node.get("type") or self._guess(node)
            if kind:
                node["type"] = kind
                self._typed(node, kind, pointer)
            elif "enum" in node:
                fit_enum(self.draft, node, pointer)
                if "type" in node:
                    self._typed(node, node["type"], pointer)
        if null and node.get("type") != "null":
            node["nullable"] = True
        if "default" in node:
            self._default(node, pointer)

    def _guess(self, node: Node) -> str:
        """The type a schema leaves unsaid; beside a composition only members and items tell."""
        if _COMPOSITION & node.keys():
            return "object" if "properties" in node else "array" if "items" in node else ""
        return guess_type(node)

    def _typed(self, node: Node, kind: str, pointer: str) -> None:
        known = KEYWORDS[kind]
        for key in [key for key in node if key not in known and key[:2] != "x-"]:
            if key == "properties":
                self.draft.warn("type-mismatch", pointer, f"`properties` on a {kind}; left out")
            del node[key]
        if kind == "array" and "items" not in node:
            node["items"] = {}
            if "prefixItems" not in node:
                self.draft.note("array-without-items", pointer, "items of any type are taken")
        if "enum" in node:
            fit_enum(self.draft, node, pointer)
        if kind == "object" and "properties" in node:
            node["x-connector-pointer"] = self.draft.source_pointer(pointer)

    def _default(self, node: Node, pointer: str) -> None:
        value, kind = node["default"], node.get("type")
        if value is None:
            if "nullable" not in node:
                del node["default"]
        elif kind and not fits(value, kind):
            self.draft.warn("wrong-default", pointer, f"the default is not a {kind}; left out")
            del node["default"]
        elif "enum" in node and value not in node["enum"]:
            self.draft.warn("wrong-default", pointer, "the default is not in `enum`; left out")
            del node["default"]


def _split_types(node: Node, kinds: list[str]) -> None:
    """A list of types becomes a union; each member takes the keywords that are about it."""
    shared = {"description", "title", "deprecated", "readOnly", "writeOnly", "default", "example"}
    own = {key: node.pop(key) for key in list(node) if key not in shared and key[:2] != "x-"}
    composition = {key: own.pop(key) for key in ("allOf", "anyOf", "oneOf") if key in own}
    values = own.pop("enum", None)
    members: list[Node] = []
    for kind in kinds:
        member = {key: entry for key, entry in own.items() if key in KEYWORDS[kind]}
        member["type"] = kind
        if kind == "array":
            member.setdefault("items", {})
        if values is not None:
            member["enum"] = [value for value in values if fits(value, kind)]
            if not member["enum"]:
                continue
        members.append(member)
    if composition:
        node["allOf"] = [{"anyOf": members}, composition]
    else:
        node["anyOf"] = members
    if not members:
        del node["anyOf"]


def component_pointer(name: str) -> str:
    """The pointer of a component schema."""
    return f"/components/schemas/{escape(name)}"
