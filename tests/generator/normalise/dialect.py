"""The rules of the normalised dialect, as a checker that walks a whole tree."""

import re
from collections.abc import Iterator
from typing import Any

PREFIX = "#/components/schemas/"
METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace", "query"}
REFERENCE_SIBLINGS = {
    "$ref", "nullable", "description", "deprecated", "readOnly", "writeOnly", "default", "example",
}  # fmt: skip
GONE = {"const", "allOf", "patternProperties", "x-nullable", "x-connector-origin", "$defs"}
NOTES = {
    "nullable", "description", "title", "deprecated", "readOnly", "writeOnly", "default", "example",
    "externalDocs", "xml", "not", "if", "then", "else", "format", "contentMediaType",
    "contentEncoding", "contentSchema", "enum",
}  # fmt: skip
OF_TYPE = {
    "string": {"pattern", "minLength", "maxLength"},
    "integer": {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"},
    "boolean": set[str](),
    "null": set[str](),
    "array": {
        "items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains", "minContains",
        "maxContains", "unevaluatedItems",
    },
    "object": {
        "properties", "required", "additionalProperties", "minProperties", "maxProperties",
        "propertyNames", "dependentRequired", "dependentSchemas", "unevaluatedProperties",
    },
}  # fmt: skip
OF_TYPE["number"] = OF_TYPE["integer"]
STYLES = {
    "path": {"simple", "label", "matrix"},
    "query": {"form", "spaceDelimited", "pipeDelimited", "deepObject"},
    "header": {"simple"},
    "cookie": {"form", "cookie"},
    "querystring": {"form"},
}


def violations(root: dict[str, Any]) -> list[str]:
    """Every place where a tree breaks the dialect."""
    return list(_Checker(root).run())


class _Checker:
    def __init__(self, root: dict[str, Any]) -> None:
        self.root = root
        self.schemas: dict[str, Any] = root["components"]["schemas"]

    def run(self) -> Iterator[str]:
        root = self.root
        yield from _expect(root["openapi"] == "3.1.1", "openapi")
        yield from _expect(type(root["info"]["title"]) is str, "info.title")
        yield from _expect(type(root["info"]["version"]) is str, "info.version")
        for key in ("servers", "security", "tags"):
            yield from _expect(type(root[key]) is list, key)
        yield from _expect(set(root["components"]) == {"schemas", "securitySchemes"}, "components")
        for name, node in self.schemas.items():
            where = f"schemas[{name}]"
            yield from _expect(type(node.get("x-connector-pointer")) is str, f"{where}: pointer")
            parent = node.get("x-connector-parent")
            yield from _expect(parent is None or parent in self.schemas, f"{where}: parent")
            yield from self.schema(node, where, component=True)
        for section in ("paths", "webhooks"):
            for key, item in root[section].items():
                yield from self.item(key, item, section == "paths")

    def item(self, key: str, item: dict[str, Any], is_path: bool) -> Iterator[str]:
        known = METHODS | {"additionalOperations", "summary", "description"}
        extra = [name for name in item if name not in known and not name.startswith("x-")]
        yield from _expect(not extra, f"{key}: {extra}")
        yield from _expect(not is_path or key.startswith("/"), f"{key}: slash")
        operations = {name: item[name] for name in METHODS & item.keys()}
        operations |= item.get("additionalOperations", {})
        for method, operation in operations.items():
            where = f"{method} {key}"
            yield from self.operation(operation, where)
            if is_path:
                path = operation.get("x-connector-path", key)
                names = set(re.findall(r"\{([^{}/]+)\}", re.split(r"[?#]", path)[0]))
                declared = {p["name"] for p in operation["parameters"] if p["in"] == "path"}
                yield from _expect(names == declared, f"{where}: {names} != {declared}")

    def operation(self, operation: dict[str, Any], where: str) -> Iterator[str]:
        yield from _expect("callbacks" not in operation, f"{where}: callbacks")
        yield from _expect(bool(operation["x-connector-pointer"]), f"{where}: pointer")
        identities = [(p["name"], p["in"]) for p in operation["parameters"]]
        yield from _expect(len(set(identities)) == len(identities), f"{where}: duplicates")
        for parameter in operation["parameters"]:
            yield from self.parameter(parameter, f"{where} {parameter['in']} {parameter['name']}")
        if "requestBody" in operation:
            body = operation["requestBody"]
            yield from _expect(type(body["required"]) is bool, f"{where}: body.required")
            yield from _expect(bool(body["content"]), f"{where}: body.content")
            yield from self.content(body["content"], f"{where} body")
        yield from _expect(bool(operation["responses"]), f"{where}: responses")
        for status, reply in operation["responses"].items():
            good = re.fullmatch(r"[1-5]\d\d|[1-5]XX|default", status)
            yield from _expect(good is not None, f"{where}: status {status}")
            yield from _expect(type(reply["description"]) is str, f"{where} {status}: description")
            yield from self.content(reply.get("content", {}), f"{where} {status}")
            for name, header in reply.get("headers", {}).items():
                yield from self.schema(header["schema"], f"{where} {status} header {name}")
        for requirement in operation.get("security", []):
            for scheme, scopes in requirement.items():
                known = scheme in self.root["components"]["securitySchemes"]
                yield from _expect(known and type(scopes) is list, f"{where}: security {scheme}")

    def parameter(self, parameter: dict[str, Any], where: str) -> Iterator[str]:
        style = parameter["style"] in STYLES[parameter["in"]]
        yield from _expect(style, f"{where}: style {parameter['style']}")
        for key in ("required", "explode", "allowReserved"):
            yield from _expect(type(parameter[key]) is bool, f"{where}: {key}")
        yield from _expect(parameter["in"] != "path" or parameter["required"], f"{where}: required")
        yield from _expect(("schema" in parameter) != ("content" in parameter), f"{where}: schema")
        if "content" in parameter:
            yield from _expect(len(parameter["content"]) == 1, f"{where}: content")
            yield from self.content(parameter["content"], where)
        else:
            yield from self.schema(parameter["schema"], where)

    def content(self, content: dict[str, Any], where: str) -> Iterator[str]:
        known = {
            "schema", "itemSchema", "example", "examples", "encoding", "prefixEncoding",
            "itemEncoding",
        }  # fmt: skip
        for name, media in content.items():
            extra = [k for k in media if k not in known and not k.startswith("x-")]
            yield from _expect(not extra, f"{where} {name}: {extra}")
            for key in ("schema", "itemSchema"):
                if key in media:
                    yield from self.schema(media[key], f"{where} {name} {key}")

    def schema(self, node: Any, where: str, *, component: bool = False) -> Iterator[str]:
        if not isinstance(node, dict):
            yield f"{where}: not an object"
            return
        yield from _expect(not GONE & node.keys(), f"{where}: {GONE & node.keys()}")
        yield from _expect(node.get("nullable", True) is True, f"{where}: nullable")
        own = {key for key in node if not key.startswith("x-")}
        if "$ref" in node:
            known = node["$ref"].removeprefix(PREFIX) in self.schemas
            yield from _expect(known, f"{where}: dangling {node['$ref']!r}")
            extra = own - REFERENCE_SIBLINGS - ({"title"} if component else set())
            yield from _expect(not extra, f"{where}: beside $ref {extra}")
        elif "anyOf" in node or "oneOf" in node:
            yield from self.union(node, own, where, component)
        elif "type" in node:
            yield from self.typed(node, own, where, component)
        else:
            left = own - NOTES - {"dependentRequired"}
            yield from _expect(not left, f"{where}: no type but {left}")
            yield from _expect("enum" not in node, f"{where}: enum without type")

    def union(
        self, node: dict[str, Any], own: set[str], where: str, component: bool
    ) -> Iterator[str]:
        yield from _expect(not ("anyOf" in node and "oneOf" in node), f"{where}: two unions")
        members: list[Any] = node.get("oneOf") or node.get("anyOf") or []
        left = own - {"oneOf", "anyOf", "discriminator"} - NOTES
        yield from _expect(not left, f"{where}: beside union {left}")
        yield from _expect(type(members) is list and len(members) > 1, f"{where}: one member")
        for index, member in enumerate(members):
            inline = "oneOf" in member or "anyOf" in member
            yield from _expect(not inline, f"{where}/{index}: nested union")
            yield from _expect(member.get("type") != "null", f"{where}/{index}: null")
            yield from self.schema(member, f"{where}/{index}")
        texts = [str({k: v for k, v in m.items() if k != "description"}) for m in members]
        yield from _expect(len(set(texts)) == len(texts), f"{where}: repeated members")
        records = sum(self.is_record(member) for member in members)
        yield from _expect(component or records < 2, f"{where}: inline union of records")
        if "discriminator" in node:
            mapping = node["discriminator"]["mapping"]
            references = {member.get("$ref") for member in members if self.is_record(member)}
            complete = references == set(mapping.values())
            yield from _expect(complete, f"{where}: mapping {references ^ set(mapping.values())}")

    def is_record(self, node: dict[str, Any]) -> bool:
        for _ in range(50):
            if "$ref" not in node:
                break
            node = self.schemas[node["$ref"].removeprefix(PREFIX)]
        return "properties" in node

    def typed(
        self, node: dict[str, Any], own: set[str], where: str, component: bool
    ) -> Iterator[str]:
        kind = node["type"]
        yield from _expect(kind in OF_TYPE, f"{where}: type {kind!r}")
        left = own - {"type"} - NOTES - OF_TYPE.get(kind, set())
        yield from _expect(not left, f"{where}: {kind} with {left}")
        if "enum" in node:
            values = node["enum"]
            good = bool(values) and None not in values
            yield from _expect(good and kind not in ("array", "object"), f"{where}: enum {values}")
            unique = {(type(value), value) for value in values}
            yield from _expect(len(unique) == len(values), f"{where}: enum repeats")
        if "pattern" in node:
            re.compile(node["pattern"])
        if kind == "array":
            yield from _expect("items" in node, f"{where}: items")
            yield from self.schema(node.get("items", {}), f"{where}[]")
            for index, child in enumerate(node.get("prefixItems", [])):
                yield from self.schema(child, f"{where}[{index}]")
        if kind == "object":
            yield from self.object(node, where, component)

    def object(self, node: dict[str, Any], where: str, component: bool) -> Iterator[str]:
        if "properties" in node:
            yield from _expect(component, f"{where}: inline object with properties")
            yield from _expect(bool(node["properties"]), f"{where}: empty properties")
            for name, child in node["properties"].items():
                yield from self.schema(child, f"{where}.{name}")
        required = node.get("required", [])
        yield from _expect(len(set(required)) == len(required), f"{where}: required {required}")
        more = node.get("additionalProperties", False)
        if isinstance(more, dict):
            yield from self.schema(more, f"{where}{{}}")
        else:
            yield from _expect(type(more) is bool, f"{where}: additionalProperties")
        if "propertyNames" in node:
            yield from self.schema(node["propertyNames"], f"{where} names")


def _expect(condition: bool, message: str) -> Iterator[str]:
    if not condition:
        yield message
