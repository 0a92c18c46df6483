"""Make one connector of several normalised documents.

Security, servers and names are a document's own: operations take them along, and schemas or
security schemes of one name and different content are told apart by the name of their document.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from connector_generator.location import Location, escape, tokens
from connector_generator.normalise.document import NormalisedDocument
from connector_generator.normalise.draft import SCHEMA_PREFIX, Node, is_list, is_node
from connector_generator.normalise.names import pascal
from connector_generator.normalise.operations import METHODS

_OPERATIONS = frozenset((*METHODS, "additionalOperations"))
_SECTIONS = ("schemas", "securitySchemes")


def merge(documents: Sequence[NormalisedDocument]) -> NormalisedDocument:
    """Several documents as one; pointers get the name of their document as first token."""
    if len(documents) == 1:
        return documents[0]
    names = _unique_names(documents)
    kept = {section: _agreed(section, documents) for section in _SECTIONS}
    parts = [
        _Part(name, document.root, kept).moved()
        for name, document in zip(names, documents, strict=True)
    ]
    root: Node = {**documents[0].root}
    for part in parts:
        root |= {k: v for k, v in part.items() if k.startswith("x-") and k not in root}
    root["components"] = {
        section: _joined(part["components"][section] for part in parts) for section in _SECTIONS
    }
    root["tags"] = list({tag["name"]: tag for part in parts[::-1] for tag in part["tags"]}.values())
    root["servers"] = _common([part["servers"] for part in parts])
    root["security"] = []
    root["paths"] = _paths(zip(names, parts, strict=True))
    root["webhooks"] = _joined(part["webhooks"] for part in parts)
    root["callbacks"] = _joined(part["callbacks"] for part in parts)
    by_name = dict(zip(names, documents, strict=True))

    def locate(pointer: str) -> Location:
        first, *rest = tokens(pointer) or (names[0],)
        document = by_name.get(first, documents[0])
        return document.locate("".join("/" + escape(token) for token in rest))

    return NormalisedDocument(documents[0].name, root, locate)


def _unique_names(documents: Sequence[NormalisedDocument]) -> list[str]:
    names: list[str] = []
    for document in documents:
        name = document.name
        while name in names:
            name += "_"
        names.append(name)
    return names


def _agreed(section: str, documents: Sequence[NormalisedDocument]) -> set[str]:
    """Names that mean the same in every document that has them, also in what they refer to."""
    entries: dict[str, list[Any]] = {}
    for document in documents:
        for name, node in document.root["components"][section].items():
            entries.setdefault(name, []).append(node)
    texts = {name: {_bare_text(node) for node in nodes} for name, nodes in entries.items()}
    agreed = {name for name, variants in texts.items() if len(variants) == 1}
    references = {name: _references(entries[name][0]) for name in agreed}
    while True:
        broken = {name for name in agreed if not references[name] <= agreed}
        broken = {name for name in broken if len(entries[name]) > 1}
        if not broken:
            return agreed
        agreed -= broken


def _bare_text(node: Node) -> str:
    bare = {key: value for key, value in node.items() if key != "x-connector-pointer"}
    return json.dumps(bare, sort_keys=True)


def _references(value: Any) -> set[str]:
    if is_list(value):
        return {name for entry in value for name in _references(entry)}
    if isinstance(value, str) and value.startswith(SCHEMA_PREFIX):
        return {value.removeprefix(SCHEMA_PREFIX)}
    if not is_node(value):
        return set()
    return {name for entry in value.values() for name in _references(entry)}


class _Part:
    """One document with its names as they are in the whole."""

    def __init__(self, name: str, root: Node, kept: Mapping[str, set[str]]) -> None:
        self._name = name
        self._root = root
        self._names = {
            section: self._renamed(root["components"][section], kept[section])
            for section in _SECTIONS
        }
        self._references = {
            SCHEMA_PREFIX + old: SCHEMA_PREFIX + new for old, new in self._names["schemas"].items()
        }

    def _renamed(self, entries: Node, kept: set[str]) -> dict[str, str]:
        prefix = pascal(self._name)
        return {name: name if name in kept else prefix + pascal(name) for name in entries}

    def moved(self) -> Node:
        """The document's root with new names, own security and own servers everywhere."""
        root: Node = {key: self._value(value) for key, value in self._root.items()}
        for section in _SECTIONS:
            entries = root["components"][section]
            names = self._names[section]
            root["components"][section] = {names[key]: node for key, node in entries.items()}
        for key in ("paths", "webhooks"):
            for item in root[key].values():
                for operation in _operations_in(item):
                    self._complete(operation)
        return root

    def _complete(self, operation: Node) -> None:
        schemes = self._names["securitySchemes"]
        security: list[Node] = operation.get("security") or []
        if "security" not in operation:
            security = self._root["security"]
        operation["security"] = [
            {schemes.get(name, name): scopes for name, scopes in requirement.items()}
            for requirement in security
        ]
        if self._root["servers"]:
            operation.setdefault("servers", self._root["servers"])
        operation["x-connector-document"] = self._name

    def _value(self, value: Any) -> Any:
        if is_list(value):
            return [self._value(entry) for entry in value]
        if isinstance(value, str):
            return self._references.get(value, value)
        if not is_node(value):
            return value
        node = {key: self._value(entry) for key, entry in value.items()}
        if type(node.get("x-connector-pointer")) is str:
            node["x-connector-pointer"] = f"/{escape(self._name)}{node['x-connector-pointer']}"
        parent = node.get("x-connector-parent")
        if type(parent) is str:
            node["x-connector-parent"] = self._names["schemas"].get(parent, parent)
        return node


def _operations_in(item: Node) -> list[Node]:
    more = item.get("additionalOperations", {})
    return [*(item[method] for method in METHODS if method in item), *more.values()]


def _joined(sections: Iterable[Node]) -> Node:
    joined: Node = {}
    for section in sections:
        for name, node in section.items():
            joined.setdefault(name, node)
    return joined


def _common(values: list[Any]) -> list[Any]:
    return values[0] if all(value == values[0] for value in values) else []


def _paths(parts: Iterable[tuple[str, Node]]) -> Node:
    """All paths; where two documents have the same operation, the later gets a fragment."""
    paths: Node = {}
    for name, part in parts:
        for path, item in part["paths"].items():
            if path not in paths:
                paths[path] = item
            elif not (_OPERATIONS & paths[path].keys() & item.keys()):
                paths[path] = {**item, **paths[path]}
            else:
                for operation in _operations_in(item):
                    operation.setdefault("x-connector-path", path)
                paths[f"{path}#{name}"] = item
    return paths
