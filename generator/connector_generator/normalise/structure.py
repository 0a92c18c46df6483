"""Repair the frame of the document: version, info, servers, tags, components, security."""

from typing import Any

from connector_generator.normalise.draft import Draft, Node, is_list, is_node, text

_INFO_TEXTS = ("summary", "description", "termsOfService")


def repair_structure(draft: Draft) -> None:
    """Give the root every part the dialect promises, each of the right kind."""
    root = draft.root
    root["openapi"] = "3.1.1"
    root["info"] = _info(draft, root.get("info"))
    root["servers"] = servers(draft, root.get("servers"), "/servers")
    root["tags"] = _tags(draft, root.get("tags"))
    for key in ("jsonSchemaDialect", "$self", "$schema", "id"):
        root.pop(key, None)
    external_docs(root)
    _maps(draft, root)
    for section in list(root["components"]):
        if not is_node(root["components"][section]):
            draft.warn("invalid-components", f"/components/{section}", "is not a map; left out")
            del root["components"][section]
    _webhooks(draft, root)


def _maps(draft: Draft, root: Node) -> None:
    for key in ("paths", "components"):
        if key in root and not is_node(root[key]):
            draft.warn(f"invalid-{key}", f"/{key}", f"`{key}` is not an object; left out")
            root[key] = {}
        elif key not in root and key == "paths" and not _has_webhooks(root):
            draft.warn("missing-paths", "", "the document has no paths")
        root.setdefault(key, {})


def _has_webhooks(root: Node) -> bool:
    return bool(root.get("webhooks") or root.get("x-webhooks"))


def _webhooks(draft: Draft, root: Node) -> None:
    if "webhooks" not in root and is_node(root.get("x-webhooks")):
        root["webhooks"] = root.pop("x-webhooks")
        draft.note("extension-webhooks", "/x-webhooks", "`x-webhooks` is read as `webhooks`")
    if not is_node(root.get("webhooks", {})):
        draft.warn("invalid-webhooks", "/webhooks", "`webhooks` is not an object; left out")
        root["webhooks"] = {}
    root.setdefault("webhooks", {})


def _info(draft: Draft, value: Any) -> Node:
    if not is_node(value):
        draft.warn("missing-info", "/info", "the document has no `info`", "add title and version")
        value = {}
    info: Node = {key: entry for key, entry in value.items() if key.startswith("x-")}
    for key, default in (("title", draft.name), ("version", "0")):
        given = value.get(key)
        info[key] = text(given) or default
        if not isinstance(given, str):
            code = "missing-info" if given is None else f"numeric-{key}"
            draft.warn(code, f"/info/{key}", f"`{key}` is no string; read as {info[key]!r}")
    for key in _INFO_TEXTS:
        if text(value.get(key)):
            info[key] = text(value[key])
    if is_node(value.get("contact")):
        info["contact"] = {k: v for k, v in value["contact"].items() if isinstance(v, str)}
    if is_node(value.get("license")) and text(value["license"].get("name")):
        info["license"] = {k: v for k, v in value["license"].items() if isinstance(v, str)}
    return info


def servers(draft: Draft, value: Any, pointer: str) -> list[Node]:
    """The usable entries of a list of servers."""
    if value is None:
        return []
    if not is_list(value):
        draft.warn("invalid-servers", pointer, "`servers` is not a list; left out")
        return []
    result: list[Node] = []
    for index, entry in enumerate(value):
        if is_node(entry) and isinstance(entry.get("url"), str):
            result.append(_server(draft, entry, f"{pointer}/{index}"))
        else:
            draft.warn("invalid-servers", f"{pointer}/{index}", "a server needs a `url`; left out")
    return result


def _server(draft: Draft, entry: Node, pointer: str) -> Node:
    server: Node = {"url": entry["url"].strip()}
    if text(entry.get("description")):
        server["description"] = text(entry["description"])
    server |= {key: value for key, value in entry.items() if key.startswith("x-")}
    variables = entry.get("variables")
    if is_node(variables) and variables:
        server["variables"] = {
            name: _variable(draft, value, f"{pointer}/variables/{name}")
            for name, value in variables.items()
        }
    return server


def _variable(draft: Draft, value: Any, pointer: str) -> Node:
    node = value if is_node(value) else {"default": value}
    given = node.get("enum")
    choices: list[str] = [text(entry) for entry in given] if is_list(given) else []
    variable: Node = {"default": text(node.get("default")) or (choices[0] if choices else "")}
    if node.get("default") is None:
        draft.warn("server-variable-without-default", pointer, "a server variable needs a default")
    if choices:
        variable["enum"] = choices
    if text(node.get("description")):
        variable["description"] = text(node["description"])
    return variable


def _tags(draft: Draft, value: Any) -> list[Node]:
    result: list[Node] = []
    for index, entry in enumerate(value if is_list(value) else []):
        tag = {"name": entry} if isinstance(entry, str) else entry
        if is_node(tag) and text(tag.get("name")):
            tag = {k: v for k, v in tag.items() if k != "description" or isinstance(v, str)}
            tag["name"] = text(tag["name"])
            external_docs(tag)
            result.append(tag)
        else:
            draft.warn("invalid-tag", f"/tags/{index}", "a tag needs a name; left out")
    return result


def external_docs(node: Node) -> None:
    """Keep ``externalDocs`` only where it has what it is for: a URL."""
    docs = node.get("externalDocs")
    if docs is None:
        node.pop("externalDocs", None)
    elif not is_node(docs) or not isinstance(docs.get("url"), str):
        del node["externalDocs"]
    elif not isinstance(docs.get("description", ""), str):
        del docs["description"]
