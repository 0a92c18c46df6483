"""Make every operation stand alone: what its path item and the document say is written into it."""

from collections.abc import Iterator
from typing import Any

from connector_generator.location import escape
from connector_generator.normalise.draft import Draft, Node, is_list, is_node, text
from connector_generator.normalise.media import body_of, replies_of
from connector_generator.normalise.parameters import merge_parameters
from connector_generator.normalise.path_parameters import fit_path
from connector_generator.normalise.references import resolve
from connector_generator.normalise.security import requirements
from connector_generator.normalise.structure import external_docs, servers

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


def complete_operations(draft: Draft) -> None:
    """Rebuild ``paths`` and ``webhooks`` from operations that need nothing around them.

    Callbacks of all operations are gathered under ``callbacks``.
    """
    paths: Node = {}
    for key, item in draft.root["paths"].items():
        if not key.startswith("x-"):
            _add_path(draft, paths, key, item)
    draft.root["paths"] = paths
    draft.root["webhooks"] = {
        name: _item(draft, item, f"/webhooks/{escape(name)}", "")
        for name, item in draft.root["webhooks"].items()
        if not name.startswith("x-")
    }
    _report_duplicates(draft)
    draft.root["callbacks"] = _callbacks(draft)


def _callbacks(draft: Draft) -> Node:
    """Path items by whose callback they are: operation, name, address. Their own are left out."""
    found: Node = {}
    for path, method, operation in list(operations_of(draft.root)):
        for name, value in operation.pop("callbacks", {}).items():
            place = f"{operation['x-connector-pointer']}/callbacks/{escape(name)}"
            for address, item in (resolve(draft, value, place) or {}).items():
                if not address.startswith("x-"):
                    made = _item(draft, item, f"{place}/{escape(address)}", "")
                    found[f"{method.upper()} {path} {name} {address}"] = made
    for _, _, operation in operations_of({"callbacks": found}):
        operation.pop("callbacks", None)
        operation.pop("operationId", None)  # No method is named after it, nor is a schema.
    return found


def _add_path(draft: Draft, paths: Node, key: str, item: Any) -> None:
    pointer = f"/paths/{escape(key)}"
    path = key
    if not key.startswith("/"):
        path = "/" + key
        draft.warn("path-without-slash", pointer, f"a path starts with a slash; read as {path!r}")
    if path in paths:
        draft.warn("duplicate-path", pointer, f"{path!r} is given twice; operations are joined")
    paths[path] = _item(draft, item, pointer, path) | paths.get(path, {})


def _item(draft: Draft, value: Any, pointer: str, path: str) -> Node:
    item = resolve(draft, value, pointer)
    if item is None:
        if not (is_node(value) and "$ref" in value):
            draft.warn("invalid-path-item", pointer, "a path item is an object; left out")
        return {}
    if item is not value and is_node(value):
        item = {**item, **{key: entry for key, entry in value.items() if key != "$ref"}}
    result: Node = {key: entry for key, entry in item.items() if key.startswith("x-")}
    for key in ("summary", "description"):
        if text(item.get(key)):
            result[key] = text(item[key])
    for method in METHODS:
        if method in item:
            _add_operation(draft, result, item, method, f"{pointer}/{method}", pointer, path)
    more = item.get("additionalOperations")
    if is_node(more) and more:
        extra: Node = {}
        for name in more:
            place = f"{pointer}/additionalOperations/{escape(name)}"
            _add_operation(draft, extra, {**item, **more}, name, place, pointer, path)
        result["additionalOperations"] = extra
    return result


def _add_operation(
    draft: Draft, result: Node, item: Node, method: str, pointer: str, shared: str, path: str
) -> None:
    given = item[method]
    if not is_node(given):
        draft.warn("invalid-operation", pointer, "an operation is an object; read as an empty one")
        given = {}
    operation: Node = {key: value for key, value in given.items() if key.startswith("x-")}
    for key in ("operationId", "summary", "description"):
        if text(given.get(key)):
            operation[key] = text(given[key])
    tags = given.get("tags")
    operation["tags"] = [text(tag) for tag in tags if text(tag)] if is_list(tags) else []
    if given.get("deprecated") is True:
        operation["deprecated"] = True
    operation["parameters"] = merge_parameters(
        draft, item.get("parameters"), given.get("parameters"), pointer, shared
    )
    body = body_of(draft, given.get("requestBody"), f"{pointer}/requestBody")
    if body is not None:
        operation["requestBody"] = body
    operation["responses"] = replies_of(draft, given.get("responses"), f"{pointer}/responses")
    _surroundings(draft, operation, given, item, pointer)
    operation["x-connector-pointer"] = pointer
    if path:
        fit_path(draft, operation, path, pointer)
    result[method] = operation


def _surroundings(draft: Draft, operation: Node, given: Node, item: Node, pointer: str) -> None:
    security = requirements(draft, given.get("security"), f"{pointer}/security")
    if security is not None:
        operation["security"] = security
    own = servers(draft, given.get("servers"), f"{pointer}/servers")
    own = own or servers(draft, item.get("servers"), f"{pointer.rpartition('/')[0]}/servers")
    if own:
        operation["servers"] = own
    if "externalDocs" in given:
        operation["externalDocs"] = given["externalDocs"]
        external_docs(operation)
    callbacks = given.get("callbacks")
    if is_node(callbacks) and callbacks:
        draft.note("callbacks-left-out", f"{pointer}/callbacks", "callbacks are not generated")
        operation["callbacks"] = callbacks


def operations_of(root: Node) -> Iterator[tuple[str, str, Node]]:
    """Path, or name of the webhook or callback; method; operation; in the order of the document."""
    for section in ("paths", "webhooks", "callbacks"):
        for key, item in root.get(section, {}).items():
            for method, operation in item.items():
                if method in METHODS:
                    yield key, method, operation
            for method, operation in item.get("additionalOperations", {}).items():
                yield key, method, operation


def _report_duplicates(draft: Draft) -> None:
    seen: dict[str, str] = {}
    for _, _, operation in operations_of(draft.root):
        name, pointer = operation.get("operationId"), operation["x-connector-pointer"]
        if name is not None and name in seen:
            draft.warn(
                "duplicate-operation-id",
                pointer,
                f"operationId {name!r} is also that of {seen[name]}",
                "give each operation its own operationId",
            )
        seen.setdefault(name or "", pointer)
